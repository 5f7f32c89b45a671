"""Bringing files of other tools in, and writing files for them."""
