"""Dates and times as Vietnamese papers print them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from nhipcau.common.clock import CIVIL_ZONE
from nhipcau.common.text import fold

_ENGLISH_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_VIETNAMESE_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "một giêng", "hai", "ba", "tư bốn", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười",
            "mười_một", "mười_hai chạp",
        ),
        start=1,
    )
    for name in fold(names).split()
}  # fmt: skip
_MONTH_WORDS = "|".join(
    sorted((name.replace("_", " ") for name in _VIETNAMESE_MONTHS), key=len, reverse=True)
)

# All patterns run on folded text (lower case, no marks), where "giờ" is "gio".
_TIME = re.compile(
    r"(?<![\d/.-])(?P<hour>[01]?\d|2[0-3])\s*"
    r"(?::|h|g(?:io)?(?![a-z])|\bgio\b)\s*"
    r"(?:(?P<minute>[0-5]\d)(?:\s*(?:phut|p\b|'))?(?::[0-5]\d(?:\.\d+)?)?)?"
    r"\s*(?P<half>\b(?:am|pm|a\.m\.?|p\.m\.?|sa|ch|sang|chieu|toi)\b)?"
)
_ISO = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[t ]+(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_DATES = (
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})\s*(?P<mark>[/.\-–])\s*(?P<month>\d{1,2})\s*(?P=mark)\s*"
        r"(?P<year>(?:19|20)\d\d)(?!\d)"
    ),
    re.compile(
        r"(?:\bngay\s+)?(?<!\d)(?P<day>\d{1,2})\s*,?\s*(?:thang|th|thg)\.?\s*"
        rf"(?P<month>\d{{1,2}}|{_MONTH_WORDS})\s*[,/-]?\s*(?:nam\s*)?(?P<year>(?:19|20)\d\d)(?!\d)"
    ),
    re.compile(
        r"\b(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)"
    ),
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})\.?,?\s+"
        r"(?P<year>(?:19|20)\d\d)"
    ),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)"),
    # Two-digit years: only in full three-part dates, and only this century.
    re.compile(
        r"(?<![\d/.-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d\d)(?![\d/])"
    ),
)
_ZONE = re.compile(r"\(?\s*\b(?:gmt|utc)\s*(?P<offset>[+-]\s*\d{1,2}(?::?\d\d)?)?\s*\)?")
_FILLER = re.compile(
    r"\b(?:thu\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu\s*nhat|cn|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|ngay|luc|vao|thoi gian|date|on|"
    r"at|"
    r"cap nhat(?: lan cuoi)?|xuat ban|dang(?: tai| bai)?|ngay dang|phat hanh|cong bo|published|"
    r"posted|updated|last|post|gio viet nam|ict|gmt|utc|hom nay)\b"
)
_UPDATED = re.compile(r"\b(?:cap nhat|updated|modified|sua)\b")
_PUBLISHED = re.compile(r"\b(?:xuat ban|dang|phat hanh|published|posted)\b")


@dataclass(frozen=True)
class Moment:
    """A point in time found in a text.

    Attributes:
        at: Aware, in UTC; midnight in Viet Nam when the source gives no time of day.
        has_time: Whether the source gives a time of day.
        has_zone: Whether the source names the zone; Vietnamese time is taken otherwise.
    """

    at: datetime
    has_time: bool
    has_zone: bool = False


def _month(word: str) -> int:
    """The number of a month given as digits, an English or a Vietnamese word; 0 if neither."""
    if word.isdigit():
        return int(word)
    return _ENGLISH_MONTHS.get(word) or _VIETNAMESE_MONTHS.get(word.replace(" ", "_"), 0)


def _zone(text: str) -> timezone | None:
    """The zone named as an offset, such as ``+07:00`` or ``+7``."""
    if text == "z":
        return UTC
    match = re.fullmatch(r"([+-])(\d{1,2}):?(\d\d)?", text.replace(" ", ""))
    if not match or int(match[2]) > 14:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-offset if match[1] == "-" else offset)


def _build(
    year: int, month: int, day: int, hour: int | None, minute: int, zone: timezone | None
) -> Moment | None:
    """A moment, unless there is no such day."""
    try:
        local = datetime(year, month, day, hour or 0, minute, tzinfo=zone or CIVIL_ZONE)
    except ValueError:
        return None
    return Moment(local.astimezone(UTC), hour is not None, zone is not None)


def _hour(match: re.Match[str]) -> int:
    """The hour on a 24-hour clock."""
    hour, half = int(match["hour"]), (match["half"] or "").replace(".", "")
    if half in {"pm", "ch", "chieu", "toi"} and hour < 12:
        return hour + 12
    if half in {"am", "sa"} and hour == 12:
        return 0
    return hour


def _find(text: str) -> tuple[Moment, str] | None:
    """The first moment in folded text, and the text without it."""
    if iso := _ISO.search(text):
        zone = _zone(iso["zone"] or "")
        rest = text[: iso.start()] + " " + text[iso.end() :]
        hour, minute = (int(iso["hour"]), int(iso["minute"])) if iso["hour"] else (None, 0)
        if hour is None and (clock := _TIME.search(rest)) and clock["minute"]:
            hour, minute = _hour(clock), int(clock["minute"])
            rest = rest[: clock.start()] + " " + rest[clock.end() :]
        moment = _build(int(iso["year"]), int(iso["month"]), int(iso["day"]), hour, minute, zone)
        return (moment, rest) if moment else None
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = _month(match["month"])
            if not 1 <= month <= 12:
                continue
            year = int(match["year"])
            rest = text[: match.start()] + " \n " + text[match.end() :]
            zone_match = _ZONE.search(rest)
            zone = None
            if zone_match and zone_match["offset"]:
                zone = _zone(zone_match["offset"])
                rest = rest[: zone_match.start()] + " " + rest[zone_match.end() :]
            clock = _TIME.search(rest)
            hour, minute = (_hour(clock), int(clock["minute"] or 0)) if clock else (None, 0)
            if clock:
                rest = rest[: clock.start()] + " " + rest[clock.end() :]
            moment = _build(
                year + 2000 if year < 100 else year, month, int(match["day"]), hour, minute, zone
            )
            if moment:
                return moment, rest
    return None


def find_moment(text: str) -> Moment | None:
    """The first date in a short text, with its time of day if there is one.

    Args:
        text: Any Unicode form, such as ``Thứ tư, 04/03/2020 17:14 (GMT+7)``.
    """
    found = _find(fold(text))
    return found[0] if found else None


def read_moment(line: str) -> Moment | None:
    """The moment that a line states, if the line states nothing else.

    Args:
        line: One line, such as ``17:14, 04/03/2020`` or ``Cập nhật lúc 17h14, ngày 4-3-2020``.
            When it holds both a publication and an update, the publication counts.

    Returns:
        The moment, or ``None`` for prose that happens to hold a date.
    """
    if len(line) > 160:
        return None
    text = fold(line)
    found = _find(text)
    if found is None:
        return None
    first, rest = found
    second = _find(rest)
    if second:
        rest = second[1]
    left = _ZONE.sub(" ", rest)
    left = _FILLER.sub(" ", left)
    if re.search(r"[a-z0-9]", left):
        return None
    if second and _UPDATED.search(text) and _PUBLISHED.search(text):
        updated, published = _UPDATED.search(text), _PUBLISHED.search(text)
        if updated and published and updated.start() < published.start():
            return second[0]
    return first


def from_iso(value: str) -> Moment | None:
    """A moment from a machine's field: ISO 8601, else whatever a person may have written."""
    return find_moment(value) if value else None
