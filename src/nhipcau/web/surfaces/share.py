"""Pictures for pages that are shared: one for the site and one a section, in each language."""

import re
from collections.abc import Iterator
from datetime import datetime

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.models import Section
from nhipcau.newsroom.rules.addresses import share_address
from nhipcau.newsroom.selectors import public
from nhipcau.web.rules import share_card
from nhipcau.web.selectors.profile import site_profile

_ADDRESS = re.compile(r"/share/(?P<rest>[a-z0-9_-]+)\.png")


class ShareSurface:
    """Cards that stand for stories without a photograph."""

    name = "web.share"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The card of a language, or of a section in it."""
        if _ADDRESS.fullmatch(address) is None:
            return None
        for language in public.languages():
            section = next(
                (
                    section
                    for section in Section.objects.prefetch_related("names")
                    if address == share_address(language, section.code)
                ),
                None,
            )
            if section is None and address != share_address(language):
                continue
            profile = site_profile(language)
            name = section.name(language) if section else ""
            keys = {f"chrome:{language}"} | ({f"section:{section.pk}"} if section else set())
            return Rendered(
                share_card.draw(profile.site_name, profile.tagline, name),
                content_type="image/png",
                keys=frozenset(keys),
            )
        return Rendered(status=404)

    def addresses(self, now: datetime) -> Iterator[str]:
        """One a language, and one a section in it."""
        codes = list(Section.objects.order_by("pk").values_list("code", flat=True))
        for language in public.languages():
            yield share_address(language)
            for code in codes:
                yield share_address(language, code)
