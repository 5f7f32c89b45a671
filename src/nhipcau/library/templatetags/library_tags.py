"""Shows photographs to readers from the public store."""

from collections.abc import Iterable
from typing import Any

from django import template

from nhipcau.library.models import Image
from nhipcau.library.rules import (
    AVIF_WIDTHS,
    HAS_AVIF,
    MEDIA_TYPES,
    PUBLIC_FORMATS,
    PUBLIC_WIDTHS,
    card_address,
    public_address,
)
from nhipcau.library.rules.addresses import CARD_FALLBACK_WIDTH, CARD_SIZES

register = template.Library()


@register.inclusion_tag("library/photo.html", takes_context=True)
def photo(
    context: dict[str, Any],
    image: Image,
    alternative_text: str = "",
    sizes: str = "100vw",
    is_first: bool = False,
) -> dict[str, Any]:
    """A responsive picture element of an image's copies.

    Args:
        context: Of the template; its ``media_base`` goes before the public addresses where
            colleagues look at a text that is not public yet, see ``BACK_OFFICE_BASE``.
        image: The image.
        alternative_text: What a person who does not see it needs to know.
        sizes: The ``sizes`` attribute: how wide it stands in the layout.
        is_first: Whether readers see it before they scroll; it is then loaded at once.
    """
    base = context.get("media_base", "")
    *preferred, (fallback, _media_type) = PUBLIC_FORMATS
    sources: list[tuple[str, Iterable[int]]] = [("avif", AVIF_WIDTHS)] if HAS_AVIF else []
    sources += [(format, PUBLIC_WIDTHS) for format, _media_type in preferred]
    width = min(960, image.width)
    return {
        "sources": [
            {"type": MEDIA_TYPES[format], "srcset": _srcset(base, image, format, widths)}
            for format, widths in sources
        ],
        "src": base + public_address(image.uuid, 960, fallback),
        "srcset": _srcset(base, image, fallback, PUBLIC_WIDTHS),
        "sizes": sizes,
        "is_first": is_first,
        "width": width,
        "height": round(image.height * width / image.width) if image.width else 0,
        "alternative_text": "" if image.is_decorative else alternative_text,
    }


@register.inclusion_tag("library/photo.html", takes_context=True)
def card_photo(
    context: dict[str, Any],
    image: Image,
    alternative_text: str = "",
    sizes: str = "100vw",
    is_first: bool = False,
) -> dict[str, Any]:
    """A responsive picture element cropped to three by two around the focal point.

    Args:
        context: As of :func:`photo`.
        image: The image.
        alternative_text: What a person who does not see it needs to know.
        sizes: The ``sizes`` attribute: how wide it stands in the layout.
        is_first: Whether readers see it before they scroll; it is then loaded at once.
    """
    base = context.get("media_base", "")
    across, down = CARD_SIZES[0]
    # A picture with fewer pixels is cropped, and not enlarged.
    widest = min(image.width, image.height * across // down)
    width = min(CARD_FALLBACK_WIDTH, widest)
    fallback = base + card_address(image.uuid, CARD_FALLBACK_WIDTH, "jpeg")
    formats = ("avif", "webp") if HAS_AVIF else ("webp",)
    sources = [
        {
            "type": MEDIA_TYPES[format],
            "srcset": ", ".join(
                f"{base}{card_address(image.uuid, size, format)} {min(size, widest)}w"
                for size, _height in CARD_SIZES
            ),
        }
        for format in formats
    ]
    return {
        "sources": sources,
        "src": fallback,
        "srcset": f"{fallback} {width}w",
        "sizes": sizes,
        "is_first": is_first,
        "width": width,
        "height": width * down // across,
        "alternative_text": "" if image.is_decorative else alternative_text,
    }


def _srcset(base: str, image: Image, format: str, widths: Iterable[int]) -> str:
    """The ``srcset`` attribute for one format."""
    return ", ".join(
        f"{base}{public_address(image.uuid, width, format)} {min(width, image.width)}w"
        for width in widths
    )
