"""Choosing the task of the plan that a work carries out."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from nhipcau.programme.models import Task
from nhipcau.programme.permissions import visible_tasks
from nhipcau.programme.selectors.naming import search_folded


class TaskFilterForm(BaseFilterForm):
    """Words of the task, with or without marks."""

    q = forms.CharField(label=_("Search"), required=False)

    def filter(self, objects: QuerySet[Task]) -> QuerySet[Task]:
        """Keep tasks that hold every word typed."""
        found = search_folded(objects, "current__folded", self.cleaned_data.get("q") or "")
        return super().filter(found)


class _VisibleTasks:
    """The tasks that the person may see, searched like the programme's list."""

    filter_form_class = TaskFilterForm
    request: Any

    def get_object_list(self) -> QuerySet[Task]:
        """The newest plan first."""
        return visible_tasks(self.request.user).select_related("current", "plan")


class _ChooseView(_VisibleTasks, ChooseView):
    """The dialogue."""


class _ResultsView(_VisibleTasks, ChooseResultsView):
    """Its results as one types."""


class TaskChooserViewSet(ChooserViewSet):
    """Choosing a task."""

    model = Task
    icon = "calendar-check"
    per_page = 20
    choose_view_class: Any = _ChooseView
    choose_results_view_class: Any = _ResultsView
    choose_one_text = _("Choose a task of the plan")
    choose_another_text = _("Choose another task of the plan")


task_chooser = TaskChooserViewSet("newsroom_task_chooser")
