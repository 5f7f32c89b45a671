"""Very large photographs, and what photographs look like."""

from io import BytesIO
from typing import BinaryIO

import PIL.Image

# Above this a photograph is reduced before any copy is made of it.
LARGE_PIXELS = 24_000_000
REDUCED_SIDE = 3_200
# Only JPEG can be read reduced; others must be unpacked whole, so less is allowed.
LARGEST_OTHER_PIXELS = 50_000_000


def reduced_copy(file: BinaryIO) -> BytesIO:
    """A smaller copy of a large photograph, with its EXIF data.

    The decoder of JPEG skips detail while reading, so that a photograph of 100 million pixels
    never stands in memory whole.

    Args:
        file: An open photograph.

    Returns:
        A JPEG or PNG whose longer side has at least ``REDUCED_SIDE`` pixels, if the original had.
    """
    with PIL.Image.open(file) as image:
        kind = image.format or "JPEG"
        if kind == "JPEG":
            image.draft(None, (REDUCED_SIDE, REDUCED_SIDE))
        keep = {name: image.info[name] for name in ("exif", "icc_profile") if name in image.info}
        image.thumbnail((REDUCED_SIDE * 2, REDUCED_SIDE * 2))
        out = BytesIO()
        image.save(out, "JPEG" if kind == "JPEG" else "PNG", **keep)
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
    with PIL.Image.open(file) as image:
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
