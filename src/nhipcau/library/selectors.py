"""Questions about the library."""

from collections.abc import Collection as Ids
from datetime import date

from django.utils.translation import gettext_lazy as _
from wagtail.images.models import Filter

from nhipcau.common.clock import today
from nhipcau.library.exceptions import MediumNotPublishable
from nhipcau.library.models import Image, Rightful
from nhipcau.library.rules.addresses import CARD_SIZES, SHARE_SIZE
from nhipcau.library.rules.pixels import differing_bits
from nhipcau.library.rules.publication import obstacles
from nhipcau.library.types import Crop

SAME_LOOK_BITS = 4
CARD = _("On cards and in lists")
SHARE = _("Beside links on other networks")


def refuse_unpublishable(media: Ids[Rightful], *, today: date) -> None:
    """Make sure that everything a text shows may be published.

    Args:
        media: Images, recordings, documents.
        today: Civil date.

    Raises:
        MediumNotPublishable: naming the first that may not, and why.
    """
    for medium in media:
        reasons = obstacles(
            rights=medium.rights,
            rights_expire_on=medium.rights_expire_on,
            consent=medium.consent,
            today=today,
        )
        if reasons:
            raise MediumNotPublishable(str(medium), reasons)


def image_obstacles(image: Image) -> str:
    """What keeps an image from being published today, one sentence a line; empty for nothing."""
    reasons = obstacles(
        rights=image.rights,
        rights_expire_on=image.rights_expire_on,
        consent=image.consent,
        today=today(),
    )
    return "\n".join(str(reason) for reason in reasons)


def refuse_unpublishable_images(ids: Ids[int], *, today: date) -> None:
    """The same for images by their database ids; see :func:`refuse_unpublishable`."""
    refuse_unpublishable(list(Image.objects.filter(pk__in=ids).order_by("pk")), today=today)


def expiring_images(*, today: date, until: date) -> list[Image]:
    """Images whose right ends within a span of days, those that end first at the top.

    Args:
        today: First civil day.
        until: Last civil day.
    """
    return list(
        Image.objects.filter(rights_expire_on__range=(today, until)).order_by(
            "rights_expire_on", "pk"
        )
    )


def look_alikes(image: Image) -> list[Image]:
    """Other images that look the same, though their files differ.

    Args:
        image: A stored image with its look.
    """
    if not image.look:
        return []
    looks = Image.objects.exclude(pk=image.pk).exclude(look="").values_list("pk", "look")
    near = [
        pk for pk, look in looks.iterator() if differing_bits(image.look, look) <= SAME_LOOK_BITS
    ]
    return list(Image.objects.filter(pk__in=near[:20]).order_by("pk"))


def crops(image: Image) -> list[Crop]:
    """What of an image is shown where it is cropped, by its focal point as it stands.

    Args:
        image: The image, its focal point possibly not saved.
    """
    found = []
    for (width, height), name in ((CARD_SIZES[-1], CARD), (SHARE_SIZE, SHARE)):
        shown = Filter(f"fill-{width}x{height}").get_transform(image).get_rect().round()
        found.append(Crop(name, shown.left, shown.top, shown.width, shown.height))
    return found
