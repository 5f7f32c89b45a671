"""Write official documents, tables, chat texts and report forms from plain outlines."""
