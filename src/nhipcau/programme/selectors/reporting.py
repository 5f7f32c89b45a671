"""Who owes a report, who has reported, who is late."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from nhipcau.agencies.models import Agency
from nhipcau.common.clock import CIVIL_ZONE, civil
from nhipcau.programme.enums import CLOSED_WORK, ReportState, Standing
from nhipcau.programme.models import ProgressReport, ReportingPeriod, Task
from nhipcau.programme.permissions import of_agencies

COUNTS: Final = ("accepted", "submitted", "returned", "late", "unconfirmed")


@dataclass(frozen=True)
class AgencyStatus:
    """How one agency stands in one period.

    Attributes:
        agency: The agency.
        expected: Tasks it leads and has to report on.
        accepted: Reports accepted.
        submitted: Reports waiting for the office.
        returned: Reports given back.
        late: Reports that came after the day they were due.
        unconfirmed: Reports that the office entered and the agency has not confirmed.
    """

    agency: Agency
    expected: int
    accepted: int = 0
    submitted: int = 0
    returned: int = 0
    late: int = 0
    unconfirmed: int = 0

    @property
    def missing(self) -> int:
        """Tasks without a submitted or accepted report."""
        return max(0, self.expected - self.accepted - self.submitted)


def expected_tasks(period: ReportingPeriod) -> QuerySet[Task]:
    """Tasks whose lead agency has to report for a period, as :func:`_is_expected` says."""
    return Task.objects.filter(_is_expected(period))


def _is_expected(period: ReportingPeriod, task: str = "") -> Q:
    """Condition on tasks whose lead agency has to report for a period.

    They are in force in a plan that is reported on in such periods, have begun by the cut-off,
    and were neither closed before the period began nor, being closed, due before it.

    Args:
        period: The period.
        task: Path from the queried model to the task, such as ``task__``.
    """

    def on(**condition: Any) -> Q:
        return Q(**{f"{task}{path}": value for path, value in condition.items()})

    return (
        (on(current__start__isnull=True) | on(current__start__lte=period.end))
        & (
            on(current__due__isnull=True)
            | on(current__due__gte=period.start)
            | on(current__is_recurring=True)
            | ~on(work_state__in=CLOSED_WORK)
        )
        & on(
            standing=Standing.IN_FORCE,
            current__lead__isnull=False,
            plan__reporting_kind=period.kind,
            plan__first_year__lte=period.year,
            plan__last_year__gte=period.year,
        )
        & ~on(work_state__in=CLOSED_WORK, work_state_at__lt=_start_of(period.start))
    )


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, CIVIL_ZONE)


def tasks_to_report(period: ReportingPeriod, agency_ids: frozenset[int]) -> QuerySet[Task]:
    """Tasks that some agencies lead or coordinate and that are reported on in a period."""
    return expected_tasks(period).filter(of_agencies(agency_ids))


def unreported_tasks(period: ReportingPeriod, *, agency_id: int | None = None) -> QuerySet[Task]:
    """Tasks whose lead agency has neither submitted nor had accepted a report.

    Args:
        period: The period.
        agency_id: Only this lead agency.
    """
    handed_in = ProgressReport.objects.filter(
        task=OuterRef("pk"),
        agency=OuterRef("current__lead"),
        period=period,
        state__in=[ReportState.SUBMITTED, ReportState.ACCEPTED],
    )
    tasks = expected_tasks(period).filter(~Exists(handed_in))
    if agency_id is not None:
        tasks = tasks.filter(current__lead=agency_id)
    return tasks


def period_status(period: ReportingPeriod) -> list[AgencyStatus]:
    """How every agency stands that owes reports for a period; those who owe most come first."""
    expected = dict(
        expected_tasks(period).order_by().values_list("current__lead").annotate(tasks=Count("pk"))
    )
    reports: dict[int, dict[str, int]] = {
        row["agency"]: {name: row[name] for name in COUNTS}
        for row in ProgressReport.objects.filter(
            _is_expected(period, "task__"), period=period, agency=F("task__current__lead")
        )
        .order_by()
        .values("agency")
        .annotate(
            accepted=Count("pk", filter=Q(state=ReportState.ACCEPTED)),
            submitted=Count("pk", filter=Q(state=ReportState.SUBMITTED)),
            returned=Count("pk", filter=Q(state=ReportState.RETURNED)),
            late=Count(
                "pk",
                filter=Q(
                    state__in=[ReportState.ACCEPTED, ReportState.SUBMITTED],
                    submitted_at__gte=_start_of(_day_after(period.due_on)),
                ),
            ),
            unconfirmed=Count(
                "pk",
                filter=Q(
                    state__in=[ReportState.ACCEPTED, ReportState.SUBMITTED],
                    confirmed_at__isnull=True,
                ),
            ),
        )
    }
    agencies = Agency.objects.filter(pk__in=expected)
    rows = [
        AgencyStatus(
            agency=agency,
            expected=expected[agency.pk],
            **(reports.get(agency.pk) or {}),
        )
        for agency in agencies
    ]
    return sorted(rows, key=lambda row: (-row.missing, row.agency.code))


def open_periods(day: date) -> QuerySet[ReportingPeriod]:
    """Periods on which agencies can report: those that have begun, the latest first."""
    return ReportingPeriod.objects.filter(start__lte=day).order_by("-start", "end")


def period_to_report(day: date, kind: str) -> ReportingPeriod | None:
    """The period of a length that is due next or was due last.

    In the days after a cut-off people still report on the period that has just ended: it stays
    the one in question until half of the following period is over.

    Args:
        day: A civil date.
        kind: A :class:`PeriodKind`.
    """
    periods = list(ReportingPeriod.objects.filter(kind=kind, start__lte=day).order_by("-start")[:2])
    if not periods:
        return None
    if len(periods) == 2 and day <= max(periods[1].due_on, _middle(periods[0])):
        return periods[1]
    return periods[0]


def _middle(period: ReportingPeriod) -> date:
    return period.start + (period.end - period.start) / 2


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


def is_late(report: ProgressReport) -> bool:
    """Whether a report came in after the day it was due."""
    return (
        report.submitted_at is not None and civil(report.submitted_at).date() > report.period.due_on
    )
