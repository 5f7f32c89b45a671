"""Every write of the library that is more than a field."""
