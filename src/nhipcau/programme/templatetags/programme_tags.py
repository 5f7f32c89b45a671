"""Filters for pages that compare two texts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext

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
            f"{entry['name']}: {'/'.join(target or '–' for target in entry['targets'])}"
            if isinstance(entry, dict)
            else str(entry)
            for entry in value
        )
    return str(value)
