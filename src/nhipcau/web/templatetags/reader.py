"""Dates as readers of each language write them, and numbers that stay on one line."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from nhipcau.common.clock import civil
from nhipcau.web.rules import dates
from nhipcau.web.rules.typography import with_unbroken_numbers

register = template.Library()


@register.filter
def reader_moment(value: datetime | None) -> str:
    """A moment with its time in Viet Nam, in the page's language."""
    return dates.moment(civil(value), get_language() or "vi") if value else ""


@register.filter
def reader_date(value: datetime | date | None) -> str:
    """A civil date in the page's language."""
    if value is None:
        return ""
    day = civil(value).date() if isinstance(value, datetime) else value
    return dates.day(day, get_language() or "vi")


@register.filter
def reader_month(value: date) -> str:
    """A civil month in the page's language."""
    return dates.month(value, get_language() or "vi")


@register.filter
def unbroken(value: Any) -> SafeString:
    """Text or HTML in which the numbers of documents do not break."""
    # Safe: the value is escaped, and what is added is a fixed tag around its digits and letters.
    return mark_safe(with_unbroken_numbers(conditional_escape(value)))  # noqa: S308


@register.filter
def iso_moment(value: datetime | None) -> str:
    """A moment as ISO 8601 with the offset of Viet Nam, for machines."""
    return civil(value).isoformat(timespec="seconds") if value else ""
