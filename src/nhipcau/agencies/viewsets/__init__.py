"""Lists of bodies, offices and places in the back office."""
