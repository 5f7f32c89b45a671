"""Choosing the task of the plan that a work carries out."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser

from nhipcau.newsroom.viewsets.choosing import OnlyVisible, WordsFilterForm
from nhipcau.programme.models import Task
from nhipcau.programme.permissions import visible_tasks


class TaskFilterForm(WordsFilterForm):
    """Words of the task."""

    folded_path = "current__folded"


class _Titled:
    """A task is called by its plan too: plans of two years often say the same."""

    def get_display_title(self, instance: Task) -> str:
        """The task and, in brackets, its plan."""
        return f"{instance} ({instance.plan})"


class _VisibleTasks(_Titled, OnlyVisible):
    """The tasks that the person may see, searched like the programme's list."""

    filter_form_class = TaskFilterForm

    @property
    def columns(self) -> list[Column]:
        """The task and its plan."""
        return [*super().columns, Column("plan", label=_("Plan"))]  # type: ignore[misc]

    def visible(self) -> QuerySet[Task]:
        """The newest plan first."""
        return visible_tasks(self.request.user).select_related("current", "plan")


class _ChooseView(_VisibleTasks, ChooseView):
    """The dialogue."""


class _ResultsView(_VisibleTasks, ChooseResultsView):
    """Its results as one types."""


class _ChosenView(_VisibleTasks, ChosenView):
    """The task that was chosen."""


class _ChosenMultipleView(_VisibleTasks, ChosenMultipleView):
    """The tasks that were chosen."""


class TaskChooser(_Titled, BaseChooser):
    """What stands in the form."""


class TaskChooserViewSet(ChooserViewSet):
    """Choosing a task."""

    model = Task
    icon = "calendar-check"
    per_page = 20
    base_widget_class = TaskChooser
    choose_view_class: Any = _ChooseView
    choose_results_view_class: Any = _ResultsView
    chosen_view_class: Any = _ChosenView
    chosen_multiple_view_class: Any = _ChosenMultipleView
    choose_one_text = _("Choose a task of the plan")
    choose_another_text = _("Choose another task of the plan")


task_chooser = TaskChooserViewSet("newsroom_task_chooser")
