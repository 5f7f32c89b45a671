"""Blocks of a story's body."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

INLINE_FEATURES = ["bold", "italic", "link", "superscript", "subscript"]


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


class BodyBlock(blocks.StreamBlock):
    """What a story's body is made of."""

    paragraph = blocks.RichTextBlock(
        features=INLINE_FEATURES,
        icon="pilcrow",
        label=_("Paragraph"),
        template="newsroom/blocks/paragraph.html",
    )
    heading = blocks.CharBlock(
        icon="title", label=_("Subheading"), template="newsroom/blocks/heading.html"
    )
    photo = PhotoBlock()
