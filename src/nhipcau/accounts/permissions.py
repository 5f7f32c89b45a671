"""What each role may do with models: declared by the apps, applied by ``ensure_roles``."""

from collections import defaultdict
from collections.abc import Mapping

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.accounts.types import Actor, System
from nhipcau.common.exceptions import NotPermitted

#: Every colleague enters the back office; what is found there depends on the role.
ENTER_BACK_OFFICE = "wagtailadmin.access_admin"

_granted: dict[Role, set[str]] = defaultdict(set)


def grant(role: Role, *permissions: str) -> None:
    """Declare what a role may do with models; called from an app's ``ready()``.

    Permissions on pages and on media collections are not declared here: they hang on a place in
    the tree, which the newsroom makes.

    Args:
        role: The role.
        *permissions: Names such as ``"agencies.change_agency"``.

    Raises:
        ValueError: if a name has no app label.
    """
    for permission in permissions:
        if permission.count(".") != 1:
            raise ValueError(f"“{permission}” is not of the form app_label.codename.")
        _granted[role].add(permission)


def granted() -> Mapping[Role, frozenset[str]]:
    """Every role with the names of its permissions, entering the back office included."""
    return {role: frozenset(_granted[role] | {ENTER_BACK_OFFICE}) for role in Role}


def require_right(
    actor: Actor, permission: str, user: User | None = None, *, machine: bool = False
) -> None:
    """Check that somebody may do something to accounts.

    Args:
        actor: Who wants to do it; the program itself may do everything.
        permission: Name such as ``accounts.change_user``.
        user: The person to be changed. Only administrators of the machine change one another.
        machine: Whether the right concerns administrators of the machine.

    Raises:
        NotPermitted: if the actor may not.
    """
    if isinstance(actor, System):
        return
    is_about_machine = machine or (user is not None and user.is_superuser)
    if not actor.has_perm(permission) or (is_about_machine and not actor.is_superuser):
        raise NotPermitted
