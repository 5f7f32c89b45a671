"""Which fields of a language version are its text."""

#: What people write, what is approved and what readers are shown.
TEXT_FIELDS = ("title", "slug", "kicker", "lead", "body", "byline")
