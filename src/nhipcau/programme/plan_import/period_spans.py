"""Find stretches of days in a text: days, months, quarters, halves, years."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_Q = r"(?:iv|i{1,3}|[1-4])"
_YEAR = r"(?:19|20)\d\d"
_YEAR_SUFFIX = rf"(?:\s*(?:/|-|nam|cua nam|,\s*nam)?\s*(?P<year>{_YEAR}))?"
_LIST = r"\s*(?:,|;|\+|&|va)\s*"
_RANGE = r"\s*(?:-|den(?: het)?(?: quy| thang)?|toi)\s*"

_DAY = re.compile(
    rf"(?:ngay\s*)?(?<![\d/.])(?P<day>\d{{1,2}})(?P<mark>\s*/\s*|[.-]|"
    rf"\s+thang\s+)(?P<month>\d{{1,2}})"
    rf"(?:(?:[/.-]|\s+nam\s+|\s*,\s*nam\s+)(?P<year>{_YEAR}|\d\d(?!\d)))?(?![\d])(?!\s*/\s*\d)"
)
_QUARTER = re.compile(
    rf"(?:\bcac\s+)?\bquy\s*(?P<first>{_Q})\b(?P<rest>(?:(?:{_LIST}|"
    rf"{_RANGE})(?:quy\s*)?{_Q}\b)*){_YEAR_SUFFIX}"
    rf"|\bq\.?\s?(?P<short>{_Q})\b(?:\s*/\s*(?P<short_year>{_YEAR}))?"
)
_MONTH_NAME = r"(?:thang|thg|t)\.?\s*"
_MONTH = re.compile(
    rf"(?<![a-z0-9/.-])(?:cac\s+)?{_MONTH_NAME}(?P<first>0?[1-9]|1[0-2])(?![\d])"
    rf"(?P<rest>(?:(?:{_LIST}|\s*-\s*)(?:{_MONTH_NAME})?(?:0?[1-9]|"
    rf"1[0-2])(?!\d)(?!/\d{{1,2}}(?!\d)))*)"
    rf"(?:\s*(?:/|-|nam|,\s*nam|cua nam)?\s*(?P<year>{_YEAR}))?"
)
_NUMERIC_MONTH = re.compile(
    rf"(?<![\d/.])(?:(?P<from>0?[1-9]|1[0-2])\s*-\s*)?(?P<month>0?[1-9]|"
    rf"1[0-2])\s*[/-]\s*(?P<year>{_YEAR})(?!\d)"
)
_NUMBER_WORDS = {"sau": 6, "ba": 3, "chin": 9}
_SPAN = re.compile(
    rf"\b(?P<count>\d+|sau|ba|chin)\s*thang\s*(?P<part>dau|cuoi)(?:\s*nam)?{_YEAR_SUFFIX}"
)
_HALF = re.compile(rf"\bnua\s*(?P<part>dau|cuoi)\s*nam{_YEAR_SUFFIX}")
_YEARS = re.compile(rf"(?P<first>{_YEAR})\s*(?:-|den(?: nam)?)\s*(?P<last>{_YEAR})(?!\d)")
_WHOLE_YEAR = re.compile(
    rf"\b(?:trong|ca|suot|quanh|het|ca trong)\s+nam(?:\s+(?P<year>{_YEAR}))?\b"
    rf"|\bnam\s+(?P<named>{_YEAR})\b|^(?P<bare>{_YEAR})$|\bca nam\b"
)
_EDGE = re.compile(rf"\b(?P<part>dau|giua|cuoi)\s+nam\b{_YEAR_SUFFIX}")


@dataclass(frozen=True)
class Span:
    """A stretch of days found in a text, with its place there."""

    begin: int
    end: int
    first: date
    last: date
    is_day: bool = False
    doubts: tuple[str, ...] = ()


def without_overlaps(spans: list[Span]) -> list[Span]:
    """Keep the longest reading of each place in the text, in order of place."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda item: (item.begin - item.end, item.begin)):
        if all(span.end <= other.begin or span.begin >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda item: item.begin)


# “quý hai”, “quý tư”: numbers of quarters in words.
_QUARTER_WORDS = {"mot": "1", "nhat": "1", "hai": "2", "ba": "3", "tu": "4", "bon": "4"}


