"""Removing an accident from everywhere: two people decide, a tombstone remembers."""
