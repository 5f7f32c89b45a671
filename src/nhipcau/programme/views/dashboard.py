"""The year at a glance, and what has fallen between two stools."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.common.clock import today
from nhipcau.programme.charts import BarChart, BarInput, bar_chart
from nhipcau.programme.enums import BudgetSource, DocumentStatus, Standing, WorkState
from nhipcau.programme.models import (
    GuidingDocument,
    Plan,
    PlanVersion,
    ProgressReport,
    Task,
    TaskVersion,
)
from nhipcau.programme.permissions import is_overseer, visible_plans, visible_tasks
from nhipcau.programme.products import all_sources, without_product
from nhipcau.programme.selectors import progress
from nhipcau.programme.selectors.naming import agency_labels
from nhipcau.programme.selectors.reporting import period_status, period_to_report
from nhipcau.programme.views.base import Page
from nhipcau.programme.views.measures import figure_text
from nhipcau.programme.views.tasks import task_rows, with_leads

SHOWN_AGENCIES = 25
SHOWN_INDICATORS = 20
SHOWN_ORPHANS = 40
TONES = {
    WorkState.NOT_STARTED: "e",
    WorkState.IN_PROGRESS: "b",
    WorkState.DONE: "a",
    WorkState.POSTPONED: "d",
    WorkState.STOPPED: "c",
}


class Dashboard(Page):
    """One plan at a glance: states, agencies, indicators, money, reports."""

    template_name = "programme/dashboard.html"
    page_title = _("The year at a glance")
    header_icon = "view"

    @cached_property
    def plan(self) -> Plan | None:
        """The chosen plan, else the newest one in force."""
        plans = visible_plans(self.request.user).filter(version_in_force__isnull=False)
        chosen = self.request.GET.get("plan", "")
        if chosen.isdigit():
            return get_object_or_404(plans, pk=int(chosen))
        return plans.order_by("-first_year", "-pk").first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The plots, each with its text."""
        context = super().get_context_data(**kwargs)
        plan = self.plan
        plans = visible_plans(self.request.user).filter(version_in_force__isnull=False)
        context |= {"plan": plan, "plans": plans.order_by("-first_year", "-pk")}
        if plan is None:
            return context
        tasks = visible_tasks(self.request.user).filter(plan=plan, standing=Standing.IN_FORCE)
        day = today()
        states = progress.count_by_state(tasks)
        total = sum(states.values())
        late = progress.overdue(tasks, day).count()
        period = period_to_report(day, plan.reporting_kind)
        behind = []
        if period is not None and is_overseer(self.request.user):
            behind = [row for row in period_status(period)[:15] if row.missing]
        labels = agency_labels(Agency.objects.filter(pk__in=[row.agency.pk for row in behind]))
        return context | {
            "total": total,
            "done": states[WorkState.DONE],
            "late": late,
            "late_address": f"{reverse('programme_tasks')}?plan={plan.pk}&overdue=true",
            "state_chart": self._states(states, plan),
            "agency_chart": self._agencies(tasks, plan),
            "indicator_chart": self._indicators(tasks),
            "budget": self._budget(tasks),
            "period": period,
            "period_rows": [(labels[row.agency.pk], row) for row in behind],
        }

    def _states(self, states: dict[str, int], plan: Plan) -> BarChart:
        rows = [
            BarInput(
                label=str(state.label),
                parts=[(str(state.label), states[state], TONES[state])],
                text=str(states[state]),
                address=f"{reverse('programme_tasks')}?plan={plan.pk}&work_state={state.value}",
            )
            for state in WorkState
        ]
        return bar_chart(title=gettext("Tasks by state"), summary=_spoken(rows), rows=rows)

    def _agencies(self, tasks: QuerySet[Task], plan: Plan) -> BarChart | None:
        groups = progress.by_agency(tasks, today())[:SHOWN_AGENCIES]
        names = agency_labels(Agency.objects.filter(pk__in=[group["agency"] for group in groups]))
        rows = []
        for group in groups:
            going = group["total"] - group["done"] - group["late"]
            rows.append(
                BarInput(
                    label=names[group["agency"]],
                    parts=[
                        (gettext("Done"), group["done"], "a"),
                        (gettext("Other"), going, "b"),
                        (gettext("Overdue"), group["late"], "c"),
                    ],
                    text=f"{group['done']}/{group['total']}",
                    address=(f"{reverse('programme_tasks')}?plan={plan.pk}&lead={group['agency']}"),
                )
            )
        if not rows:
            return None
        legend = [("a", gettext("Done")), ("b", gettext("Other")), ("c", gettext("Overdue"))]
        return bar_chart(
            title=gettext("Tasks by lead agency"), summary=_spoken(rows), rows=rows, legend=legend
        )

    def _indicators(self, tasks: QuerySet[Task]) -> BarChart | None:
        rows = []
        for row in progress.plan_progress(tasks)[:SHOWN_INDICATORS]:
            figures = f"{figure_text(row.value)} / {figure_text(row.target)}"
            rows.append(
                BarInput(
                    label=row.name,
                    parts=[] if row.percent is None else [(row.name, row.percent, "b")],
                    text=figures,
                    address=reverse("programme_task", args=[row.task]),
                )
            )
        if not rows:
            return None
        return bar_chart(
            title=gettext("Indicators against their targets"),
            summary=_spoken(rows),
            rows=rows,
            maximum=100,
        )

    def _budget(self, tasks: QuerySet[Task]) -> list[dict[str, Any]]:
        labels = dict(BudgetSource.choices)
        return [
            {
                "source": labels.get(group["source"], group["source"]),
                "total": gettext("no data")
                if group["total"] is None
                else number_format(group["total"], use_l10n=True, force_grouping=True),
                "tasks": group["tasks"],
                "unknown": group["unknown"],
            }
            for group in progress.budget_by_source(tasks)
        ]


