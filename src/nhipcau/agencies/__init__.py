"""Committee, agencies, offices and places, with dated names."""
