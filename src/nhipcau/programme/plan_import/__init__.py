"""Read yearly plans as Vietnamese offices write them; nothing is guessed silently."""
