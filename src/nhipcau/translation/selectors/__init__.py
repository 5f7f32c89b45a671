"""Every reading of memory, terms and checks."""
