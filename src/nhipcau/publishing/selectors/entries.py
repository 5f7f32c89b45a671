"""Stories as feeds and wire items carry them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext

from nhipcau.common.clock import civil
from nhipcau.common.surfaces import chrome
from nhipcau.newsroom.models import Correction, StoryPage
from nhipcau.newsroom.selectors.bodies import rendered_blocks
from nhipcau.newsroom.selectors.corrections import corrections_by_page
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
        updated_at: The date of update that readers see; small fixes leave it.
        lead_html: The first paragraph as HTML, also part of ``content``.
        usage_terms: On what terms others may take it over, in its language.
        correction: The latest published correction, plain text, possibly empty.
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
    lead_html: str
    usage_terms: str
    correction: str


def entries(pages: Iterable[StoryPage]) -> list[Entry]:
    """Make entries of public language versions, in their order.

    Args:
        pages: With work, publisher, section and their names fetched.
    """
    rows = list(pages)
    corrected = corrections_by_page(rows)
    return [_entry(page, corrected.get(page.pk, [])) for page in rows]


def site_name(language: str, now: datetime) -> str:
    """Name of the site in a language; depends on key ``chrome:<language>``."""
    return str(chrome(language, f"/{language}/", now).get("site_name", ""))


def absolute_address(address: str) -> str:
    """A public address with the site's own host.

    Args:
        address: Absolute path.
    """
    return f"{settings.NHIPCAU_BASE_URL}{address}"


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


def _entry(page: StoryPage, corrections: Sequence[Correction]) -> Entry:
    work, language = page.work, page.language
    publisher = work.publisher.name(language) or work.publisher.name()
    body = "\n".join(
        f'<div class="w-block-{kind} block-{kind}">{html}</div>'
        for kind, html in rendered_blocks(page)
    )
    with translation.override(language):
        notes = "".join(_note(correction) for correction in corrections)
        terms = gettext("May be republished with the source named: %(publisher)s.")
    lead = f"<p>{escape(page.lead)}</p>" if page.lead else ""
    section = work.section.name(language) if work.section else ""
    published = work.published_at or page.first_published_at
    return Entry(
        guid=version_guid(work.uuid, language),
        version=page.live_revision_id or 1,
        url=f"{settings.NHIPCAU_BASE_URL}{page.address}",
        language=language,
        headline=page.title,
        summary=page.lead,
        content=absolute(notes + lead + body),
        byline=page.byline,
        publisher=publisher,
        sections=(section,) if section else (),
        published_at=published,
        updated_at=max(page.shown_as_updated_at or published, published),
        lead_html=lead,
        usage_terms=terms % {"publisher": publisher},
        correction=corrections[0].text if corrections else "",
    )


def _note(correction: Correction) -> str:
    """A correction as the first thing that those read who take the story over."""
    moment = correction.published_at or correction.proposed_at
    words = gettext("Correction, %(day)s: %(text)s") % {
        "day": civil(moment).strftime("%d/%m/%Y"),
        "text": correction.text,
    }
    return f"<p><strong>{escape(words)}</strong></p>"
