"""Columns of the programme's lists."""

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.safestring import SafeString

from nhipcau.common.clock import civil
from nhipcau.common.columns import TextColumn
from nhipcau.programme.models import Task
from nhipcau.programme.selectors.naming import shared_agency_labels
from nhipcau.programme.templatetags.programme_tags import state_marks


class AgencyColumn(TextColumn):
    """Shows an agency, given by its key, by its name in the language of the screen."""

    def text(self, instance: Any, parent_context: Any) -> str:
        """The name, or a dash."""
        labels = shared_agency_labels(parent_context["request"])
        return labels.get(self.get_value(instance), "–")


class DayColumn(TextColumn):
    """Shows a civil date as a date; Wagtail's own column says “two years ago”."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, **{"classname": "programme-day", **kwargs})

    def text(self, instance: Any, parent_context: Any) -> str:
        """The date in local form, or a dash."""
        day = self.get_value(instance)
        if isinstance(day, datetime):
            day = civil(day)
        return date_format(day, "SHORT_DATE_FORMAT") if day else "–"


class WorkStateColumn(TextColumn):
    """Shows the state of the work, and what is special about the task."""

    def text(self, instance: Task, parent_context: Any) -> SafeString:
        """The state, then overdue, proposed or dropped."""
        return state_marks(instance)
