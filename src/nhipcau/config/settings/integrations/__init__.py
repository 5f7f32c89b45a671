"""Settings of the libraries we build on, one file each."""
