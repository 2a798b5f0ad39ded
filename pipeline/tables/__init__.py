"""Last stage: the tables, their schema, their files, and how they are loaded again.

`pipeline.tables.schema` and `.dictionary` say what the tables hold, `.writing` writes them,
`.reading` reads them back, and `.loading` as DataFrames. Nothing is imported here, so that the
schema is at hand without pyarrow.
"""
