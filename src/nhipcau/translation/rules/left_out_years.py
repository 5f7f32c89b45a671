"""Years that good news translations say in other words or leave out."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from nhipcau.common.text.quantities import Quantity

#: A year of the news, past or planned; anything else in its place is a slip of the pen.
_YEAR = re.compile(r"19[5-9]\d|20[0-4]\d")
#: Words that mean a year without its number, by language and by how far it is from the year of the
#: text, ``None`` for any; English for all but Vietnamese.
_RELATIVE = {
    "en": (
        (0, r"\bthis (?:year|season)\b"),
        (None, r"\b(?:(?:that|the same) (?:year|season)"
            r"|(?:during|over|of|in|for|throughout) the year)\b"),
        (1, r"\b(?:next|the coming|the following) (?:year|season)\b"),
        (-1, r"\b(?:(?:last|the previous|the past) (?:year|season)|year[- ]on[- ]year|y-o-y"
            r"|(?:a|one) year (?:earlier|ago|before)|the year (?:before|prior))\b"),
    ),
    "vi": (
        (0, r"\bnăm nay\b"),
        (None, r"\b(?:cùng năm|trong năm)\b(?!\s+\d)"),
        (1, r"\bnăm (?:sau|tới)\b"),
        (-1, r"\bnăm (?:ngoái|trước|qua)\b"),
    ),
}  # fmt: skip
#: So long into a new year the old one is still spoken of as this one.
_LINGERS = timedelta(days=31)
_RANGE = re.compile(r"(?P<first>\d{4})\s?[-–]\s?(?P<last>\d{4})")
#: What says the end of a span of years alone: through 2030, đến hết năm 2030.
_UP_TO = {
    "en": r"\b(?:through|until|till|up to|to|by)(?: the end of)? {year}\b",
    "vi": r"\b(?:đến|tới)(?: hết| cuối)?(?: năm)? {year}\b",
}


def without_years_said_otherwise(
    missing: Sequence[Quantity],
    text: str,
    language: str,
    other_text: str,
    other_language: str,
    day: date | None = None,
) -> list[Quantity]:
    """What is still missing when years are left out that the other side need not write.

    “Năm 2025” may be “this year”, one year for each such word; “next year” beside a written 2025 is
    2026 and no other. Of “2025 - 2030” the other side may say “through 2030”.

    Args:
        missing: Quantities of one side without counterpart on the other.
        text: The text they stand in.
        language: Its BCP 47 code.
        other_text: The other side.
        other_language: Its BCP 47 code.
        day: Civil day of the news; with it, “this year” is the year of that day and no other.
    """
    if not missing:
        return []
    said = _said(other_text, other_language)
    # What both sides say in words stands for no year in figures.
    for distance in _said(text, language):
        if distance in said:
            said.remove(distance)
    written = {int(year) for year in _YEAR.findall(other_text)}
    kept = []
    for item in missing:
        figures = text[item.start : item.end]
        if _YEAR.fullmatch(figures):
            if _is_open_range(item, text, other_text, other_language):
                continue
            meant = [word for word in said if _can_mean(word, int(figures), written, day)]
            if meant:
                said.remove(meant[0])
                continue
        kept.append(item)
    return kept


def _said(text: str, language: str) -> list[int | None]:
    """How far from the year of the text each year is that it says in words."""
    return [
        distance
        for distance, words in _RELATIVE["vi" if language.startswith("vi") else "en"]
        for _word in re.finditer(words, text, re.IGNORECASE)
    ]


def _can_mean(distance: int | None, year: int, written: Collection[int], day: date | None) -> bool:
    """Whether “this”, “next” or “last year” may be a year, beside the years written out."""
    if day and distance is not None:
        # In January the year that has just ended may still be “this year”.
        return year - distance in {day.year, (day - _LINGERS).year} or any(
            distance and year == other + distance for other in written
        )
    return not distance or not written or any(year == other + distance for other in written)


def _is_open_range(item: Quantity, text: str, other_text: str, language: str) -> bool:
    """Whether a year begins a span of which the other side says the end alone."""
    span = _RANGE.match(text, item.start)
    if span is None or span["first"] > span["last"]:
        return False
    words = _UP_TO["vi" if language.startswith("vi") else "en"].format(year=span["last"])
    return bool(re.search(words, other_text, re.IGNORECASE))
