"""Lists of the newsroom in the back office."""
