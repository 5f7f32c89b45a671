"""The public theme, the front page and site pages."""
