"""A report to read: the articles with what was found in them, and an index to search them by.

rows → highlights → pieces → layout → article; all articles → overview, search → pages → folder.
Every step but the last is a function of the tables' rows. The pages hold all they need: no network,
no server, no script but their own (see `pipeline.report.policy`).
"""
