"""The newsroom's public addresses: stories and the list of latest news."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.rules.addresses import (
    month_address,
    news_address,
    news_slug,
    story_address,
)
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.ahead import read_stories_ahead, story_address_parts, story_at
from nhipcau.newsroom.selectors.bodies import body_keys, rendered_blocks
from nhipcau.newsroom.selectors.cards import card_keys, cards
from nhipcau.newsroom.selectors.page_context import list_key, shared_context
from nhipcau.newsroom.selectors.story_view import story_context

LATEST = 30
_LIST = re.compile(r"/(?P<language>[a-z-]+)/(?P<index>[a-z-]+)/")


def _matched(pattern: re.Pattern[str], address: str) -> re.Match[str] | None:
    """The match of an address whose second part is the news index of its language."""
    match = pattern.fullmatch(address)
    return match if match and match["index"] == news_slug(match["language"]) else None


def _html(template: str, language: str, context: dict[str, object]) -> bytes:
    """Render a template in a language."""
    with translation.override(language):
        return render_to_string(template, context).encode()


class StorySurface:
    """One language version of a work."""

    name = "newsroom.story"
    priority = Priority.OWN_PAGE

    def prepare(self, addresses: Iterable[str], now: datetime) -> None:
        """Read the stories of a batch with few queries."""
        read_stories_ahead(addresses)

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The story, a notice of withdrawal (410), or nothing yet (404)."""
        parts = story_address_parts(address)
        if parts is None:
            return None
        language, _ = parts
        page = story_at(address)
        if page is None or page.first_published_at is None:
            return Rendered(status=404)
        keys = self._keys(page)
        if not page.work.is_public_at(now) and page.work.withdrawn_at is None:
            return Rendered(status=404, keys=keys, valid_until=page.work.embargo_until)
        context = story_context(page, now)
        if page.work.withdrawn_at or not page.live:
            body = _html("newsroom/withdrawn.html", language, context)
            return Rendered(body, status=410, keys=keys, last_modified=page.work.withdrawn_at)
        # What the photograph that opens it leaves of the body.
        rest = len(page.body) - len(context["blocks"])
        context["blocks"] = [html for _, html in rendered_blocks(page)[rest:]]
        related = context["related_stories"]
        return Rendered(
            _html("newsroom/story.html", language, context),
            keys=keys | related.keys,
            valid_until=related.valid_until,
            last_modified=page.last_published_at,
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """Every version that was ever public."""
        return (address for _, address in self.numbered_addresses(now))

    def numbered_addresses(self, now: datetime) -> Iterator[tuple[int, str]]:
        """The same with the version's database id, in its order."""
        rows = StoryPage.objects.filter(first_published_at__isnull=False).order_by("pk")
        for pk, language, slug in rows.values_list("pk", "locale__language_code", "slug").iterator(
            chunk_size=1000
        ):
            yield pk, story_address(language, slug)

    def _keys(self, page: StoryPage) -> frozenset[str]:
        """What the version depends on."""
        keys = {page.work.key, f"chrome:{page.language}", f"agency:{page.work.publisher_id}"}
        keys |= body_keys(page)
        if page.work.section_id:
            keys.add(f"section:{page.work.section_id}")
        keys |= {topic.key for topic in page.work.topics.all()}
        keys |= {f"place:{place.pk}" for place in page.work.places.all()}
        return frozenset(keys)


class NewsListSurface:
    """The latest news of a language."""

    name = "newsroom.list"
    priority = Priority.LIST

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The list; it exists also while it is empty."""
        match = _matched(_LIST, address)
        if match is None or match["language"] not in public.languages():
            return None
        language = match["language"]
        versions = public.latest_versions(language, now, LATEST)
        context = shared_context(
            language, address, now, {code: news_address(code) for code in public.languages()}
        )
        context |= {
            "cards": cards(versions),
            "months": [
                {"month": month, "address": month_address(language, month)}
                for month in public.months(language, now)
            ],
        }
        return _list(versions, "newsroom/list.html", language, context, now)

    def addresses(self, now: datetime) -> Iterator[str]:
        """One list a language."""
        for language in public.languages():
            yield news_address(language)


def _list(
    versions: list[StoryPage],
    template: str,
    language: str,
    context: dict[str, object],
    now: datetime,
) -> Rendered:
    """A page that lists versions, with the keys of what it lists."""
    keys = {list_key(language), f"chrome:{language}", *card_keys(versions)}
    return Rendered(
        _html(template, language, context),
        keys=frozenset(keys),
        valid_until=public.next_embargo_end(language, now),
        last_modified=max((page.last_published_at for page in versions), default=None),
    )
