"""What other programs read: feeds, sitemaps."""
