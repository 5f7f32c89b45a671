"""The processes of a running site: one parent, four kinds of children."""
