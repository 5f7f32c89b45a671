"""Writes of the translation app, and the doors other apps come through."""
