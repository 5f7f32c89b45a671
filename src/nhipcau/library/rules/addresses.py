"""Which copies of an image are public, and where."""

import re
from uuid import UUID

PUBLIC_WIDTHS = (480, 960, 1600)
# Format and media type, the preferred one first; every browser reads the last.
PUBLIC_FORMATS = (("webp", "image/webp"), ("jpeg", "image/jpeg"))
# Before a public address: the same copy for colleagues, whether readers may have it or not.
BACK_OFFICE_BASE = "/admin"
_ADDRESS = re.compile(r"/media/(?P<uuid>[0-9a-f]{32})-(?P<width>\d+)\.(?P<format>webp|jpeg)")


def public_address(uuid: UUID, width: int, format: str) -> str:
    """Address of a public copy of an image.

    Args:
        uuid: The image's identifier.
        width: Width in pixels, one of ``PUBLIC_WIDTHS``.
        format: One of the names in ``PUBLIC_FORMATS``.
    """
    return f"/media/{uuid.hex}-{width}.{format}"


def public_addresses(uuid: UUID) -> list[str]:
    """Addresses of all public copies of an image."""
    return [
        public_address(uuid, width, format)
        for width in PUBLIC_WIDTHS
        for format, _media_type in PUBLIC_FORMATS
    ]


def parse_public_address(address: str) -> tuple[UUID, int, str] | None:
    """Take the address of a public copy apart.

    Returns:
        Identifier, width in pixels and format, or ``None`` when it is no such address.
    """
    match = _ADDRESS.fullmatch(address)
    if match is None or int(match["width"]) not in PUBLIC_WIDTHS:
        return None
    return UUID(match["uuid"]), int(match["width"]), match["format"]
