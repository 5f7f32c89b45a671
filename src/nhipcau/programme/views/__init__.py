"""Pages of the programme in the back office: parse, call, render."""
