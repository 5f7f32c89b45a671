"""Feeds of a language, and of each of its sections and topics."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db.models import Exists, OuterRef, prefetch_related_objects

from nhipcau.common.reading import once_a_batch
from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.models import Section, SectionName, StoryPage, Topic, TopicName, Work
from nhipcau.newsroom.rules.addresses import (
    SECTION_SLUGS,
    TOPIC_SLUGS,
    section_address,
    topic_address,
)
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.bodies import body_keys
from nhipcau.newsroom.selectors.cards import card_keys
from nhipcau.newsroom.selectors.corrections import corrections_key
from nhipcau.newsroom.selectors.page_context import group_key, list_key
from nhipcau.publishing.rules.guids import version_guid
from nhipcau.publishing.rules.locations import media_type
from nhipcau.publishing.selectors.entries import Entry, entries, site_name
from nhipcau.publishing.surfaces.formats import Feed, atom, json_feed, rss

LATEST = 30
WITHDRAWN = 20
WRITERS = {"feed.atom": atom, "feed.rss": rss, "feed.json": json_feed}
_FEED = re.compile(
    r"(?P<page>/(?P<language>[a-z-]+)/(?:(?P<index>[a-z-]+)/(?P<item>[a-z0-9-]+)/)?)"
    r"(?P<name>feed\.(?:atom|rss|json))"
)


class FeedSurface:
    """The latest stories for feed readers and other newsrooms."""

    name = "publishing.feed"
    priority = Priority.FEED

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The feed of a language, a section or a topic; it exists also while it is empty."""
        match = _FEED.fullmatch(address)
        if match is None or match["language"] not in public.languages():
            return None
        language = match["language"]
        filters: dict[str, Any] = {}
        keys = {list_key(language), f"chrome:{language}"}
        name = ""
        if match["index"]:
            group = _group(language, match["index"], match["item"])
            if group is None:
                return None
            thing, group_keys, lookup = group
            if thing is None:
                return Rendered(status=404)
            name = f"{thing.name(language)} - "
            keys = {f"chrome:{language}", *group_keys}
            filters = {lookup: thing.pk}
        # Read last: the address of a feed that has moved does not depend on the site's name.
        title = f"{name}{site_name(language, now)}"
        return _answer(match["name"], match["page"], language, title, filters, keys, now)

    def addresses(self, now: datetime) -> Iterator[str]:
        """Three formats a language, section and topic."""
        languages = public.languages()
        pages = [f"/{language}/" for language in languages]
        pages += [
            section_address(name.language, name.slug)
            for name in SectionName.objects.filter(language__in=languages).order_by("pk")
        ]
        pages += [
            topic_address(name.language, name.slug)
            for name in TopicName.objects.filter(language__in=languages).order_by("pk")
        ]
        for page in pages:
            for name in WRITERS:
                yield f"{page}{name}"


def _group(
    language: str, index: str, slug: str
) -> tuple[Section | Topic | None, set[str], str] | None:
    """The section or topic of an address, its keys, and how stories are looked up by it."""
    named = {"names__language": language, "names__slug": slug}
    if index == SECTION_SLUGS.get(language, SECTION_SLUGS["en"]):
        section = Section.objects.prefetch_related("names").filter(**named).first()
        keys = _group_keys(language, "section", section.pk) if section else set()
        return section, keys, "work__section"
    if index == TOPIC_SLUGS.get(language, TOPIC_SLUGS["en"]):
        topic = Topic.objects.prefetch_related("names").filter(**named).first()
        keys = _group_keys(language, "topic", topic.pk) if topic else set()
        return topic, keys, "work__topics"
    return None


def _group_keys(language: str, kind: str, pk: int) -> set[str]:
    return {f"{kind}:{pk}", group_key(language, kind, pk)}


@once_a_batch
def _latest(language: str, now: datetime, **filters: Any) -> tuple[list[StoryPage], list[Entry]]:
    """The latest versions and their entries, read once for all formats of a page."""
    latest = public.latest_versions(language, now, LATEST, **filters)
    prefetch_related_objects(latest, "work__publisher__names", "work__section__names")
    return latest, entries(latest)


def _answer(
    name: str,
    page: str,
    language: str,
    title: str,
    filters: dict[str, Any],
    keys: set[str],
    now: datetime,
) -> Rendered:
    latest, items = _latest(language, now, **filters)
    withdrawn = _withdrawn(language)
    moments = [item.updated_at for item in items] + [moment for _, moment in withdrawn]
    base = settings.NHIPCAU_BASE_URL
    feed = Feed(
        guid=uuid5(NAMESPACE_URL, f"{base}{page}").urn,
        title=title,
        language=language,
        page_url=f"{base}{page}",
        url=f"{base}{page}{name}",
        updated_at=max(moments, default=datetime.fromisoformat("2020-01-01T00:00:00+00:00")),
        withdrawn=withdrawn,
    )
    # Tombstones name every withdrawn version of the language.
    keys |= (
        {corrections_key(language)}
        | card_keys(latest)
        | {f"agency:{version.work.publisher_id}" for version in latest}
    ).union(*(body_keys(version) for version in latest))
    return Rendered(
        WRITERS[name](feed, items),
        content_type=media_type(name),
        keys=frozenset(keys),
        valid_until=public.next_embargo_end(language, now, **filters),
        last_modified=max(moments, default=None),
    )


def _withdrawn(language: str) -> tuple[tuple[str, datetime], ...]:
    """Names of the versions withdrawn last, for those who took them over."""
    version = StoryPage.objects.filter(
        work=OuterRef("pk"),
        locale__language_code=language,
        first_published_at__isnull=False,
    )
    works = (
        Work.objects.filter(Exists(version), withdrawn_at__isnull=False)
        .order_by("-withdrawn_at", "-pk")
        .values_list("uuid", "withdrawn_at")[:WITHDRAWN]
    )
    return tuple(
        (version_guid(uuid, language), moment) for uuid, moment in works if moment is not None
    )
