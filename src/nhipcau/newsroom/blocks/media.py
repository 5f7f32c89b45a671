"""Blocks that show or offer a medium of the library."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from nhipcau.common.snippets import SnippetChooserBlock
from nhipcau.library.enums import RecordingKind
from nhipcau.newsroom.rules.addresses import PUBLIC_FILE_BYTES


class PhotoBlock(blocks.StructBlock):
    """A photograph with its caption; the caption may wait for its photograph."""

    image = ImageChooserBlock(
        required=False,
        label=_("photograph"),
        help_text=_("A caption without a photograph waits here; readers do not see it."),
    )
    alternative_text = blocks.CharBlock(
        required=False,
        default="",
        label=_("alternative text"),
        help_text=_("What a reader who does not see the photograph needs to know."),
    )
    caption = blocks.TextBlock(required=False, default="", label=_("caption"), rows=2)
    credit = blocks.CharBlock(required=False, default="", label=_("credit"))

    class Meta:
        icon = "image"
        label = _("Photograph")
        template = "newsroom/blocks/photo.html"


class GalleryBlock(blocks.StructBlock):
    """Several photographs that belong together."""

    title = blocks.CharBlock(required=False, default="", label=_("title of the gallery"))
    photos = blocks.ListBlock(PhotoBlock(), label=_("photographs"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "newsroom/blocks/gallery.html"


def _refuse_large(medium: Any, name: str) -> None:
    """Refuse a file that readers on a bad line could not fetch."""
    if medium is not None and medium.file and medium.file.size > PUBLIC_FILE_BYTES:
        raise blocks.StructBlockValidationError(
            block_errors={
                name: ValidationError(
                    _("The file is larger than %(limit)d MB. Compress or shorten it first.")
                    % {"limit": PUBLIC_FILE_BYTES // 1_000_000}
                )
            }
        )


class RecordingBlock(blocks.StructBlock):
    """A recording of the library, played on the page."""

    kind: str = ""

    recording = SnippetChooserBlock("library.Recording", label=_("recording"))
    caption = blocks.TextBlock(required=False, default="", label=_("caption"), rows=2)
    credit = blocks.CharBlock(
        required=False, default="", label=pgettext_lazy("recording", "credit")
    )

    def clean(self, value: Any) -> Any:
        """The recording is of the block's kind and small enough for readers."""
        cleaned = super().clean(value)
        recording = cleaned.get("recording")
        if recording is not None and recording.kind != self.kind:
            raise blocks.StructBlockValidationError(
                block_errors={"recording": ValidationError(_("Choose a recording of this kind."))}
            )
        _refuse_large(recording, "recording")
        return cleaned


class VideoBlock(RecordingBlock):
    """A video with its transcript."""

    kind = RecordingKind.VIDEO

    class Meta:
        icon = "media"
        label = _("Video")
        template = "newsroom/blocks/video.html"


class AudioBlock(RecordingBlock):
    """A sound recording with its transcript."""

    kind = RecordingKind.AUDIO

    class Meta:
        icon = "media"
        label = _("Audio")
        template = "newsroom/blocks/audio.html"


class FileBlock(blocks.StructBlock):
    """A file that readers may download."""

    document = DocumentChooserBlock(label=_("file"))
    title = blocks.CharBlock(
        required=False,
        default="",
        label=_("name for readers"),
        help_text=_("The name in the library when left empty."),
    )

    def clean(self, value: Any) -> Any:
        """The file is small enough for readers."""
        cleaned = super().clean(value)
        _refuse_large(cleaned.get("document"), "document")
        return cleaned

    class Meta:
        icon = "download"
        label = _("File")
        template = "newsroom/blocks/file.html"
