"""A run over a corpus: documents stream in, workers extract them into parts, parts become tables.

Memory does not grow with the texts: of all documents only the ids and the places of their rows are
kept. What was extracted stays in parts beside the tables, so that a run that was stopped, or that
meets the same documents again, extracts only what is missing.
"""
