"""Pure decisions of the library."""

from nhipcau.library.rules.addresses import (
    PUBLIC_FORMATS,
    PUBLIC_WIDTHS,
    parse_public_address,
    public_address,
    public_addresses,
)

__all__ = [
    "PUBLIC_FORMATS",
    "PUBLIC_WIDTHS",
    "parse_public_address",
    "public_address",
    "public_addresses",
]
