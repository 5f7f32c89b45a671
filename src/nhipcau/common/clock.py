"""The injected clock: one place to ask the time, one way to set it in tests and rebuilds."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CIVIL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_fixed: ContextVar[datetime | None] = ContextVar("nhipcau_fixed_time", default=None)


def now() -> datetime:
    """The current moment in UTC, or the one set by :func:`fixed_time`."""
    return _fixed.get() or datetime.now(UTC)


def today() -> date:
    """The civil date in Viet Nam (Asia/Ho_Chi_Minh)."""
    return civil(now()).date()


def civil(moment: datetime) -> datetime:
    """A moment as Vietnamese wall-clock time.

    Args:
        moment: An aware datetime.
    """
    return moment.astimezone(CIVIL_ZONE)


@contextmanager
def fixed_time(moment: datetime) -> Iterator[datetime]:
    """Stop the clock inside a ``with`` block.

    Args:
        moment: An aware datetime; ``now()`` returns exactly this.

    Yields:
        The same moment.

    Raises:
        ValueError: if the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("The clock needs a moment with a time zone.")
    token = _fixed.set(moment)
    try:
        yield moment
    finally:
        _fixed.reset(token)
