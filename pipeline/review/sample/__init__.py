"""Draw rows to be checked by hand: at random, every sort of row and every rule among them."""
