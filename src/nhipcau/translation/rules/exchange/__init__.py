"""Reading and writing the files that other translation tools make."""
