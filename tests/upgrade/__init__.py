"""Filled sites of earlier versions, as backups."""
