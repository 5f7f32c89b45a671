"""Notations of dates, times and numbers in Vietnamese and English news, and how each is read."""
# ruff: noqa: E501 - a notation or a row of a table is easier to read on one line

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from nhipcau.common.text.dates import (
    DOTS,
    ENGLISH_MONTH_NUMBERS,
    ENGLISH_MONTH_PATTERN,
    VIETNAMESE_HALVES,
    VIETNAMESE_MONTH_PATTERN,
    VIETNAMESE_MONTH_WORDS,
    Day,
    TimeOfDay,
    full_year,
    is_day_and_month,
    times_of_day,
)
from nhipcau.common.text.figures import roman_value

Value = Fraction | Day | TimeOfDay
Alternatives = tuple[tuple[Value, ...], ...]


SIGNS = {ord(dash): "-" for dash in "–—−‐‑‒"} | {
    ord("\u00a0"): " ",
    ord("\u202f"): " ",
    ord("’"): "'",
    ord("‘"): "'",
}
_D, _M, _Y = (
    r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)",
    r"(?<!\d)(?:0?[1-9]|1[0-2])(?!\d)",
    r"(?:1[0-9]|20|21)\d\d(?!\d)",
)
_MONTH = rf"(?:{ENGLISH_MONTH_PATTERN})\b\.?"
#: "Mỗi tháng hai lần" is twice a month and not in February.
_TIMES = r"(?:lần(?!\s+(?:đầu|thứ|này|cuối))|buổi|chuyến)(?![^\W\d_])"
_VI_MONTH = rf"(?:{_M}|(?:{VIETNAMESE_MONTH_PATTERN})(?![^\W\d_]))"
_TH = r"(?:st|nd|rd|th)?"
_DAY_WORD = (
    r"(?:ngày|hôm|mùng|mồng|sáng|trưa|chiều|tối|đêm|khuya|rạng sáng|từ|đến|tới|thứ \w+|chủ nhật|"
    r"ngày \d{1,2},)"
)


def _english_month(name: str) -> int:
    return ENGLISH_MONTH_NUMBERS[name.rstrip(".").capitalize()]


def _vietnamese_month(text: str) -> int:
    return int(text) if text.isdigit() else VIETNAMESE_MONTH_WORDS[text.lower()]


def _year(figures: str | None) -> int | None:
    return full_year(figures) if figures else None


Handler = Callable[[re.Match[str], str], Alternatives | None]


def one(*values: Value) -> Alternatives:
    """A single alternative."""
    return (tuple(values),)


def either(values: tuple[Value, ...]) -> Alternatives:
    """Alternatives of one value each."""
    return tuple((value,) for value in values)


def _full_date(match: re.Match[str], language: str) -> Alternatives | None:
    """4/3/2020, 04-03-2020, 4.3.2020; in English either order."""
    first, second, year = int(match[1]), int(match[2]), full_year(match[3])
    found = []
    if is_day_and_month(first, second):
        found.append((Day(first, second, year),))
    if language != "vi" and is_day_and_month(second, first):
        found.append((Day(second, first, year),))
    return tuple(dict.fromkeys(found)) or None


def _two_figures(first: int, second: int, sign: str) -> list[tuple[Value, ...]]:
    """What two figures with a sign between are when they are no date."""
    if sign == "/" and first == second:
        # 9/9 huyện: all nine districts, a hundred per cent of them.
        return [(Fraction(first), Fraction(100))]
    found: list[tuple[Value, ...]] = [(Fraction(first), Fraction(second))]
    if sign == "/" and first < second:
        found.append((Fraction(first, second),))
    return found


def _short_date(match: re.Match[str], language: str) -> Alternatives | None:
    """4/3, 4-3: a day and a month, a score, a range or a fraction."""
    first, second = int(match["a"]), int(match["b"])
    found: list[tuple[Value, ...]] = []
    if is_day_and_month(first, second):
        found.append((Day(first, second),))
    if match["lead"] and found:
        return tuple(found)
    if language != "vi" and is_day_and_month(second, first):
        found.append((Day(second, first),))
    found += _two_figures(first, second, match["sign"])
    return tuple(dict.fromkeys(found))


