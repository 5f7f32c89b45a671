"""Conditional and partial requests (RFC 9110 §13 and §14)."""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache

#: Digits of a position in a range; no file has more bytes.
LONGEST_NUMBER = 18


@lru_cache(maxsize=4096)
def http_date(seconds: int) -> str:
    """A moment as an HTTP date.

    Args:
        seconds: Since 1970 in UTC.
    """
    return format_datetime(datetime.fromtimestamp(seconds, UTC), usegmt=True)


def _seconds(date: str) -> int | None:
    try:
        moment = parsedate_to_datetime(date)
    except (TypeError, ValueError, OverflowError):
        return None
    return int(moment.replace(tzinfo=moment.tzinfo or UTC).timestamp())


def is_not_modified(
    *, etag: str, modified_seconds: int, if_none_match: str, if_modified_since: str
) -> bool:
    """Whether the reader already has what would be sent.

    Args:
        etag: Entity tag of the chosen representation, quoted.
        modified_seconds: Last-Modified, since 1970.
        if_none_match: Header; when present the date is ignored (RFC 9110 §13.1.3).
        if_modified_since: Header; ignored when it is not a date.
    """
    if if_none_match:
        tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
        return "*" in tags or etag in tags
    if if_modified_since:
        since = _seconds(if_modified_since)
        return since is not None and modified_seconds <= since
    return False


def range_applies(*, etag: str, modified_seconds: int, if_range: str) -> bool:
    """Whether a range may be answered in part (RFC 9110 §13.1.5).

    Args:
        etag: Entity tag, quoted.
        modified_seconds: Last-Modified, since 1970.
        if_range: Header: a strong tag or a date that must match exactly; empty when not sent.
    """
    if not if_range:
        return True
    if if_range.startswith(('"', "W/")):
        return if_range == etag
    return _seconds(if_range) == modified_seconds


def byte_range(header: str, size_bytes: int) -> tuple[int, int] | None:
    """The bytes a reader asks for.

    Args:
        header: Value of ``Range``.
        size_bytes: Length of the whole.

    Returns:
        First byte and the one after the last, or ``None`` when the whole is to be sent: another
        unit, nonsense, or several ranges, which a server may decline.

    Raises:
        ValueError: if the range lies outside (416).
    """
    unit, _, ranges = header.partition("=")
    first, dash, last = ranges.strip().partition("-")
    is_number = all(
        not part or (part.isascii() and part.isdigit() and len(part) <= LONGEST_NUMBER)
        for part in (first, last)
    )
    if unit.strip().lower() != "bytes" or not dash or not is_number or not (first or last):
        return None
    if not first:
        if int(last) == 0 or size_bytes == 0:
            raise ValueError(header)
        return max(size_bytes - int(last), 0), size_bytes
    if last and int(last) < int(first):
        return None
    if int(first) >= size_bytes:
        raise ValueError(header)
    return int(first), min(int(last) + 1, size_bytes) if last else size_bytes
