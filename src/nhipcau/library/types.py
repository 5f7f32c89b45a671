"""Types that other apps use too."""

from dataclasses import dataclass

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
