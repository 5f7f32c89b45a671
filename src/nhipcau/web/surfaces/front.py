"""The front page of each language."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.models import Section, StoryPage
from nhipcau.newsroom.rules.addresses import section_address
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.cards import card_keys, cards
from nhipcau.newsroom.selectors.page_context import list_key, shared_context
from nhipcau.newsroom.selectors.topics import featured_topics, topics_key
from nhipcau.web.models import FrontPlacement
from nhipcau.web.rules.addresses import front_address, page_address
from nhipcau.web.selectors.standing import figures, gallery

# The lead and its neighbours when no editor has placed more, and the most that can be placed.
PLACED = 4
MOST_PLACED = 7
LATEST = 7
PER_SECTION = 4
#: Sections that have a strip of their own; the others share one in columns.
STRIPS = 4
PICTURES = 8
# How many of the latest stories are looked through for them.
PICTURE_STORIES = 60
FIGURES = 4
TOPICS = 8
_FRONT = re.compile(r"/(?P<language>[a-z-]+)/")


class FrontSurface:
    """The front page: what the editor placed, the latest, and every section."""

    name = "web.front"
    priority = Priority.FRONT

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The front page; it exists also while nothing is published."""
        match = _FRONT.fullmatch(address)
        if match is None or match["language"] not in public.languages():
            return None
        language = match["language"]
        placed = self._placed(language, now)
        taken = {page.pk for page in placed}
        latest = public.latest_versions(language, now, LATEST, without=taken)
        strips, in_strips = self._strips(language, now, taken)
        context = shared_context(
            language, address, now, {code: front_address(code) for code in public.languages()}
        )
        made = cards(placed)
        versions = [*placed, *latest, *in_strips]
        shown = {page.address for page in versions}
        found, picture_keys, _end = gallery(language, now, stories=PICTURE_STORIES)
        # The row of pictures leads on to stories that stand nowhere else on the page.
        pictures = [picture for picture in found if picture["address"] not in shown]
        context |= {
            "is_front": True,
            "page_title": context["chrome"]["site_name"],
            "description": context["chrome"]["tagline"],
            "lead": made[0] if made else None,
            "seconds": made[1:],
            "latest": cards(latest),
            "topics": featured_topics(language)[:TOPICS],
            "strips": strips[:STRIPS],
            "columns": strips[STRIPS:],
            "pictures": pictures[:PICTURES],
            "figures": figures(language)[:FIGURES],
            "gallery_address": page_address("gallery", language),
            "figures_address": page_address("figures", language),
            "press_address": page_address("press", language),
            "committee_address": page_address("committee", language),
        }
        with translation.override(language):
            body = render_to_string("web/front.html", context).encode()
        return Rendered(
            body,
            keys=frozenset(
                {
                    list_key(language),
                    f"chrome:{language}",
                    f"front:{language}",
                    topics_key(language),
                    "figures",
                    *picture_keys,
                    *card_keys(versions),
                }
            ),
            valid_until=public.next_embargo_end(language, now),
            last_modified=max((page.last_published_at for page in versions), default=None),
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One front page a language."""
        for language in public.languages():
            yield front_address(language)

    def _placed(self, language: str, now: datetime) -> list[StoryPage]:
        """The lead and its neighbours: placed stories that are public, then the latest."""
        chosen = FrontPlacement.objects.filter(home__locale__language_code=language).order_by(
            "sort_order", "pk"
        )
        ids = list(chosen.values_list("story_id", flat=True))
        found = public.public_versions(language, now).in_bulk(ids)
        placed = [found[pk] for pk in dict.fromkeys(ids) if pk in found][:MOST_PLACED]
        missing = PLACED - len(placed)
        if missing > 0:
            taken = [page.pk for page in placed]
            placed += public.latest_versions(language, now, missing, without=taken)
        return placed

    def _strips(
        self, language: str, now: datetime, taken: set[int]
    ) -> tuple[list[dict[str, Any]], list[StoryPage]]:
        """The latest of every section, without what stands above."""
        sections = [
            section
            for section in Section.objects.prefetch_related("names")
            if any(name.language == language for name in section.names.all())
        ]
        latest = public.latest_of_sections(
            language, now, PER_SECTION, sections=[one.pk for one in sections], without=taken
        )
        strips = [(section, latest[section.pk]) for section in sections if latest[section.pk]]
        in_strips = [version for _, versions in strips for version in versions]
        made = iter(cards(in_strips))
        return [
            {
                "name": section.name(language),
                "address": section_address(language, section.slug(language)),
                "code": section.code,
                "cards": list(islice(made, len(versions))),
            }
            for section, versions in strips
        ], in_strips