def with_digits(body: str) -> str:
    """Write the numbers of quarters as digits, keeping the length of the text."""
    return re.sub(
        r"\bquy (mot|nhat|hai|ba|tu|bon)\b(?! (?:ngay|thang))",
        lambda match: f"quy {_QUARTER_WORDS[match[1]]}".ljust(len(match.group())),
        body,
    )


def find_spans(body: str, year: int | None, doubts: list[str]) -> list[Span]:
    """Find every stretch of days, also those that overlap.

    Args:
        body: Folded text, as :func:`periods.plain` makes it.
        year: Year of the plan, for times that name none.
        doubts: Takes what is no day of the calendar.
    """
    found: list[Span] = []
    following = _year_that_follows(body)
    for reader in (_days, _quarters, _months, _numeric_months, _parts, _whole_years):
        for begin, end, make, own_year in reader(body):
            known = own_year or following(end) or year
            if known is None:
                doubts.append(_("The year is not known, so the days are missing."))
                continue
            try:
                first, last, is_day, notes = make(known)
            except ValueError:
                doubts.append(
                    _("“%(text)s” is not a day of the calendar.")
                    % {"text": body[begin:end].strip()}
                )
                continue
            found.append(Span(begin, end, first, last, is_day, tuple(notes)))
    return found


def _year_that_follows(body: str) -> Callable[[int], int | None]:
    """In ``từ tháng 3 đến tháng 5/2020`` the first month takes the year of the second."""
    years = [
        (match.start(), int(match.group())) for match in re.finditer(rf"(?<!\d){_YEAR}(?!\d)", body)
    ]
    distinct = {value for _place, value in years}

    def following(place: int) -> int | None:
        later = [value for begin, value in years if begin >= place]
        return later[0] if later and len(distinct) == 1 else None

    return following


def _full_year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _days(body: str) -> Iterator[tuple]:
    ranged = re.compile(
        rf"(?<![\d/.-])(?<!thang )(?<!t)(?:ngay\s*)?(?P<from>\d{{1,2}})\s*"
        rf"(?:-|,|va|den(?: ngay)?)\s*"
        rf"(?P<to>\d{{1,2}})\s*"
        rf"(?:[/.]|\s+thang\s+)\s*(?P<month>\d{{1,2}})(?:\s*(?:[/.-]|"
        rf"nam)\s*(?P<year>{_YEAR}))?(?!\d)"
    )
    for match in ranged.finditer(body):
        low, high, month = int(match["from"]), int(match["to"]), int(match["month"])

        def several(year: int, low: int = low, high: int = high, month: int = month) -> tuple:
            return date(year, month, low), date(year, month, high), True, ()

        if not 1 <= month <= 12:
            continue
        yield match.start(), match.end(), several, _full_year(match["year"])
    for match in _DAY.finditer(body):
        day, month = int(match["day"]), int(match["month"])
        if month > 12 or day > 31 or day == 0 or month == 0:
            continue
        if match["mark"] == "-" and match["year"] and match.group()[-len(match["year"]) - 1] == "/":
            continue  # “3-5/2020” is rather March to May; read below, with a doubt
        if re.search(r"\btuan(?: thu)?\s*$", body[: match.start()]):
            continue  # “tuần 1 tháng 3” is a week

        unclear = match["mark"] == "-" and not match["year"]

        def one(year: int, day: int = day, month: int = month, unclear: bool = unclear) -> tuple:
            notes = [_("It is not clear whether these are two months or a day and a month.")]
            whole = date(year, month, day)
            return whole, whole, True, notes if unclear else ()

        yield match.start(), match.end(), one, _full_year(match["year"])


