"""Sections of the newspaper."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from nhipcau.common.models import Identified


class Section(Identified, ClusterableModel):
    """A standing part of the paper, such as culture or investment.

    Attributes:
        code: Stable handle, ASCII.
        sort_order: Position in the navigation.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.name(get_language() or "vi")

    def name(self, language: str) -> str:
        """The section's name in a language, else in Vietnamese, else its code."""
        names = {row.language: row.name for row in self.names.all()}
        return names.get(language) or names.get("vi") or self.code

    def slug(self, language: str) -> str:
        """Its part of public addresses in a language; its code where the language has none."""
        slugs = {row.language: row.slug for row in self.names.all()}
        return slugs.get(language) or self.code


class SectionName(models.Model):
    """The name of a section in one language.

    Attributes:
        language: BCP 47 code.
        name: As readers see it.
        slug: Its part of the public address in that language.
    """

    section = ParentalKey(Section, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=12)
    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100)

    class Meta:
        verbose_name = _("section name")
        verbose_name_plural = _("section names")
        constraints = [
            models.UniqueConstraint(
                fields=["section", "language"], name="newsroom_section_name_unique"
            ),
            models.UniqueConstraint(
                fields=["language", "slug"], name="newsroom_section_slug_unique"
            ),
        ]

    def __str__(self) -> str:
        return self.name
