"""The newsroom's public addresses: stories, the list of latest news, month archives."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from django.template.loader import render_to_string
from django.utils import translation

from nhipcau.common.clock import civil
from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.rules.addresses import month_address, news_address, news_slug
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.cards import card_keys, cards
from nhipcau.newsroom.selectors.page_context import list_key, shared_context
from nhipcau.newsroom.selectors.story_view import story_context

LATEST = 30
_STORY = re.compile(r"/(?P<language>[a-z-]+)/(?P<index>[a-z-]+)/(?P<slug>[a-z0-9-]+)/")
_LIST = re.compile(r"/(?P<language>[a-z-]+)/(?P<index>[a-z-]+)/")
_MONTH = re.compile(
    r"/(?P<language>[a-z-]+)/(?P<index>[a-z-]+)/(?P<year>\d{4})/(?P<month>0[1-9]|1[0-2])/"
)


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

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The story, a notice of withdrawal (410), or nothing yet (404)."""
        match = _matched(_STORY, address)
        if match is None:
            return None
        language = match["language"]
        page = (
            StoryPage.objects.select_related(
                "work__publisher", "work__section", "locale", "live_revision"
            )
            .prefetch_related(
                "work__publisher__names",
                "work__section__names",
                "work__topics__names",
                "work__places__names",
            )
            .filter(slug=match["slug"], locale__language_code=language)
            .first()
        )
        if page is None or page.first_published_at is None:
            return Rendered(status=404)
        keys = self._keys(page)
        if not page.work.is_public_at(now) and page.work.withdrawn_at is None:
            return Rendered(status=404, keys=keys, valid_until=page.work.embargo_until)
        context = story_context(page, now)
        if page.work.withdrawn_at or not page.live:
            body = _html("newsroom/withdrawn.html", language, context)
            return Rendered(body, status=410, keys=keys, last_modified=page.work.withdrawn_at)
        related = context["related_stories"]
        return Rendered(
            _html("newsroom/story.html", language, context),
            keys=keys | related.keys,
            valid_until=related.valid_until,
            last_modified=page.last_published_at,
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """Every version that was ever public."""
        rows = StoryPage.objects.filter(first_published_at__isnull=False).order_by("pk")
        for page in rows.select_related("locale").iterator(chunk_size=1000):
            yield page.address

    def _keys(self, page: StoryPage) -> frozenset[str]:
        """What the version depends on."""
        keys = {page.work.key, f"chrome:{page.language}", f"agency:{page.work.publisher_id}"}
        keys |= {f"image:{image_id}" for image_id in page.image_ids()}
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
        versions = list(public.public_versions(language, now)[:LATEST])
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


class MonthSurface:
    """The archive of a civil month in a language."""

    name = "newsroom.month"
    priority = Priority.ARCHIVE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The archive; a 404 while the month has nothing public."""
        match = _matched(_MONTH, address)
        if match is None or match["language"] not in public.languages():
            return None
        language = match["language"]
        month = date(int(match["year"]), int(match["month"]), 1)
        versions = list(public.versions_of_month(language, month, now))
        if not versions:
            return Rendered(
                status=404,
                keys=frozenset({list_key(language)}),
                valid_until=public.next_embargo_end(language, now),
            )
        same_month = {
            code: month_address(code, month)
            for code in public.languages()
            if public.versions_of_month(code, month, now).exists()
        }
        context = shared_context(language, address, now, same_month)
        context |= {
            "cards": cards(versions),
            "month": month,
            "news_address": news_address(language),
            **_neighbours(language, month, now),
        }
        rendered = _list(versions, "newsroom/month.html", language, context, now)
        # The language switch depends on the other languages' lists too.
        keys = rendered.keys | {list_key(code) for code in public.languages()}
        ends = [public.next_embargo_end(code, now) for code in public.languages()]
        valid_until = min((end for end in ends if end), default=None)
        return Rendered(
            rendered.body,
            keys=frozenset(keys),
            valid_until=valid_until,
            last_modified=rendered.last_modified,
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """Every month in which something is public or will be when its embargo ends."""
        for language in public.languages():
            moments = (
                StoryPage.objects.filter(
                    locale__language_code=language,
                    first_published_at__isnull=False,
                    work__published_at__isnull=False,
                )
                .order_by()
                .values_list("work__published_at", flat=True)
            )
            months = {civil(moment).date().replace(day=1) for moment in moments.iterator()}
            for month in sorted(months):
                yield month_address(language, month)


def _neighbours(language: str, month: date, now: datetime) -> dict[str, dict[str, object] | None]:
    """The months before and after one that have public versions, for turning pages."""
    months = public.months(language, now)
    place = months.index(month)
    near = {
        "newer": months[place - 1] if place else None,
        "older": months[place + 1] if place + 1 < len(months) else None,
    }
    return {
        name: {"month": found, "address": month_address(language, found)} if found else None
        for name, found in near.items()
    }


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
