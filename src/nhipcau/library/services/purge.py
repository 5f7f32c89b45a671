"""Removing photographs, recordings and files from everywhere."""

import re
from hashlib import file_digest
from pathlib import PurePosixPath
from uuid import UUID

from django.core.files.storage import Storage
from django.db.models import Model, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nhipcau.common.purging import Target, delete_with_dependants
from nhipcau.library.models import Document, Image, Recording, Rendition

_IDENTIFIER = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.I)
_NUMBER = re.compile(r"(?:^|/)(\d+)/?$")


class MediumPurger:
    """Removes one kind of medium with its file, copies and search entries."""

    def __init__(self, kind: str, model: type[Model], label: str | Promise) -> None:
        self.kind = kind
        self.model = model
        self.label: str | Promise = label
        self.hint: str | Promise = _(
            "Its address in the back office, its number or its identifier."
        )

    def find(self, text: str) -> Target | None:
        """The medium at an address of the back office or of the public store, or by number."""
        wanted = Q()
        if match := _IDENTIFIER.search(text):
            wanted = Q(uuid=UUID(match[0]))
        elif match := _NUMBER.search(text.strip()):
            wanted = Q(pk=int(match[1]))
        medium = self.model._default_manager.filter(wanted).first() if wanted else None
        return Target(medium.uuid, str(medium)) if medium else None  # type: ignore[attr-defined]

    def texts(self, uuid: UUID) -> list[str]:
        """Title and caption."""
        medium = self.model._default_manager.filter(uuid=uuid).first()
        found = [getattr(medium, name, "") for name in ("title", "caption", "transcript")]
        return [text for text in found if text]

    def remove(self, uuid: UUID) -> dict[str, int]:
        """Delete the row, its original and its copies; texts that show it lose it."""
        medium = self.model._default_manager.filter(uuid=uuid).first()
        if medium is None:
            return {}
        if isinstance(medium, Image):
            for rendition in Rendition.objects.filter(image=medium):
                # One at a time, so that each removes its file.
                rendition.delete()
        file = medium.file  # type: ignore[attr-defined]
        storage, name = file.storage, file.name
        # A restore may have brought back the row and not the file.
        imprint = _imprint_of(storage, name) if name and storage.exists(name) else None
        deleted = delete_with_dependants(medium)
        if name:
            storage.delete(name)
        if imprint:
            self._remove_strays(storage, PurePosixPath(name).parent, imprint)
        return {str(self.model._meta.verbose_name_plural): deleted}

    def _remove_strays(
        self, storage: Storage, folder: PurePosixPath, imprint: tuple[int, str]
    ) -> None:
        """Remove the same bytes that an upload or import left when it was broken off."""
        known = set(self.model._default_manager.values_list("file", flat=True))
        for other in storage.listdir(str(folder))[1]:
            path = str(folder / other)
            # Few files have the same size, so few are read.
            if path in known or storage.size(path) != imprint[0]:
                continue
            if _imprint_of(storage, path) == imprint:
                storage.delete(path)


def _imprint_of(storage: Storage, name: str) -> tuple[int, str]:
    """Size in bytes and SHA-256 of a file."""
    with storage.open(name) as file:
        return storage.size(name), file_digest(file, "sha256").hexdigest()


def purgers() -> list[MediumPurger]:
    """The library's purgers."""
    return [
        MediumPurger("photo", Image, _("Photograph")),
        MediumPurger("recording", Recording, _("Audio or video")),
        MediumPurger("file", Document, _("File")),
    ]
