"""Snapshot, feeds and everything readers are served."""
