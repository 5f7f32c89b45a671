"""Copies made of pictures that are read smaller, or turned, than they are stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from wagtail.images.models import Filter
from wagtail.images.rect import Rect


@dataclass(frozen=True)
class _Read:
    """An image as it was read: what Wagtail's operations ask of one.

    Attributes:
        image: The stored image.
        width: Pixels that were read, across.
        height: Pixels that were read, down.
    """

    image: Any
    width: int
    height: int

    def is_svg(self) -> bool:
        """Whether it is a drawing of lines; never, when it was read as pixels."""
        return False

    def get_focal_point(self) -> Rect | None:
        """The part that matters, in pixels as they were read."""
        point = self.image.get_focal_point()
        if point is None:
            return None
        across, down = self.width / self.image.width, self.height / self.image.height
        return Rect(
            point.left * across, point.top * down, point.right * across, point.bottom * down
        )


class ReadFilter(Filter):
    """Wagtail's own takes the focal point in pixels of the stored image, whatever was read."""

    def get_transform(self, image: Any, size: tuple[int, int] | None = None) -> Any:
        """What is cut out and how far it is scaled.

        Args:
            image: The image.
            size: Width and height of what was read, in pixels; the stored ones without.
        """
        if size is None or size == (image.width, image.height):
            return super().get_transform(image, size)
        return super().get_transform(_Read(image, *size), size)

    @contextmanager
    def get_willow_image(self, image: Any, source: Any = None) -> Iterator[Any]:
        """The pixels, always as the image gives them: it bounds the memory."""
        with image.get_willow_image() as willow:
            yield willow
