"""Comments on segments at the desk: a question to a colleague, the answers, and that it is settled.

They are Wagtail's own comments on the target page, so that its log, and the schedule by which the
comments on a page expire, hold for them too.
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Comment, CommentReply, Page

from nhipcau.common.clock import now
from nhipcau.common.exceptions import NotPermitted
from nhipcau.translation.exceptions import CommentGone, EmptyComment
from nhipcau.translation.services.localize import Segment
from nhipcau.translation.services.subjects import subject_of

#: Characters of a comment; more is a text of its own.
LONGEST_COMMENT = 2_000


def comments_by_segment(target: Page, segments: Sequence[Segment]) -> dict[int, list[Comment]]:
    """The comments on a translation, each under the segment that it is about.

    A comment stays with its text when others move. When its text is gone, it goes to what now
    stands in the same place of the page, else to the first segment: no question is lost.

    Args:
        target: The target page.
        segments: All segments of it.

    Returns:
        Comments by a segment's id, the oldest first; those of a segment without are left out.
    """
    comments = (
        Comment.objects.filter(page_id=target.pk)
        .select_related("user", "resolved_by")
        .prefetch_related("replies__user")
        .order_by("pk")
    )
    same_text = {(segment.path, _mark(segment)): segment.id for segment in reversed(segments)}
    same_place = {segment.path: segment.id for segment in reversed(segments)}
    found: dict[int, list[Comment]] = defaultdict(list)
    for comment in comments if segments else ():
        place = same_text.get((comment.contentpath, comment.position))
        found[place or same_place.get(comment.contentpath, segments[0].id)].append(comment)
    return dict(found)


def open_comments(target: Page) -> int:
    """How many questions on a translation are not settled."""
    return Comment.objects.filter(page_id=target.pk, resolved_at=None).count()


@transaction.atomic
def add_comment(*, target: Page, segment: Segment, actor: Any, text: str) -> Comment:
    """Put a comment on a segment and tell those who work on the translation.

    Args:
        target: The target page.
        segment: What it is about.
        actor: Who writes it.
        text: Plain text; cut off after ``LONGEST_COMMENT`` characters.

    Raises:
        EmptyComment: if there is no text.
    """
    comment = Comment.objects.create(
        page=Page.objects.get(pk=target.pk),
        user=actor,
        text=_text(text),
        contentpath=segment.path,
        position=_mark(segment),
    )
    comment.log_create(user=actor)
    _tell(target, segment, comment.text, actor, {segment.translated_by})
    return comment


@transaction.atomic
def reply(*, target: Page, segment: Segment, comment_id: int, actor: Any, text: str) -> None:
    """Answer a comment, which opens it again if it was settled.

    Args:
        target: The target page.
        segment: What it is about.
        comment_id: Which comment.
        actor: Who answers.
        text: Plain text.

    Raises:
        EmptyComment: if there is no text.
        CommentGone: if a colleague has deleted the comment.
    """
    comment = _comment(target, comment_id)
    answer = CommentReply.objects.create(comment=comment, user=actor, text=_text(text))
    answer.log_create(user=actor)
    comment.resolved_at = comment.resolved_by = None
    # Saved in any case: a comment that is being answered does not expire.
    comment.save()
    _tell(target, segment, answer.text, actor, {segment.translated_by})


@transaction.atomic
def settle(*, target: Page, comment_id: int, actor: Any, is_settled: bool = True) -> None:
    """Say that a comment needs nothing more, or that it does after all.

    Raises:
        CommentGone: if a colleague has deleted the comment.
    """
    comment = _comment(target, comment_id)
    comment.resolved_at = now() if is_settled else None
    comment.resolved_by = actor if is_settled else None
    comment.save()
    if is_settled:
        comment.log_resolve(user=actor)


@transaction.atomic
def delete_comment(*, target: Page, comment_id: int, actor: Any) -> None:
    """Take back a comment of one's own that nobody has answered.

    Raises:
        CommentGone: if it is not there any more.
        NotPermitted: if it is somebody else's or has been answered.
    """
    comment = _comment(target, comment_id)
    if comment.user_id != actor.pk or comment.replies.exists():
        raise NotPermitted
    comment.log_delete(user=actor)
    comment.delete()


def _comment(target: Page, comment_id: int) -> Comment:
    found = Comment.objects.select_for_update().filter(page_id=target.pk, pk=comment_id).first()
    if found is None:
        raise CommentGone
    return found


def _text(text: str) -> str:
    cleaned = text.replace("\r\n", "\n").strip()[:LONGEST_COMMENT]
    if not cleaned:
        raise EmptyComment
    return cleaned


def _mark(segment: Segment) -> str:
    """What tells a segment from others of the same place, for as long as its text is the same."""
    return hashlib.sha256(segment.source.encode()).hexdigest()[:16]


def _tell(target: Page, segment: Segment, text: str, actor: Any, people: set[int | None]) -> None:
    """Write to whoever commented on the translation or wrote what it is about, save the actor."""
    comments = Comment.objects.filter(page_id=target.pk)
    people = people | set(comments.values_list("user", flat=True))
    people |= set(comments.values_list("replies__user", flat=True))
    others = [pk for pk in people if pk not in {None, actor.pk}]
    colleagues = get_user_model().objects.filter(pk__in=others, is_active=True)
    subject = subject_of(target)
    # Who has left the desk since is told nothing more of it.
    recipients = sorted(
        person.email
        for person in colleagues
        if person.email and subject and subject.may_translate(person, target)
    )
    if not recipients:
        return
    desk = reverse("translation_desk", args=[target.pk])
    with translation.override("vi"):
        title = gettext("Comment at the translation desk: %(title)s") % {"title": target.title}
        body = gettext("%(name)s wrote about segment %(number)s:") % {
            "name": actor.get_full_name() or actor.get_username(),
            "number": segment.position,
        }
    body += f"\n\n{text}\n\n{settings.NHIPCAU_BASE_URL}{desk}#segment-{segment.id}"
    for recipient in recipients:
        # One letter each: colleagues' addresses are not shown to one another.
        transaction.on_commit(
            partial(send_mail, title, body, None, [recipient], fail_silently=True)
        )
