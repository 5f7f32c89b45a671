"""When a task is to be done, as plans say it: quarters, months, halves, days, all the time."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from nhipcau.common.text import fold
from nhipcau.programme.plan_import.period_spans import (
    Span,
    find_spans,
    with_digits,
    without_overlaps,
)

_RECURRING = re.compile(
    r"\bthuong xuyen\b|\blien tuc\b|\bdinh ky\b"
    r"|\b(?:hang|moi|tung)\s+(?:nam|quy|thang|tuan|ngay)\b|\b\d+\s*thang\s*/?\s*(?:mot|1)?\s*lan\b"
    r"|\b(?:\d+|mot)\s*(?:lan|so|ky|tin|bai|chuyen muc|ban tin|cuoc)\s*/\s*(?:\d+\s*)?"
    r"(?:nam|quy|thang|tuan|ngay)\b|\b\d+\s*(?:quy|nam|tuan)\s*/\s*(?:mot|1|01)?\s*lan\b"
    r"|\bcac (?:quy|thang) trong nam\b|\bkhi co (?:su kien|vu viec) phat sinh\b"
)
_EVERY_YEAR = re.compile(r"\b(?:hang|moi)\s+nam\b")
_BEFORE = re.compile(
    r"\b(?:truoc|cham nhat(?: la)?(?: den)?|khong qua|khong muon hon|muon nhat|den het|"
    r"han(?: cuoi)?|den)\s*$"
)
_EXCLUSIVE = re.compile(r"\btruoc(?: ngay)?\s*$")
_FROM = re.compile(r"\b(?:tu|bat dau(?: tu)?|ke tu|sau)\s*$")
_CONNECTION = re.compile(r"^\s*(?:-|den(?: het)?|toi(?: het)?|cho den)\s*(?:cuoi\s*)?$")
# Words that change nothing in what a time means.
_FILLER = re.compile(
    r"\b(?:trong|vao|tu|den|toi|het|ngay|thang|quy|nam|hoan thanh|xong|thuc hien|du kien|khoang|"
    r"thoi gian|truoc|cham nhat|la|va|dip|bat dau|ket thuc|ke tu|han|cuoi|dau|khong qua|"
    r"theo|ke hoach|hang|dinh ky|moi|giai doan|cac|cua|muon nhat|lien tuc|thuong xuyen|lan|mot|"
    r"cho|nay|khong muon hon)\b"
)
_TRIVIAL = re.compile(r"[\s,;:.()/+\-&\"'*]+")


@dataclass
class Timing:
    """A time as understood.

    Attributes:
        start: First day, or ``None``.
        due: Last day, or ``None``.
        recurring: Whether it comes round or runs all the time.
        doubts: What a person should check.
        has_leftover: Whether some words of the text were not understood.
    """

    start: date | None = None
    due: date | None = None
    recurring: bool = False
    doubts: list[str] = field(default_factory=list)
    has_leftover: bool = False


def plain(text: str) -> str:
    """A time reduced to what is compared: folded, one kind of dash, single spaces."""
    folded = fold(text).replace("hằng", "hang")
    folded = re.sub(r"\bqui\b", "quy", folded)  # “quí” is the older spelling
    folded = re.sub(r"[‐‑‒–—−]", "-", folded)
    return with_digits(re.sub(r"\s+", " ", folded).strip())


def read_timing(
    text: str, *, year: int | None, last_year: int | None = None, deadline: bool = False
) -> Timing:
    """Understand the time of a task.

    Args:
        text: The time as written, such as ``Quý III-IV/2020`` or ``Trước ngày 15/6``.
        year: Year of the plan, used where the text names none; ``None`` when unknown.
        last_year: Last year of a plan of several years.
        deadline: Whether the column is headed as a deadline (``Thời gian hoàn thành``), so that
            a bare day is the last one and not the only one.

    Returns:
        The first and the last day; whatever is uncertain is said in ``doubts``.
    """
    words = plain(text)
    if not words.strip(" -./"):
        return Timing(doubts=[_("No time is given.")])
    timing = Timing(recurring=bool(_RECURRING.search(words)))
    final_year = last_year or year
    body = words
    for match in reversed(list(_RECURRING.finditer(words))):
        # Blank out, so that "hằng quý 2 lần" or "hằng năm" is not read as a quarter or a year.
        body = body[: match.start()] + " " * (match.end() - match.start()) + body[match.end() :]
    spans = without_overlaps(find_spans(body, year, timing.doubts))
    if spans:
        _combine(body, spans, timing, deadline=deadline)
        if timing.recurring and re.search(r"trong tam|tap trung|cao diem", words):
            _whole(timing, year, final_year)
            timing.doubts.append(
                _("“%(text)s” names a main period inside the year.") % {"text": text.strip()}
            )
    elif timing.recurring:
        if year is None:
            timing.doubts.append(_("The year is not known, so the days are missing."))
        else:
            _whole(timing, year, final_year)
    else:
        timing.doubts.append(_("The time “%(text)s” was not understood.") % {"text": text.strip()})
        return timing
    rest = _remainder(body, spans)
    if rest:
        timing.has_leftover = True
        timing.doubts.append(
            _("Part of the time was not understood: “%(rest)s”.") % {"rest": text.strip()}
        )
    if timing.recurring and final_year != year and _EVERY_YEAR.search(words) and not spans:
        timing.doubts.append(_("The task recurs every year of a plan of several years."))
    if timing.start and timing.due and timing.start > timing.due:
        timing.doubts.append(_("The last day lies before the first."))
    for day in (timing.start, timing.due):
        if day and year and final_year and not year <= day.year <= final_year:
            timing.doubts.append(
                _("%(day)s lies outside the plan's years.") % {"day": f"{day:%d/%m/%Y}"}
            )
            break
    return timing


def _whole(timing: Timing, year: int | None, last_year: int | None) -> None:
    if year is not None:
        timing.start, timing.due = date(year, 1, 1), date(last_year or year, 12, 31)


def _combine(body: str, spans: list[Span], timing: Timing, *, deadline: bool) -> None:
    first, last = spans[0], spans[-1]
    for span in spans:
        timing.doubts.extend(doubt for doubt in span.doubts if doubt not in timing.doubts)
    before = body[: first.begin]
    timing.start, timing.due = min(s.first for s in spans), max(s.last for s in spans)
    if len(spans) == 1:
        if first.is_day and first.first != first.last:
            return
        if _FROM.search(before) and not _BEFORE.search(before):
            timing.due = None
            timing.doubts.append(_("The time names a beginning but no end."))
        elif _BEFORE.search(before):
            timing.start = None
            if _EXCLUSIVE.search(before) and not first.is_day:
                timing.doubts.append(
                    _("It is not clear whether the deadline is the first or last day of it.")
                )
        elif deadline and first.is_day and first.first == first.last:
            timing.start = None
        return
    linked = all(_CONNECTION.match(body[one.end : two.begin]) for one, two in pairwise(spans))
    if len(spans) == 2 and linked:
        timing.start, timing.due = first.first, last.last
        return
    if len(spans) == 2 and _BEFORE.search(body[first.end : last.begin]):
        timing.start, timing.due = first.first, last.last
        timing.doubts.append(_("The time holds a period and a deadline."))
        return
    if _BEFORE.search(before):
        timing.start = None
    elif all(one.last + timedelta(days=1) == two.first for one, two in pairwise(spans)):
        return
    timing.doubts.append(
        _("The time names several separate periods; first and last day were taken.")
    )


def _remainder(body: str, spans: list[Span]) -> str:
    rest = body
    for span in reversed(spans):
        rest = rest[: span.begin] + " " + rest[span.end :]
    return _TRIVIAL.sub("", _FILLER.sub(" ", rest))
