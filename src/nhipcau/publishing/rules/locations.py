"""From public addresses to file names, and from file names to media types."""

import re
from functools import lru_cache
from urllib.parse import unquote

from nhipcau.publishing.exceptions import BadAddress
from nhipcau.publishing.types import ADDRESS_LENGTH

INDEX = "index.html"
#: Compressed siblings, by content coding, in order of preference.
SIBLINGS = {"br": ".br", "gzip": ".gz"}
SEGMENT_BYTES = 240
_FORBIDDEN = re.compile(r"[\x00-\x1f\\\x7f]")

#: Media types by whole file name or by ending; the same table is written into nginx's types.
MEDIA_TYPES = {
    "feed.json": "application/feed+json; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".pdf": "application/pdf",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
UNKNOWN_TYPE = "application/octet-stream"


def is_storable(address: str) -> bool:
    """Whether an absolute path names a file inside the store and nothing else.

    Args:
        address: Absolute path, decoded.

    Returns:
        False for relative and empty segments, control characters, backslashes, names of
        compressed siblings and names that a file system cannot hold.
    """
    # Before the memory of answers given, which anybody could fill with long addresses.
    return len(address) <= ADDRESS_LENGTH and _is_storable(address)


@lru_cache(maxsize=4096)
def _is_storable(address: str) -> bool:
    if not address.startswith("/"):
        return False
    if _FORBIDDEN.search(address):
        return False
    segments = address[1:].split("/")
    if segments[-1] == "":
        segments.pop()
    return all(
        segment not in {"", ".", ".."} and len(segment.encode()) <= SEGMENT_BYTES
        for segment in segments
    ) and not address.endswith((*SIBLINGS.values(), f"/{INDEX}"))


@lru_cache(maxsize=2048)
def file_name(address: str) -> str:
    """Name of an address's file, relative to the store.

    Args:
        address: Absolute path; ``/vi/`` is ``vi/index.html``, ``/vi/feed.atom`` is itself.

    Raises:
        BadAddress: if the path cannot be a file name; see :func:`is_storable`.
    """
    if not is_storable(address) or unquote(address) != address:
        raise BadAddress
    return f"{address[1:]}{INDEX}" if address.endswith("/") else address[1:]


def address_of(name: str) -> tuple[str, str]:
    """The reverse of :func:`file_name`, for any file in the store.

    Args:
        name: Relative to the store, such as ``files/vi/index.html.br``.

    Returns:
        The folder and the address.
    """
    folder, _, rest = name.partition("/")
    for ending in (".json",) if folder == "notes" else tuple(SIBLINGS.values()):
        rest = rest.removesuffix(ending)
    if rest == INDEX or rest.endswith(f"/{INDEX}"):
        rest = rest.removesuffix(INDEX)
    return folder, f"/{rest}"


def media_type(name: str) -> str:
    """Media type with charset of a file, by its name."""
    base = name.rpartition("/")[2]
    if base in MEDIA_TYPES:
        return MEDIA_TYPES[base]
    return MEDIA_TYPES.get(f".{base.rpartition('.')[2].lower()}", UNKNOWN_TYPE)


def is_compressible(content_type: str) -> bool:
    """Whether compressing helps: text in any of its forms."""
    bare = content_type.partition(";")[0].strip()
    return (
        bare.startswith("text/")
        or bare.endswith(("+xml", "+json", "/xml", "/json", "/javascript"))
        or bare == "image/svg+xml"
    )
