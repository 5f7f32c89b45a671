"""What a story's public template is given."""

from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from nhipcau.common.clock import civil
from nhipcau.common.surfaces import chrome
from nhipcau.library.rules import share_picture_address
from nhipcau.newsroom.enums import Origin
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.newsroom.rules import structured_data
from nhipcau.newsroom.rules.addresses import (
    month_address,
    news_address,
    place_address,
    section_address,
    share_address,
)
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.corrections import corrections_of
from nhipcau.newsroom.selectors.related import related_stories
from nhipcau.newsroom.selectors.topics import topic_links
from nhipcau.newsroom.selectors.versions import is_older_than_source, source_version

#: Pixels below which networks show no large picture beside a link.
SHARE_SIZE = (600, 315)


def story_context(page: StoryPage, now: datetime) -> dict[str, Any]:
    """Template context of a story.

    Args:
        page: The version, live or as previewed.
        now: Moment rendered for.

    Returns:
        The base template's names and ``page``, ``work``, ``publisher`` (name in the page's
        language), ``section``, ``source`` (version translated from), ``is_older_than_source``,
        ``published_at``, ``updated_at``, ``month_address``, ``hero`` (the photograph that opens
        the body, as its block's value), ``blocks`` (the rest of the body), ``section_address``,
        ``is_sample``, ``corrections`` (newest first), ``topics`` and ``places`` (names and
        addresses), ``related`` (cards), ``related_stories``, ``is_updated``,
        ``structured_data`` (JSON-LD), ``share_image`` and ``share_image_text`` (the picture beside
        links to it, and what that shows).
    """
    work, language = page.work, page.language
    moment = work.published_at or page.first_published_at or now
    frame = chrome(language, page.address, now)
    section = work.section.name(language) if work.section else ""
    blocks = list(page.body)
    first = blocks[0].value["image"] if blocks and blocks[0].block_type == "photo" else None
    opens_with_photo = first is not None and first.may_be_shown()
    source = source_version(page)
    related = related_stories(page, now)
    context = {
        "language": language,
        "address": page.address,
        "page_title": page.title,
        "description": page.lead,
        "alternates": public.alternates(page, now),
        "chrome": frame,
        "now": now,
        "page": page,
        "work": work,
        "publisher": work.publisher.name(language) or work.publisher.name(),
        "section": section,
        "section_address": section_address(language, work.section.slug(language))
        if work.section
        else "",
        "source": source,
        "hero": blocks[0].value if opens_with_photo else None,
        "blocks": blocks[1:] if opens_with_photo else blocks,
        **_share_picture(page, blocks[0].value if opens_with_photo else None),
        "is_sample": work.origin == Origin.SAMPLE,
        "page_type": "article",
        "is_older_than_source": is_older_than_source(page),
        "published_at": moment,
        "updated_at": page.shown_as_updated_at,
        "is_updated": page.updated_at is not None,
        "corrections": corrections_of(page),
        "topics": topic_links(list(work.topics.all()), language),
        "places": place_links(work, language),
        "related": related.cards,
        "related_stories": related,
        "news_address": news_address(language),
        "month_address": month_address(language, civil(moment).date()),
    }
    return context | {"structured_data": _structured_data(page, context)}


def _share_picture(page: StoryPage, hero: Any) -> dict[str, str]:
    """The picture that stands beside a link to a story elsewhere, and what it shows.

    Args:
        page: The version.
        hero: Value of the block of the photograph that opens it, or ``None``.

    Returns:
        ``share_image`` and ``share_image_text``: its own photograph, else, also when the
        photograph is too small for such a card, the card of its section.
    """
    if hero and hero["image"].width >= SHARE_SIZE[0] and hero["image"].height >= SHARE_SIZE[1]:
        return {
            "share_image": share_picture_address(hero["image"].uuid),
            "share_image_text": hero["alternative_text"] or hero["caption"] or page.title,
        }
    section = page.work.section
    return {
        "share_image": share_address(page.language, section.code if section else ""),
        "share_image_text": section.name(page.language) if section else "",
    }


def place_links(work: Work, language: str) -> list[dict[str, str]]:
    """Names and addresses of a work's places in a language; others are left out.

    Args:
        work: The work, its places and their names fetched.
        language: BCP 47 code.
    """
    return [
        {"name": place.name(language), "address": place_address(language, place.code)}
        for place in work.places.all()
        if place.name(language)
    ]


def _structured_data(page: StoryPage, context: dict[str, Any]) -> str:
    """The story and the way to it as JSON-LD."""
    host = context["chrome"].get("base_url", "")
    with translation.override(page.language):
        trail = [
            (gettext("Front page"), f"{host}/{page.language}/"),
            (gettext("Latest news"), f"{host}{context['news_address']}"),
            (page.title, f"{host}{page.address}"),
        ]
    source = context["source"]
    article = structured_data.news_article(
        address=f"{host}{page.address}",
        headline=page.title,
        description=page.lead,
        language=page.language,
        published_at=civil(context["published_at"]),
        modified_at=civil(context["updated_at"] or context["published_at"]),
        publisher=context["publisher"],
        publisher_address=f"{host}/{page.language}/",
        logo_address=f"{host}/icon.svg",
        policy_address=host + context["chrome"].get("corrections_policy_address", ""),
        author=page.byline,
        section=context["section"],
        images=[host + context["share_image"]],
        translated_from=f"{host}{source.address}" if source else "",
        corrections=[(row.text, civil(row.published_at)) for row in context["corrections"]],
        topics=[topic["name"] for topic in context["topics"]],
    )
    # The JSON has no character that could end the element; see ``script_json``.
    return mark_safe(  # noqa: S308
        structured_data.graph(article, structured_data.breadcrumbs(trail))
    )
