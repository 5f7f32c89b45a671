"""Public copies of what readers see and are offered; embargo and withdrawal bind them too."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.library.models import Image
from nhipcau.library.rules import MEDIA_TYPES, parse_public_address, public_addresses
from nhipcau.library.services.copies import public_bytes
from nhipcau.newsroom.models import PublishedFile, PublishedImage, Work
from nhipcau.newsroom.rules.addresses import (
    file_media_type,
    parse_public_file_address,
    public_file_address,
)


def _hidden(works: list[Work], keys: frozenset[str], now: datetime) -> Rendered | None:
    """The answer while embargo or withdrawal of every work hides a medium; else nothing."""
    if any(work.is_public_at(now) for work in works):
        return None
    waiting = [
        work.embargo_until
        for work in works
        if work.withdrawn_at is None and work.embargo_until and work.embargo_until > now
    ]
    return Rendered(status=404, keys=keys, valid_until=min(waiting, default=None))


class MediaSurface:
    """Resized copies of images that stand in a public text."""

    name = "newsroom.media"
    priority = Priority.OWN_PAGE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The bytes of a copy, or a 404 while no public text shows the image."""
        parsed = parse_public_address(address)
        if parsed is None:
            return None
        uuid, copy = parsed
        image = Image.objects.filter(uuid=uuid).first()
        if image is None:
            return Rendered(status=404)
        uses = list(
            PublishedImage.objects.filter(image=image, page__live=True).select_related("page__work")
        )
        works = [use.page.work for use in uses]
        keys = frozenset({f"image:{image.pk}", *(work.key for work in works)})
        if hidden := _hidden(works, keys, now):
            return hidden
        if not image.may_be_shown():
            return Rendered(status=404, keys=keys)
        body = public_bytes(image, copy)
        return Rendered(body, content_type=MEDIA_TYPES[copy.format], keys=keys)

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


class FileSurface:
    """Recordings and documents that a public text offers."""

    name = "newsroom.files"
    priority = Priority.OWN_PAGE

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The bytes of the file, or a 404 while no public text offers it."""
        uuid = parse_public_file_address(address)
        if uuid is None:
            return None
        uses = list(
            PublishedFile.objects.filter(
                Q(recording__uuid=uuid) | Q(document__uuid=uuid), page__live=True
            ).select_related("page__work", "recording", "document")
        )
        keys = frozenset({f"file:{uuid.hex}", *(use.page.work.key for use in uses)})
        hidden = _hidden([use.page.work for use in uses], keys, now)
        if hidden or public_file_address(uuid, uses[0].medium.file.name) != address:
            return hidden or Rendered(status=404, keys=keys)
        if not uses[0].medium.may_be_shown():
            return Rendered(status=404, keys=keys)
        with uses[0].medium.file.open("rb") as file:
            body = file.read()
        return Rendered(body, content_type=file_media_type(address), keys=keys)

    def addresses(self, now: datetime) -> Iterator[str]:
        """Every file that a live text offers."""
        rows = PublishedFile.objects.filter(page__live=True).order_by("pk")
        for use in rows.select_related("recording", "document").iterator():
            yield public_file_address(use.medium.uuid, use.medium.file.name)
