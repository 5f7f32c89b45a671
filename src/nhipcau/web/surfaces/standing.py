"""Pages that exist once a language: the committee, figures, pictures, the press, trust."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.page_context import shared_context
from nhipcau.web.enums import InformationKind
from nhipcau.web.models import InformationPage
from nhipcau.web.rules.addresses import NOT_FOUND, language_of, page_address
from nhipcau.web.selectors import standing
from nhipcau.web.surfaces.press_kit import press_kit_address


@dataclass(frozen=True)
class Content:
    """What a standing page shows and depends on.

    Attributes:
        context: Names for its template.
        keys: Surrogate keys.
        valid_until: When the clock alone changes it.
    """

    context: dict[str, Any]
    keys: frozenset[str] = field(default_factory=frozenset)
    valid_until: datetime | None = None


def _rendered(
    template: str, language: str, address: str, now: datetime, same: dict[str, str], found: Content
) -> Rendered:
    """A page of the site."""
    context = shared_context(language, address, now, same) | found.context
    with translation.override(language):
        body = render_to_string(template, context).encode()
    return Rendered(
        body,
        keys=found.keys | {f"chrome:{language}"},
        valid_until=found.valid_until,
    )


class StandingSurface:
    """A page that every language of the site has."""

    priority = Priority.ARCHIVE

    def __init__(self, kind: str, build: Callable[[str, datetime], Content]) -> None:
        self.kind = kind
        self.name = f"web.{kind}"
        self._build = build

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The page in the language of its address."""
        language = language_of(self.kind, address)
        languages = public.languages()
        if language not in languages:
            return None
        with translation.override(language):
            found = self._build(language, now)
        same = {code: page_address(self.kind, code) for code in languages}
        return _rendered(f"web/{self.kind}.html", language, address, now, same, found)

    def addresses(self, now: datetime) -> Iterator[str]:
        """One page a language."""
        for language in public.languages():
            yield page_address(self.kind, language)


class InformationSurface:
    """The standing pages whose texts the office writes."""

    name = "web.information"
    priority = Priority.LIST

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The page, or a 404 where the language does not have it."""
        kind = next((kind for kind in InformationKind.values if language_of(kind, address)), "")
        language = language_of(kind, address) if kind else ""
        if language not in public.languages():
            return None
        pages = {
            page.locale.language_code: page
            for page in InformationPage.objects.live().filter(kind=kind).select_related("locale")
        }
        keys = frozenset({f"information:{kind}"})
        page = pages.get(language)
        if page is None:
            return Rendered(status=404, keys=keys)
        context = {
            "page_title": page.title,
            "description": page.introduction,
            "page": page,
        }
        same = {code: found.address for code, found in pages.items()}
        return _rendered(
            "web/information.html", language, address, now, same, Content(context, keys)
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One a page."""
        pages = InformationPage.objects.live().select_related("locale").order_by("pk")
        for page in pages:
            yield page.address


class NotFoundSurface:
    """The page that readers get at an address that is not there, in each language."""

    name = "web.not_found"
    priority = Priority.ARCHIVE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The page; the server sends it with status 404."""
        languages = public.languages()
        language = next((code for code in languages if address == f"/{code}/{NOT_FOUND}"), "")
        if not language:
            return None
        same = {code: f"/{code}/" for code in languages}
        content = Content({"is_unlisted": True})
        return _rendered("web/not_found.html", language, address, now, same, content)

    def addresses(self, now: datetime) -> Iterator[str]:
        """One page a language."""
        for language in public.languages():
            yield f"/{language}/{NOT_FOUND}"


def _committee(language: str, now: datetime) -> Content:
    return Content(standing.committee(language, now), frozenset({"agencies"}))


def _figures(language: str, now: datetime) -> Content:
    return Content({"figures": standing.figures(language)}, frozenset({"figures"}))


def _gallery(language: str, now: datetime) -> Content:
    pictures, keys, valid_until = standing.gallery(language, now)
    return Content({"pictures": pictures}, frozenset(keys), valid_until)


def _press(language: str, now: datetime) -> Content:
    pictures, keys, valid_until = standing.gallery(language, now)
    context = {
        "figures": standing.figures(language)[:4],
        "pictures": pictures[:6],
        "kit_address": press_kit_address(language) if pictures else "",
        "gallery_address": page_address("gallery", language),
        "figures_address": page_address("figures", language),
        "glossary_address": page_address("glossary", language),
    }
    return Content(context, frozenset({*keys, "figures"}), valid_until)


def _glossary(language: str, now: datetime) -> Content:
    return Content({"groups": standing.glossary(language, now)}, frozenset({"agencies", "places"}))


def _corrections(language: str, now: datetime) -> Content:
    entries, keys = standing.correction_log(language, now)
    return Content(
        {
            "entries": entries,
            "policy_address": page_address("corrections-policy", language),
        },
        frozenset(keys),
        public.next_embargo_end(language, now),
    )


def _offline(language: str, now: datetime) -> Content:
    return Content({"is_unlisted": True})


SURFACES = (
    StandingSurface("offline", _offline),
    StandingSurface("committee", _committee),
    StandingSurface("figures", _figures),
    StandingSurface("gallery", _gallery),
    StandingSurface("press", _press),
    StandingSurface("glossary", _glossary),
    StandingSurface("corrections", _corrections),
    InformationSurface(),
    NotFoundSurface(),
)
