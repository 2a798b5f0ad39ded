"""What a ticked sample says: how often rows are right, within which bounds."""
