"""Press kits: photographs with captions and credits, ready for other newsrooms."""

import csv
import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO

from django.utils.translation import gettext as _

from nhipcau.common.text import slug
from nhipcau.library.rules.publication import obstacles
from nhipcau.library.services.metadata import public_copy
from nhipcau.library.types import KitPicture

KIT_WIDTH = 1600
# Every entry bears this time, so that the same pictures give the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


def publishable(pictures: Sequence[KitPicture], *, today: date) -> list[KitPicture]:
    """The pictures that may be handed out on a civil date."""
    return [
        picture
        for picture in pictures
        if not obstacles(
            rights=picture.image.rights,
            rights_expire_on=picture.image.rights_expire_on,
            consent=picture.image.consent,
            today=today,
        )
    ]


def press_kit(pictures: Sequence[KitPicture], *, title: str, note: str = "") -> bytes:
    """A ZIP archive of clean copies, with their captions in a text and in a table.

    Args:
        pictures: What goes in, in its order; see :func:`publishable`.
        title: First line of the text.
        note: Conditions of use, below it.

    Returns:
        The archive; the same pictures give the same bytes.
    """
    out = BytesIO()
    lines = [title, "", *([note, ""] if note else [])]
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow([_("File"), _("Caption"), _("Credit"), _("Published at")])
    with zipfile.ZipFile(out, "w") as archive:
        for number, picture in enumerate(pictures, start=1):
            name = f"{number:02d}-{slug(picture.caption or picture.image.title)[:60]}.jpg"
            _add(archive, name, _copy(picture), is_packed=False)
            lines += [name, f"  {picture.caption}", f"  {picture.credit}", ""]
            writer.writerow([name, picture.caption, picture.credit, picture.address])
        _add(archive, "captions.txt", "\r\n".join(lines).encode("utf-8-sig"))
        _add(archive, "captions.csv", table.getvalue().encode("utf-8-sig"))
    return out.getvalue()


def clean_original(picture: KitPicture) -> bytes:
    """A photograph in its full size, without place and camera, with caption and credit."""
    with picture.image.open_file() as file:
        file.seek(0)
        return public_copy(file.read(), picture.image, caption=picture.caption)


def _copy(picture: KitPicture) -> bytes:
    """A copy for other newsrooms."""
    rendition = picture.image.get_rendition(f"max-{KIT_WIDTH}x{KIT_WIDTH}|format-jpeg")
    with rendition.file.storage.open(rendition.file.name) as file:
        return public_copy(file.read(), picture.image, caption=picture.caption)


def _add(archive: zipfile.ZipFile, name: str, content: bytes, *, is_packed: bool = True) -> None:
    """Add a file; photographs are packed already."""
    entry = zipfile.ZipInfo(name, date_time=_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    archive.writestr(entry, content)
