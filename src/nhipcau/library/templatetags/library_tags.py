"""Shows photographs to readers from the public store."""

from typing import Any

from django import template

from nhipcau.library.models import Image
from nhipcau.library.rules import PUBLIC_FORMATS, PUBLIC_WIDTHS, public_address

register = template.Library()


@register.inclusion_tag("library/photo.html")
def photo(
    image: Image, alternative_text: str = "", sizes: str = "100vw", is_first: bool = False
) -> dict[str, Any]:
    """A responsive picture element of an image's public copies.

    Args:
        image: The image.
        alternative_text: What a person who does not see it needs to know.
        sizes: The ``sizes`` attribute: how wide it stands in the layout.
        is_first: Whether readers see it before they scroll; it is then loaded at once.
    """
    *preferred, (fallback, _media_type) = PUBLIC_FORMATS
    width = min(960, image.width)
    return {
        "sources": [
            {"type": media_type, "srcset": _srcset(image, format)}
            for format, media_type in preferred
        ],
        "src": public_address(image.uuid, 960, fallback),
        "srcset": _srcset(image, fallback),
        "sizes": sizes,
        "is_first": is_first,
        "width": width,
        "height": round(image.height * width / image.width) if image.width else 0,
        "alternative_text": "" if image.is_decorative else alternative_text,
    }


def _srcset(image: Image, format: str) -> str:
    """The ``srcset`` attribute for one format."""
    return ", ".join(
        f"{public_address(image.uuid, width, format)} {min(width, image.width)}w"
        for width in PUBLIC_WIDTHS
    )
