"""The body of a story as a whole."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from nhipcau.newsroom.blocks.figures import FiguresBlock
from nhipcau.newsroom.blocks.media import (
    AudioBlock,
    FileBlock,
    GalleryBlock,
    PhotoBlock,
    VideoBlock,
)
from nhipcau.newsroom.blocks.text import (
    INLINE_FEATURES,
    NamedCharBlock,
    ParagraphBlock,
    QuotationBlock,
)


class BodyBlock(blocks.StreamBlock):
    """What a story's body is made of."""

    paragraph = ParagraphBlock(
        features=INLINE_FEATURES,
        icon="pilcrow",
        label=_("Paragraph"),
        template="newsroom/blocks/paragraph.html",
    )
    heading = NamedCharBlock(
        icon="title", label=_("Subheading"), template="newsroom/blocks/heading.html"
    )
    photo = PhotoBlock()
    gallery = GalleryBlock()
    quotation = QuotationBlock()
    figures = FiguresBlock()
    video = VideoBlock()
    audio = AudioBlock()
    file = FileBlock()


@dataclass
class Media:
    """The media that a body shows or offers, each once, in its order.

    Attributes:
        images: By database id.
        recordings: By database id.
        documents: By database id.
    """

    images: dict[int, Any] = field(default_factory=dict)
    recordings: dict[int, Any] = field(default_factory=dict)
    documents: dict[int, Any] = field(default_factory=dict)

    def all(self) -> list[Any]:
        """All of them."""
        return [*self.images.values(), *self.recordings.values(), *self.documents.values()]


def media_of(body: Any) -> Media:
    """The media of a body.

    Args:
        body: Value of a :class:`BodyBlock`.
    """
    found = Media()
    for block in body:
        if block.block_type == "photo":
            _note(found.images, block.value.get("image"))
        elif block.block_type == "gallery":
            for photo in block.value["photos"]:
                _note(found.images, photo.get("image"))
        elif block.block_type in {"video", "audio"}:
            recording = block.value.get("recording")
            _note(found.recordings, recording)
            _note(found.images, recording.poster if recording else None)
        elif block.block_type == "file":
            _note(found.documents, block.value.get("document"))
    return found


def _note(found: dict[int, Any], medium: Any) -> None:
    """Keep a medium, if there is one."""
    if medium:
        found.setdefault(medium.pk, medium)
