"""Sitemaps (sitemaps.org 0.9) by month, with the language versions of each story."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from lxml import etree

from nhipcau.common.clock import civil
from nhipcau.common.languages import language_for_guests
from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.models import SectionName, StoryPage, Work
from nhipcau.newsroom.rules.addresses import news_address, section_address
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.page_context import list_key
from nhipcau.publishing.rules.locations import media_type
from nhipcau.publishing.rules.xml_text import xml_text
from nhipcau.publishing.selectors.entries import site_name

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
# lxml wants None for the default name space, which its types do not know.
NAMES: dict[Any, str] = {None: SITEMAP}
#: How long a story counts as news there.
NEWS_AGE = timedelta(days=2)
# A sitemap of this format holds at most 1,000 news items.
NEWS_ITEMS = 1_000
_MONTH = re.compile(r"/sitemap/(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])\.xml")


def month_key(moment: datetime) -> str:
    """Surrogate key of the sitemap of the civil month of a moment."""
    return f"sitemap:{civil(moment):%Y-%m}"


def month_sitemap(moment: datetime) -> str:
    """Address of the sitemap of the civil month of a moment."""
    return f"/sitemap/{civil(moment):%Y-%m}.xml"


class SitemapIndexSurface:
    """The list of sitemaps."""

    name = "publishing.sitemap_index"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """One entry a month that has public stories, and one for the standing lists."""
        if address != "/sitemap.xml":
            return None
        root = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap=NAMES)
        names = ["/sitemap/site.xml", *(month_sitemap(start) for start in _public_months(now))]
        for name in names:
            entry = etree.SubElement(root, f"{{{SITEMAP}}}sitemap")
            etree.SubElement(entry, f"{{{SITEMAP}}}loc").text = settings.NHIPCAU_BASE_URL + name
        return _answer(root, _list_keys(), _next_embargo_end(now))

    def addresses(self, now: datetime) -> Iterator[str]:
        """The one address."""
        yield "/sitemap.xml"


class SiteSitemapSurface:
    """Front pages, lists and sections."""

    name = "publishing.sitemap_site"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """Every standing list with its versions in other languages."""
        if address != "/sitemap/site.xml":
            return None
        languages = public.languages()
        groups = [
            {language: f"/{language}/" for language in languages},
            {language: news_address(language) for language in languages},
        ]
        sections: dict[int, dict[str, str]] = {}
        for name in SectionName.objects.filter(language__in=languages).order_by("section_id", "pk"):
            group = sections.setdefault(name.section_id, {})
            group[name.language] = section_address(name.language, name.slug)
        root = _urlset()
        for group in [*groups, *sections.values()]:
            _add_versions(root, group, {}, languages)
        keys = {f"chrome:{language}" for language in languages}
        return _answer(root, keys | {f"section:{pk}" for pk in sections}, None)

    def addresses(self, now: datetime) -> Iterator[str]:
        """The one address."""
        yield "/sitemap/site.xml"


class MonthSitemapSurface:
    """The stories first published in a civil month, in all languages."""

    name = "publishing.sitemap_month"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """Every public story of the month; a 404 while there is none."""
        match = _MONTH.fullmatch(address)
        if match is None:
            return None
        first = date(int(match["year"]), int(match["month"]), 1)
        start, end = public.month_bounds(first)
        rows = list(
            _versions(now, is_waiting_too=True)
            .filter(work__published_at__gte=start, work__published_at__lt=end)
            .order_by("-work__published_at", "-work_id", "pk")
        )
        groups: dict[int, list[StoryPage]] = {}
        waiting = []
        for row in rows:
            if row.work.embargo_until and row.work.embargo_until > now:
                waiting.append(row.work.embargo_until)
            else:
                groups.setdefault(row.work_id, []).append(row)
        keys = {month_key(start), *(row.work.key for row in rows)}
        valid_until = min(waiting, default=None)
        if not groups:
            return Rendered(status=404, keys=frozenset(keys), valid_until=valid_until)
        root, languages = _urlset(), public.languages()
        for versions in groups.values():
            _add_versions(
                root,
                {version.language: version.address for version in versions},
                {version.language: version.last_published_at for version in versions},
                languages,
            )
        modified = max(row.last_published_at for rows in groups.values() for row in rows)
        return _answer(root, keys, valid_until, modified)

    def addresses(self, now: datetime) -> Iterator[str]:
        """Every month with stories that are public or will be by the clock alone."""
        for moment in _months():
            yield month_sitemap(moment)


class NewsSitemapSurface:
    """The stories of the last two days, for news search."""

    name = "publishing.sitemap_news"
    # Searchers of news read it within minutes; it goes with the lists, before feeds of topics.
    priority = Priority.LIST

    def render(self, address: str, now: datetime) -> Rendered | None:
        """All languages together; the clock takes stories out again."""
        if address != "/news-sitemap.xml":
            return None
        rows = list(
            _versions(now)
            .filter(work__published_at__gt=now - NEWS_AGE, work__published_at__lte=now)
            .order_by("-work__published_at", "-work_id", "pk")[:NEWS_ITEMS]
        )
        root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=NAMES | {"news": NEWS})
        for row in rows:
            url = etree.SubElement(root, f"{{{SITEMAP}}}url")
            etree.SubElement(url, f"{{{SITEMAP}}}loc").text = _absolute(row.address)
            news = etree.SubElement(url, f"{{{NEWS}}}news")
            publication = etree.SubElement(news, f"{{{NEWS}}}publication")
            etree.SubElement(publication, f"{{{NEWS}}}name").text = xml_text(
                site_name(row.language, now)
            )
            etree.SubElement(publication, f"{{{NEWS}}}language").text = row.language
            etree.SubElement(news, f"{{{NEWS}}}publication_date").text = _day_time(
                row.work.published_at
            )
            etree.SubElement(news, f"{{{NEWS}}}title").text = xml_text(row.title)
        moments = [row.work.published_at + NEWS_AGE for row in rows]
        moments += _upcoming(now)
        keys = _list_keys() | {row.work.key for row in rows}
        keys |= {f"chrome:{language}" for language in public.languages()}
        return _answer(root, keys, min(moments, default=None))

    def addresses(self, now: datetime) -> Iterator[str]:
        """The one address."""
        yield "/news-sitemap.xml"


def _versions(now: datetime, *, is_waiting_too: bool = False) -> QuerySet[StoryPage]:
    rows = (
        StoryPage.objects.live()
        .filter(work__withdrawn_at__isnull=True, work__published_at__isnull=False)
        .select_related("work", "locale")
    )
    if is_waiting_too:
        return rows
    return rows.filter(Q(work__embargo_until__isnull=True) | Q(work__embargo_until__lte=now))


def _public_months(now: datetime) -> list[datetime]:
    """Start of every civil month that has public stories in any language, oldest first."""
    months = {month for code in public.languages() for month in public.months(code, now)}
    return [public.month_bounds(month)[0] for month in sorted(months)]


def _months() -> Iterator[datetime]:
    """Start of every civil month that has or will have stories: one short query a month."""
    rows = Work.objects.filter(withdrawn_at__isnull=True, versions__live=True)
    after: datetime | None = None
    while True:
        later = rows.filter(published_at__isnull=False)
        if after is not None:
            later = later.filter(published_at__gte=after)
        found = later.order_by("published_at").values_list("published_at", flat=True).first()
        if found is None:
            return
        start, after = public.month_bounds(civil(found).date())
        yield start


def _upcoming(now: datetime) -> list[datetime]:
    """When the clock alone brings the next story into the list: an embargo or a later date."""
    later = (
        _versions(now, is_waiting_too=True)
        .filter(work__published_at__gt=now)
        .order_by("work__published_at")
        .values_list("work__published_at", flat=True)
        .first()
    )
    return [moment for moment in (later, _next_embargo_end(now)) if moment]


def _next_embargo_end(now: datetime) -> datetime | None:
    ends = [public.next_embargo_end(language, now) for language in public.languages()]
    return min((end for end in ends if end), default=None)


def _list_keys() -> set[str]:
    return {list_key(language) for language in public.languages()}


def _urlset() -> etree._Element:
    return etree.Element(f"{{{SITEMAP}}}urlset", nsmap=NAMES | {"xhtml": XHTML})


def _absolute(address: str) -> str:
    return f"{settings.NHIPCAU_BASE_URL}{address}"


def _day_time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _add_versions(
    root: etree._Element,
    addresses: dict[str, str],
    modified: dict[str, datetime | None],
    languages: list[str],
) -> None:
    """One entry a language; each names all of them, itself too, so that they are mutual.

    Args:
        root: The sitemap.
        addresses: Address by language.
        modified: When a version was changed last, by language.
        languages: The site's, its own language first.
    """
    there = [language for language in languages if language in addresses]
    named = {language: addresses[language] for language in there}
    named["x-default"] = addresses[language_for_guests(there)]
    for language in there:
        url = etree.SubElement(root, f"{{{SITEMAP}}}url")
        etree.SubElement(url, f"{{{SITEMAP}}}loc").text = _absolute(addresses[language])
        if moment := modified.get(language):
            etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = _day_time(moment)
        if len(there) > 1:
            for other, address in named.items():
                etree.SubElement(
                    url,
                    f"{{{XHTML}}}link",
                    {"rel": "alternate", "hreflang": other, "href": _absolute(address)},
                )


def _answer(
    root: etree._Element,
    keys: set[str],
    valid_until: datetime | None,
    modified: datetime | None = None,
) -> Rendered:
    return Rendered(
        etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True),
        content_type=media_type("sitemap.xml"),
        keys=frozenset(keys),
        valid_until=valid_until,
        last_modified=modified,
    )
