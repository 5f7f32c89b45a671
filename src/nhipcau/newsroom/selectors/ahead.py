"""Stories with all that their pages, feeds and wire items print, many in few queries."""

import re
from collections.abc import Iterable

from django.db.models import Prefetch

from nhipcau.agencies.models import Agency
from nhipcau.common.reading import look_up, look_up_all
from nhipcau.newsroom.models import Correction, Section, StoryPage
from nhipcau.newsroom.rules.addresses import news_slug

_STORY = re.compile(r"/(?P<language>[a-z-]+)/(?P<index>[a-z-]+)/(?P<slug>[a-z0-9-]+)/")

#: What other language versions are asked for; their bodies stay in the database.
_OUTLINE = (
    "path",
    "title",
    "slug",
    "live",
    "locale",
    "live_revision",
    "work",
    "source_revision_id",
    "first_published_at",
    "desk_text",
)


def story_address_parts(address: str) -> tuple[str, str] | None:
    """Language and slug of a story's address; ``None`` for other addresses."""
    match = _STORY.fullmatch(address)
    if match is None or match["index"] != news_slug(match["language"]):
        return None
    return match["language"], match["slug"]


def story_relations(prefix: str = "") -> list[Prefetch]:
    """What a language version's page, feed entries and wire items print, as prefetches.

    Args:
        prefix: Path from the model that is queried to the version, such as ``page__``.
    """
    works = f"{prefix}work__"
    outlines = StoryPage.objects.select_related("desk_text").only(*_OUTLINE)
    return [
        Prefetch(f"{prefix}locale"),
        Prefetch(f"{prefix}corrections", Correction.objects.select_related("approval")),
        Prefetch(f"{works}publisher", Agency.objects.prefetch_related("names")),
        Prefetch(f"{works}section", Section.objects.prefetch_related("names")),
        Prefetch(f"{works}topics__names"),
        Prefetch(f"{works}places__names"),
        Prefetch(f"{works}related_links__related"),
        Prefetch(f"{works}related_from__work"),
        Prefetch(f"{works}agencies__names"),
        Prefetch(f"{works}versions", outlines.prefetch_related("locale")),
    ]


def story_at(address: str) -> StoryPage | None:
    """The language version that lives at an address, whatever its state.

    Args:
        address: Absolute path of a story.
    """
    pk = look_up(story_ids_at, address)
    return look_up(stories_named, pk) if pk else None


def read_stories_ahead(addresses: Iterable[str]) -> None:
    """Read the stories of a batch with few queries; see ``common.reading.read_ahead``.

    Args:
        addresses: Absolute paths; those that are no story's are left out.
    """
    wanted = [address for address in addresses if story_address_parts(address)]
    look_up_all(stories_named, look_up_all(story_ids_at, wanted).values())


def story_ids_at(addresses: Iterable[str]) -> dict[str, int]:
    """Database ids of the language versions that live at addresses."""
    wanted: dict[tuple[str, str], str] = {}
    for address in addresses:
        if parts := story_address_parts(address):
            wanted[parts] = address
    if not wanted:
        return {}
    rows = (
        StoryPage.objects.filter(
            slug__in={slug for _, slug in wanted},
            locale__language_code__in={language for language, _ in wanted},
        )
        .order_by("-path")
        .values_list("locale__language_code", "slug", "pk")
    )
    # Should two share a slug in a language, the first of the tree is the one at the address.
    found = {wanted.get((language, slug)): pk for language, slug, pk in rows}
    return {address: pk for address, pk in found.items() if address is not None}


def stories_named(pks: Iterable[int]) -> dict[int, StoryPage]:
    """Language versions by their database ids, with all that is printed of them anywhere."""
    wanted = list(pks)
    if not wanted:
        return {}
    rows = StoryPage.objects.filter(pk__in=wanted).select_related("work")
    return {row.pk: row for row in rows.prefetch_related(*story_relations())}
