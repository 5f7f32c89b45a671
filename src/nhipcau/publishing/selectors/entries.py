"""Stories as feeds and wire items carry them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.html import escape

from nhipcau.common.surfaces import chrome
from nhipcau.newsroom.models import StoryPage
from nhipcau.publishing.rules.guids import version_guid

_LOCAL = re.compile(r'(?P<name>\s(?:href|src|poster)=")(?=/(?!/))')
_SOURCES = re.compile(r'(?P<start>\ssrcset=")(?P<list>[^"]*)"')


@dataclass(frozen=True)
class Entry:
    """One language version, complete, with absolute addresses.

    Attributes:
        guid: Permanent name.
        version: Rises with every publication.
        url: Where readers find it.
        language: BCP 47 code.
        headline: Plain text.
        summary: First paragraph, plain text.
        content: The whole text as HTML.
        byline: Author as printed, possibly empty.
        publisher: In whose name it is published.
        sections: Name of its section, if any.
        published_at: First publication.
        updated_at: Latest publication.
    """

    guid: str
    version: int
    url: str
    language: str
    headline: str
    summary: str
    content: str
    byline: str
    publisher: str
    sections: tuple[str, ...]
    published_at: datetime
    updated_at: datetime


def entries(pages: Iterable[StoryPage]) -> list[Entry]:
    """Make entries of public language versions, in their order.

    Args:
        pages: With work, publisher, section and their names fetched.
    """
    return [_entry(page) for page in pages]


def site_name(language: str, now: datetime) -> str:
    """Name of the site in a language; depends on key ``chrome:<language>``."""
    return str(chrome(language, f"/{language}/", now).get("site_name", ""))


def absolute(html: str) -> str:
    """Make the site's own addresses in HTML absolute, as readers elsewhere need them.

    Args:
        html: HTML of a story's body.
    """
    base = settings.NHIPCAU_BASE_URL

    def whole_list(match: re.Match[str]) -> str:
        addresses = re.sub(r"(^|,\s*)/(?!/)", rf"\1{base}/", match["list"])
        return f'{match["start"]}{addresses}"'

    html = _LOCAL.sub(lambda match: f"{match['name']}{base}", html)
    return _SOURCES.sub(whole_list, html)


def _entry(page: StoryPage) -> Entry:
    work, language = page.work, page.language
    with translation.override(language):
        body = str(page.body)
    section = work.section.name(language) if work.section else ""
    published = work.published_at or page.first_published_at
    return Entry(
        guid=version_guid(work.uuid, language),
        version=page.live_revision_id or 1,
        url=f"{settings.NHIPCAU_BASE_URL}{page.address}",
        language=language,
        headline=page.title,
        summary=page.lead,
        content=absolute(f"<p>{escape(page.lead)}</p>{body}" if page.lead else body),
        byline=page.byline,
        publisher=work.publisher.name(language) or work.publisher.name(),
        sections=(section,) if section else (),
        published_at=published,
        updated_at=max(page.last_published_at or published, published),
    )
