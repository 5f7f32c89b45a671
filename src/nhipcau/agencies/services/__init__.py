"""Writes of the agencies app."""
