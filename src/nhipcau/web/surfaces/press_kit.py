"""The press kit: photographs of the latest public stories, with captions, in one archive."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from nhipcau.common.clock import civil
from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.library.services.press_kit import press_kit, publishable
from nhipcau.library.types import KitPicture
from nhipcau.newsroom.selectors import public
from nhipcau.web.rules.addresses import page_address
from nhipcau.web.selectors import standing

KIT_PICTURES = 12
FILE_NAME = "press-kit.zip"


def press_kit_address(language: str) -> str:
    """Address of the press kit of a language (BCP 47)."""
    return f"{page_address('press', language)}{FILE_NAME}"


class PressKitSurface:
    """One archive a language."""

    name = "web.press_kit"
    priority = Priority.ARCHIVE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The archive, or a 404 while there is no photograph to hand out."""
        language = next(
            (code for code in public.languages() if address == press_kit_address(code)), ""
        )
        if not language:
            return None
        shown, keys, valid_until = standing.gallery(language, now)
        pictures = [
            KitPicture(one["image"], one["caption"], one["credit"], one["address"])
            for one in shown[:KIT_PICTURES]
        ]
        kept = publishable(pictures, today=civil(now).date())
        ends = [
            picture.image.rights_expire_on for picture in kept if picture.image.rights_expire_on
        ]
        if ends:
            # The day after the last one on which it may be handed out.
            end = civil(now).replace(hour=0, minute=0, second=0, microsecond=0)
            end += timedelta(days=(min(ends) - end.date()).days + 1)
            valid_until = min(end, valid_until) if valid_until else end
        if not kept:
            return Rendered(status=404, keys=frozenset(keys), valid_until=valid_until)
        with translation.override(language):
            body = press_kit(
                kept,
                title=_("Photographs for the press"),
                note=_("Free for news about the province, with the credit beside each photograph."),
            )
        return Rendered(
            body,
            content_type="application/zip",
            keys=frozenset(keys),
            valid_until=valid_until,
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One a language."""
        for language in public.languages():
            yield press_kit_address(language)
