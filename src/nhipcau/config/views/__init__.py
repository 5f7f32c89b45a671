"""Back-office pages that concern the whole program."""
