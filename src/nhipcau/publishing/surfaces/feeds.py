"""Feeds of a language and of each of its sections."""

import re
from collections.abc import Iterator
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db.models import QuerySet

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.models import Section, SectionName, StoryPage, Work
from nhipcau.newsroom.rules.addresses import SECTION_SLUGS, section_address
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.cards import card_keys
from nhipcau.newsroom.selectors.page_context import list_key
from nhipcau.publishing.rules.guids import version_guid
from nhipcau.publishing.rules.locations import media_type
from nhipcau.publishing.selectors.entries import entries, site_name
from nhipcau.publishing.surfaces.formats import Feed, atom, json_feed, rss

LATEST = 30
WITHDRAWN = 20
WRITERS = {"feed.atom": atom, "feed.rss": rss, "feed.json": json_feed}
_FEED = re.compile(
    r"(?P<page>/(?P<language>[a-z-]+)/(?:(?P<index>[a-z-]+)/(?P<section>[a-z0-9-]+)/)?)"
    r"(?P<name>feed\.(?:atom|rss|json))"
)


class FeedSurface:
    """The latest stories for feed readers and other newsrooms."""

    name = "publishing.feed"
    priority = Priority.FEED

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The feed of a language or of one section; it exists also while it is empty."""
        match = _FEED.fullmatch(address)
        if match is None or match["language"] not in public.languages():
            return None
        language = match["language"]
        versions = _versions(language, now)
        keys = {list_key(language), f"chrome:{language}"}
        title = site_name(language, now)
        if match["section"]:
            if match["index"] != SECTION_SLUGS.get(language, SECTION_SLUGS["en"]):
                return None
            section = _section(language, match["section"])
            if section is None:
                return Rendered(status=404)
            versions = versions.filter(work__section=section)
            title = f"{section.name(language)} - {title}"
            keys.add(f"section:{section.pk}")
        return _answer(match["name"], match["page"], language, title, versions, keys, now)

    def addresses(self, now: datetime) -> Iterator[str]:
        """Three formats a language and section."""
        languages = public.languages()
        pages = [f"/{language}/" for language in languages]
        pages += [
            section_address(name.language, name.slug)
            for name in SectionName.objects.filter(language__in=languages).order_by("pk")
        ]
        for page in pages:
            for name in WRITERS:
                yield f"{page}{name}"


def _section(language: str, slug: str) -> Section | None:
    return (
        Section.objects.prefetch_related("names")
        .filter(names__language=language, names__slug=slug)
        .first()
    )


def _versions(language: str, now: datetime) -> QuerySet[StoryPage]:
    return (
        public.public_versions(language, now)
        .select_related("work__publisher", "work__section")
        .prefetch_related("work__publisher__names", "work__section__names")
    )


def _answer(
    name: str,
    page: str,
    language: str,
    title: str,
    versions: QuerySet[StoryPage],
    keys: set[str],
    now: datetime,
) -> Rendered:
    latest = list(versions[:LATEST])
    items = entries(latest)
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
    keys |= card_keys(latest) | {f"agency:{version.work.publisher_id}" for version in latest}
    return Rendered(
        WRITERS[name](feed, items),
        content_type=media_type(name),
        keys=frozenset(keys),
        valid_until=public.next_embargo_end(language, now),
        last_modified=max(moments, default=None),
    )


def _withdrawn(language: str) -> tuple[tuple[str, datetime], ...]:
    """Names of the versions withdrawn last, for those who took them over."""
    works = (
        Work.objects.filter(
            withdrawn_at__isnull=False,
            versions__locale__language_code=language,
            versions__first_published_at__isnull=False,
        )
        .order_by("-withdrawn_at", "-pk")
        .values_list("uuid", "withdrawn_at")[:WITHDRAWN]
    )
    return tuple(
        (version_guid(uuid, language), moment) for uuid, moment in works if moment is not None
    )
