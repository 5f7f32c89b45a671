"""Days that English names without their figures: lunar days, ends of months and of years."""
# ruff: noqa: E501 - a notation is easier to read on one line

import re
from calendar import monthrange
from fractions import Fraction

from nhipcau.common.text.dates import (
    ENGLISH_MONTH_NUMBERS,
    ENGLISH_MONTH_PATTERN,
    LUNAR_MONTHS,
    ORDINALS,
    Day,
)
from nhipcau.common.text.notations import Alternatives, Pattern, either, one, pattern

#: Where no year is named, February may have either number of days.
_A_YEAR, _A_LEAP_YEAR = 2001, 2000
_MONTH = rf"(?P<month>1[0-2]th|[1-9](?:st|nd|rd|th)|{'|'.join(LUNAR_MONTHS)})"
_DAY = rf"(?:(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_YEAR = r"(?P<year>(?:1[0-9]|20|21)\d\d)(?!\d)"


def _counted(ordinal: str) -> int:
    """The number of an ordinal in words or figures."""
    return ORDINALS.get(ordinal.lower()) or int(re.sub(r"\D", "", ordinal))


def _lunar_days(match: re.Match[str], _language: str) -> Alternatives | None:
    """The 10th day of the third lunar month, which Vietnamese writes 10-3; two days also."""
    month = _counted(match["month"])
    return one(*(Day(_counted(day), month) for day in (match["first"], match["day"]) if day))


def _lunar_month(match: re.Match[str], _language: str) -> Alternatives | None:
    """The eighth lunar month, which Vietnamese calls tháng Tám."""
    return one(Day(None, _counted(match["month"])))


def _end_of_month(match: re.Match[str], _language: str) -> Alternatives | None:
    """The end of November: the month, or its last day."""
    month = ENGLISH_MONTH_NUMBERS[match["name"].capitalize()]
    year = int(match["year"]) if match["year"] else None
    years = (year,) if year else (_A_YEAR, _A_LEAP_YEAR)
    lasts = sorted({monthrange(any_year, month)[1] for any_year in years})
    return either((Day(None, month, year), *(Day(last, month, year) for last in lasts)))


def _end_of_year(match: re.Match[str], _language: str) -> Alternatives | None:
    """The end of 2026: the year, or its last day."""
    year = int(match["year"])
    return either((Fraction(year), Day(31, 12, year)))


#: Read before the notations of dates proper, of which they are parts.
ENGLISH_DAYS: tuple[Pattern, ...] = (
    pattern(
        rf"(?:(?<![\d.,])\b(?P<first>{_DAY})\s+(?:day\s+)?(?:and|to|through)\s+(?:the\s+)?(?:early hours of the\s+)?)?(?<![\d.,])\b(?P<day>{_DAY})\s+(?:day\s+)?of\s+the\s+{_MONTH}\s+(?:lunar\s+)?month",
        _lunar_days,
    ),
    pattern(
        rf"\b{_MONTH}\s+(?:lunar\s+month|month\s+of\s+the\s+lunar)",
        _lunar_month,
        is_required=False,
        is_worded=True,
    ),
    pattern(
        rf"\bend\s+of\s+(?P<name>{ENGLISH_MONTH_PATTERN})\b(?:,?\s*{_YEAR})?",
        _end_of_month,
        is_required=False,
        is_worded=True,
    ),
    pattern(rf"\bend\s+of\s+{_YEAR}", _end_of_year),
)
