"""Figures about the province, each with its date and its source."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel

from nhipcau.common.models import Identified


class KeyFigure(Identified, ClusterableModel):
    """A figure that readers are shown; without a source there is none.

    Attributes:
        code: Stable handle.
        as_of: The day for which it holds.
        source_name: Document or body it is taken from.
        source_address: Where it can be read.
        sort_order: Position on the page.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True)
    as_of = models.DateField(_("as of"))
    source_name = models.CharField(_("source"), max_length=250)
    source_address = models.URLField(_("address of the source"), blank=True, max_length=500)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels: ClassVar[list] = [
        FieldPanel("code"),
        FieldPanel("as_of"),
        FieldPanel("source_name"),
        FieldPanel("source_address"),
        FieldPanel("sort_order"),
        InlinePanel("texts", heading=_("Texts by language"), min_num=1),
    ]

    class Meta:
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        text = self.text(get_language() or "vi") or self.text("vi")
        return f"{text.label}: {text.value}" if text else self.code

    def text(self, language: str) -> "KeyFigureText | None":
        """The figure in a language (BCP 47), if it has been written in it."""
        return next((text for text in self.texts.all() if text.language == language), None)


class KeyFigureText(models.Model):
    """A figure in one language.

    Attributes:
        language: BCP 47 code.
        value: The figure with its unit, written as the language writes numbers.
        label: What it counts.
        source_name: The source's name in the language; as the figure has it when empty.
    """

    figure = ParentalKey(KeyFigure, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12)
    value = models.CharField(_("value"), max_length=60)
    label = models.CharField(_("label"), max_length=200)
    source_name = models.CharField(
        _("source in this language"),
        blank=True,
        max_length=250,
        help_text=_("Leave it empty to show the name above, in Vietnamese."),
    )

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "language"], name="web_key_figure_text_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"
