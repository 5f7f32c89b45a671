"""Measurements of speed and quality, each a ratio to a baseline of the same run."""
