"""Former addresses: they lead to where the thing is now, or say that it is gone."""

from collections.abc import Iterator
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.rules.addresses import news_address
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.page_context import shared_context
from nhipcau.publishing.models import KnownAddress


class FormerAddressSurface:
    """What is left at an address that a thing has left; asked after all other surfaces."""

    name = "publishing.former"
    priority = Priority.OWN_PAGE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """A permanent redirect (301) to the thing's address, or a page that says it is gone."""
        row = KnownAddress.objects.filter(address=address).first()
        if row is None or row.is_current:
            return None
        target = (
            KnownAddress.objects.filter(subject=row.subject, is_current=True)
            .exclude(subject="")
            .values_list("address", flat=True)
            .first()
        )
        return Rendered(status=301, location=target) if target else _gone(address, now)

    def addresses(self, now: datetime) -> Iterator[str]:
        """Every address that is not the current one of its thing."""
        rows = KnownAddress.objects.filter(is_current=False).order_by("pk")
        yield from rows.values_list("address", flat=True).iterator()


def _gone(address: str, now: datetime) -> Rendered:
    """The explanation, in the language of the address."""
    if not address.endswith("/"):
        return Rendered(status=410, content_type="text/plain; charset=utf-8", body=b"Gone.\n")
    languages = public.languages()
    first = address.split("/", 2)[1]
    language = first if first in languages else languages[0]
    fronts = {code: f"/{code}/" for code in languages}
    context = shared_context(language, address, now, fronts) | {
        "is_unlisted": True,
        "news_address": news_address(language),
    }
    with translation.override(language):
        body = render_to_string("publishing/gone.html", context).encode()
    return Rendered(body, status=410, keys=frozenset({f"chrome:{language}"}))
