"""What a photograph says of itself: read on upload, written into copies, cleaned for readers."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import PIL.Image
import pyexiv2
from PIL import ImageOps

from nhipcau.common.clock import CIVIL_ZONE
from nhipcau.common.text import nfc
from nhipcau.library.models import Image
from nhipcau.library.rules.pixels import look_of, unpacking

pyexiv2.set_log_level(4)

CAPTION = ("Iptc.Application2.Caption", "Xmp.dc.description", "Exif.Image.ImageDescription")
CREDIT = ("Iptc.Application2.Byline", "Xmp.dc.creator", "Exif.Image.Artist")
HEADLINE = ("Iptc.Application2.Headline", "Xmp.photoshop.Headline", "Xmp.dc.title")
RIGHTS = ("Iptc.Application2.Copyright", "Xmp.dc.rights", "Exif.Image.Copyright")
TAKEN = ("Exif.Photo.DateTimeOriginal", "Xmp.exif.DateTimeOriginal", "Exif.Image.DateTime")
# Colour and direction are all that a public copy keeps of EXIF.
KEPT_EXIF = ("Exif.Image.Orientation", "Exif.Photo.ColorSpace")
_AVIF = (b"ftypavif", b"ftypavis")
_ROOM = re.compile(r"\s+(?=<\?xpacket end)")
_PLACEHOLDERS = frozenset({"", "olympus digital camera", "dcim", "charset=ascii", "default"})


@dataclass(frozen=True)
class PhotoMetadata:
    """What a photograph says of itself.

    Attributes:
        headline: Short title.
        caption: What it shows.
        credit: Photographer.
        rights_holder: Owner of the copyright.
        taken_at: Aware moment; Vietnamese time where the camera knew no zone.
    """

    headline: str = ""
    caption: str = ""
    credit: str = ""
    rights_holder: str = ""
    taken_at: datetime | None = None


def read_metadata(content: bytes) -> PhotoMetadata:
    """Read IPTC, XMP and EXIF; a photograph without them gives empty fields.

    Args:
        content: The file.
    """
    try:
        with pyexiv2.ImageData(content) as image:
            values: dict[str, Any] = {}
            for read in (image.read_exif, image.read_iptc, image.read_xmp):
                with suppress(RuntimeError, UnicodeDecodeError):
                    values |= read()
    except (RuntimeError, ValueError):
        return PhotoMetadata()
    return PhotoMetadata(
        headline=_first(values, HEADLINE)[:255],
        caption=_first(values, CAPTION)[:2000],
        credit=_first(values, CREDIT)[:200],
        rights_holder=_first(values, RIGHTS)[:200],
        taken_at=_moment(_first(values, TAKEN)),
    )


def fill_from_metadata(image: Image, content: bytes) -> None:
    """Fill the empty fields of an image from its file.

    Args:
        image: An image that is about to be saved.
        content: The file.
    """
    fill_empty_fields(image, read_metadata(content))
    image.look = look_of(BytesIO(content))


def fill_empty_fields(image: Image, known: PhotoMetadata) -> None:
    """Fill the empty fields of an image from what its file says.

    Args:
        image: An image that is about to be saved.
        known: What was read.
    """
    image.caption = image.caption or known.caption
    image.credit = image.credit or known.credit
    image.rights_holder = image.rights_holder or known.rights_holder
    image.taken_at = image.taken_at or known.taken_at


def _first(values: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of several values that says something."""
    for name in names:
        text = _text(values.get(name))
        if text.lower() not in _PLACEHOLDERS:
            return text
    return ""


def _text(value: Any) -> str:
    """A value in any of the forms in which metadata holds text."""
    if isinstance(value, dict):
        value = next(iter(value.values()), "")
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    text = str(value or "").removeprefix('lang="x-default" ').replace("\0", "").strip()
    return nfc(text)


