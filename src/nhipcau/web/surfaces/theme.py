"""The theme as files of the public store."""

from collections.abc import Iterator
from datetime import datetime

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.web.selectors import theme

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
