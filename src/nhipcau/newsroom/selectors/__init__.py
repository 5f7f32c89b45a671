"""Questions about works and their versions."""
