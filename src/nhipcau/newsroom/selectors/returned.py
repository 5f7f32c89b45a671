"""Texts that came back from approval: who asked for what."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, TaskState


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
