"""What other newsrooms take: every story as an item, and the latest changes of a language.

Addresses are made of permanent names and never change. Unlike readers' pages an item stays at its
address when a story is withdrawn: it says then that the story must not be used any more, as the
formats provide, since that is how others learn of it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db.models.functions import Coalesce

from nhipcau.common.reading import look_up, once_a_batch, read_ahead
from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.page_context import list_key
from nhipcau.publishing.models import WireItem
from nhipcau.publishing.rules.locations import media_type
from nhipcau.publishing.selectors import wire
from nhipcau.publishing.selectors.entries import site_name
from nhipcau.publishing.surfaces import newsml, ninjs
from nhipcau.publishing.types import WireFeed

LATEST = 30
FORMATS = {"ninjs": "json", "newsml-g2": "xml"}
_ITEM = re.compile(r"/wire/(?P<format>ninjs|newsml-g2)/(?P<guid>[0-9a-f-]{36})\.(?P<ending>\w+)")
_FEED = re.compile(
    r"/wire/(?P<format>ninjs|newsml-g2)/(?P<language>[a-z-]+)/latest\.(?P<ending>\w+)"
)


def item_addresses(guid: UUID) -> list[str]:
    """Addresses of an item, one a format."""
    return [f"/wire/{format}/{guid}.{ending}" for format, ending in FORMATS.items()]


def feed_addresses(language: str) -> list[str]:
    """Addresses of a language's latest items, one a format."""
    return [f"/wire/{format}/{language}/latest.{ending}" for format, ending in FORMATS.items()]


def _guid(address: str) -> UUID | None:
    """Permanent name of the item at an address; ``None`` for other addresses."""
    match = _ITEM.fullmatch(address)
    if match is None or FORMATS[match["format"]] != match["ending"]:
        return None
    try:
        return UUID(match["guid"])
    except ValueError:
        return None


@once_a_batch
def _keys(guid: UUID, now: datetime) -> set[str]:
    """Surrogate keys of an item that is out, for both formats."""
    story = wire.wire_story(guid, now)
    return wire.wire_keys([story] if story else [])


class WireItemSurface:
    """One language version as an item of its own."""

    name = "publishing.wire_item"
    priority = Priority.WIRE
    pattern = _ITEM

    def prepare(self, addresses: Iterable[str], now: datetime) -> None:
        """Read the items of a batch with few queries."""
        read_ahead(wire.items_named, [guid for one in addresses if (guid := _guid(one))])

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The item's latest version; a 404 with its time while an embargo lasts."""
        guid = _guid(address)
        if guid is None:
            return None
        item = look_up(wire.items_named, guid)
        if item is None:
            return Rendered(status=404)
        keys = {item.page.work.key} if item.page else set()
        if moment := wire.release_moment(item, now):
            return Rendered(status=404, keys=frozenset(keys), valid_until=moment)
        story = wire.wire_story(guid, now)
        assert story is not None  # noqa: S101 - its item was found
        keys |= _keys(guid, now) | {f"chrome:{item.language}"}
        provider = site_name(item.language, now)
        body = (
            ninjs.item(story, provider)
            if address.endswith(".json")
            else newsml.item(story, provider, settings.NHIPCAU_BASE_URL)
        )
        return Rendered(
            body,
            content_type=media_type(address),
            keys=frozenset(keys),
            last_modified=item.changed_at,
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """Every item in both formats, also those that still wait."""
        return (address for _, address in self.numbered_addresses(now))

    def numbered_addresses(self, now: datetime) -> Iterator[tuple[int, str]]:
        """The same with the version's database id, in its order; first those that have lost it."""
        rows = WireItem.objects.annotate(version=Coalesce("page_id", 0)).order_by("version", "pk")
        for version, guid in rows.values_list("version", "guid").iterator():
            for address in item_addresses(guid):
                yield version, address


@once_a_batch
def _latest(language: str, now: datetime) -> list[wire.WireStory]:
    """The latest items of a language, read once for both formats."""
    return wire.wire_stories(wire.latest_items(language, now)[:LATEST])


class WireFeedSurface:
    """The latest changes of a language: new stories, corrections, withdrawals."""

    name = "publishing.wire_feed"
    priority = Priority.WIRE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The feed; a 404 while there is nothing, since the formats have no empty message."""
        match = _FEED.fullmatch(address)
        if match is None or FORMATS[match["format"]] != match["ending"]:
            return None
        language = match["language"]
        if language not in public.languages():
            return None
        stories = _latest(language, now)
        keys = {list_key(language), f"chrome:{language}", *wire.wire_keys(stories)}
        until = wire.next_release(language, now)
        if not stories:
            return Rendered(status=404, keys=frozenset(keys), valid_until=until)
        base = settings.NHIPCAU_BASE_URL
        name = site_name(language, now)
        about = WireFeed(
            guid=uuid5(NAMESPACE_URL, f"{base}{address}").urn,
            title=name,
            provider=name,
            language=language,
            updated_at=stories[0].item.changed_at,
        )
        body = (
            ninjs.feed(about, stories)
            if match["format"] == "ninjs"
            else newsml.feed(about, stories, base)
        )
        return Rendered(
            body,
            content_type=media_type(address),
            keys=frozenset(keys),
            valid_until=until,
            last_modified=about.updated_at,
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One a format and language, once the language has anything to tell."""
        for language in public.languages():
            if WireItem.objects.filter(language=language).exists():
                yield from feed_addresses(language)
