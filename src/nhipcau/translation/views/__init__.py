"""Pages of the translation app in the back office."""
