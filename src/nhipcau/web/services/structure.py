"""The frame of a site: its languages, the tree of pages, and in whose name it speaks."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from wagtail.models import Locale, Page, Site

from nhipcau.agencies.enums import AgencyKind
from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.newsroom.models import NewsIndexPage
from nhipcau.newsroom.rules.addresses import news_slug
from nhipcau.newsroom.services.desk_setup import ensure_desk
from nhipcau.web.models import HomePage

# Titles of the two standing pages; readers see them nowhere, colleagues in the page tree.
HOME_TITLES = {"vi": "Trang nhất", "en": "Front page", "fr": "Une"}
ROOT_TITLE = "Nhịp Cầu"
NEWS_TITLES = {"vi": "Tin tức", "en": "News", "fr": "Actualités"}


@transaction.atomic
def ensure_site(
    *,
    languages: Sequence[str],
    publisher_names: Mapping[str, str],
    publisher_code: str = "ban-chi-dao",
    hostname: str = "localhost",
    port: int = 80,
) -> Site:
    """Make what every site needs; what is there already stays as it is.

    Args:
        languages: BCP 47 codes, the source language first.
        publisher_names: Official name of the publishing body by language; used only when the
            site has no publisher yet.
        publisher_code: Code of that body.
        hostname: Host of the public address.
        port: Port of the public address.

    Returns:
        The one Wagtail site; its root page is the source language's front page.
    """
    root = Page.get_first_root_node()
    # Wagtail's migration calls it "Root", in English; the name of the program is one in all.
    Page.objects.filter(pk=root.pk, title="Root").update(title=ROOT_TITLE, draft_title=ROOT_TITLE)
    homes = [_ensure_language(root, language, languages[0]) for language in languages]
    _ensure_publisher(publisher_code, publisher_names)
    # The page that Wagtail's own first migration makes is of no use here.
    Page.objects.child_of(root).filter(
        slug="home", content_type__app_label="wagtailcore", content_type__model="page"
    ).exclude(pk__in=[home.pk for home in homes]).delete()
    site, _created = Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": hostname,
            "port": port,
            "root_page": homes[0],
            "site_name": publisher_names.get(languages[0], ""),
        },
    )
    ensure_desk()
    return site


def _ensure_language(root: Page, language: str, source_language: str) -> HomePage:
    """Make the front page and the news index of a language, as translations of the source's."""
    locale, _created = Locale.objects.get_or_create(language_code=language)
    home = HomePage.objects.filter(locale=locale).first()
    source_home = HomePage.objects.filter(locale__language_code=source_language).first()
    if home is None:
        home = HomePage(
            title=HOME_TITLES.get(language, HOME_TITLES["en"]), slug=language, locale=locale
        )
        if source_home:
            home.translation_key = source_home.translation_key
        root = Page.objects.get(pk=root.pk)
        root.add_child(instance=home)
    if not NewsIndexPage.objects.child_of(home).exists():
        news = NewsIndexPage(
            title=NEWS_TITLES.get(language, NEWS_TITLES["en"]),
            slug=news_slug(language),
            locale=locale,
        )
        if source_home and language != source_language:
            source_news = NewsIndexPage.objects.child_of(source_home).get()
            news.translation_key = source_news.translation_key
        home.add_child(instance=news)
    return home


def _ensure_publisher(code: str, names: Mapping[str, str]) -> None:
    """Make the publishing body unless the site has one."""
    if Agency.objects.filter(is_publisher=True).exists():
        return
    agency, _created = Agency.objects.get_or_create(
        code=code, defaults={"kind": AgencyKind.COMMITTEE}
    )
    agency.is_publisher = True
    agency.save()
    for language, name in names.items():
        AgencyName.objects.get_or_create(agency=agency, language=language, name=name)
