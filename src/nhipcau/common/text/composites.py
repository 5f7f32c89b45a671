"""Quantities of several numbers: telephone numbers, lengths of time, feet and inches."""
# ruff: noqa: E501 - a notation is easier to read on one line

import re
from fractions import Fraction

from nhipcau.common.text.dates import VIETNAMESE_HALVES, TimeOfDay, times_of_day
from nhipcau.common.text.notations import Alternatives, Pattern, Value, either, pattern
from nhipcau.common.text.numbers import SCALES

_LEAST_PHONE_DIGITS, _MOST_PHONE_DIGITS = 9, 13


def _phone(match: re.Match[str], _language: str) -> Alternatives | None:
    """0262.3951.789, 0262 3951 789, +84 262 3951 789: one row of digits however it is grouped."""
    digits = re.sub(r"\D", "", match[0])
    if match[0].startswith("+84"):
        digits = f"0{digits[2:]}"
    if not _LEAST_PHONE_DIGITS <= len(digits) <= _MOST_PHONE_DIGITS:
        return None
    return ((Fraction(int(digits)),),)


def _length_of_time(match: re.Match[str], _language: str) -> Alternatives:
    """2 tiếng 15 phút, 2:02:57, 9 giây 86: its parts, or all of it in the smallest unit."""
    hours, minutes, seconds, rest = (
        match.groupdict().get(name) for name in ("hours", "minutes", "seconds", "rest")
    )
    parts = tuple(Fraction(int(part)) for part in (hours, minutes) if part)
    if seconds is None:
        return (parts, (60 * parts[0] + parts[1],)) if parts[0] else (parts,)
    exact = Fraction(f"{int(seconds)}.{rest or 0}")
    total = exact
    for factor, part in ((3600, hours), (60, minutes)):
        total += factor * int(part or 0)
    found: list[tuple[Fraction, ...]] = [(*parts, exact)]
    if all(parts):
        found.append((total,))
    if rest:
        found.append((*parts, Fraction(int(seconds)), Fraction(int(rest))))
    return tuple(dict.fromkeys(found))


def _years_and_months(match: re.Match[str], _language: str) -> Alternatives:
    """12 năm 6 tháng: its parts, all of it in months, or in years."""
    years, months = Fraction(int(match["years"])), Fraction(int(match["months"]))
    return ((years, months), (12 * years + months,), (years + months / 12,))


def _scales_in_a_row(match: re.Match[str], _language: str) -> Alternatives | None:
    """1 tỷ 250 triệu, 2 triệu 500 nghìn: one amount in two scales."""
    scales = {word: SCALES["vi"][word] for word in ("tỷ", "tỉ", "triệu", "nghìn", "ngàn")}
    large, small = scales[match["scale"].lower()], scales[match["scale2"].lower()]
    if large != 1000 * small:
        return None
    return ((Fraction(int(match["whole"]) * large + int(match["part"]) * small),),)


_MINUTES = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}


def _stoppage_time(match: re.Match[str], _language: str) -> Alternatives:
    """90+3: the minute as football counts it, or as its sum."""
    minute, more = int(match["minute"]), int(match["more"])
    return ((Fraction(minute), Fraction(more)), (Fraction(minute + more),))


def _into_stoppage_time(match: re.Match[str], _language: str) -> Alternatives:
    """Four minutes into stoppage time: 90+4, or 45+4."""
    more = Fraction(_MINUTES.get(match["more"].lower()) or int(match["more"]))
    return tuple(values for half in (90, 45) for values in ((Fraction(half), more), (half + more,)))


def _counted_days(match: re.Match[str], _language: str) -> Alternatives | None:
    """The 2 of “2 ngày 11 và 12/6”, which the days behind it say again."""
    if len(re.findall(r"\d+", match["days"])) != int(match["count"]):
        return None
    return ((Fraction(int(match["count"])),),)


def _metres(match: re.Match[str], _language: str) -> Alternatives:
    """1m85: a person's height as it is spoken."""
    whole, part = match["whole"], match["part"]
    return ((Fraction(f"{whole}.{part}"),), (Fraction(whole), Fraction(part)))


def _two_imperial(match: re.Match[str], _language: str) -> Alternatives:
    """6ft 1in, 5lb 1oz, 9st 4lb: both parts, or all in the smaller unit for conversions."""
    large, small = Fraction(int(match["large"])), Fraction(int(match["small"]))
    factor = {"f": 12, "'": 12, "l": 16, "s": 14, "p": 16}[match["unit"].strip(" -").lower()[0]]
    return ((large, small), (large * factor + small,))


def _always(_match: re.Match[str], _language: str) -> Alternatives:
    return ((Fraction(24),),)


