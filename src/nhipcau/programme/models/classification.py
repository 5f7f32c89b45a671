"""The law's lists: kinds of information, forms, channels, as dated rows with their source."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nhipcau.common.models import Dated, Identified
from nhipcau.programme.enums import Scheme


class Classification(Identified, Dated):
    """One item of one of the law's lists.

    Attributes:
        scheme: Which list.
        code: Stable handle within the list.
        name_vi: The law's own wording.
        name_en: English wording.
        legal_source: Document and article it comes from.
        sort_order: Position in the law's list.
    """

    scheme = models.CharField(_("list"), max_length=20, choices=Scheme)
    code = models.SlugField(_("code"), max_length=40)
    name_vi = models.CharField(_("name in Vietnamese"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    legal_source = models.CharField(_("legal source"), max_length=200)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Dated.Meta):
        verbose_name = _("classification")
        verbose_name_plural = _("classifications")
        ordering = ["scheme", "sort_order", "code"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["scheme", "code", "valid_from"],
                name="programme_classification_unique",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.name(get_language() or "vi")

    def name(self, language: str) -> str:
        """The item's name: Vietnamese for ``vi``, English for every other language."""
        return self.name_vi if language == "vi" else self.name_en
