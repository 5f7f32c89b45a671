"""Back-office pages of the library."""