def _named_hour(match: re.Match[str], _language: str) -> Alternatives:
    """Midnight and noon, which the other language may write as 0:00, 24h or 12 giờ."""
    is_night = match[0].lower() in {"midnight", "nửa đêm"}
    hours = (0, 24, 12) if is_night else (12,)
    return ((TimeOfDay(0 if is_night else 720),), *((Fraction(hour),) for hour in hours))


_SHARED: tuple[Pattern, ...] = (
    pattern(r"(?<![\d.,])(?:\+84|\(?0\d{1,4}\)?)(?:[ .-]?\d{2,4}){2,4}(?![\d/]|[.,]\d)", _phone),
    pattern(r"(?<![\d.,-])(?:1-)?\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)", _phone),
    pattern(
        r"(?<![\d:])(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)(?:[.,](?P<rest>\d+))?(?![:\d])",
        _length_of_time,
    ),
    pattern(
        r"(?<![\d:])(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)[.,](?P<rest>\d{1,3})(?![:\d])",
        _length_of_time,
    ),
    pattern(
        r"(?<![\d.,])(?P<minute>45|90|105|120)\s?\+\s?(?P<more>\d{1,2})(?![\d.,]\d)", _stoppage_time
    ),
    # The figure of a square or cubic metre counts nothing.
    pattern(
        r"(?<![^\W\d_])[kcdm]?m(?P<power>[23]|(?<=\d[kcdm]m)\d|(?<=\dm)\d|(?<=\d [kcdm]m)\d|(?<=\d m)\d)(?!\w)",
        lambda match, _language: ((Fraction(int(match["power"])),),),
        is_required=False,
    ),
    pattern(r"(?<!\d)24\s?[/-]\s?(?:24|7)(?:\s?h)?(?![\d/])", _always, is_required=False),
)


_NOON = 12


def _hour_and_a_half(match: re.Match[str], _language: str) -> Alternatives:
    """1 giờ rưỡi: a length of time in hours or minutes, or a time of day."""
    hours = Fraction(int(match["hours"]))
    lengths = (hours + Fraction(1, 2), 60 * hours + 30)
    # Some papers write 7.30; "half past seven" says the minutes by themselves.
    values: tuple[Value, ...] = (
        *lengths,
        hours + Fraction(3, 10),
        *times_of_day(int(hours), 30),
    )
    return (*either(values), (hours, Fraction(30)))


def _hours_of_day(match: re.Match[str], _language: str) -> Alternatives | None:
    """5 - 6 giờ chiều: two hours of one half of the day, or a length of time."""
    hours = [int(match["first"]), int(match["last"])]
    half = VIETNAMESE_HALVES[match["half"].lower()]
    times = [times_of_day(hour, 0, half if hour <= _NOON else "") for hour in hours]
    if not all(times):
        return None
    return ((times[0][0], times[1][0]), (Fraction(hours[0]), Fraction(hours[1])))