def _quarters(body: str) -> Iterator[tuple]:
    for match in _QUARTER.finditer(body):
        numbers = [_ROMAN[match["first"] or match["short"]]]
        numbers += [_ROMAN[item] for item in re.findall(rf"\b{_Q}\b", match["rest"] or "")]
        listed = sorted(numbers)
        gaps = len(listed) > 1 and not re.search(r"-|den|toi", match["rest"] or "")
        gaps = gaps and listed != list(range(listed[0], listed[-1] + 1))
        notes = []
        if gaps:
            notes.append(
                _("The time names several separate periods; first and last day were taken.")
            )
        if re.search(r"\b(?:dau|giua|cuoi)\s*$", body[: match.start()]):
            notes.append(_("“Early, middle, late” of a quarter was taken as the whole quarter."))

        def make(year: int, listed: list[int] = listed, notes: list[str] = notes) -> tuple:
            first, last = date(year, 3 * listed[0] - 2, 1), _month_end(year, 3 * listed[-1])
            return first, last, False, notes

        yield match.start(), match.end(), make, _full_year(match["year"] or match["short_year"])


_THIRDS = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31)}


def _months(body: str) -> Iterator[tuple]:
    for match in _MONTH.finditer(body):
        rest = match["rest"] or ""
        numbers = [int(match["first"])] + [int(item) for item in re.findall(r"\d+", rest)]
        ordered = numbers == sorted(numbers)
        ranges = "-" in rest
        listed = sum(rest.count(mark) for mark in ",;+&") + len(re.findall(r"\bva\b", rest))
        gaps = numbers != list(range(numbers[0], numbers[0] + len(numbers))) and (
            not ranges or listed > 0
        )
        edge = re.search(r"\b(dau|giua|cuoi)\s*$", body[: match.start()])
        begin = edge.start() if edge else match.start()

        def make(
            year: int,
            numbers: list[int] = numbers,
            edge: re.Match | None = edge,
            gaps: bool = gaps or not ordered,
        ) -> tuple:
            first, last = date(year, min(numbers), 1), _month_end(year, max(numbers))
            notes = []
            if edge:
                low, high = _THIRDS[edge.group(1)]
                first = first.replace(day=low)
                last = last.replace(day=min(high, last.day))
                notes.append(_("“Early, middle, late” of a month was taken as ten days."))
            if gaps:
                notes.append(
                    _("The time names several separate periods; first and last day were taken.")
                )
            return first, last, False, notes

        yield begin, match.end(), make, _full_year(match["year"])


def _numeric_months(body: str) -> Iterator[tuple]:
    for match in _NUMERIC_MONTH.finditer(body):
        low, high = int(match["from"] or match["month"]), int(match["month"])

        def make(
            year: int, low: int = low, high: int = high, ranged: bool = bool(match["from"])
        ) -> tuple:
            notes = [_("It is not clear whether these are two months or a day and a month.")]
            return date(year, low, 1), _month_end(year, high), False, notes if ranged else ()

        yield match.start(), match.end(), make, int(match["year"])


def _parts(body: str) -> Iterator[tuple]:
    for match in [*_SPAN.finditer(body), *_HALF.finditer(body)]:
        count = match.groupdict().get("count") or "6"
        months = _NUMBER_WORDS.get(count) or int(count)
        if not 1 <= months <= 12:
            continue

        def make(year: int, months: int = months, part: str = match["part"]) -> tuple:
            if part == "dau":
                return date(year, 1, 1), _month_end(year, months), False, ()
            return date(year, 13 - months, 1), date(year, 12, 31), False, ()

        yield match.start(), match.end(), make, _full_year(match["year"])
    for match in _EDGE.finditer(body):
        if re.search(r"(?:thang|nua)\s*$", body[: match.start()]):
            continue

        def make_edge(year: int, part: str = match["part"]) -> tuple:
            note = [_("“Early, middle, late” in the year was taken as a quarter or two.")]
            low, high = {"dau": (1, 3), "giua": (4, 9), "cuoi": (10, 12)}[part]
            return date(year, low, 1), _month_end(year, high), False, note

        yield match.start(), match.end(), make_edge, _full_year(match["year"])


def _whole_years(body: str) -> Iterator[tuple]:
    for match in _YEARS.finditer(body):
        last = int(match["last"])

        def span(year: int, last: int = last) -> tuple:
            return date(year, 1, 1), date(last, 12, 31), False, ()

        yield match.start(), match.end(), span, int(match["first"])
    for match in _WHOLE_YEAR.finditer(body):
        named = match["year"] or match["named"] or match["bare"]

        def make(year: int) -> tuple:
            return date(year, 1, 1), date(year, 12, 31), False, ()

        yield match.start(), match.end(), make, _full_year(named)
