"""What has changed and what must be rendered again.

Changes are appended, never updated: whoever writes them waits for nobody, and the primary key is
the generation number. The renderer deletes exactly the marks it has read; one that is written
meanwhile stays and is read next. Only the process that holds the renderer's lock writes
``StaleAddress``.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.publishing.enums import MarkKind
from nhipcau.publishing.types import ADDRESS_LENGTH


class DirtyMark(models.Model):
    """A change that was committed and whose addresses have not been looked up yet.

    Attributes:
        kind: Whether ``name`` is a key or an address, or every address is meant.
        name: The surrogate key or the absolute path.
        reason: Audit code of the change.
        since: When it was announced.
    """

    kind = models.CharField(_("kind"), max_length=8, choices=MarkKind)
    name = models.CharField(_("name"), max_length=ADDRESS_LENGTH)
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("announced change")
        verbose_name_plural = _("announced changes")

    def __str__(self) -> str:
        return self.name


class StaleAddress(models.Model):
    """An address whose stored answer may be out of date.

    Attributes:
        address: Absolute path.
        priority: ``surfaces.Priority``; lower comes first.
        reason: Audit code of the latest change that made it stale.
        since: When it first became stale.
        attempts: Failed renderings so far.
        not_before: Earliest next attempt after a failure.
        last_error: What the last attempt ended with.
        is_dead: Whether the publisher has given up; a person decides then.
    """

    address = models.CharField(_("address"), max_length=ADDRESS_LENGTH, unique=True)
    priority = models.PositiveSmallIntegerField(_("priority"))
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    since = models.DateTimeField(_("since"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    not_before = models.DateTimeField(_("not before"), null=True)
    last_error = models.TextField(_("last error"), blank=True)
    is_dead = models.BooleanField(_("given up"), default=False)

    class Meta:
        verbose_name = _("stale page")
        verbose_name_plural = _("stale pages")
        indexes: ClassVar = [
            models.Index(fields=["is_dead", "priority", "since"], name="publishing_stale_order")
        ]

    def __str__(self) -> str:
        return self.address
