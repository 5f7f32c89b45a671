"""Names in the language of the screen, and searching without tone marks."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language

from nhipcau.agencies.models import SOURCE_LANGUAGE, Agency, AgencyName, record_in_force
from nhipcau.common.text import fold

_FEW = 50


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


def agency_labels(chosen: QuerySet[Agency] | None = None) -> dict[int, str]:
    """Names of many agencies in the language of the screen, in the order of their codes.

    Two small queries and no objects of agencies: a list with its filters shows hundreds.

    Args:
        chosen: Agencies to name; all of them when left out.

    Returns:
        The name by primary key, as :func:`agency_label` gives it.
    """
    screen = language()
    names = AgencyName.objects.filter(language__in={screen, SOURCE_LANGUAGE})
    if chosen is None:
        codes = list(Agency.objects.order_by("code").values_list("pk", "code"))
    else:
        codes = list(chosen.order_by("code").values_list("pk", "code"))
        if len(codes) <= _FEW:
            names = names.filter(agency__in=[pk for pk, _code in codes])
    of_agency: dict[int, list[AgencyName]] = {}
    for row in names:
        of_agency.setdefault(row.agency_id, []).append(row)
    labels = {}
    for pk, code in codes:
        rows = of_agency.get(pk, ())
        record = record_in_force(rows, screen) or record_in_force(rows, SOURCE_LANGUAGE)
        labels[pk] = record.name if record and record.name else code
    return labels


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
