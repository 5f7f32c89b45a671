"""The approval step of the workflow."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from nhipcau.common.clock import today
from nhipcau.newsroom.exceptions import NotReadyToPublish, OwnText
from nhipcau.newsroom.models.approval import Approval
from nhipcau.newsroom.models.delegation import Delegation
from nhipcau.newsroom.models.work import Work
from nhipcau.newsroom.page_forms import ApprovalForm, ClassifyingApprovalForm, RoleCheckboxes
from nhipcau.newsroom.rules.approval import is_own_text
from nhipcau.newsroom.rules.texts import TEXT_FIELDS
from nhipcau.programme.models import Classification
from nhipcau.translation.services import localize

#: What people write into a version; the rest of a revision is Wagtail's, such as comments.
_WRITTEN = (*TEXT_FIELDS, "go_live_at", "expire_at")


def authors_since_approval(page: Any) -> set[int | None]:
    """Who wrote or changed the text since a revision of it was last approved.

    Whoever saved the text as it stood, such as with a comment on it, is none of them.

    Args:
        page: A language version.

    Returns:
        Database ids of people; ``None`` stands for the program itself.
    """
    approved = (
        page.approvals.filter(is_final=True)
        .order_by("-revision_id")
        .values_list("revision_id", flat=True)
        .first()
    )
    revisions = page.revisions.filter(pk__gte=approved or 0).order_by("pk")
    authors: set[int | None] = set()
    before = None
    for pk, user, content in revisions.values_list("pk", "user_id", "content"):
        written = [content.get(name) for name in _WRITTEN]
        if pk != approved and written != before:
            authors.add(user)
        before = written
    return authors | localize.translators(page)


@dataclass(frozen=True)
class Authority:
    """In what capacity a person approves.

    Attributes:
        on_behalf_of: For whom a deputy decides; ``None`` for a person's own power.
    """

    on_behalf_of: Any


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
    admin_form_widgets: ClassVar[dict[str, Any]] = {"groups": RoleCheckboxes}

    class Meta:
        verbose_name = _("Approval of a story")
        verbose_name_plural = _("Approvals of stories")

    def principals(self, user: Any) -> list[Any]:
        """For whom a person decides at this step today under a delegation in force."""
        if not hasattr(user, "_approval_principals"):
            user._approval_principals = {}
        known: dict[int, list[Any]] = user._approval_principals
        if self.pk not in known:
            known[self.pk] = Delegation.principals_of(user, self.groups.all(), today())
        return known[self.pk]

    def _user_in_groups(self, user: Any) -> bool:
        """Whether a person decides at this step, as a member of its groups or as a deputy."""
        return bool(super()._user_in_groups(user) or self.principals(user))

    def authority(self, user: Any, authors: Collection[int | None]) -> Authority | None:
        """In what capacity a person may approve a text, if at all.

        Args:
            user: The person.
            authors: Database ids of those who wrote it since it was last approved.
        """
        if is_own_text(approver=user.pk, authors=authors):
            return None
        if user.is_superuser or super()._user_in_groups(user):
            return Authority(None)
        # Whoever wrote a text cannot have it approved by a deputy of their own.
        others = [row for row in self.principals(user) if row.pk not in authors]
        return Authority(others[0]) if others else None

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """What this person may do with the text: nobody approves their own."""
        # Wagtail hands over the bare page when it asks whether a submission may be cancelled.
        obj = getattr(obj, "specific", obj)
        if not (user.is_superuser or self._user_in_groups(user)):
            return []
        actions = [("reject", _("Return for changes"), True)]
        if self.authority(user, authors_since_approval(obj)):
            actions.append(("approve", _("Approve and publish"), True))
        return actions

    def is_last(self, task_state: TaskState) -> bool:
        """Whether publication follows this step."""
        tasks = list(task_state.workflow_state.workflow.tasks)
        return bool(tasks) and tasks[-1].pk == self.task_ptr_id

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
            authority = self.authority(user, authors_since_approval(page))
            if authority is None:
                raise OwnText
            is_final = self.is_last(task_state)
            if not kwargs.get("secrecy_checked"):
                raise NotReadyToPublish(_("Confirm first that the text holds nothing classified."))
            self._classify(page.work, kwargs)
            revision = page.get_latest_revision()
            task_state.revision = revision
            task_state.save(update_fields=["revision"])
            if is_final and page.first_published_at and not kwargs.get("change"):
                raise NotReadyToPublish(_("Say what has changed for readers."))
            Approval.record(
                page=page,
                revision=revision,
                approved_by=user,
                comment=comment,
                change=kwargs.get("change", ""),
                correction=kwargs.get("correction", ""),
                on_behalf_of=authority.on_behalf_of,
                is_final=is_final,
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
