"""Questions about what the site shows."""
