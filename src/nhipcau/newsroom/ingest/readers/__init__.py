"""One module a format; :mod:`nhipcau.newsroom.ingest.registry` chooses among them."""