def _moment(text: str) -> datetime | None:
    """A camera's time, such as ``2020:03:04 17:14:00``."""
    for form in ("%Y:%m:%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"):
        with suppress(ValueError):
            return datetime.strptime(text[:19], form).replace(tzinfo=CIVIL_ZONE)
    return None


def public_copy(content: bytes, image: Image, *, caption: str = "") -> bytes:
    """A copy for readers: without place, camera and owner's traces, with caption and credit.

    Args:
        content: A photograph, JPEG, WebP, PNG, TIFF or AVIF.
        image: The image it was made of.
        caption: Caption in the reader's language; the image's own when left out.

    Returns:
        The copy; an AVIF is compressed anew, and formats that hold no metadata come back as they
        are.
    """
    if content[4:12] in _AVIF:
        return _avif_anew(content, xmp_packet(image, caption or image.caption))
    try:
        with pyexiv2.ImageData(content) as copy:
            exif = {name: value for name, value in copy.read_exif().items() if name in KEPT_EXIF}
            copy.clear_exif()
            copy.clear_iptc()
            copy.clear_xmp()
            copy.clear_comment()
            copy.clear_thumbnail()
            if exif:
                copy.modify_exif(exif)
            _write(copy, image, caption or image.caption)
            return bytes(copy.get_bytes())
    except (RuntimeError, ValueError):
        return content


def _avif_anew(content: bytes, packet: bytes) -> bytes:
    """An AVIF with other metadata: nothing writes into a finished one."""
    out = BytesIO()
    with unpacking, PIL.Image.open(BytesIO(content), formats=["AVIF"]) as picture:
        turned = ImageOps.exif_transpose(picture)
        # What is compressed twice should lose little.
        turned.save(out, "AVIF", quality=90, speed=8, max_threads=1, xmp=packet, exif=b"")
    return out.getvalue()


def xmp_packet(image: Image, caption: str) -> bytes:
    """What :func:`public_copy` writes as XMP, for formats that take it only while they are made.

    Args:
        image: The image.
        caption: What it shows.

    Returns:
        A packet; empty when nothing is known of the image.
    """
    xmp = _xmp(image, caption)
    if not xmp:
        return b""
    # Packets are made in pictures; any will do.
    carried = BytesIO()
    PIL.Image.new("L", (1, 1)).save(carried, "PNG")
    with pyexiv2.ImageData(carried.getvalue()) as carrier:
        carrier.modify_xmp(xmp)
        packet = str(carrier.read_raw_xmp())
    # Without the two kilobytes of room in which others may write: a card has ten.
    return _ROOM.sub("", packet).encode()


def _write(copy: Any, image: Image, caption: str) -> None:
    """Write caption, credit and rights in the forms that newsrooms read."""
    iptc: dict[str, Any] = {}
    if caption:
        iptc["Iptc.Application2.Caption"] = caption[:2000]
    if image.credit:
        iptc["Iptc.Application2.Byline"] = image.credit[:32]
        iptc["Iptc.Application2.Credit"] = image.credit[:32]
    if image.rights_holder:
        iptc["Iptc.Application2.Copyright"] = image.rights_holder[:128]
    if iptc:
        iptc["Iptc.Envelope.CharacterSet"] = "\x1b%G"
        with suppress(RuntimeError):
            copy.modify_iptc(iptc)
    if xmp := _xmp(image, caption):
        with suppress(RuntimeError):
            copy.modify_xmp(xmp)


def _xmp(image: Image, caption: str) -> dict[str, Any]:
    """The fields of IPTC's core in XMP; texts in languages as the standard has them."""
    xmp: dict[str, Any] = {}
    if caption:
        xmp["Xmp.dc.description"] = {'lang="x-default"': caption}
    if image.credit:
        xmp["Xmp.dc.creator"] = [image.credit]
        xmp["Xmp.photoshop.Credit"] = image.credit
    if image.rights_holder:
        xmp["Xmp.dc.rights"] = {'lang="x-default"': image.rights_holder}
    return xmp
