"""Blocks that are words."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.rich_text import expand_db_html

from nhipcau.newsroom.blocks.comparing import ParagraphComparison

INLINE_FEATURES = ["bold", "italic", "link", "superscript", "subscript"]


class ParagraphBlock(blocks.RichTextBlock):
    """One paragraph or several, with bold, italics and links."""

    def get_comparison_class(self) -> type[ParagraphComparison]:
        """How two of its values are set side by side."""
        return ParagraphComparison

    @cached_property
    def field(self) -> forms.Field:
        """The editor of the words, called what the block is called."""
        field = super().field
        field.widget.options["ariaLabel"] = self.label
        return field

    def render(self, value: Any, context: Any = None) -> SafeString:
        """The words as HTML; not through the template, since a body is mostly paragraphs.

        Args:
            value: Rich text. Editors and imports wrap it in ``<p>``; the template does so for
                words that came without.
            context: The template's.
        """
        if not value.source.startswith("<p"):
            return super().render(value, context)
        return mark_safe(expand_db_html(value.source))  # noqa: S308 - cleaned when it was saved


class NamedField:
    """A field that stands without a label of its own: whoever hears the page hears the block's."""

    label: Any
    field: forms.Field

    def set_name(self, name: str) -> None:
        """Name the block, and the field after it."""
        super().set_name(name)  # type: ignore[misc]
        self.field.widget.attrs["aria-label"] = self.label


class NamedCharBlock(NamedField, blocks.CharBlock):
    """A line of words."""


class NamedDecimalBlock(NamedField, blocks.DecimalBlock):
    """A number."""


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


#: In migrations it stays what it is to the database, whatever we call it.
DECONSTRUCT_ALIASES = {
    ParagraphBlock: "wagtail.blocks.RichTextBlock",
    NamedCharBlock: "wagtail.blocks.CharBlock",
    NamedDecimalBlock: "wagtail.blocks.DecimalBlock",
}
