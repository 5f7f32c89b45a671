"""Backup and restore: everything a site owns, in one file that fits either database."""
