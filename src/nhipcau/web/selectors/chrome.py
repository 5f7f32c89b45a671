"""What every public page shares: masthead, navigation, languages, foot."""

import contextlib
from dataclasses import asdict
from datetime import datetime
from operator import attrgetter

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from nhipcau.common.reading import once_a_batch, shared
from nhipcau.newsroom.models import Section
from nhipcau.newsroom.rules.addresses import news_address, section_address
from nhipcau.newsroom.selectors import public
from nhipcau.translation.rules.addresses import glossary_address
from nhipcau.web.models import InformationPage
from nhipcau.web.rules.addresses import front_address, opensearch_address, page_address
from nhipcau.web.selectors import theme
from nhipcau.web.selectors.profile import site_profile

# Open Graph wants a country with the language.
_OPEN_GRAPH = {"vi": "vi_VN", "en": "en_GB", "fr": "fr_FR", "lo": "lo_LA", "ko": "ko_KR"}


def build(language: str, address: str, now: datetime) -> dict[str, object]:
    """Context of masthead and foot; pages that use it depend on key ``chrome:<language>``.

    Args:
        language: BCP 47 code.
        address: The page's own path.
        now: Moment rendered for.

    Returns:
        The fields of :class:`nhipcau.web.selectors.profile.Profile` and: ``base_url``,
        ``home_address``, ``news_address``, ``search_address``, ``report_address``,
        ``navigation`` and ``explore`` and ``trust`` (lists of ``label``, ``address``,
        ``is_current``), ``fronts`` (``language``, ``name``, ``name_here``,
        ``address``), ``open_graph_locale``,
        ``opensearch_address``,
        ``stylesheet``, ``script``, ``fonts`` and ``current`` (the address, where one of the
        links leads to it). Pages of a batch share it: nobody may change it.
    """
    groups = _groups(language)
    targets = {target for group in groups.values() for _, target in group}
    current = address if address in targets else ""
    return shared((build, language, current), lambda: _context(language, current, groups))


@once_a_batch
def _groups(language: str) -> dict[str, list[tuple[str, str]]]:
    """The lists of links, as label and address."""
    with translation.override(language):
        return {
            "navigation": _navigation(language),
            "explore": _explore(language),
            "trust": _trust(language),
        }


def _context(
    language: str, current: str, groups: dict[str, list[tuple[str, str]]]
) -> dict[str, object]:
    links: dict[str, object] = {
        name: [
            {"label": label, "address": target, "is_current": target == current}
            for label, target in group
        ]
        for name, group in groups.items()
    }
    return (
        asdict(site_profile(language))
        | links
        | {
            "current": current,
            "base_url": settings.NHIPCAU_BASE_URL,
            "home_address": front_address(language),
            "news_address": news_address(language),
            "search_address": page_address("search", language),
            "report_address": page_address("report", language),
            "corrections_policy_address": page_address("corrections-policy", language),
            "fronts": [_front(code, language) for code in public.languages()],
            "open_graph_locale": _OPEN_GRAPH.get(language, language.replace("-", "_")),
            "opensearch_address": opensearch_address(language),
            "stylesheet": theme.stylesheet_address(),
            "script": theme.script_address(),
            "fonts": theme.preloaded_fonts(),
        }
    )


def _front(code: str, language: str) -> dict[str, str]:
    """A language of the site: its own name, its name inside a sentence here, its front page."""
    name = dict(settings.LANGUAGES).get(code, code)
    with translation.override(language), contextlib.suppress(KeyError):
        here = str(translation.get_language_info(code)["name_translated"])
        # English alone writes the names of languages with a capital letter.
        here = here if language == "en" else here[0].lower() + here[1:]
        return _named(code, name, here)
    return _named(code, name, name)


def _named(code: str, name: str, here: str) -> dict[str, str]:
    return {"language": code, "name": name, "name_here": here, "address": front_address(code)}


def _navigation(language: str) -> list[tuple[str, str]]:
    """Latest news, then the sections that have a name in the language."""
    sections = Section.objects.prefetch_related("names")
    return [
        (gettext("Latest"), news_address(language)),
        *(
            (section.name(language), section_address(language, section.slug(language)))
            for section in sections
            if any(name.language == language for name in section.names.all())
        ),
    ]


def _explore(language: str) -> list[tuple[str, str]]:
    """Pages about the province and for the press."""
    labels = {
        "gallery": gettext("Pictures"),
        "figures": gettext("The province in figures"),
        "press": gettext("For the press"),
        "committee": gettext("The committee and its agencies"),
        "glossary": gettext("Official names"),
        "search": gettext("Search"),
    }
    pages = [(label, page_address(kind, language)) for kind, label in labels.items()]
    # Names of bodies and places, then words: whoever looks for one may want the other.
    pages.insert(-1, (gettext("Glossary"), glossary_address(language)))
    return pages


def _trust(language: str) -> list[tuple[str, str]]:
    """Standing pages of the language, and the two that the program writes itself."""
    # These are few: where to begin. Else, or asked for them in their order, a database may look
    # through the whole tree of pages.
    few = InformationPage.objects.order_by().values("page_ptr_id")
    pages = InformationPage.objects.live().filter(pk__in=few, locale__language_code=language)
    in_order = sorted(pages.select_related("locale").order_by(), key=attrgetter("path"))
    return [
        *((page.title, page.address) for page in in_order),
        (gettext("Corrections"), page_address("corrections", language)),
        (gettext("Report an error"), page_address("report", language)),
    ]
