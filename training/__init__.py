"""Training of the named-entity head: `python -m training --help`."""
