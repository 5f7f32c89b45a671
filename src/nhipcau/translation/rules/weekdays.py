"""Dates that a translation says by the day of the week: “sáng 26/6”, “on Thursday morning”."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from nhipcau.common.text.dates import Day
from nhipcau.common.text.quantities import Quantity

_ENGLISH = "monday tuesday wednesday thursday friday saturday sunday".split()
_VIETNAMESE = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
_NAMES = {
    "en": re.compile(r"\b(" + "|".join(_ENGLISH) + r")\b", re.IGNORECASE),
    "vi": re.compile(r"\bthứ (hai|ba|tư|năm|sáu|bảy|[2-7])\b|\b(chủ nhật)\b", re.IGNORECASE),
}


#: Years of news, of whose days the weekday may be meant where the text's own is not known.
_NEWS = range(1990, 2041)


def _named(text: str, language: str) -> Counter[int]:
    """How often a text names each day of the week, Monday being 0."""
    names = (
        [match[1] or match[2] for match in _NAMES["vi"].finditer(text)]
        if (language == "vi")
        else [match[1] for match in _NAMES["en"].finditer(text)]
    )
    if language == "vi":
        return Counter(_VIETNAMESE.get(name.lower(), 6) for name in names)
    return Counter(_ENGLISH.index(name.lower()) for name in names)


def without_days_said_by_weekday(
    missing: Sequence[Quantity],
    text: str,
    language: str,
    other_text: str,
    other_language: str,
    years: Collection[int],
) -> list[Quantity]:
    """What is still missing when a date is left out whose day of the week the other side names.

    Args:
        missing: Quantities of one side without counterpart on the other.
        text: The text they stand in.
        language: Its BCP 47 code.
        other_text: The other side.
        other_language: Its BCP 47 code.
        years: Years that a date without one may belong to; without any, nothing is sure.
    """
    if not missing:
        return []
    language, other_language = (
        "vi" if code.startswith("vi") else "en" for code in (language, other_language)
    )
    # A day of the week that both sides name stands for no date.
    said = _named(other_text, other_language) - _named(text, language)
    kept = []
    for item in missing:
        meant = next((day for day in _weekdays(item, years) if said[day]), None)
        if meant is None:
            kept.append(item)
        else:
            said[meant] -= 1
    return kept


def _weekdays(item: Quantity, years: Collection[int]) -> set[int]:
    """Days of the week that a date may fall on."""
    found = set()
    for value in item.alternatives[0]:
        if not isinstance(value, Day) or value.day is None:
            continue
        # News names the days of its own weeks, and no day of another year.
        own = [value.year] if value.year in _NEWS else []
        for year in years or own:
            if year is None or value.year not in {None, year}:
                continue
            try:
                found.add(date(year, value.month, value.day).weekday())
            except ValueError:
                continue
    return found
