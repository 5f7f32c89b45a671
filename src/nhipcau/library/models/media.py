"""Own image, rendition and document models from the first migration on."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil
from typing import Any

import PIL.Image
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index
from willow.image import Image as WillowImage
from willow.plugins.pillow import PillowImage

from nhipcau.common.models import Identified
from nhipcau.library.models.filters import ReadFilter
from nhipcau.library.models.rights import Rightful
from nhipcau.library.rules.pixels import LARGE_PIXELS, looked_at_size, reduced_copy, unpacking

# Height over width; three by two, the usual shape, is below it.
TALL = 0.7


class PhotoFile(WagtailImageFieldFile):
    """The file of a photograph, measured by its header alone."""

    def get_image_dimensions(self) -> tuple[int, int]:
        """Width and height in pixels, as the photograph is looked at.

        Wagtail's own unpacks every pixel for it: 400 MB for a photograph of a hundred megapixels;
        and it takes one that a telephone held upright for one across, as the file has it.

        Raises:
            PIL.UnidentifiedImageError: if it is no photograph.
        """
        was_closed = self.closed
        self.open()
        try:
            # Left open: closing the picture would close the file of whoever is reading it.
            return looked_at_size(PIL.Image.open(self))
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class PhotoField(WagtailImageField):
    """Wagtail's own with our file."""

    attr_class = PhotoFile


class Image(Identified, Rightful, AbstractImage):
    """A photograph or drawing.

    Attributes:
        caption: What it shows, in Vietnamese.
        credit: Photographer or source, as printed beside it.
        is_decorative: Whether it says nothing that the text does not say.
        look: 64-bit hash of what it looks like, as 16 hexadecimal characters; see `rules.looks`.
    """

    file = PhotoField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    # Wagtail's own, swapped-out model has reverse names that ours must not share.
    tags = TaggableManager(
        verbose_name=_("tags"), help_text=None, blank=True, related_name="library_images"
    )
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="uploaded_images",
        verbose_name=_("uploaded by"),
    )
    caption = models.TextField(_("caption"), blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    is_decorative = models.BooleanField(_("decorative"), default=False)

    look = models.CharField(_("look"), max_length=16, blank=True, db_index=True, editable=False)

    admin_form_fields = (
        *WagtailImage.admin_form_fields,
        "caption",
        "credit",
        "is_decorative",
        *Rightful.RIGHTS_FIELDS,
    )

    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.SearchField("credit"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def is_tall(self) -> bool:
        """Whether it is too high for its width to be shown as broad as a page."""
        return self.height > TALL * self.width

    # The pixels while they are held, see `unpacked`.
    _pixels: PillowImage | None = None

    @contextmanager
    def get_willow_image(self) -> Iterator[Any]:
        """The picture to work on; very large JPEGs are read reduced, to bound the memory.

        One at a time in a process: see ``rules.pixels.unpacking``.
        """
        if self._pixels is not None:
            yield self._pixels
            return
        with unpacking, self._willow_image() as willow:
            yield willow

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it in caches: Wagtail's store its copies there, and each its image."""
        return {name: value for name, value in super().__getstate__().items() if name != "_pixels"}

    @contextmanager
    def unpacked(self, width: int, height: int) -> Iterator[None]:
        """Unpack and reduce the pixels once for all the copies that are made within.

        Args:
            width: Pixels across that no copy needs more of.
            height: Pixels down that no crop needs more of.
        """
        with self.get_willow_image() as willow:
            pixels = PillowImage.open(willow).auto_orient()
            across, down = pixels.get_size()
            scale = max(width / across, height / down)
            if scale < 1:
                pixels = pixels.resize((ceil(across * scale), ceil(down * scale)))
            # Wagtail asks for it, since a file has one.
            pixels.format_name = willow.format_name
            self._pixels = pixels
            try:
                yield
            finally:
                self._pixels = None

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> Any:
        """A copy's file; the focal point counts in whatever size the picture is read."""
        return super().generate_rendition_file(ReadFilter(filter.spec), source=source)

    @contextmanager
    def _willow_image(self) -> Iterator[Any]:
        """The picture, whole or reduced."""
        if (self.width or 0) * (self.height or 0) <= LARGE_PIXELS:
            with super().get_willow_image() as willow:
                yield willow
            return
        with self.open_file() as file:
            yield WillowImage.open(reduced_copy(file))


class Rendition(AbstractRendition):
    """A resized copy of an image."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="library_rendition_unique"
            )
        ]


class Document(Identified, Rightful, AbstractDocument):
    """A file that colleagues keep or readers may download."""

    # Wagtail's own, swapped-out model has reverse names that ours must not share.
    tags = TaggableManager(
        verbose_name=_("tags"), help_text=None, blank=True, related_name="library_documents"
    )
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="uploaded_documents",
        verbose_name=_("uploaded by"),
    )

    admin_form_fields = (*WagtailDocument.admin_form_fields, *Rightful.RIGHTS_FIELDS)

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        """Check the file's suffix, once there is a file: the form has said why one was refused."""
        if self.file:
            super().clean()
