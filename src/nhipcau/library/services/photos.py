"""Taking photographs into the library."""

import hashlib
import warnings
from io import BytesIO
from pathlib import PurePosixPath

import PIL.Image
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from nhipcau.accounts.models import User
from nhipcau.common.secrecy import refuse_classified
from nhipcau.library.exceptions import NotAPhoto, PhotoTooLarge
from nhipcau.library.models import Image
from nhipcau.library.rules.pixels import LARGEST_OTHER_PIXELS, look_of
from nhipcau.library.services.metadata import fill_from_metadata

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF")


def inspect_photo(content: bytes) -> tuple[str, int, int]:
    """Look at a photograph's header without unpacking its pixels.

    Args:
        content: The file.

    Returns:
        Format in Pillow's spelling, width and height in pixels.

    Raises:
        NotAPhoto: if it is none of the formats we keep, or damaged.
        PhotoTooLarge: if it has more pixels than ``WAGTAILIMAGES_MAX_IMAGE_PIXELS``.
    """
    try:
        with warnings.catch_warnings():
            # The limit is ours, below.
            warnings.simplefilter("ignore", PIL.Image.DecompressionBombWarning)
            with PIL.Image.open(BytesIO(content), formats=FORMATS) as image:
                size = image.size
                kind = image.format or ""
                # A moving picture is unpacked frame by frame, so all of them count.
                frames = getattr(image, "n_frames", 1)
    except PIL.Image.DecompressionBombError as error:
        raise PhotoTooLarge from error
    except Exception as error:
        # Pillow's decoders raise many kinds for damaged files.
        raise NotAPhoto from error
    if size[0] * size[1] * frames > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise PhotoTooLarge
    return kind, *size


def _refuse_unfit(content: bytes, name: str) -> None:
    """Refuse what is told by a file's name, metadata and header."""
    refuse_classified(name, content)
    kind, width, height = inspect_photo(content)
    if kind != "JPEG" and width * height > LARGEST_OTHER_PIXELS:
        raise PhotoTooLarge


def known_photo(content: bytes) -> Image | None:
    """The image that is kept of these very bytes."""
    file_hash = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return Image.objects.filter(file_hash=file_hash).order_by("pk").first()


def check_photo(*, content: bytes, name: str) -> None:
    """Raise what :func:`store_photo` would raise, and keep nothing.

    Args:
        content: The file.
        name: Its name.
    """
    _refuse_unfit(content, name)
    try:
        look_of(BytesIO(content))
    except OSError as error:
        raise NotAPhoto from error


def store_photo(
    *,
    content: bytes,
    name: str,
    actor: User | None,
    caption: str = "",
    credit: str = "",
) -> Image:
    """Keep a photograph, once: the same bytes give the image that is there already.

    Args:
        content: The file.
        name: Its name.
        actor: Who brings it; ``None`` for the program itself.
        caption: What it shows.
        credit: Photographer or source.

    Raises:
        NotAPhoto: if it is no photograph.
        PhotoTooLarge: if it has too many pixels.
        ClassifiedMaterial: if its metadata carry a secrecy mark.
    """
    if existing := known_photo(content):
        return existing
    _refuse_unfit(content, name)
    title = caption or PurePosixPath(name).stem
    image = Image(
        file=ContentFile(content, name=name),
        title=title[:255],
        caption=caption,
        credit=credit[:200],
        uploaded_by_user=actor,
        file_hash=hashlib.sha1(content, usedforsecurity=False).hexdigest(),
        file_size=len(content),
    )
    try:
        fill_from_metadata(image, content)
    except OSError as error:
        # The header is sound, the pixels are not.
        raise NotAPhoto from error
    try:
        with transaction.atomic():
            image.save()
    except Exception:
        if image.file and image.file._committed:
            image.file.delete(save=False)
        raise
    return image
