"""Shape of what people enter, with errors beside the field."""
