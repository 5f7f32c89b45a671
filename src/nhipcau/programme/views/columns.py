"""Columns of the programme's lists."""

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.ui.tables import Column

from nhipcau.common.clock import civil, today
from nhipcau.programme.models import Task
from nhipcau.programme.selectors.naming import shared_agency_labels


class TextColumn(Column):
    """Shows plain text; a template for each of hundreds of cells takes longer than the database."""

    def text(self, instance: Any, parent_context: Any) -> Any:
        """What to show of a row."""
        return self.get_value(instance)

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """The cell."""
        text = self.text(instance, parent_context)
        classes = self.classname or ""
        return format_html('<td class="{}">{}</td>', classes, "" if text is None else str(text))


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


class WorkStateColumn(Column):
    """Shows the state of the work, overdue marked."""

    cell_template_name = "programme/columns/work_state.html"

    def get_cell_context_data(self, instance: Task, parent_context: Any) -> dict[str, Any]:
        """Add whether the task is overdue."""
        context = super().get_cell_context_data(instance, parent_context)
        context["is_overdue"] = instance.is_overdue_on(today())
        return context
