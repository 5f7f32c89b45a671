"""Every write of the newsroom that is more than a field."""
