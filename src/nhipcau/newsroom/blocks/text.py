"""Blocks that are words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

INLINE_FEATURES = ["bold", "italic", "link", "superscript", "subscript"]


class QuotationBlock(blocks.StructBlock):
    """What a person said in public, with who they are."""

    text = blocks.TextBlock(
        label=_("quotation"),
        rows=3,
        help_text=_("The words as they were said, without quotation marks."),
    )
    speaker = blocks.CharBlock(
        required=False, default="", max_length=120, label=pgettext_lazy("quotation", "speaker")
    )
    office = blocks.CharBlock(
        required=False,
        default="",
        max_length=200,
        label=_("office"),
        help_text=_("In what capacity, such as “Chairman of the People's Committee”."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "newsroom/blocks/quotation.html"
