"""How fast quidit is, and how much memory it takes: `make bench`."""
