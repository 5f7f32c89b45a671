"""Digest, validity and Last-Modified of an answer."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

from nhipcau.common.surfaces import Rendered
from nhipcau.publishing.exceptions import BadAnswer
from nhipcau.publishing.types import KEY_LENGTH

STATUSES = frozenset({200, 301, 302, 404, 410})
ATTEMPTS_BEFORE_GIVING_UP = 8
LONGEST_PAUSE = timedelta(minutes=5)


def digest(rendered: Rendered) -> str:
    """SHA-256 of everything a reader receives, as 64 hexadecimal digits.

    Two answers with the same digest are the same to a reader, apart from Last-Modified.
    """
    about = json.dumps(
        [rendered.status, rendered.content_type, sorted(rendered.headers), rendered.location],
        separators=(",", ":"),
    )
    return hashlib.sha256(about.encode() + b"\0" + rendered.body).hexdigest()


def check(rendered: Rendered, now: datetime) -> None:
    """Refuse an answer that would be wrong for ever or be rendered for ever.

    Args:
        rendered: What a surface returned.
        now: The moment it was rendered for.

    Raises:
        BadAnswer: saying what the surface did wrong, for its author.
    """
    if rendered.status not in STATUSES:
        raise BadAnswer(f"status {rendered.status} is not one of {sorted(STATUSES)}")
    if rendered.status in {301, 302} and not rendered.location:
        raise BadAnswer("a redirect needs a location")
    if rendered.valid_until is not None and rendered.valid_until <= now:
        raise BadAnswer(f"valid_until {rendered.valid_until} is not after {now}")
    if too_long := [key for key in rendered.keys if len(key) > KEY_LENGTH]:
        raise BadAnswer(f"keys are longer than {KEY_LENGTH} characters: {too_long}")
    if any("\n" in value or "\r" in value for pair in rendered.headers for value in pair):
        raise BadAnswer("a header holds a line break")


def is_kept(rendered: Rendered) -> bool:
    """Whether the index keeps a row: not for a 404 that nothing can bring to life."""
    return rendered.status != 404 or bool(rendered.keys) or rendered.valid_until is not None


def modified_at(
    *, content: datetime | None, previous: datetime | None, is_changed: bool, now: datetime
) -> datetime:
    """Last-Modified of an answer, in whole seconds (RFC 9110 §8.8.2).

    A changed answer is at least one second later than the one before, so that no validator with
    a resolution of seconds takes the one for the other. It never moves back.

    Args:
        content: When the content says it changed.
        previous: Last-Modified of the answer stored before, if any.
        is_changed: Whether the bytes differ from that one.
        now: The moment rendered for; nothing is modified later than that but to stay in order.
    """
    fallback = now if previous is None or is_changed else previous
    moment = min(content or fallback, now).astimezone(UTC).replace(microsecond=0)
    if previous is None:
        return moment
    return max(moment, previous + timedelta(seconds=1) if is_changed else previous)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after a number of failures: one second, doubled each time."""
    return min(timedelta(seconds=2 ** min(attempts - 1, 20)), LONGEST_PAUSE)
