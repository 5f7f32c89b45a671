"""What the home page shows of the programme, by role: what must I do today?"""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from nhipcau.agencies.models import Agency
from nhipcau.common.clock import today
from nhipcau.programme.enums import BASE_PERIOD_KINDS, ReportState, VersionState
from nhipcau.programme.models import PlanVersion, ProgressReport
from nhipcau.programme.permissions import agencies_of, is_office, is_overseer, visible_tasks
from nhipcau.programme.selectors import progress
from nhipcau.programme.selectors.naming import agency_labels
from nhipcau.programme.selectors.reporting import (
    period_status,
    period_to_report,
    unreported_tasks,
)

SHOWN = 8


class OfficePanel(Component):
    """For the office and leaders: what waits, what is late, who has not reported."""

    name = "programme_office"
    template_name = "programme/panels/office.html"
    order = 120

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Counts with the lists behind them."""
        user = parent_context["request"].user
        day = today()
        tasks = progress.in_force()
        states = progress.count_by_state(tasks)
        periods = []
        for kind in BASE_PERIOD_KINDS:
            if period := period_to_report(day, kind):
                status = period_status(period)
                missing = sum(row.missing for row in status)
                if status:
                    periods.append(
                        {
                            "period": period,
                            "missing": missing,
                            "agencies": sum(1 for row in status if row.missing),
                            "is_due": period.is_late_on(day),
                        }
                    )
        waiting = ProgressReport.objects.filter(state=ReportState.SUBMITTED).count()
        return {
            "is_office": is_office(user),
            "waiting": waiting,
            "waiting_address": f"{reverse('programme_reports')}?state=submitted",
            "overdue": progress.overdue(tasks, day).count(),
            "overdue_address": f"{reverse('programme_tasks')}?overdue=true",
            "total": sum(states.values()),
            "done": states["done"],
            "periods": periods,
            "drafts": PlanVersion.objects.filter(
                state__in=[VersionState.DRAFT, VersionState.COMMENTS, VersionState.GUIDANCE]
            ).select_related("plan")[:SHOWN],
        }


class FocalPanel(Component):
    """For a focal point: what to report, what came back, what to confirm."""

    name = "programme_focal"
    template_name = "programme/panels/focal.html"
    order = 110

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The agency's own tasks."""
        user = parent_context["request"].user
        own = agencies_of(user)
        day = today()
        # Whoever stands for one agency alone knows whose tasks these are.
        names = agency_labels(Agency.objects.filter(pk__in=own)) if len(own) > 1 else {}
        due = []
        for kind in BASE_PERIOD_KINDS:
            if period := period_to_report(day, kind):
                tasks = (
                    unreported_tasks(period)
                    .filter(current__lead__in=own)
                    .select_related("current")
                    .order_by("current__due", "pk")
                )
                rows = list(tasks[: SHOWN + 1])
                if rows:
                    due.append(
                        {
                            "period": period,
                            "tasks": [
                                (task, names.get(getattr(task.current, "lead_id", 0)))
                                for task in rows[:SHOWN]
                            ],
                            "more": tasks.count() - SHOWN if len(rows) > SHOWN else 0,
                            "is_late": period.is_late_on(day),
                        }
                    )
        reports = ProgressReport.objects.filter(agency__in=own).select_related(
            "task__current", "period"
        )
        return {
            "due": due,
            "returned": reports.filter(state=ReportState.RETURNED)[:SHOWN],
            "unconfirmed": reports.filter(
                confirmed_at__isnull=True,
                state__in=[ReportState.SUBMITTED, ReportState.ACCEPTED],
            )[:SHOWN],
            "commenting": PlanVersion.objects.filter(state=VersionState.COMMENTS).select_related(
                "plan"
            ),
            "overdue": progress.overdue(visible_tasks(user), day).count(),
            "has_agency": bool(own),
            "tasks_address": reverse("programme_tasks"),
        }


def panels_for(user: Any) -> list[Component]:
    """The panels that a person's home page shows."""
    from nhipcau.accounts.enums import Role

    panels: list[Component] = []
    if is_overseer(user):
        panels.append(OfficePanel())
    if user.has_role(Role.FOCAL_POINT):
        panels.append(FocalPanel())
    return panels
