"""The approval step of the workflow."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from nhipcau.newsroom.exceptions import NotReadyToPublish, OwnText
from nhipcau.newsroom.models.approval import Approval
from nhipcau.newsroom.models.work import Work
from nhipcau.newsroom.page_forms import ApprovalForm, ClassifyingApprovalForm
from nhipcau.newsroom.rules.approval import is_own_text
from nhipcau.programme.models import Classification
from nhipcau.translation.services import localize


def authors_since_approval(page: Any) -> set[int | None]:
    """Who wrote or changed the text since a revision of it was last approved.

    Args:
        page: A language version.

    Returns:
        Database ids of people; ``None`` stands for the program itself.
    """
    approved = page.approvals.order_by("-revision_id").values_list("revision_id", flat=True).first()
    revisions = page.revisions.all()
    if approved:
        revisions = revisions.filter(pk__gt=approved)
    return set(revisions.values_list("user_id", flat=True)) | localize.translators(page)


class StoryApprovalTask(AbstractGroupApprovalTask):
    """A colleague who did not write the text approves it, and thereby publishes it.

    Attributes:
        asks_classification: Whether the approver states kind of information and form; true for
            the source language, since both belong to the work.
    """

    asks_classification = models.BooleanField(
        _("ask for kind of information and form"),
        default=True,
        help_text=_("Needed once for each work, so only where the source language is approved."),
    )

    admin_form_fields: ClassVar[list[str]] = [
        *AbstractGroupApprovalTask.admin_form_fields,
        "asks_classification",
    ]

    class Meta:
        verbose_name = _("Approval of a story")
        verbose_name_plural = _("Approvals of stories")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """What this person may do with the text: nobody approves their own."""
        if not (user.is_superuser or self._user_in_groups(user)):
            return []
        actions = [("reject", _("Return for changes"), True)]
        if not is_own_text(approver=user.pk, authors=authors_since_approval(obj)):
            actions.append(("approve", _("Approve and publish"), True))
        return actions

    def get_form_for_action(self, action: str) -> type:
        """The questions asked with an action."""
        if action != "approve":
            return super().get_form_for_action(action)
        return ClassifyingApprovalForm if self.asks_classification else ApprovalForm

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Carry out an action; approving records exactly which revision was approved.

        Args:
            task_state: The step in progress.
            user: Who acts.
            action_name: ``approve`` or ``reject``.
            **kwargs: Answers of the action's form.

        Raises:
            OwnText: if the person wrote any of it.
            NotReadyToPublish: if a question that publication needs was not answered.
        """
        comment = kwargs.get("comment", "")
        if action_name == "approve":
            page = task_state.workflow_state.content_object.specific
            if is_own_text(approver=user.pk, authors=authors_since_approval(page)):
                raise OwnText
            if not kwargs.get("secrecy_checked"):
                raise NotReadyToPublish(_("Confirm first that the text holds nothing classified."))
            self._classify(page.work, kwargs)
            revision = page.get_latest_revision()
            task_state.revision = revision
            task_state.save(update_fields=["revision"])
            if page.first_published_at and not kwargs.get("change"):
                raise NotReadyToPublish(_("Say what has changed for readers."))
            Approval.record(
                page=page,
                revision=revision,
                approved_by=user,
                comment=comment,
                change=kwargs.get("change", ""),
                correction=kwargs.get("correction", ""),
            )
        super().on_action(task_state, user, action_name, comment=comment)

    def _classify(self, work: Work, answers: dict[str, Any]) -> None:
        """Store kind and form on the work, if this step asks for them."""
        if not self.asks_classification:
            return
        for field in ("information_kind", "form"):
            code = answers.get(field)
            item = Classification.objects.filter(scheme=field, code=code).last() if code else None
            if item is None:
                raise NotReadyToPublish(_("State the kind of information and the form."))
            setattr(work, field, item)
        work.save(update_fields=["information_kind", "form"])