COMPOSITES: dict[str, tuple[Pattern, ...]] = {
    "vi": (
        *_SHARED,
        pattern(
            r"(?<![\d.,])(?P<hours>\d{1,3})\s?(?:giờ|tiếng|h)\s?(?P<minutes>\d{1,2})\s?(?:phút|p|')\s?(?P<seconds>\d{1,2})(?:[.,](?P<rest>\d+))?\s?(?:giây|s|\")(?!\w)",
            _length_of_time,
        ),
        pattern(
            r"(?<![\d.,])(?P<hours>\d{1,3})\s?tiếng\s?(?P<minutes>\d{1,2})(?:\s?phút)?(?!\d)",
            _length_of_time,
        ),
        pattern(
            r"(?<![\d.,])(?P<minutes>\d{1,3})\s?phút\s?(?P<seconds>\d{1,2})(?:[.,](?P<rest>\d+)|(?:\s?giây)(?:\s?(?P<rest2>\d{1,3}))?)?(?!\d)",
            lambda match, language: _with_rest(match, language),
        ),
        pattern(
            r"(?<![\d.,])(?P<seconds>\d{1,3})\s?giây\s?(?P<rest>\d{1,3})(?!\d)", _length_of_time
        ),
        pattern(r"(?<![\d.,])(?P<whole>[12])\s?(?P<unit>m)\s?(?P<part>\d\d)(?!\w|[.,]\d)", _metres),
        pattern(
            r"(?<![\d.,])(?P<large>\d{1,2})\s?(?P<unit>feet|foot)\s?(?P<small>\d{1,2})(?:\s?(?:inches|inch|in))?(?!\w|[.,]\d)",
            _two_imperial,
        ),
        pattern(
            r"(?<![\d.,/:-])(?P<first>\d{1,2})\s?(?:giờ|h)?\s?(?:-|đến|tới)\s?(?P<last>\d{1,2})\s?(?:giờ|h)\s(?P<half>sáng|chiều|tối)(?![^\W\d_])",
            _hours_of_day,
        ),
        pattern(
            r"(?<![\d.,/-])(?P<hours>\d{1,2})\s?(?:giờ|tiếng|h)\s+rưỡi(?![^\W\d_])",
            _hour_and_a_half,
        ),
        pattern(
            r"(?<![\d.,/-])(?P<years>\d{1,2})\s+năm\s+(?:và\s+)?(?P<months>0?[1-9]|1[01])\s+tháng(?![^\W\d_])(?!\s*\d)",
            _years_and_months,
        ),
        pattern(
            r"(?<![\d.,])(?P<whole>\d{1,3})\s?(?P<scale>tỷ|tỉ|triệu)\s(?P<part>\d{1,3})\s?(?P<scale2>triệu|nghìn|ngàn)(?![^\W\d_])",
            _scales_in_a_row,
        ),
        pattern(
            r"(?<![\d.,/-])(?P<count>[2-9])(?=\s+ngày,?\s+(?P<days>\d{1,2}(?:\s*(?:,|và|-)\s*\d{1,2})+)\s*/)",
            _counted_days,
            is_required=False,
        ),
        # The Champions League and its sisters are so called in Vietnamese only.
        pattern(r"\bcúp\s+C[123]\b", lambda _match, _language: ((Fraction(1),),), is_required=False),
        pattern(
            r"\b(?:nửa đêm|giữa trưa)\b", _named_hour, is_required=False, is_worded=True
        ),
    ),
    "en": (
        *_SHARED,
        pattern(
            r"(?<![\d.,])(?P<hours>\d{1,3})[\s-]?(?:hours?|hrs?|h)[\s,]{0,2}(?:and\s+)?(?P<minutes>\d{1,2})[\s-]?(?:minutes?|mins?|m)(?:[\s,]{0,2}(?:and\s+)?(?P<seconds>\d{1,2})(?:\.(?P<rest>\d+))?[\s-]?(?:seconds?|secs?|s))?(?!\w)",
            _length_of_time,
        ),
        pattern(
            r"(?<![\d.,])(?P<minutes>\d{1,3})[\s-]?(?:minutes?|mins?)[\s,]{0,2}(?:and\s+)?(?P<seconds>\d{1,2})(?:\.(?P<rest>\d+))?[\s-]?(?:seconds?|secs?)(?!\w)",
            _length_of_time,
        ),
        pattern(
            r"(?<![\d.,])(?P<large>\d{1,2})(?P<unit>\s?ft|\s?feet|[\s-]foot)[\s-]?(?P<small>\d{1,2})(?:\s?-?(?:inches|inch|in))?(?!\w|[.,]\d)",
            _two_imperial,
        ),
        pattern(
            r"(?<![\d.,])(?P<large>\d{1,2})(?:(?P<unit>\s?lbs?|\s?pounds?)\s?(?P<small>\d{1,2})\s?(?:oz|ounces?))(?!\w)",
            _two_imperial,
        ),
        pattern(
            r"(?<![\d.,])(?P<large>\d{1,2})(?:(?P<unit>\s?st|\s?stone)\s?(?P<small>\d{1,2})\s?(?:lbs?|pounds?))(?!\w)",
            _two_imperial,
        ),
        pattern(
            r"(?<![\d.,])(?P<large>\d)(?P<unit>')\s?(?P<small>\d{1,2})(?:\"|'')", _two_imperial
        ),
        pattern(
            r"(?<![\d.,])(?P<years>\d{1,2})[\s-]years?,?\s+(?:and\s+)?(?P<months>\d{1,2})[\s-]months?(?!\w)",
            _years_and_months,
        ),
        pattern(
            r"\b(?:midnight|noon|midday)\b", _named_hour, is_required=False, is_worded=True
        ),
        pattern(
            rf"\b(?P<more>\d{{1,2}}|{'|'.join(_MINUTES)})\s+minutes?\s+into\s+(?:stoppage|added|injury)[\s-]time\b",
            _into_stoppage_time,
            is_required=False,
            is_worded=True,
        ),
        pattern(
            r"\b(?:goalless|scoreless)\b",
            lambda _match, _language: ((Fraction(0), Fraction(0)),),
            is_required=False,
            is_worded=True,
        ),
    ),
}  # fmt: skip
#: Units of :func:`_two_imperial` by their first letter, for conversions.
IMPERIAL_UNITS = {
    "f": "ftin",
    "'": "ftin",
    "l": "lboz",
    "p": "lboz",
    "s": "stlb",
    "m": "m",
}


def _with_rest(match: re.Match[str], language: str) -> Alternatives:
    """2 phút 15 giây 30: hundredths spoken behind the seconds."""
    if match["rest2"] is None:
        return _length_of_time(match, language)
    minutes, exact = int(match["minutes"]), Fraction(f"{match['seconds']}.{match['rest2']}")
    parts = (Fraction(minutes), Fraction(match["seconds"]), Fraction(match["rest2"]))
    return ((Fraction(minutes), exact), (60 * minutes + exact,), parts)
