"""The annex of a period report: each task with what its agencies reported, or “not reported”."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from nhipcau.programme.enums import ReportState, Standing
from nhipcau.programme.models import Plan, ProgressReport, ReportingPeriod, Task


def plan_tasks(plan: Plan, *, start: date, end: date) -> list[Task]:
    """Tasks of a plan in force that touch a span of days or are not closed, in printed order."""
    return list(
        Task.objects.filter(
            Q(current__start__isnull=True) | Q(current__start__lte=end),
            plan=plan,
            standing=Standing.IN_FORCE,
        )
        .select_related("current__lead")
        .prefetch_related("current__lead__names", "current__indicators")
        .order_by("current__sort_order", "pk")
    )


def annex(plan: Plan, period: ReportingPeriod, *, language: str = "vi") -> list[dict[str, Any]]:
    """The annex as JSON-ready rows.

    Reports of every base period inside the given one count, so that a half-year report adds up
    its quarters. Only accepted reports are printed.

    Args:
        plan: The plan.
        period: The period reported on, of any length.
        language: Language of names and states.

    Returns:
        One row a task: ``task`` (UUID), ``number``, ``group``, ``text``, ``lead``, ``due``,
        ``state``, ``results``, ``figures``, ``evidence``, ``obstacles``, ``proposals``,
        ``is_reported``, ``is_overdue``.
    """
    tasks = plan_tasks(plan, start=period.start, end=period.end)
    reports = (
        ProgressReport.objects.filter(
            task__plan=plan,
            state=ReportState.ACCEPTED,
            period__kind=plan.reporting_kind,
            period__start__gte=period.start,
            period__end__lte=period.end,
        )
        .select_related("agency", "period")
        .prefetch_related("agency__names", "figures", "attachments")
        .order_by("period__start", "agency__code")
    )
    by_task: dict[int, list[ProgressReport]] = defaultdict(list)
    for report in reports:
        by_task[report.task_id].append(report)
    return [_row(task, by_task[task.pk], period, language) for task in tasks]


def _row(
    task: Task, reports: list[ProgressReport], period: ReportingPeriod, language: str
) -> dict[str, Any]:
    wording = task.current
    assert wording is not None  # noqa: S101 - plan_tasks joins the wording
    lead = wording.lead

    def named(report: ProgressReport, text: str) -> str:
        name = report.agency.short_name(language, report.period.end)
        return f"{name or report.agency.code}: {text}"

    return {
        "task": str(task.uuid),
        "number": wording.number,
        "group": wording.group,
        "text": wording.text,
        "lead": (lead.name(language, period.end) or lead.code) if lead else "",
        "due": wording.due.isoformat() if wording.due else None,
        "state": str(task.get_work_state_display()),
        "results": [named(report, report.done) for report in reports],
        "figures": _figures(task, reports),
        "evidence": [
            label
            for report in reports
            for label in (
                *(file.title for file in report.attachments.all()),
                *report.evidence_links.split(),
            )
        ],
        "obstacles": [named(report, report.obstacles) for report in reports if report.obstacles],
        "proposals": [named(report, report.proposals) for report in reports if report.proposals],
        "reports": [{"uuid": str(report.uuid), "revision": report.revision} for report in reports],
        "is_reported": any(report.agency_id == wording.lead_id for report in reports),
        "is_overdue": task.is_overdue_on(period.end),
    }


def _figures(task: Task, reports: list[ProgressReport]) -> list[dict[str, Any]]:
    """Sum of each indicator; ``None`` where nobody reported a value."""
    wording = task.current
    rows = []
    for indicator in wording.indicators.all() if wording else []:
        values: list[Decimal] = []
        confirmed = True
        sources: list[str] = []
        for report in reports:
            for figure in report.figures.all():
                if figure.indicator_key == indicator.indicator_key:
                    values.append(figure.value)
                    confirmed = confirmed and report.is_confirmed
                    sources.append(report.letter_reference or report.agency.short_name())
        rows.append(
            {
                "key": str(indicator.indicator_key),
                "name": indicator.name,
                "unit": indicator.unit,
                "value": f"{sum(values, Decimal(0)):.2f}" if values else None,
                "target": None if indicator.target is None else f"{indicator.target:.2f}",
                "source": "; ".join(dict.fromkeys(sources)),
                "evidence_count": len(values),
                "is_confirmed": confirmed,
            }
        )
    return rows
