"""Copies of images for readers."""

from wagtail.images.models import Filter

from nhipcau.library.models import Image, Rendition
from nhipcau.library.rules.addresses import CARD_SIZES, PUBLIC_COPIES, PUBLIC_WIDTHS, PublicCopy
from nhipcau.library.services.metadata import public_copy

WIDEST = max(PUBLIC_WIDTHS)
HIGHEST_CROP = max(height for _width, height in CARD_SIZES)


def public_rendition(image: Image, copy: PublicCopy) -> Rendition:
    """One of an image's public copies.

    If it is not there yet, all that are missing are made: a photograph is unpacked once for all
    its copies, not once for each. Copies from before a change of the image are removed.

    Args:
        image: The image.
        copy: Which one.
    """
    try:
        found: Rendition = image.find_existing_rendition(Filter(copy.filter_spec))
    except Rendition.DoesNotExist:
        with image.unpacked(WIDEST, HIGHEST_CROP):
            made = {each: image.get_rendition(each.filter_spec) for each in PUBLIC_COPIES}
        found = made[copy]
        remove_former_copies(image)
    return found


def public_bytes(image: Image, copy: PublicCopy) -> bytes:
    """What readers get of one of an image's public copies: with caption and credit, and no more.

    Args:
        image: The image.
        copy: Which one.
    """
    rendition = public_rendition(image, copy)
    with rendition.file.storage.open(rendition.file.name) as file:
        content: bytes = file.read()
    # AVIF is made with its metadata.
    return content if copy.format == "avif" else public_copy(content, image)


def remove_former_copies(image: Image) -> None:
    """Remove public copies with another focal point, caption or credit than the image has now.

    Args:
        image: The image.
    """
    filters = [Filter(copy.filter_spec) for copy in PUBLIC_COPIES]
    keys = {each.spec: each.get_cache_key(image) for each in filters}
    for rendition in image.renditions.filter(filter_spec__in=keys):
        if rendition.focal_point_key != keys[rendition.filter_spec]:
            rendition.delete()


def remove_all_former_copies() -> None:
    """Remove copies whose caption is no longer their image's, where rows changed past the model."""
    credited = Image.objects.filter(renditions__filter_spec__endswith="|credited")
    for image in credited.distinct().iterator():
        remove_former_copies(image)
