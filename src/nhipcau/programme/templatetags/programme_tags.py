"""What several of the programme's pages show alike: states of tasks, values side by side."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import date_format, number_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from nhipcau.common.clock import today
from nhipcau.programme.enums import Standing
from nhipcau.programme.models import Task

register = template.Library()


@register.filter
def item(mapping: Mapping[str, Any], key: str) -> Any:
    """The value of a mapping at a key."""
    return mapping.get(key, "")


@register.filter
def plain(value: Any) -> str:
    """A value as a person reads it: dates in local form, lists with semicolons."""
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list):
        return "; ".join(
            f"{entry['name']}: {'/'.join(_figure(target) for target in entry['targets'])}"
            if isinstance(entry, dict)
            else str(entry)
            for entry in value
        )
    return str(value)


def _figure(text: str | None) -> str:
    """A target, kept as text for comparing, as people of the screen's language write it."""
    if text is None:
        return "–"
    value = Decimal(text)
    places = 0 if value == value.to_integral_value() else 2
    return number_format(value, decimal_pos=places, use_l10n=True, force_grouping=True)


@register.simple_tag
def state_marks(task: Task) -> SafeString:
    """The state of a task's work, then overdue, proposed or dropped, each as a mark.

    Args:
        task: With its present wording at hand.
    """
    marks = [(f"programme-state programme-state--{task.work_state}", task.get_work_state_display())]
    if task.is_overdue_on(today()):
        marks.append(("programme-state programme-state--late", gettext("Overdue")))
    if task.standing == Standing.PROPOSED:
        marks.append(("", gettext("Proposed")))
    if task.standing == Standing.DROPPED:
        marks.append(("", gettext("Dropped by an amendment")))
    return format_html_join(" ", '<span class="w-status {}">{}</span>', marks)
