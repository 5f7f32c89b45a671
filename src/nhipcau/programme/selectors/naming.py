"""Names in the language of the screen, and searching without tone marks."""

from datetime import date
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


def name_on(agency: Agency, day: date) -> str:
    """An agency's name of a day in the language of the screen, from prefetched names.

    Args:
        agency: The agency.
        day: Civil date.
    """
    return agency.name(language(), day) or agency.name(day=day) or agency.code


def agencies() -> QuerySet[Agency]:
    """Agencies with their names, for choices and filters."""
    return Agency.objects.prefetch_related("names").order_by("code")


def agency_labels(chosen: QuerySet[Agency] | None = None) -> dict[int, str]:
    """Names of many agencies in the language of the screen, in the order of their codes.

    Two small queries and hardly an object: a list with its filters shows hundreds.

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
    found: dict[tuple[int, str], str] = {}
    renamed = set()
    for pk, code, name in names.values_list("agency", "language", "name"):
        if (pk, code) in found:
            renamed.add(pk)
        found[pk, code] = name
    # Days matter only where there are several names in a language; those are few.
    of_renamed: dict[tuple[int, str], list[AgencyName]] = {}
    for row in names.filter(agency__in=renamed) if renamed else ():
        of_renamed.setdefault((row.agency_id, row.language), []).append(row)
    for key, rows in of_renamed.items():
        found[key] = record_in_force(rows, key[1]).name
    return {
        pk: found.get((pk, screen)) or found.get((pk, SOURCE_LANGUAGE)) or code
        for pk, code in codes
    }


def shared_agency_labels(request: Any) -> dict[int, str]:
    """Names of all agencies, read once for a page that shows them in several places.

    Args:
        request: What is being answered; keeps the names.
    """
    if not hasattr(request, "programme_agency_labels"):
        request.programme_agency_labels = agency_labels()
    names: dict[int, str] = request.programme_agency_labels
    return names


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
