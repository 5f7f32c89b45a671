"""Corrections: what was wrong in a published text and what is right. Kept for ever."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.common.clock import now
from nhipcau.common.models import Identified
from nhipcau.newsroom.page_forms import TEXT_LENGTH


class Correction(Identified):
    """A note to readers of one language version, published together with the corrected text.

    It is proposed by whoever corrects the text, agreed to by the person who approves it, and
    public from the moment the corrected revision is. A published one is never changed: a mistake
    in it is corrected by another.

    Attributes:
        page: The language version.
        text: What was wrong and what is right, plain text in the version's language.
        proposed_by: Who wrote the note; empty for sample data.
        proposed_at: When.
        approval: The approval of the corrected revision; empty while only proposed.
        published_at: From when readers see it; empty while it is only proposed.
    """

    page = models.ForeignKey(
        "newsroom.StoryPage",
        on_delete=models.PROTECT,
        related_name="corrections",
        verbose_name=_("language version"),
    )
    text = models.TextField(
        pgettext_lazy("newsroom", "correction"), validators=[MaxLengthValidator(TEXT_LENGTH)]
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    proposed_at = models.DateTimeField(_("proposed at"), default=now)
    approval = models.OneToOneField(
        "newsroom.Approval",
        on_delete=models.PROTECT,
        null=True,
        related_name="correction",
        verbose_name=_("approval"),
    )
    published_at = models.DateTimeField(pgettext_lazy("newsroom", "published at"), null=True)

    class Meta:
        verbose_name = pgettext_lazy("newsroom", "correction")
        verbose_name_plural = pgettext_lazy("newsroom", "corrections")
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=models.Q(approval__isnull=True),
                name="newsroom_correction_one_proposed",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at__isnull=True) | models.Q(approval__isnull=False),
                name="newsroom_correction_approved",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @classmethod
    def agree(cls, *, page: Any, text: str, approval: Any) -> "Correction":
        """Bind the proposed note, or a new one, to the approval of the corrected text.

        Args:
            page: The language version.
            text: The note as the approver lets it stand.
            approval: The approval.
        """
        row = cls.objects.filter(page=page, approval=None).first() or cls(
            page=page, proposed_by=approval.approved_by
        )
        row.text, row.approval = text, approval
        row.save()
        return row

    def publish(self, moment: datetime) -> None:
        """Show it to readers from a moment on (UTC)."""
        self.published_at = moment
        self.save(update_fields=["published_at"])
