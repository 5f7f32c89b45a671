"""Word documents as offices and reporters write them."""

from nhipcau.newsroom.ingest.readers.docx.story import LIMIT_BYTES, read

__all__ = ["LIMIT_BYTES", "read"]
