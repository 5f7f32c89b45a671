"""Guiding documents, plans, tasks and measures."""
