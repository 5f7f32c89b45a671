"""Reporting periods of a year with any cut-off, and the windows that tasks share with them.

Many offices close their books early: the reporting year then runs from 15 December to
14 December. Each period keeps the same day of the month as its boundary.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from nhipcau.programme.enums import PeriodKind
from nhipcau.programme.exceptions import BadPeriod

MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


@dataclass(frozen=True)
class Window:
    """A reporting period before it is stored.

    Attributes:
        kind: A :class:`PeriodKind`.
        year: Reporting year.
        sequence: Number within the year.
        start: First day.
        end: Cut-off, the last day.
        due_on: Day by which reports are in.
    """

    kind: str
    year: int
    sequence: int
    start: date
    end: date
    due_on: date


def month_shifted(day: date, months: int) -> date:
    """The same day of the month some months later, or that month's last day.

    Args:
        day: A civil date.
        months: How many months, may be negative.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def windows(*, year: int, first_day: date, kind: str, days_to_report: int) -> list[Window]:
    """The periods of one length in a reporting year.

    Args:
        year: Reporting year, as printed.
        first_day: First day of that year: 1 January, or 15 December before it.
        kind: A :class:`PeriodKind`.
        days_to_report: Days between the cut-off and the day reports are due.

    Returns:
        Periods in order; one only for nine months and the year.

    Raises:
        BadPeriod: if the year would begin more than three months away from 1 January.
    """
    if abs((first_day - date(year, 1, 1)).days) > 92:
        raise BadPeriod(
            _("The reporting year begins at most three months before or after 1 January.")
        )
    length = MONTHS[PeriodKind(kind)]
    count = 1 if kind == PeriodKind.NINE_MONTHS else 12 // length
    result = []
    for index in range(count):
        start = month_shifted(first_day, index * length)
        end = month_shifted(first_day, (index + 1) * length) - timedelta(days=1)
        result.append(
            Window(kind, year, index + 1, start, end, end + timedelta(days=days_to_report))
        )
    return result


def overlaps(*, start: date | None, end: date | None, first: date, last: date) -> bool:
    """Whether a span with open ends touches a closed one.

    Args:
        start: First day of the span, ``None`` for open.
        end: Last day of the span, ``None`` for open.
        first: First day of the closed span.
        last: Last day of the closed span.
    """
    return (start is None or start <= last) and (end is None or end >= first)


def days_into_plan_year(*, approved_on: date, first_year: int) -> int:
    """How many days after 1 January of its first year a plan was approved.

    Returns:
        Whole days; negative when it was approved before the year began.
    """
    return (approved_on - date(first_year, 1, 1)).days
