"""Segments, memory, terms, checks and the translation desk."""
