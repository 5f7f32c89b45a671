"""Removing what has been kept for as long as the schedule says."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Comment, PageLogEntry, Revision

from nhipcau.newsroom.models import Approval, DeskText, StoryPage
from nhipcau.newsroom.rules.retention import (
    COMMENT_LIFE,
    DRAFT_LIFE,
    RESOLVED_COMMENT_LIFE,
    REVISION_LIFE,
)
from nhipcau.newsroom.selectors.retention import drafts_untouched_since


@dataclass(frozen=True)
class Expired:
    """What was removed.

    Attributes:
        drafts: Drafts.
        comments: Comments, with the answers to them.
        revisions: Revisions.
    """

    drafts: int
    comments: int
    revisions: int


def expire_work(now: datetime) -> Expired:
    """Remove drafts, comments and revisions whose time is over; idempotent.

    Args:
        now: The moment to count from (UTC).
    """
    expired = Expired(_expire_drafts(now), _expire_comments(now), _expire_revisions(now))
    _forget_what_was_commented()
    return expired


def _expire_drafts(now: datetime) -> int:
    """Drafts, each in a transaction of its own; Wagtail's log keeps that they were removed."""
    ids = list(drafts_untouched_since(now - DRAFT_LIFE).values_list("pk", flat=True))
    for pk in ids:
        with transaction.atomic():
            page = StoryPage.objects.select_related("work").get(pk=pk)
            work = page.work
            page.delete()
            if not work.versions.exists():
                work.delete()
    return len(ids)


def _expire_comments(now: datetime) -> int:
    """Comments on stories."""
    stories = StoryPage.objects.values("pk")
    old = Comment.objects.filter(page_id__in=stories).filter(
        Q(resolved_at__lt=now - RESOLVED_COMMENT_LIFE) | Q(updated_at__lt=now - COMMENT_LIFE)
    )
    return sum(1 for comment in old if comment.delete())


def _forget_what_was_commented() -> None:
    """Take the words of comments that are gone out of Wagtail's log, which stays for ever.

    However a comment went, expired, taken back or with its page: the log says that and when
    somebody commented.
    """
    there = set(Comment.objects.values_list("pk", flat=True))
    entries = PageLogEntry.objects.filter(action__startswith="wagtail.comments.")
    for entry in list(entries.exclude(data__comment__text="")):
        if entry.data["comment"]["id"] not in there:
            kept = {key: value | {"text": ""} for key, value in entry.data.items()}
            PageLogEntry.objects.filter(pk=entry.pk).update(data=kept)


def _expire_revisions(now: datetime) -> int:
    """Revisions of stories that nothing refers to."""
    count, _rows = _spent_revisions(now).delete()
    return count


def _spent_revisions(now: datetime) -> QuerySet[Revision]:
    """Old revisions that are not approved, public, latest, scheduled or a translation's source."""
    page = StoryPage.objects.filter(
        Q(latest_revision=OuterRef("pk")) | Q(live_revision=OuterRef("pk"))
    )
    return Revision.objects.filter(
        ~Exists(page),
        ~Exists(Approval.objects.filter(revision_id=OuterRef("pk"))),
        ~Exists(StoryPage.objects.filter(source_revision_id=OuterRef("pk"))),
        ~Exists(DeskText.objects.filter(source_revision_id=OuterRef("pk"))),
        # Steps of approval and open comments hang on a revision and would go with it.
        task_states=None,
        created_comments=None,
        content_type=ContentType.objects.get_for_model(StoryPage),
        created_at__lt=now - REVISION_LIFE,
        approved_go_live_at=None,
    )
