"""Pure decisions: keys, scores, alignment and checks, without the database."""
