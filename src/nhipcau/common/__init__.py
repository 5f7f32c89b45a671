"""Storey 0: what every app needs and no app owns. Knows nothing of the domain."""
