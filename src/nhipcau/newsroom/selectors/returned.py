"""Texts that came back from approval: who asked for what."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState


def last_return(page: Any) -> TaskState | None:
    """The last request for changes to a version since it was last approved for good.

    Args:
        page: A language version.

    Returns:
        The step at which it was returned, with who did so, the reason and the revision they read.
    """
    approved = (
        page.approvals.filter(is_final=True)
        .order_by("-approved_at")
        .values_list("approved_at", flat=True)
        .first()
    )
    steps = TaskState.objects.filter(
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        workflow_state__object_id=str(page.pk),
        status=TaskState.STATUS_REJECTED,
    )
    if approved is not None:
        steps = steps.filter(finished_at__gt=approved)
    return steps.select_related("finished_by").order_by("-finished_at").first()


def why_returned(page: Any) -> str:
    """Who sent a version back for changes and why, in a sentence; empty when it is not back.

    Args:
        page: A language version.
    """
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return ""
    returned = last_return(page)
    if returned is None:
        return ""
    return _("%(name)s returned this text: “%(comment)s”") % {
        "name": returned.finished_by or "–",
        "comment": returned.comment,
    }