def _spoken(rows: list[BarInput]) -> str:
    """The numbers of a chart as one sentence."""
    return "; ".join(f"{row.label}: {row.text}" for row in rows)


class Orphans(Page):
    """Links of the chain that hang in the air."""

    template_name = "programme/orphans.html"
    page_title = _("Orphans")
    header_icon = "link"
    rule = staticmethod(is_overseer)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tasks without products, products without tasks, documents without tasks, overdue."""
        context = super().get_context_data(**kwargs)
        tasks = progress.in_force()
        sources = all_sources()
        unreported = progress.overdue(tasks, today()).filter(
            ~Exists(ProgressReport.objects.filter(task=OuterRef("pk"), submitted_at__isnull=False))
        )
        documents = GuidingDocument.objects.filter(
            ~Exists(TaskVersion.documents.through.objects.filter(guidingdocument=OuterRef("pk"))),
            ~Exists(PlanVersion.legal_bases.through.objects.filter(guidingdocument=OuterRef("pk"))),
            status__in=[DocumentStatus.IN_FORCE, DocumentStatus.AMENDED],
        )
        return context | {
            "without_product": _first(without_product(tasks)),
            "unreported": _first(unreported),
            "documents": documents[:SHOWN_ORPHANS],
            "document_count": documents.count(),
            "products": [
                {
                    "name": source.name,
                    "count": source.count_without_task(),
                    "rows": source.without_task(SHOWN_ORPHANS),
                }
                for source in sources
            ],
            "limit": SHOWN_ORPHANS,
        }


def _first(tasks: QuerySet[Task]) -> dict[str, Any]:
    # The databases sort keys alone much faster than whole rows.
    keys = list(tasks.order_by("current__due", "pk").values_list("pk", flat=True)[:SHOWN_ORPHANS])
    count = len(keys) if len(keys) < SHOWN_ORPHANS else tasks.count()
    rows = task_rows(Task.objects.all()).in_bulk(keys)
    return {"rows": with_leads(rows[pk] for pk in keys), "count": count}
