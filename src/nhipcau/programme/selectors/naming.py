"""Names in the language of the screen, and searching without tone marks."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language

from nhipcau.agencies.models import Agency
from nhipcau.common.text import fold


def language() -> str:
    """The language of the person's screen: ``vi`` or ``en``."""
    return "vi" if (get_language() or "vi").startswith("vi") else "en"


def agency_label(agency: Agency | None) -> str:
    """An agency's name in the language of the screen, from prefetched names."""
    if agency is None:
        return "–"
    return agency.name(language()) or agency.name() or agency.code


def agencies() -> QuerySet[Agency]:
    """Agencies with their names, for choices and filters."""
    return Agency.objects.prefetch_related("names").order_by("code")


def search_folded(queryset: QuerySet[Any], path: str, text: str) -> QuerySet[Any]:
    """Keep rows whose folded text holds every typed word, with or without tone marks.

    Args:
        queryset: Rows to search.
        path: Path to the folded column.
        text: What was typed.
    """
    for word in fold(text).split():
        queryset = queryset.filter(**{f"{path}__contains": word})
    return queryset
