"""Approvals: who allowed exactly which revision to be public. Kept for ever."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Revision

from nhipcau.common.clock import now
from nhipcau.common.evidence import digest
from nhipcau.common.models import Identified
from nhipcau.newsroom.enums import ApprovalBasis, Change
from nhipcau.newsroom.exceptions import NotReadyToPublish
from nhipcau.newsroom.models.correction import Correction


class Approval(Identified):
    """A person's decision that one revision of one language version may be published.

    Attributes:
        page: The language version.
        revision_id: Database id of the approved revision; not a foreign key, because approvals
            outlive revisions that are cleared on schedule.
        digest: SHA-256 of the revision's canonical content; a revision that was changed
            afterwards, such as by autosave, is not the approved one.
        approved_by: Who decided; empty only for sample data and archives brought in by command.
        approved_at: When.
        on_behalf_of: For whom a deputy decided under a delegation in force.
        is_final: Whether it was the last of the approval steps; only then may it be published.
        basis: On what ground.
        change: What the revision is to readers of what was public before.
        secrecy_checked: The person confirmed that the text holds nothing classified.
        comment: What they wrote.
    """

    page = models.ForeignKey(
        "newsroom.StoryPage",
        on_delete=models.PROTECT,
        related_name="approvals",
        verbose_name=_("language version"),
    )
    revision_id = models.BigIntegerField(_("revision"), editable=False)
    digest = models.CharField(_("digest"), max_length=64, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="approvals",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), default=now)
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("on behalf of"),
    )
    is_final = models.BooleanField(_("last step"), default=True)
    basis = models.CharField(
        _("basis"), max_length=15, choices=ApprovalBasis, default=ApprovalBasis.SECOND_PERSON
    )
    change = models.CharField(
        _("kind of change"), max_length=12, choices=Change, default=Change.UPDATE
    )
    secrecy_checked = models.BooleanField(_("secrecy checked"), default=False)
    comment = models.TextField(pgettext_lazy("newsroom", "comment"), blank=True)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["-approved_at", "-pk"]
        indexes = [models.Index(fields=["page", "revision_id"])]

    def __str__(self) -> str:
        return f"{self.page_id} · {self.revision_id}"

    @classmethod
    def record(
        cls,
        *,
        page: Any,
        revision: Revision,
        approved_by: Any,
        basis: str = ApprovalBasis.SECOND_PERSON,
        comment: str = "",
        change: str = "",
        correction: str = "",
        on_behalf_of: Any = None,
        is_final: bool = True,
    ) -> "Approval":
        """Write down that a revision may be public.

        Args:
            page: The language version.
            revision: The revision, whose content is digested as it now stands.
            approved_by: Who decided, or ``None`` where the basis allows it.
            basis: On what ground; see :class:`ApprovalBasis`.
            comment: What the person wrote.
            change: What the revision is to readers; see :class:`Change`. Left out, it is a first
                publication or an update.
            correction: For a correction, the note that readers see.
            on_behalf_of: For whom a deputy decides.
            is_final: Whether it is the last of the approval steps.

        Raises:
            NotReadyToPublish: if a correction has no note.
        """
        if page.first_published_at is None:
            change = Change.FIRST
        if not is_final:
            correction = change = ""
        if change == Change.CORRECTION and not correction.strip():
            raise NotReadyToPublish(_("Write what was wrong and what is right; readers see it."))
        work = page.work
        if work.secrecy_checked_at is None:
            work.secrecy_checked_at, work.secrecy_checked_by = now(), approved_by
            work.save(update_fields=["secrecy_checked_at", "secrecy_checked_by"])
        approval = cls.objects.create(
            page=page,
            revision_id=revision.pk,
            digest=digest(revision.content),
            approved_by=approved_by,
            on_behalf_of=on_behalf_of,
            is_final=is_final,
            basis=basis,
            change=change or Change.UPDATE,
            secrecy_checked=True,
            comment=comment,
        )
        if change == Change.CORRECTION:
            Correction.agree(page=page, text=correction.strip(), approval=approval)
        elif is_final:
            page.corrections.filter(approval=None).delete()
        return approval
