"""Types that other apps use too."""

from dataclasses import dataclass

from django.utils.functional import Promise

from nhipcau.library.models import Image


@dataclass(frozen=True)
class KitPicture:
    """A photograph of a press kit.

    Attributes:
        image: The image.
        caption: What it shows, in the language of the kit.
        credit: As printed beside it.
        address: Where it is published; empty for photographs that are not public yet.
    """

    image: Image
    caption: str
    credit: str
    address: str = ""


@dataclass(frozen=True)
class Crop:
    """The part of an image that is shown in one kind of place.

    Attributes:
        name: Where.
        left: Pixels of the image to its left.
        top: Pixels of the image above it.
        width: Its width in pixels of the image.
        height: Its height in pixels of the image.
    """

    name: str | Promise
    left: int
    top: int
    width: int
    height: int
