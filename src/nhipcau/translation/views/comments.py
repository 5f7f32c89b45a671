"""What a person does with the comments on a segment of the desk."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from nhipcau.common.exceptions import DomainError
from nhipcau.translation.services import comments
from nhipcau.translation.services.desk import DeskRow


def is_about_comments(action: str) -> bool:
    """Whether a button's action, such as ``reply-12-34``, is one of those below."""
    return action.partition("-")[0] in {"comment", "reply", "settle", "reopen", "delete"}


def rows_with_comments(target: Page, rows: list[DeskRow]) -> list[dict[str, Any]]:
    """Rows for the template, each with its comments and how many of them are open."""
    found = comments.comments_by_segment(target, [row.segment for row in rows])
    return [
        {
            "segment": row.segment,
            "desk": row,
            "comments": (every := found.get(row.segment.id, [])),
            "open_comments": sum(comment.resolved_at is None for comment in every),
        }
        for row in rows
    ]


def typed_comment(request: HttpRequest, action: str) -> str:
    """What was typed as a comment or reply, so that it is not lost when it could not be stored."""
    verb, _dash, rest = action.partition("-")
    return request.POST.get(f"{verb}-{rest.rpartition('-')[2]}", "")


def change_comments(
    request: HttpRequest, target: Page, rows: list[DeskRow], action: str
) -> tuple[int, str]:
    """Do what a button says.

    Args:
        request: What was sent, with the texts typed.
        target: The target page.
        rows: All rows of the desk.
        action: What to do, the segment's id and the comment's, such as ``settle-12-34``.

    Returns:
        The segment's id, and why nothing was done; empty when it was.
    """
    verb, *numbers = f"{action}--".split("-")
    segment_id, comment_id = (int(number) if number.isdigit() else 0 for number in numbers[:2])
    segment = next((row.segment for row in rows if row.segment.id == segment_id), None)
    if segment is None:
        return 0, str(comments.CommentGone.message)
    actor = request.user
    try:
        if verb == "comment":
            text = request.POST.get(f"comment-{segment_id}", "")
            comments.add_comment(target=target, segment=segment, actor=actor, text=text)
        elif verb == "reply":
            text = request.POST.get(f"reply-{comment_id}", "")
            comments.reply(
                target=target, segment=segment, comment_id=comment_id, actor=actor, text=text
            )
        elif verb == "delete":
            comments.delete_comment(target=target, comment_id=comment_id, actor=actor)
        else:
            comments.settle(
                target=target, comment_id=comment_id, actor=actor, is_settled=verb == "settle"
            )
    except DomainError as error:
        return segment_id, str(error.message)
    return segment_id, ""
