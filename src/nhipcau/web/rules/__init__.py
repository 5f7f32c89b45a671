"""Pure decisions of the site: addresses, dates, structured data, share cards."""
