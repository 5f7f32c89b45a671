"""Back-office lists and forms of the translation app."""
