"""Lists by section, by topic and by place."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from nhipcau.agencies.models import Place
from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.models import Section, SectionName, TopicName
from nhipcau.newsroom.rules.addresses import (
    PLACE_SLUGS,
    SECTION_SLUGS,
    TOPIC_SLUGS,
    news_address,
    place_address,
    section_address,
    topic_address,
)
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.cards import card_keys, cards
from nhipcau.newsroom.selectors.page_context import group_key, shared_context

LATEST = 40
_GROUPED = re.compile(r"/(?P<language>[a-z-]+)/(?P<index>[a-z-]+)/(?P<item>[a-z0-9-]+)/")


def _item(address: str, slugs: dict[str, str]) -> tuple[str, str] | None:
    """Language and item of an address whose second part is one of the slugs."""
    match = _GROUPED.fullmatch(address)
    if match is None or match["language"] not in public.languages():
        return None
    expected = slugs.get(match["language"], slugs["en"])
    return (match["language"], match["item"]) if match["index"] == expected else None


def _page(
    *,
    language: str,
    address: str,
    now: datetime,
    title: str,
    kind: str,
    same_kind: dict[str, str],
    filters: dict[str, Any],
    keys: set[str],
    introduction: str = "",
) -> Rendered:
    """A list of stories under a title.

    Args:
        language: BCP 47 code.
        address: The page's own path.
        now: Moment rendered for.
        title: Name of the section, topic or place in the language.
        kind: ``section``, ``topic`` or ``place``.
        same_kind: Address of the same list by language.
        filters: Lookups that stories must meet.
        keys: What the list depends on besides its stories.
        introduction: A few sentences above the stories.
    """
    versions = public.latest_versions(language, now, LATEST, **filters)
    context = shared_context(language, address, now, same_kind) | {
        "page_title": title,
        "kind": kind,
        "introduction": introduction,
        "cards": cards(versions),
        "news_address": news_address(language),
    }
    with translation.override(language):
        body = render_to_string("newsroom/grouped.html", context).encode()
    return Rendered(
        body,
        keys=frozenset({f"chrome:{language}", *keys, *card_keys(versions)}),
        valid_until=public.next_embargo_end(language, now, **filters),
        last_modified=max((page.last_published_at for page in versions), default=None),
    )


class SectionSurface:
    """The latest stories of a section in a language."""

    name = "newsroom.section"
    priority = Priority.LIST

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The list; it exists as soon as the section has a name in the language."""
        found = _item(address, SECTION_SLUGS)
        if found is None:
            return None
        language, slug = found
        section = (
            Section.objects.prefetch_related("names")
            .filter(names__language=language, names__slug=slug)
            .first()
        )
        if section is None:
            return Rendered(status=404)
        return _page(
            language=language,
            address=address,
            now=now,
            title=section.name(language),
            kind="section",
            same_kind={
                name.language: section_address(name.language, name.slug)
                for name in section.names.all()
            },
            filters={"work__section": section.pk},
            keys={f"section:{section.pk}", group_key(language, "section", section.pk)},
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One list a section and language."""
        languages = set(public.languages())
        names = SectionName.objects.order_by("section_id", "language")
        for name in names.filter(language__in=languages):
            yield section_address(name.language, name.slug)


class TopicSurface:
    """The latest stories of a topic in a language."""

    name = "newsroom.topic"
    priority = Priority.LIST

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The list; it exists as soon as the topic has a name in the language."""
        found = _item(address, TOPIC_SLUGS)
        if found is None:
            return None
        language, slug = found
        named = (
            TopicName.objects.select_related("topic").filter(language=language, slug=slug).first()
        )
        if named is None:
            return Rendered(status=404)
        topic = named.topic
        return _page(
            language=language,
            address=address,
            now=now,
            title=named.name,
            kind="topic",
            introduction=named.introduction,
            same_kind={
                name.language: topic_address(name.language, name.slug) for name in topic.names.all()
            },
            filters={"work__topics": topic.pk},
            keys={topic.key, group_key(language, "topic", topic.pk)},
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One list a topic and language."""
        languages = set(public.languages())
        names = TopicName.objects.order_by("topic_id", "language")
        for name in names.filter(language__in=languages):
            yield topic_address(name.language, name.slug)


class PlaceSurface:
    """The latest stories about a place in a language."""

    name = "newsroom.place"
    priority = Priority.LIST

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The list; it exists as soon as the place has a name in the language."""
        found = _item(address, PLACE_SLUGS)
        if found is None:
            return None
        language, code = found
        place = Place.objects.prefetch_related("names").filter(code=code).first()
        if place is None or not place.name(language):
            return Rendered(status=404)
        return _page(
            language=language,
            address=address,
            now=now,
            title=place.name(language),
            kind="place",
            same_kind={
                other: place_address(other, code)
                for other in public.languages()
                if place.name(other)
            },
            filters={"work__places": place.pk},
            keys={f"place:{place.pk}", group_key(language, "place", place.pk)},
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One list a place and language."""
        for place in Place.objects.prefetch_related("names").order_by("pk"):
            for language in public.languages():
                if place.name(language):
                    yield place_address(language, place.code)
