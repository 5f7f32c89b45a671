"""Bulk actions: accept several reports, set the state of several tasks."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction

from nhipcau.common.clock import now
from nhipcau.programme.enums import ReportState
from nhipcau.programme.forms.tasks import WorkStateForm
from nhipcau.programme.models import ProgressReport, Task
from nhipcau.programme.permissions import is_office, visible_reports, visible_tasks
from nhipcau.programme.services.decisions import accept_reports
from nhipcau.programme.services.tasks import set_work_state


class AcceptReports(BulkAction):
    """Accept the chosen reports that are waiting."""

    display_name = _("Accept")
    action_type = "accept"
    aria_label = _("Accept the selected reports")
    template_name = "programme/bulk_accept.html"
    models = [ProgressReport]

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """Everything that waits and that the person may read."""
        reports = visible_reports(self.request.user).filter(state=ReportState.SUBMITTED)
        return reports.values_list("pk", flat=True)

    def check_perm(self, report: ProgressReport) -> bool:  # type: ignore[override]
        """The office, for reports that wait."""
        return is_office(self.request.user) and report.state == ReportState.SUBMITTED

    def get_execution_context(self) -> dict[str, Any]:
        """Who does it."""
        return {"actor": self.request.user}

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        """Accept them."""
        accepted, _failed = accept_reports(actor=kwargs["actor"], reports=objects, now=now())
        return len(accepted), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """How many."""
        return ngettext(
            "%(count)d report accepted.", "%(count)d reports accepted.", num_parent_objects
        ) % {"count": num_parent_objects}


class SetWorkState(BulkAction):
    """Set the state of the work of the chosen tasks."""

    display_name = _("Set the state")
    action_type = "work_state"
    aria_label = _("Set the state of the selected tasks")
    template_name = "programme/bulk_work_state.html"
    models = [Task]
    form_class = WorkStateForm

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """Every task that the person may see."""
        return visible_tasks(self.request.user).values_list("pk", flat=True)

    def check_perm(self, task: Task) -> bool:  # type: ignore[override]
        """The office."""
        return is_office(self.request.user)

    def get_execution_context(self) -> dict[str, Any]:
        """Who does it and which state."""
        return {
            "actor": self.request.user,
            "work_state": self.cleaned_form.cleaned_data["work_state"],
        }

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        """Set it."""
        for task in objects:
            set_work_state(
                actor=kwargs["actor"], task=task, work_state=kwargs["work_state"], now=now()
            )
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """How many."""
        return ngettext(
            "State of %(count)d task set.", "State of %(count)d tasks set.", num_parent_objects
        ) % {"count": num_parent_objects}
