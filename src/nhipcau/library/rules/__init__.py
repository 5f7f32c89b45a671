"""Pure decisions of the library."""

from nhipcau.library.rules.addresses import (
    AVIF_WIDTHS,
    BACK_OFFICE_BASE,
    HAS_AVIF,
    MEDIA_TYPES,
    PUBLIC_FORMATS,
    PUBLIC_WIDTHS,
    PublicCopy,
    card_address,
    parse_public_address,
    public_address,
    public_addresses,
    share_picture_address,
)

__all__ = [
    "AVIF_WIDTHS",
    "BACK_OFFICE_BASE",
    "HAS_AVIF",
    "MEDIA_TYPES",
    "PUBLIC_FORMATS",
    "PUBLIC_WIDTHS",
    "PublicCopy",
    "card_address",
    "parse_public_address",
    "public_address",
    "public_addresses",
    "share_picture_address",
]
