"""Pure decisions of the library."""

from nhipcau.library.rules.addresses import (
    BACK_OFFICE_BASE,
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
    "BACK_OFFICE_BASE",
    "PUBLIC_FORMATS",
    "PUBLIC_WIDTHS",
    "PublicCopy",
    "card_address",
    "parse_public_address",
    "public_address",
    "public_addresses",
    "share_picture_address",
]
