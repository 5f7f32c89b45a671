"""The theme as files of the public store."""

from collections.abc import Iterator
from datetime import datetime

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.selectors import public
from nhipcau.web.rules.addresses import page_address
from nhipcau.web.selectors import theme

SCRIPT = "text/javascript; charset=utf-8"
WORKER = "/sw.js"
FOR_EVER = ("Cache-Control", "public, max-age=31536000, immutable")


class StylesheetSurface:
    """The one style sheet."""

    name = "web.stylesheet"
    priority = Priority.OWN_PAGE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The style sheet of this release; older ones are kept by the store only."""
        if address != theme.stylesheet_address():
            return None
        return Rendered(
            theme.stylesheet(),
            content_type="text/css; charset=utf-8",
            headers=(FOR_EVER,),
            keys=frozenset({"theme"}),
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One address a release."""
        yield theme.stylesheet_address()


class ScriptSurface:
    """The one script."""

    name = "web.script"
    priority = Priority.OWN_PAGE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The script of this release."""
        if address != theme.script_address():
            return None
        return Rendered(
            theme.script(), content_type=SCRIPT, headers=(FOR_EVER,), keys=frozenset({"theme"})
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One address a release."""
        yield theme.script_address()


class WorkerSurface:
    """The service worker; its address lies at the top because it may only serve what is below."""

    name = "web.worker"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The script with the addresses of this release and these languages."""
        if address != WORKER:
            return None
        offline = {code: page_address("offline", code) for code in public.languages()}
        return Rendered(
            theme.worker(offline),
            content_type=SCRIPT,
            keys=frozenset({"theme", "languages", *(f"chrome:{code}" for code in offline)}),
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One address."""
        yield WORKER
