"""Dates, months and times of day as values that compare across languages."""

import re
from dataclasses import dataclass

ENGLISH_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_ENGLISH_SHORT = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7,
    "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
ENGLISH_MONTH_NUMBERS = {
    name: number for number, name in enumerate(ENGLISH_MONTHS, start=1)
} | _ENGLISH_SHORT
#: Months of the lunar calendar, which English counts.
LUNAR_MONTHS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=1,
    )
}
#: Days of a month in words.
ORDINALS = LUNAR_MONTHS | {
    word: number
    for number, word in enumerate(
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=13,
    )
}
VIETNAMESE_MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười một": 11, "mười hai": 12, "mười": 10, "chạp": 12,
}  # fmt: skip
ENGLISH_MONTH_PATTERN = "|".join(sorted(ENGLISH_MONTH_NUMBERS, key=len, reverse=True))
VIETNAMESE_MONTH_PATTERN = "|".join(sorted(VIETNAMESE_MONTH_WORDS, key=len, reverse=True))


@dataclass(frozen=True)
class Day:
    """A day, a month or a month of a year.

    Attributes:
        day: Of the month; ``None`` for a whole month.
        month: 1 to 12.
        year: Four digits; ``None`` when the text leaves it out.
    """

    day: int | None
    month: int
    year: int | None = None

    def agrees_with(self, other: "Day") -> bool:
        """Whether the other may be the same date, as news leaves years out.

        A day must be named on the other side too; a month is named by any day in it.
        """
        if self.month != other.month or (self.day is not None and self.day != other.day):
            return False
        return self.year is None or other.year is None or self.year == other.year


@dataclass(frozen=True)
class TimeOfDay:
    """A wall-clock time.

    Attributes:
        minutes: Minutes after midnight.
    """

    minutes: int


def is_day_and_month(day: int, month: int) -> bool:
    """Whether two numbers can be a day and a month."""
    return 1 <= day <= 31 and 1 <= month <= 12


def full_year(figures: str) -> int:
    """A year from two or four figures; two mean the century nearest to the present usage."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return 1900 + year if year > 50 else 2000 + year


def times_of_day(hour: int, minute: int, half: str = "") -> tuple[TimeOfDay, ...]:
    """The times a wall-clock reading may mean.

    Args:
        hour: 0 to 24.
        minute: 0 to 59.
        half: ``am``, ``pm`` or empty when the text does not say.

    Returns:
        One time, or two for a bare hour below noon; none when the figures are no time.
    """
    if hour > 24 or minute > 59:
        return ()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
        return (TimeOfDay(hour * 60 + minute),)
    times = [TimeOfDay(hour % 24 * 60 + minute)]
    if 1 <= hour <= 12:
        times.append(TimeOfDay((hour + 12) % 24 * 60 + minute))
    return tuple(times)


#: Half of the day by the Vietnamese word after an hour, and by the English letters.
VIETNAMESE_HALVES = {
    "sáng": "am", "trưa": "", "chiều": "pm", "tối": "pm", "đêm": "", "khuya": "", "rạng sáng": "am",
}  # fmt: skip
DOTS = re.compile(r"\W")
