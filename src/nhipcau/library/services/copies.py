"""Copies of images for readers."""

from wagtail.images.models import Filter

from nhipcau.library.models import Image, Rendition
from nhipcau.library.rules.addresses import CARD_SIZES, PUBLIC_COPIES, PUBLIC_WIDTHS, PublicCopy

WIDEST = max(PUBLIC_WIDTHS)
HIGHEST_CROP = max(height for _width, height in CARD_SIZES)


def public_rendition(image: Image, copy: PublicCopy) -> Rendition:
    """One of an image's public copies.

    If it is not there yet, all that are missing are made: a photograph is unpacked once for all
    its copies, not once for each. Copies cropped around an earlier focal point are removed.

    Args:
        image: The image.
        copy: Which one.
    """
    wanted = Filter(copy.filter_spec)
    try:
        found: Rendition = image.find_existing_rendition(wanted)
    except Rendition.DoesNotExist:
        with image.unpacked(WIDEST, HIGHEST_CROP):
            made = {each: image.get_rendition(each.filter_spec) for each in PUBLIC_COPIES}
        found = made[copy]
        if copy.is_cropped:
            _remove_crops(image, but=found.focal_point_key)
    return found


def _remove_crops(image: Image, *, but: str) -> None:
    """Remove the cropped copies that another focal point than the one with this key has left."""
    specs = [copy.filter_spec for copy in PUBLIC_COPIES if copy.is_cropped]
    for rendition in image.renditions.filter(filter_spec__in=specs).exclude(focal_point_key=but):
        rendition.delete()
