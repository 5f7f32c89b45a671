"""Which drafts are about to be removed."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from wagtail.models import WorkflowState

from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.rules.retention import DRAFT_LIFE, DRAFT_WARNING


def drafts_untouched_since(moment: datetime) -> QuerySet[StoryPage]:
    """Drafts that were never public or approved, await no decision and rest since a moment.

    Args:
        moment: UTC.
    """
    waiting = WorkflowState.objects.active().values_list("object_id", flat=True)
    return StoryPage.objects.filter(
        live=False,
        first_published_at=None,
        go_live_at=None,
        approvals=None,
        latest_revision_created_at__lt=moment,
    ).exclude(pk__in=[int(pk) for pk in waiting if pk.isdigit()])


def drafts_removed_soon(user: Any, now: datetime) -> QuerySet[StoryPage]:
    """A person's own drafts that are removed within the time of warning, the first one first.

    Args:
        user: The person.
        now: UTC.
    """
    drafts = drafts_untouched_since(now - DRAFT_LIFE + DRAFT_WARNING).filter(owner=user)
    return drafts.order_by("latest_revision_created_at")
