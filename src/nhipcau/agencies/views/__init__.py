"""Pages of the agencies app in the back office."""
