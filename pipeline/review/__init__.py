"""After a run: explain a row, compare two runs, find what the lexicons lack."""
