"""Which copies of an image are public, and where."""

import re
from dataclasses import dataclass
from uuid import UUID

from PIL import features

PUBLIC_WIDTHS = (480, 960, 1600)
# Cards show three by two; the sides come out even, so that no copy is a pixel off.
CARD_SIZES = ((480, 320), (960, 640), (1500, 1000))
# What networks show beside a link.
SHARE_SIZE = (1200, 630)
# Format and media type, the preferred one first; every browser reads the last.
PUBLIC_FORMATS = (("webp", "image/webp"), ("jpeg", "image/jpeg"))
MEDIA_TYPES = {"avif": "image/avif", **dict(PUBLIC_FORMATS)}
# Smaller still, for browsers that know it; where Pillow was built without it, there is none.
HAS_AVIF = features.check("avif")
# What telephones and desktops load in a story. A narrower one would be for screens of 480 pixels
# and fewer, which are older than AVIF; cards have all their widths.
AVIF_WIDTHS: tuple[int, ...] = (960, 1600) if HAS_AVIF else ()
# Before a public address: the same copy for colleagues, whether readers may have it or not.
BACK_OFFICE_BASE = "/admin"
# The one card for browsers that read JPEG alone; they are too few for three.
CARD_FALLBACK_WIDTH = 960


@dataclass(frozen=True)
class PublicCopy:
    """One of the copies that every public image has.

    Attributes:
        name: What tells it from the others in its address, such as ``card-480``.
        operation: What makes it of the image, as Wagtail spells it, such as ``fill-480x320``.
        format: One of the names in ``MEDIA_TYPES``.
    """

    name: str
    operation: str
    format: str

    @property
    def filter_spec(self) -> str:
        """Everything done to the image, as Wagtail spells it."""
        # Nothing writes into a finished AVIF, see `services.avif`.
        credited = "|credited" if self.format == "avif" else ""
        return f"{self.operation}|format-{self.format}{credited}"

    @property
    def is_cropped(self) -> bool:
        """Whether it shows a part, chosen by the focal point."""
        return self.operation.startswith("fill-")

    def address(self, uuid: UUID) -> str:
        """Its address for an image with this identifier."""
        return f"/media/{uuid.hex}-{self.name}.{self.format}"


PUBLIC_COPIES = (
    *(
        PublicCopy(str(width), f"width-{width}", format)
        for width in PUBLIC_WIDTHS
        for format, _media_type in PUBLIC_FORMATS
    ),
    *(
        PublicCopy(f"card-{width}", f"fill-{width}x{height}", format)
        for width, height in CARD_SIZES
        for format, _media_type in PUBLIC_FORMATS
        if format == "webp" or width == CARD_FALLBACK_WIDTH
    ),
    *(PublicCopy(str(width), f"width-{width}", "avif") for width in AVIF_WIDTHS),
    *(
        PublicCopy(f"card-{width}", f"fill-{width}x{height}", "avif")
        for width, height in CARD_SIZES
        if HAS_AVIF
    ),
    # Networks fetch one file, and not all of them read WebP.
    PublicCopy("share", f"fill-{SHARE_SIZE[0]}x{SHARE_SIZE[1]}", "jpeg"),
)
_COPIES = {(copy.name, copy.format): copy for copy in PUBLIC_COPIES}
_ADDRESS = re.compile(r"/media/(?P<uuid>[0-9a-f]{32})-(?P<name>[a-z0-9-]+)\.(?P<format>[a-z]+)")


def public_address(uuid: UUID, width: int, format: str) -> str:
    """Address of a public copy of a whole image.

    Args:
        uuid: The image's identifier.
        width: Width in pixels, one of ``PUBLIC_WIDTHS``.
        format: One of the names in ``PUBLIC_FORMATS``, or ``avif`` at one of ``AVIF_WIDTHS``.
    """
    return _COPIES[str(width), format].address(uuid)


def card_address(uuid: UUID, width: int, format: str) -> str:
    """Address of a public copy cropped for cards.

    Args:
        uuid: The image's identifier.
        width: Width in pixels, one of those in ``CARD_SIZES``.
        format: ``webp``, ``avif`` where there is any, or ``jpeg`` at ``CARD_FALLBACK_WIDTH``.
    """
    return _COPIES[f"card-{width}", format].address(uuid)


def share_picture_address(uuid: UUID) -> str:
    """Address of the public copy that networks show beside a link, a JPEG."""
    return _COPIES["share", "jpeg"].address(uuid)


def public_addresses(uuid: UUID) -> list[str]:
    """Addresses of all public copies of an image."""
    return [copy.address(uuid) for copy in PUBLIC_COPIES]


def parse_public_address(address: str) -> tuple[UUID, PublicCopy] | None:
    """Take the address of a public copy apart.

    Returns:
        Identifier of the image and the copy, or ``None`` when it is no such address.
    """
    match = _ADDRESS.fullmatch(address)
    copy = _COPIES.get((match["name"], match["format"])) if match else None
    return (UUID(match["uuid"]), copy) if match and copy else None
