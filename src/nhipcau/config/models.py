"""Purges: what was asked for, who agreed, and what must stay removed after a restore."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.common.clock import now
from nhipcau.common.models import Identified


class PurgeState(models.TextChoices):
    """What became of a request."""

    WAITING = "waiting", _("Waiting for a second person")
    APPROVED = "approved", _("Agreed, being carried out")
    DONE = "done", _("Carried out")
    REFUSED = "refused", _("Refused")
    FAILED = "failed", _("Not finished")


class PurgeRequest(Identified):
    """One request to remove something from everywhere.

    What is removed is named here only until it is gone.

    Attributes:
        kind: Kind of thing, as `common.purging` knows it, or ``words``.
        target_uuid: The thing; empty for words.
        title: How the thing was called, or the words; emptied when it is gone.
        reason: Why, without repeating what must go.
        state: What became of it.
        report: How much was removed where, and where something is left.
    """

    kind = models.CharField(_("kind"), max_length=20)
    target_uuid = models.UUIDField(_("identifier of the thing"), null=True)
    title = models.TextField(pgettext_lazy("purge", "what"), blank=True)
    reason = models.TextField(_("reason"))
    state = models.CharField(
        pgettext_lazy("purge", "state"),
        max_length=10,
        choices=PurgeState,
        default=PurgeState.WAITING,
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    requested_at = models.DateTimeField(_("asked for at"), default=now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(pgettext_lazy("purge", "decided at"), null=True)
    done_at = models.DateTimeField(_("carried out at"), null=True)
    report = models.JSONField(_("report"), default=dict)

    class Meta:
        verbose_name = _("purge")
        verbose_name_plural = _("purges")
        ordering = ["-requested_at", "-pk"]
        default_permissions = ("add", "view")
        permissions = [("decide_purgerequest", "Can decide on a purge")]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("requested_by")),
                name="config_purge_two_people",
            )
        ]

    def __str__(self) -> str:
        return self.uuid.hex[-8:]


class Tombstone(Identified):
    """Something that was removed and must stay so when an older backup is restored.

    Attributes:
        kind: As in the request.
        target_uuid: The thing; empty for words.
        matcher: For words: their number and digests, from which they cannot be read.
        made_at: When it was removed.
    """

    kind = models.CharField(_("kind"), max_length=20)
    target_uuid = models.UUIDField(_("identifier of the thing"), null=True)
    matcher = models.JSONField(_("digests of the words"), default=dict)
    made_at = models.DateTimeField(_("carried out at"), default=now)

    class Meta:
        verbose_name = _("tombstone")
        verbose_name_plural = _("tombstones")
        ordering = ["made_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.uuid.hex[-8:]
