"""Month archives: stable addresses, so that a new story changes a handful of pages.

A page depends on its own month and on one story of each month that it leads to: while that story
is public, the month is there. So a story of today makes no archive of the past stale.
"""

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
from nhipcau.newsroom.selectors.page_context import month_key, shared_context

_MONTH = re.compile(
    r"/(?P<language>[a-z-]+)/(?P<index>[a-z-]+)/(?P<year>\d{4})/(?P<month>0[1-9]|1[0-2])/"
)


class MonthSurface:
    """The archive of a civil month in a language."""

    name = "newsroom.month"
    priority = Priority.ARCHIVE
    pattern = _MONTH

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The archive; a 404 while the month has nothing public."""
        match = _MONTH.fullmatch(address)
        if match is None or match["index"] != news_slug(match["language"]):
            return None
        language = match["language"]
        if language not in public.languages():
            return None
        month = date(int(match["year"]), int(match["month"]), 1)
        versions = list(public.versions_of_month(language, month, now))
        if not versions:
            # Of this month alone: no change of any other one is told to this page.
            waiting = [
                found
                for found in public.embargoed(now)
                if (found.language, found.month) == (language, month)
            ]
            return Rendered(
                status=404,
                keys=frozenset({month_key(language, month), *_keys(waiting)}),
                valid_until=_first_end(waiting),
            )
        others = {
            code: witness
            for code in public.languages()
            if code != language
            and (witness := public.versions_of_month(code, month, now).first()) is not None
        }
        near = {
            "newer": public.nearest_version(language, month, now, is_newer=True),
            "older": public.nearest_version(language, month, now, is_newer=False),
        }
        witnesses = [*others.values(), *(witness for witness in near.values() if witness)]
        context = shared_context(
            language,
            address,
            now,
            {code: month_address(code, month) for code in (language, *others)},
        ) | {
            "cards": cards(versions),
            "month": month,
            "news_address": news_address(language),
            **{name: _link(language, witness) for name, witness in near.items()},
        }
        waiting = _waiting(language, month, near, now)
        with translation.override(language):
            body = render_to_string("newsroom/month.html", context).encode()
        return Rendered(
            body,
            keys=frozenset(
                {
                    f"chrome:{language}",
                    *(month_key(code, month) for code in public.languages()),
                    *card_keys(versions),
                    *(witness.work.key for witness in witnesses),
                    *_keys(waiting),
                }
            ),
            valid_until=_first_end(waiting),
            last_modified=max((page.last_published_at for page in versions), default=None),
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


def _link(language: str, witness: StoryPage | None) -> dict[str, object] | None:
    """The month of a story, for turning pages."""
    if witness is None:
        return None
    month = _month_of(witness)
    return {"month": month, "address": month_address(language, month)}


def _month_of(version: StoryPage) -> date:
    return civil(version.work.published_at).date().replace(day=1)


def _waiting(
    language: str, month: date, near: dict[str, StoryPage | None], now: datetime
) -> list[public.Embargoed]:
    """Versions whose embargo's end changes the page: in its month, or between its neighbours."""
    newest = _month_of(near["newer"]) if near["newer"] else date.max
    oldest = _month_of(near["older"]) if near["older"] else date.min
    return [
        found
        for found in public.embargoed(now)
        if found.month == month or (found.language == language and oldest < found.month < newest)
    ]


def _keys(waiting: list[public.Embargoed]) -> set[str]:
    """Keys of the works that a page waits for: it hears when one of them moves."""
    return {found.key for found in waiting}


def _first_end(waiting: list[public.Embargoed]) -> datetime | None:
    """When the first of them may be read."""
    return min((found.until for found in waiting), default=None)
