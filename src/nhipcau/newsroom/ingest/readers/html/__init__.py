"""Pages of newspapers: the story among menus, boxes and advertisements."""

from nhipcau.newsroom.ingest.readers.html.page import LIMIT_BYTES, fragment_blocks, read

__all__ = ["LIMIT_BYTES", "fragment_blocks", "read"]
