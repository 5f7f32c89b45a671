"""Decisions of the programme without any database: states, symbols, periods, overlap."""
