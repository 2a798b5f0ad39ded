"""quidit: who says what, about whom and about which weapons, in French news."""

__version__ = "0.1.0"
