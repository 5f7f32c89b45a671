"""Bringing stories in: readers that turn bytes into stories, and the plan of an import.

Nothing in here touches the database; :mod:`nhipcau.newsroom.services.ingest` does.
"""