def _time(match: re.Match[str], language: str) -> Alternatives | None:
    """17:14, 17h14, 17 giờ 14 phút, 5 giờ chiều, 5.30pm."""
    parts = match.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    half = DOTS.sub("", (parts.get("half") or "").lower()) if language != "vi" else ""
    if language == "vi" and parts.get("half"):
        half = VIETNAMESE_HALVES.get(parts["half"].lower(), "")
        if hour > 12:
            half = ""
    if parts["hour"][0] == "0" and len(parts["hour"]) == 2:
        # Who writes 08:40 counts the hours to 24.
        half = half or "am"
    found: list[tuple[Value, ...]] = list(either(times_of_day(hour, minute, half)))
    if not parts.get("minute"):
        # Seventeen hours may also be a duration.
        if not (language != "vi" and parts.get("half")):
            found.append((Fraction(hour),))
        return tuple(found)
    if minute:
        # Some papers write 17.30.
        found.append((Fraction(f"{hour}.{minute:02}"),))
    if "giờ" in match[0].lower() and hour:
        # Two hours and thirty minutes may be a length of time too, in minutes on the other side.
        found += [(Fraction(hour), Fraction(minute)), (Fraction(60 * hour + minute),)]
    return tuple(found)


def _first_hour(match: re.Match[str]) -> Alternatives:
    """The 6 of “6 to 10 p.m.”, of the same half of the day, and the 9 of “9-5 p.m.”."""
    hour, minute, last = int(match["hour"]), int(match["minute"] or 0), int(match["last"])
    half = match["last_half"].lower()
    if hour % 12 > last % 12:
        half = "am" if half == "p" else "pm"
    else:
        half += "m"
    return either(times_of_day(hour, minute, half))


def _days_of_month(match: re.Match[str], language: str) -> Alternatives | None:
    """Several days of one month: 10-14/3/2023, 4 and 5 March, March 10 to 14."""
    parts = match.groupdict()
    month = (_vietnamese_month if language == "vi" else _english_month)(parts["month"])
    year = _year(parts.get("year"))
    days = [int(figures) for figures in re.findall(r"\d+", parts["days"])]
    dates = tuple(Day(day, month, year) for day in days)
    if year is None and parts.get("sign") == "-":
        # "3-6 và 7-5" are also the games of two sets, and "30-4 và 1-5" two days of two months.
        games = tuple(Fraction(number) for number in (*days, month))
        two_days = re.fullmatch(r"(\d+)-(\d+)\D*[^\W\d_]\D*\d+", parts["days"])
        if two_days and is_day_and_month(*map(int, two_days.groups())):
            return (dates, games, (Day(days[0], days[1]), Day(days[2], month)))
        return (dates, games)
    return (dates,)


def _month(match: re.Match[str], language: str) -> Alternatives | None:
    """tháng 3, tháng 3/2020, tháng Ba, March, March 2020."""
    parts = match.groupdict()
    reader = _vietnamese_month if language == "vi" else _english_month
    months = [reader(parts["month"])]
    if parts.get("other"):
        months.append(reader(parts["other"]))
    year = _year(parts.get("year"))
    return one(*(Day(None, month, year) for month in months))


def _anniversary(match: re.Match[str], language: str) -> Alternatives | None:
    """30/4/1975-2020 and April 30, 1975-2020: the day in the first year and in the last."""
    reader = _vietnamese_month if language == "vi" else _english_month
    day, month = int(match["day"]), reader(match["month"])
    years = (int(match["year"]), int(match["last"]))
    return one(*(Day(day, month, year) for year in years)) if is_day_and_month(day, month) else None


def _decade(match: re.Match[str], _language: str) -> Alternatives | None:
    """1990s, thập niên 90, '71: two figures may stand for four."""
    year = int(match["year"])
    if year >= 100:
        return either((Fraction(year),))
    full = (Fraction(1900 + year), Fraction(2000 + year))
    return either((Fraction(year), *full) if year > 12 else full)


def _season(match: re.Match[str], _language: str) -> Alternatives | None:
    """2019-20, 2019/20: the second year may be written in full on the other side."""
    first, second = int(match[1]), int(match[2])
    century = first // 100 * 100
    return ((Fraction(first), Fraction(second)), (Fraction(first), Fraction(century + second)))


def _roman(match: re.Match[str], _language: str) -> Alternatives | None:
    value = roman_value(match["roman"])
    return one(Fraction(value)) if value else None


def _plain(match: re.Match[str], _language: str) -> Alternatives | None:
    return one(*(Fraction(int(figures)) for figures in match.groups() if figures))


@dataclass(frozen=True)
class Pattern:
    """A notation.

    Attributes:
        regex: What it looks like.
        read: Turns a match into alternatives; ``None`` when it is something else.
        is_required: Whether its digits must have a counterpart.
        is_worded: Whether it says a number in words proper.
    """

    regex: re.Pattern[str]
    read: Handler
    is_required: bool = True
    is_worded: bool = False


