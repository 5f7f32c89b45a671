"""What the memory's maintenance page and the concordance show."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from nhipcau.common.text import nfc
from nhipcau.translation.models import MemoryOrigin, MemoryUnit

#: The pages show this many; each settled case brings up the next.
_SHOWN = 50


def concordance(query: str, language: str = "", limit: int = 100) -> list[MemoryUnit]:
    """Units in which a word or phrase occurs, newest first.

    Args:
        query: A word or phrase; its usual ways of letter case are all looked for, since SQLite
            knows the case of plain letters only.
        language: Search texts of this language only; both sides when empty.
        limit: How many at most.

    Returns:
        Units with both texts, origin and person.
    """
    wanted = nfc(query).strip()
    if not wanted:
        return []
    source, target = Q(), Q()
    for form in {wanted, wanted.lower(), wanted.upper(), wanted.capitalize(), wanted.title()}:
        source |= Q(source__text__icontains=form)
        target |= Q(target__text__icontains=form)
    if language:
        source &= Q(source__language=language)
        target &= Q(target__language=language)
    rows = MemoryUnit.objects.filter(source | target).order_by("-pk")
    return list(rows.select_related("source", "target", "origin", "approved_by")[:limit])


@dataclass(frozen=True)
class Group:
    """Units that belong to one case.

    Attributes:
        source: The source text of the first.
        units: The units, oldest first.
    """

    source: str
    units: tuple[MemoryUnit, ...]


def _groups(keys: QuerySet, *, by_target: bool) -> list[Group]:
    """Units of each key."""
    found = []
    for row in keys[:_SHOWN]:
        units = MemoryUnit.objects.filter(
            source__digest=row["source__digest"], target__language=row["target__language"]
        )
        if by_target:
            units = units.filter(target__digest=row["target__digest"])
        chosen = tuple(
            units.select_related("source", "target", "origin", "approved_by").order_by("pk")[:20]
        )
        if len(chosen) > 1:
            found.append(Group(chosen[0].source.text, chosen))
    return found


def conflicts() -> list[Group]:
    """Sources with several different translations in one language."""
    keys = (
        MemoryUnit.objects.values("source__digest", "target__language")
        .annotate(targets=Count("target__digest", distinct=True))
        .filter(targets__gt=1)
        .order_by("-targets", "source__digest")
    )
    return _groups(keys, by_target=False)


def duplicates() -> list[Group]:
    """Units that differ at most in case, punctuation or spelling habit."""
    keys = (
        MemoryUnit.objects.values("source__digest", "target__digest", "target__language")
        .annotate(units=Count("pk"))
        .filter(units__gt=1)
        .order_by("-units", "source__digest")
    )
    return _groups(keys, by_target=True)


def origins() -> QuerySet[MemoryOrigin]:
    """Origins with the number of their units, newest first."""
    return (
        MemoryOrigin.objects.annotate(unit_count=Count("units"))
        .select_related("added_by")
        .order_by(F("added_at").desc(), "-pk")
    )
