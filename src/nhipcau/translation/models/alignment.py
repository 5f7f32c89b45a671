"""Alignment of an old document with its translation, pair by pair, for people to confirm."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.common.clock import now
from nhipcau.common.models import Identified
from nhipcau.translation.enums import AlignmentState, PairState
from nhipcau.translation.models.memory import MemoryOrigin


class Alignment(Identified):
    """Two documents cut into sentences and matched.

    Attributes:
        name: What people call it: a headline or a file name.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        domain: Field of use, handed on to the memory.
        state: Open, confirmed or discarded.
        created_by: Who aligned it; empty when a command did.
        created_at: When.
        decided_by: Who confirmed or discarded it.
        decided_at: When.
        origin: The memory's record of it, once confirmed.
    """

    name = models.CharField(_("name"), max_length=255)
    source_language = models.CharField(_("source language"), max_length=12, default="vi")
    target_language = models.CharField(_("target language"), max_length=12, default="en")
    domain = models.CharField(_("domain"), max_length=60, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=AlignmentState, default=AlignmentState.OPEN
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(_("created at"), default=now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=pgettext_lazy("translation", "decided by"),
    )
    decided_at = models.DateTimeField(pgettext_lazy("translation", "decided at"), null=True)
    origin = models.ForeignKey(MemoryOrigin, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("archive alignment")
        verbose_name_plural = _("archive alignments")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class AlignedPair(models.Model):
    """Sentences that the aligner thinks mean the same.

    Attributes:
        alignment: What it belongs to.
        position: Order in the documents.
        source: Source sentences, joined by spaces; empty for an omission.
        target: Target sentences; empty for an omission.
        confidence: 0 to 1, from the aligner.
        is_doubtful: Below the aligner's threshold: a person should look.
        state: What the person decided.
    """

    alignment = models.ForeignKey(Alignment, on_delete=models.CASCADE, related_name="pairs")
    position = models.PositiveIntegerField(_("position"))
    source = models.TextField(_("source"), blank=True)
    target = models.TextField(pgettext_lazy("translation", "target"), blank=True)
    confidence = models.FloatField(_("confidence"))
    is_doubtful = models.BooleanField(_("doubtful"))
    state = models.CharField(
        _("state"), max_length=10, choices=PairState, default=PairState.UNDECIDED
    )

    class Meta:
        verbose_name = _("aligned pair")
        verbose_name_plural = _("aligned pairs")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["alignment", "position"], name="aligned_pair_position")
        ]

    def __str__(self) -> str:
        return f"{self.source} = {self.target}"
