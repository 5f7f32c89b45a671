"""The measures that the programme itself can answer."""

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, npgettext_lazy
from django.utils.translation import gettext_lazy as _

from nhipcau.common.clock import civil
from nhipcau.common.evidence import EvidenceReference
from nhipcau.programme.enums import ReportState, Standing, WorkState
from nhipcau.programme.measures.registry import Filter, Measure, Query, Record, register
from nhipcau.programme.models import ProgressReport, ReportedFigure, ReportingPeriod, Task
from nhipcau.programme.selectors.naming import name_on


def _periods(query: Query) -> list[int]:
    """Periods whose cut-off lies within: a few keys, which an index of reports begins with."""
    ends = ReportingPeriod.objects.filter(end__gte=query.start, end__lte=query.end)
    return list(ends.order_by("pk").values_list("pk", flat=True))


def _figures(query: Query) -> QuerySet[ReportedFigure]:
    figures = ReportedFigure.objects.filter(
        report__state=ReportState.ACCEPTED, report__period__in=_periods(query)
    )
    if indicator := query.filters.get("indicator"):
        figures = figures.filter(indicator_key=indicator)
    return figures.select_related("report__agency", "report__period").prefetch_related(
        "report__agency__names", "report__attachments"
    )


def _figure_record(figure: ReportedFigure) -> Record:
    report = figure.report
    files = sorted(file.digest for file in report.attachments.all())
    return Record(
        reference=EvidenceReference.of(
            type="programme.reported_figure",
            uuid=figure.uuid,
            revision=report.revision,
            data={
                "indicator": figure.indicator_key,
                "value": f"{figure.value:.2f}",
                "agency": report.agency.uuid,
                "period": report.period.uuid,
                "state": report.state,
                "confirmed": report.is_confirmed,
                "files": files,
            },
        ),
        label=f"{figure.name} – {report.period}",
        day=report.period.end,
        amount=figure.value,
        agency=name_on(report.agency, report.period.end),
        address=reverse("programme_report", args=[report.pk]),
        note="" if report.is_confirmed else gettext("unconfirmed"),
        attachments=len(files),
    )


def _indicator_choices(start: date, end: date) -> list[tuple[str, str]]:
    rows = (
        ReportedFigure.objects.filter(
            report__state=ReportState.ACCEPTED,
            report__period__end__gte=start,
            report__period__end__lte=end,
        )
        .values_list("indicator_key", "name", "unit")
        .annotate(times=Count("pk"))
        .order_by("name", "indicator_key")
    )
    return [(str(key), f"{name} ({unit})" if unit else name) for key, name, unit, _times in rows]


def _report_record(report: ProgressReport) -> Record:
    return Record(
        reference=EvidenceReference.of(
            type="programme.progress_report",
            uuid=report.uuid,
            revision=report.revision,
            data={"state": report.state, "done": report.done, "work_state": report.work_state},
        ),
        label=f"{report.task} – {report.period}",
        day=report.period.end,
        agency=name_on(report.agency, report.period.end),
        address=reverse("programme_report", args=[report.pk]),
        note="" if report.is_confirmed else gettext("unconfirmed"),
    )


def _reports(query: Query) -> QuerySet[ProgressReport]:
    return (
        ProgressReport.objects.filter(state=ReportState.ACCEPTED, period__in=_periods(query))
        .select_related("agency", "period", "task__current")
        .prefetch_related("agency__names")
    )


def _task_record(task: Any) -> Record:
    wording = task.current
    return Record(
        reference=EvidenceReference.of(
            type="programme.task",
            uuid=task.uuid,
            revision=wording.revision,
            data={"work_state": task.work_state, "text": wording.text, "key": task.task_key},
        ),
        label=str(wording),
        day=civil(task.work_state_at).date(),
        agency=wording.lead.name() if wording.lead else "",
        address=reverse("programme_task", args=[task.pk]),
    )


def _tasks_done(query: Query) -> QuerySet[Task]:
    return (
        Task.objects.filter(
            standing=Standing.IN_FORCE, work_state=WorkState.DONE, work_state_at__isnull=False
        )
        .select_related("current__lead")
        .prefetch_related("current__lead__names")
    )


REPORTED_FIGURES = Measure(
    slug="reported-figures",
    name=_("Reported figures"),
    unit="",
    explanation=_(
        "The sum of an indicator over accepted reports. What an agency has not confirmed is "
        "counted and marked as unconfirmed."
    ),
    records=_figures,
    describe=_figure_record,
    day="report__period__end",
    amount="value",
    agency="report__agency",
    filters=(
        Filter(
            name="indicator", label=_("Indicator"), choices=_indicator_choices, is_required=True
        ),
    ),
)


def register_built_in() -> None:
    """Register the programme's own measures; called from ``ready()``."""
    register(REPORTED_FIGURES)
    register(
        Measure(
            slug="accepted-reports",
            name=_("Accepted progress reports"),
            unit=npgettext_lazy("unit", "report", "reports"),
            explanation=_("Reports that the standing office has accepted, by cut-off day."),
            records=_reports,
            describe=_report_record,
            day="period__end",
            agency="agency",
        )
    )
    register(
        Measure(
            slug="tasks-done",
            name=_("Tasks done"),
            unit=npgettext_lazy("unit", "task", "tasks"),
            explanation=_("Tasks in force whose work is done, by the day that was recorded."),
            records=_tasks_done,
            describe=_task_record,
            day="work_state_at",
            day_is_moment=True,
            agency="current__lead",
        )
    )
