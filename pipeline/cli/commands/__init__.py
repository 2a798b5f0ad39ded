"""The commands: the options and help of each. What a command does is in `pipeline.cli`.

spaCy, pandas and pyarrow are imported when a command runs, so that help is immediate.
"""
