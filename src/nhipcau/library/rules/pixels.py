"""Very large photographs, and what photographs look like."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO

import PIL.ExifTags
import PIL.Image

# Above this a photograph is reduced before any copy is made of it.
LARGE_PIXELS = 12_000_000
# Half the side of a photograph of 24 megapixels and a quarter of one of a hundred: those are
# the steps at which a JPEG can be read reduced. No copy of ours is wider.
REDUCED_SIDE = 3_000
# Only JPEG can be read reduced; others must be unpacked whole, so less is allowed.
LARGEST_OTHER_PIXELS = 50_000_000
# Held while a photograph is checked or unpacked. A process has few processors and much less memory
# than many photographs at once would take: two hundred that come together wait for one another.
unpacking = threading.RLock()


# Values of EXIF's orientation of pictures that lie on their side in the file.
_ON_THEIR_SIDE = frozenset({5, 6, 7, 8})


def looked_at_size(image: PIL.Image.Image) -> tuple[int, int]:
    """Width and height in pixels of a picture turned as its EXIF data say.

    Args:
        image: An opened picture; its pixels stay packed.
    """
    width, height = image.size
    # Asked for its EXIF data, a PNG unpacks its pixels; cameras write none.
    if image.format == "PNG":
        return width, height
    is_turned = image.getexif().get(PIL.ExifTags.Base.Orientation) in _ON_THEIR_SIDE
    return (height, width) if is_turned else (width, height)


@contextmanager
def room_for_one() -> Iterator[None]:
    """Wait for the photograph before, and let go of what it has left.

    Forms and pictures refer to one another in circles, and the collector of circles counts
    objects, not their megabytes: it would come after a dozen photographs.
    """
    with unpacking:
        gc.collect()
        yield


def reduced_copy(file: BinaryIO) -> BytesIO:
    """A smaller copy of a large photograph, with its EXIF data.

    The decoder of JPEG skips detail while reading, so that a photograph of 100 million pixels
    never stands in memory whole.

    Args:
        file: An open photograph.

    Returns:
        A JPEG or PNG whose longer side has ``REDUCED_SIDE`` pixels, if the original had as many.
    """
    with unpacking, PIL.Image.open(file) as image:
        kind = image.format or "JPEG"
        if kind == "JPEG":
            width, height = image.size
            longer = max(width, height)
            # Pillow takes the step that leaves both sides as long as asked for.
            image.draft(None, (width * REDUCED_SIDE // longer, height * REDUCED_SIDE // longer))
        keep = {name: image.info[name] for name in ("exif", "icc_profile") if name in image.info}
        image.thumbnail((REDUCED_SIDE, REDUCED_SIDE))
        out = BytesIO()
        # The copies made of this one are compressed again.
        quality = {"quality": 92} if kind == "JPEG" else {}
        image.save(out, "JPEG" if kind == "JPEG" else "PNG", **quality, **keep)
    out.seek(0)
    return out


def look_of(file: BinaryIO) -> str:
    """A hash of what a photograph looks like: the difference hash of 9 × 8 grey values.

    Args:
        file: An open photograph.

    Returns:
        64 bits as 16 hexadecimal characters; copies that were scaled or saved anew give the
        same or nearly the same.
    """
    with unpacking, PIL.Image.open(file) as image:
        if image.format == "JPEG":
            image.draft("L", (256, 256))
        grey = image.convert("L").resize((9, 8), PIL.Image.Resampling.LANCZOS)
    values = list(grey.tobytes())
    bits = 0
    for row in range(8):
        for column in range(8):
            left, right = values[row * 9 + column], values[row * 9 + column + 1]
            bits = bits << 1 | (left > right)
    return f"{bits:016x}"


def differing_bits(one: str, other: str) -> int:
    """In how many of 64 bits two looks differ; up to 4 means the same picture in practice."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
