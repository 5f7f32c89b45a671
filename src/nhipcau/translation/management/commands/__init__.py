"""Commands of the translation app."""
