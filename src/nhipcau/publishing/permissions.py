"""Who may see and restart what readers are waiting for."""

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.accounts.permissions import grant

VIEW = "publishing.view_staleaddress"
CHANGE = "publishing.change_staleaddress"


def declare() -> None:
    """Give the roles their rights; called once at start."""
    for role in (Role.ADMINISTRATOR, Role.EDITOR, Role.OFFICE):
        grant(role, VIEW)
    for role in (Role.ADMINISTRATOR, Role.EDITOR):
        grant(role, CHANGE)


def user_can_see_queue(user: User) -> bool:
    """Whether a person may look at what is stale."""
    return user.has_perm(VIEW)


def user_can_retry(user: User) -> bool:
    """Whether a person may have pages rendered again that were given up."""
    return user.has_perm(CHANGE)
