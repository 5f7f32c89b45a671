"""Pure decisions of the newsroom."""
