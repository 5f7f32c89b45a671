"""Public copies of the photographs that readers see; embargo and withdrawal bind them too."""

from collections.abc import Iterator
from datetime import datetime

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.library.models import Image
from nhipcau.library.rules import PUBLIC_FORMATS, parse_public_address, public_addresses
from nhipcau.library.services.metadata import public_copy
from nhipcau.newsroom.models import PublishedImage

MEDIA_TYPES = dict(PUBLIC_FORMATS)


class MediaSurface:
    """Resized copies of images that stand in a public text."""

    name = "newsroom.media"
    priority = Priority.OWN_PAGE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The bytes of a copy, or a 404 while no public text shows the image."""
        parsed = parse_public_address(address)
        if parsed is None:
            return None
        uuid, width, format = parsed
        image = Image.objects.filter(uuid=uuid).first()
        if image is None:
            return Rendered(status=404)
        uses = list(
            PublishedImage.objects.filter(image=image, page__live=True).select_related("page__work")
        )
        works = [use.page.work for use in uses]
        keys = frozenset({f"image:{image.pk}", *(work.key for work in works)})
        if not any(work.is_public_at(now) for work in works):
            waiting = [
                work.embargo_until
                for work in works
                if work.withdrawn_at is None and work.embargo_until and work.embargo_until > now
            ]
            return Rendered(status=404, keys=keys, valid_until=min(waiting, default=None))
        rendition = image.get_rendition(f"width-{width}|format-{format}")
        with rendition.file.storage.open(rendition.file.name) as file:
            body = public_copy(file.read(), image)
        return Rendered(body, content_type=MEDIA_TYPES[format], keys=keys)

    def addresses(self, now: datetime) -> Iterator[str]:
        """All copies of all images in texts that are live."""
        uuids = (
            PublishedImage.objects.filter(page__live=True)
            .order_by("image_id")
            .values_list("image__uuid", flat=True)
            .distinct()
        )
        for uuid in uuids.iterator():
            yield from public_addresses(uuid)
