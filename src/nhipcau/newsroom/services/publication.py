"""From approval to the public site, and off it again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Revision, WorkflowState

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.newsroom.enums import ApprovalBasis, Republication
from nhipcau.newsroom.exceptions import NewsroomError, NotReadyToPublish
from nhipcau.newsroom.models import Approval, StoryPage, Work
from nhipcau.newsroom.permissions import user_can_decide
from nhipcau.newsroom.signals import work_changed


def submit_for_approval(*, page: StoryPage, actor: User) -> WorkflowState:
    """Send the latest revision to those who may approve it.

    Args:
        page: The language version.
        actor: Who submits it.

    Raises:
        NotReadyToPublish: if there is nothing to approve, or nobody to approve it.
    """
    workflow = page.get_workflow()
    if workflow is None or page.get_latest_revision() is None:
        raise NotReadyToPublish
    if page.workflow_in_progress:
        return page.current_workflow_state
    if (returned := page.current_workflow_state) is not None:
        # It came back for changes; a text has one way through the steps at a time.
        returned.resume(user=actor)
        return returned
    return workflow.start(page, actor)


def publish_approved(*, page: StoryPage, actor: User | None) -> None:
    """Publish exactly the revision that was approved last, never simply the latest one.

    Args:
        page: The language version.
        actor: Who approved last.

    Raises:
        NotReadyToPublish: if nothing was ever approved.
        NotApproved: if the approved revision was changed since.
    """
    approval = (
        Approval.objects.filter(page=page, is_final=True).order_by("-approved_at", "-pk").first()
    )
    if approval is None:
        raise NotReadyToPublish
    revision = Revision.objects.get(pk=approval.revision_id)
    revision.publish(user=actor, skip_permission_checks=True)


@transaction.atomic
def publish_from_archive(
    *,
    page: StoryPage,
    actor: User | None,
    basis: str = ApprovalBasis.ARCHIVE,
    change: str = "",
    correction: str = "",
) -> None:
    """Publish what was public elsewhere already, or belongs to the sample province.

    Args:
        page: The language version; its latest revision is published.
        actor: Who answers for it; ``None`` only for the command line and sample data.
        basis: :attr:`ApprovalBasis.ARCHIVE` or :attr:`ApprovalBasis.SAMPLE`.
        change: What it is to readers of what was public before; an update when left out.
        correction: The note that readers see, for a correction.

    Raises:
        NewsroomError: if the basis is that of a second person's approval.
        NotReadyToPublish: if the right to republish is not settled.
    """
    if basis == ApprovalBasis.SECOND_PERSON:
        raise NewsroomError
    if page.work.republication == Republication.UNCLEAR:
        raise NotReadyToPublish(_("Settle the right to republish first."))
    revision = page.get_latest_revision()
    Approval.record(
        page=page,
        revision=revision,
        approved_by=actor,
        basis=basis,
        change=change,
        correction=correction,
    )
    revision.publish(user=actor, skip_permission_checks=True)


@transaction.atomic
def withdraw_work(*, work: Work, actor: User, reason: str, now: datetime) -> Work:
    """Take a work off the public site in every language; its addresses say so and why.

    Args:
        work: The work.
        actor: An editor or administrator.
        reason: Published at the addresses of the work.
        now: When.

    Raises:
        NotPermitted: if the person is neither editor nor administrator.
        NotReadyToPublish: if no reason is given.
    """
    if not user_can_decide(actor):
        raise NotPermitted
    if not reason.strip():
        raise NotReadyToPublish(_("Give the reason; readers see it at the address."))
    work = Work.objects.select_for_update().get(pk=work.pk)
    work.withdrawn_at, work.withdrawn_by, work.withdrawal_reason = now, actor, reason.strip()
    work.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    work.note_versions()
    for page in work.versions.all():
        log(page, "newsroom.work.withdrawn", user=actor, data={"reason": work.withdrawal_reason})
    work_changed.send(sender=Work, work=work)
    return work


@transaction.atomic
def set_embargo(*, work: Work, actor: User, until: datetime | None) -> Work:
    """Set or lift the embargo of a work in every language.

    Args:
        work: The work.
        actor: An editor or administrator.
        until: Nothing of it is public before this moment (UTC); ``None`` lifts the embargo.

    Raises:
        NotPermitted: if the person is neither editor nor administrator.
    """
    if not user_can_decide(actor):
        raise NotPermitted
    work = Work.objects.select_for_update().get(pk=work.pk)
    work.embargo_until = until
    work.save(update_fields=["embargo_until"])
    for page in work.versions.all():
        log(page, "newsroom.work.embargo", user=actor, data={"until": str(until or "")})
    work_changed.send(sender=Work, work=work)
    return work
