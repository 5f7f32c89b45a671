"""The newsroom's own pages in the back office."""
