"""What other newsrooms take from us: versions of wire items."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class WireItem(models.Model):
    """A language version of a work as other newsrooms know it.

    Attributes:
        guid: Permanent name; see ``rules.guids``.
        page: The language version; empty once it has been deleted.
        language: BCP 47 code.
        number: Version of the item: 1 at first publication, one more with every change that
            those who took it over must know.
        changed_at: From when this version is out (UTC); the end of the embargo while it lasts.
        state: Digest of what a new version depends on, so that a save that changes nothing for
            others makes none.
    """

    guid = models.UUIDField(_("permanent name"), unique=True)
    page = models.OneToOneField(
        "newsroom.StoryPage",
        on_delete=models.SET_NULL,
        null=True,
        related_name="wire_item",
        verbose_name=_("language version"),
    )
    language = models.CharField(_("language"), max_length=12)
    number = models.PositiveIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("changed at"))
    state = models.CharField(_("state"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("wire item")
        verbose_name_plural = _("wire items")
        indexes: ClassVar = [
            models.Index(fields=["language", "-changed_at", "-id"], name="publishing_wire_latest")
        ]

    def __str__(self) -> str:
        return f"{self.guid} {self.number}"
