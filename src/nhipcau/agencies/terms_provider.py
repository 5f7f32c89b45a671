"""Hands the dated names of bodies, offices and places to the terms, which never write them."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from nhipcau.agencies.models import Agency, DatedName, Office, Place
from nhipcau.common.clock import today
from nhipcau.translation.enums import TermKind
from nhipcau.translation.types import ProvidedName


class AgencyNames:
    """The register of bodies, offices and places as a provider of names."""

    owner = "agencies"

    def names(self) -> Iterable[ProvidedName]:
        """Every name of all of them, once a period in which it does not change."""
        for kind, things in (
            (TermKind.BODY, Agency.objects),
            (TermKind.TITLE, Office.objects),
            (TermKind.PLACE, Place.objects),
        ):
            for thing in things.prefetch_related("names"):
                yield from _periods(thing, kind.value)


def _periods(thing: Any, kind: str) -> Iterator[ProvidedName]:
    """The names of one thing, cut where any language's name changes."""
    rows: list[DatedName] = list(thing.names.all())
    cuts = {row.valid_from for row in rows if row.valid_from}
    cuts |= {row.valid_to + timedelta(days=1) for row in rows if row.valid_to}
    starts = [None, *sorted(cuts)]
    for position, start in enumerate(starts):
        following = starts[position + 1] if position + 1 < len(starts) else None
        end = following - timedelta(days=1) if following else None
        day = start or (end if end else today())
        valid = [row for row in rows if row.is_valid_on(day)]
        if len({row.language for row in valid}) < 2:
            continue
        yield ProvidedName(
            key=f"{thing._meta.model_name}:{thing.code}:{start or ''}",
            kind=kind,
            names={row.language: row.name for row in valid},
            short_names={row.language: row.short_name for row in valid if row.short_name},
            valid_from=start,
            valid_to=end,
            source=next((row.source for row in valid if row.source), ""),
        )
