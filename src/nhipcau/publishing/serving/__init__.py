"""Answering readers from files, before Django is asked."""
