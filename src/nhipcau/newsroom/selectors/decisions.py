"""Who is asked to decide on a text that waits for approval."""

from typing import Any

from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.models.checking import check_report
from nhipcau.translation.permissions import user_can_override_checks


def may_decide(user: Any, page: StoryPage) -> bool:
    """Whether the page of the decision opens for a person.

    Args:
        user: The person.
        page: The language version.

    Returns:
        True for who may act on the present step, and for editors where the checks have a say.
    """
    state = page.current_workflow_task_state
    if state is None:
        return False
    return bool(state.task.specific.get_actions(page, user)) or has_errors_to_decide_on(user, page)


def has_errors_to_decide_on(user: Any, page: StoryPage) -> bool:
    """Whether an editor comes in for errors of the checks, though others approve."""
    if not user_can_override_checks(user):
        return False
    return check_report(page, page.get_latest_revision()) is not None