def pattern(
    expression: str,
    read: Handler,
    *,
    is_required: bool = True,
    is_worded: bool = False,
    cased: bool = False,
) -> Pattern:
    """A notation from its expression.

    Args:
        expression: Regular expression.
        read: Turns a match into alternatives.
        is_required: Whether its digits must have a counterpart.
        is_worded: Whether it says a number in words proper.
        cased: Whether letter case tells (May is a month, may is not).
    """
    flags = 0 if cased else re.IGNORECASE
    return Pattern(re.compile(expression, flags), read, is_required, is_worded)


_JOIN_VI = r"(?:\s*(?:-|và|,?\s*rạng(?:\s+sáng)?(?:\s+ngày)?|đến|tới|đến ngày|đến hết ngày|tới ngày|và ngày)\s*(?:(?:ngày|mùng|mồng|hôm)\s*)?)"
_JOIN_EN = r"(?:\s*(?:-|,|and|to|through|until|&|or)\s*(?:the\s+)?)"
_ISO = pattern(
    r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)",
    lambda match, _language: (
        one(Day(int(match[3]), int(match[2]), int(match[1])))
        if is_day_and_month(int(match[3]), int(match[2]))
        else None
    ),
)
_DECADES = pattern(r"(?<!\d)(?P<year>1[5-9]\d0|20\d0|[1-9]0)(?:'?s)\b", _decade)
_SHORT_YEAR = pattern(r"(?<![\w'])'(?P<year>\d\d)(?!\d|')", _decade)
_SEASON = pattern(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)(?![\d/.-])", _season)
_CLOCK = r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])"

