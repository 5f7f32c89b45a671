"""Writes of the web app."""
