"""The living style page: every part of the theme, in the demo only."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.cards import card_keys, cards
from nhipcau.newsroom.selectors.page_context import list_key, shared_context

ADDRESS = "/style/"
COLOURS = (
    "paper surface tint line line-strong ink ink-soft basalt basalt-deep coffee forest bronze "
    "bronze-ink mark"
).split()


class StyleSurface:
    """Colours, type and components with real stories."""

    name = "web.style"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The page; a 404 outside the demo."""
        if address != ADDRESS:
            return None
        languages = public.languages()
        if not settings.NHIPCAU_DEMO or not languages:
            return Rendered(status=404)
        language = languages[0]
        versions = public.latest_versions(language, now, 6)
        context = shared_context(language, ADDRESS, now, {language: ADDRESS}) | {
            "is_unlisted": True,
            "cards": cards(versions),
            "colours": COLOURS,
        }
        with translation.override(language):
            body = render_to_string("web/style.html", context).encode()
        return Rendered(
            body,
            keys=frozenset({f"chrome:{language}", list_key(language), *card_keys(versions)}),
            valid_until=public.next_embargo_end(language, now),
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One address, in the demo."""
        if settings.NHIPCAU_DEMO:
            yield ADDRESS