VIETNAMESE: tuple[Pattern, ...] = (
    _ISO,
    pattern(
        rf"(?P<day>{_D})[/-](?P<month>{_M})[/-](?P<year>{_Y})\s?-\s?(?P<last>{_Y})", _anniversary
    ),
    pattern(
        rf"(?<![:\d/.-])(?P<days>{_D}(?:{_JOIN_VI}{_D})+)\s*(?:(?P<sign>[/-])\s*(?=\d)|tháng)\s*(?P<month>{_VI_MONTH})(?:\s*(?:[/-]|,?\s*năm)\s*(?P<year>{_Y}))?",
        _days_of_month,
    ),
    pattern(
        r"(?<![\d./-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d\d)(?![\d])(?![/.-]\d)",
        _full_date,
    ),
    pattern(
        rf"(?P<days>{_D})\s*(?:tháng|/tháng)\s*(?P<month>{_VI_MONTH})(?:\s*(?:[/-]|,?\s*năm|,)\s*(?P<year>{_Y}))?",
        _days_of_month,
    ),
    pattern(r"\bquý\s+(?P<roman>III|II|IV|I)\b", _roman, is_required=False),
    pattern(r"\bquý\s+([1-4])\s*[/-]\s*(\d{4})", _plain),
    pattern(
        rf"(?<!\d )(?<!cùng )\btháng\s*(?P<month>{_VI_MONTH})(?!\s*%)(?!\s+{_TIMES})(?:\s*(?:-|và|đến|tới)\s*(?:tháng\s*)?(?P<other>{_M})(?!\d*[.,%]))?(?:\s*(?:[/.-]|,?\s*năm|,)?\s*(?P<year>{_Y}))?",
        _month,
    ),
    pattern(rf"(?<![\d/.-])(?P<month>{_M})[/-](?P<year>{_Y})", _month),
    pattern(
        rf"(?P<lead>{_DAY_WORD}\s+|\()?(?<![\d/.,-])(?P<a>\d{{1,2}})\s?(?P<sign>[/.])\s?(?P<b>\d{{1,2}})(?![\d/%]|[.,]\d)(?:,?\s+năm\s+(?P<year>{_Y}))?",
        lambda match, language: _lead_date(match, language),
    ),
    pattern(
        r"(?P<lead>(?:ngày|hôm|mùng|mồng|sáng|trưa|chiều|tối|đêm)\s+)?(?<![\d/.,\w-])(?P<a>\d{1,2})\s?(?P<sign>-)\s?(?P<b>\d{1,2})(?![\d/,.%]\d|\d|\w)(?!\s*(?:%|triệu|tỷ|tỉ|nghìn|ngàn))",
        _short_date,
    ),
    pattern(
        rf"{_CLOCK}\s?(?:giờ|g(?=\d)|h(?!a|z|p))\s?(?:(?P<minute>[0-5]\d)(?!\d)(?:\s?(?:phút|'))?)?(?:\s+(?P<half>rạng sáng|sáng|trưa|chiều|tối|đêm|khuya))?(?![^\W\d_])",
        _time,
    ),
    pattern(rf"{_CLOCK}:(?P<minute>[0-5]\d)(?!\d)", _time),
    pattern(
        r"\b(?:thập niên|thập kỷ|thập kỉ|những năm|các năm|đầu năm|cuối năm)\s+(?P<year>1[5-9]\d0|20\d0|[1-9]0)(?!\d|[.,]\d)",
        _decade,
    ),
    _SEASON,
    _SHORT_YEAR,
    _DECADES,
)
_HALF_EN = r"(?P<half>a\.?m\b\.?|p\.?m\b\.?)"
ENGLISH: tuple[Pattern, ...] = (
    _ISO,
    pattern(
        rf"\b(?P<month>{_MONTH})\s*(?P<day>{_D}){_TH},?\s*(?P<year>{_Y})\s?-\s?(?P<last>{_Y})",
        _anniversary,
        cased=True,
    ),
    pattern(
        rf"(?P<day>{_D}){_TH}\s+(?P<month>{_MONTH}),?\s*(?P<year>{_Y})\s?-\s?(?P<last>{_Y})",
        _anniversary,
        cased=True,
    ),
    pattern(
        rf"(?P<days>{_D}{_TH}(?:{_JOIN_EN}{_D}{_TH})*)\s*(?:-|of\s+)?\s*(?P<month>{_MONTH})(?:,?\s*(?P<year>{_Y}))?",
        _days_of_month,
        cased=True,
    ),
    pattern(
        rf"\b(?P<month>{_MONTH})\s*(?:the\s+)?(?P<days>{_D}{_TH}(?:{_JOIN_EN}{_D}{_TH}(?!\s+[A-Z][a-z]+\b(?<=ch|il|ay|ne|ly|st|er|ry)))*)(?![.,]?\d|%|:\d)(?:,?\s*(?P<year>{_Y}))?",
        _days_of_month,
        cased=True,
    ),
    pattern(
        rf"\b(?P<month>{_MONTH})(?:\s*(?:-|and|to|/|or)\s*(?P<other>{_MONTH}))?,?\s*(?:of\s+)?(?P<year>{_Y})",
        _month,
        cased=True,
    ),
    pattern(
        rf"\b(?P<month>{_MONTH})(?![a-z])", _month, is_required=False, is_worded=True, cased=True
    ),
    pattern(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?![\d/-])", _full_date),
    pattern(
        rf"{_CLOCK}(?:[:.](?P<minute>[0-5]\d))?(?=\s?(?:-|to|until|till|and)\s?(?P<last>1[0-2]|\d)(?:[:.][0-5]\d)?\s?(?P<last_half>[ap])\.?m\b)",
        lambda match, _language: _first_hour(match),
    ),
    pattern(
        rf"{_CLOCK}(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF_EN}",
        _time,
    ),
    pattern(rf"{_CLOCK}:(?P<minute>[0-5]\d)(?!\d)", _time),
    pattern(rf"{_CLOCK}(?P<minute>[0-5]\d)\s?(?=GMT|hrs|hours GMT|local time)", _time, cased=True),
    pattern(
        r"(?P<lead>\bon\s+)?(?<![\d/.,$£€-])(?P<a>\d{1,2})(?P<sign>/)(?P<b>\d{1,2})(?![\d/,.%]\d|\d)",
        lambda match, language: _short_date_english(match),
    ),
    _SEASON,
    _SHORT_YEAR,
    _DECADES,
)


def _lead_date(match: re.Match[str], language: str) -> Alternatives | None:
    """4/3, 30.4 with the year that may follow; a point only joins a date after a day word."""
    if match["sign"] == "." and not (match["lead"] and match["lead"].strip() != "("):
        return None
    if match["lead"] and match["lead"].strip() == "(" and match["sign"] == ".":
        return None
    found = _short_date(match, language)
    if found and match["year"]:
        year = int(match["year"])
        found = tuple(
            tuple(
                Day(value.day, value.month, year) if isinstance(value, Day) else value
                for value in values
            )
            + (() if any(isinstance(value, Day) for value in values) else (Fraction(year),))
            for values in found
        )
    return found


def _short_date_english(match: re.Match[str]) -> Alternatives | None:
    """3/4, 9/11: either order of a date, or a fraction."""
    first, second = int(match["a"]), int(match["b"])
    found: list[tuple[Value, ...]] = []
    if is_day_and_month(first, second):
        found.append((Day(first, second),))
    if is_day_and_month(second, first):
        found.append((Day(second, first),))
    found += _two_figures(first, second, match["sign"])
    return tuple(dict.fromkeys(found))
