"""What goes live, and off again, by the clock."""

import logging
from datetime import datetime

from django.core.cache import cache
from django.db import transaction
from wagtail.models import Page, Revision

from nhipcau.common.exceptions import DomainError

#: Not more often than this the log names the same refusal.
_TOLD_SECONDS = 3600

logger = logging.getLogger(__name__)


def keep_schedule(now: datetime) -> None:
    """Take off what has expired and publish what is due, each by itself.

    Wagtail's command for this takes stories off as mere pages, so that nobody hears of it and they
    stay public, and its first refusal holds up everything due after it. What is refused stands on
    the home page of editors and revisers.

    Args:
        now: The present moment in UTC.
    """
    for page in Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at").specific():
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for revision in Revision.objects.filter(approved_go_live_at__lt=now).order_by(
        "approved_go_live_at"
    ):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except DomainError as error:
            # It is tried again until it succeeds, which may be for days.
            if not cache.add(f"newsroom:refused:{revision.pk}:{error.code}", True, _TOLD_SECONDS):
                continue
            logger.warning(
                "What was due could not be published.",
                extra={
                    "event": "scheduled_publication_refused",
                    "object_id": revision.object_id,
                    "code": error.code,
                },
            )
