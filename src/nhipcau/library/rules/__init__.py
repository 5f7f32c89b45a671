"""Pure decisions of the library."""

from nhipcau.library.rules.addresses import (
    BACK_OFFICE_BASE,
    PUBLIC_FORMATS,
    PUBLIC_WIDTHS,
    parse_public_address,
    public_address,
    public_addresses,
)

__all__ = [
    "BACK_OFFICE_BASE",
    "PUBLIC_FORMATS",
    "PUBLIC_WIDTHS",
    "parse_public_address",
    "public_address",
    "public_addresses",
]
