"""The methods card of a run: what was read, what made the tables, how good they are."""
