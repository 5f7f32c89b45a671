"""Who may do what in the newsroom."""

from typing import Any

from nhipcau.accounts.enums import Role

TRANSLATING_ROLES = (Role.TRANSLATOR, Role.REVISER, Role.ADMINISTRATOR)
DECIDING_ROLES = (Role.EDITOR, Role.ADMINISTRATOR)
INGESTING_ROLES = (Role.REPORTER, Role.EDITOR, Role.OFFICE, Role.ADMINISTRATOR)


def user_can_ingest(user: Any) -> bool:
    """Whether a person brings in stories from files; they become drafts."""
    return user.is_active and (user.is_superuser or user.has_role(*INGESTING_ROLES))


def user_can_translate(user: Any) -> bool:
    """Whether a person works at the translation desk."""
    return user.is_active and (user.is_superuser or user.has_role(*TRANSLATING_ROLES))


def user_can_correct(user: Any, page: Any) -> bool:
    """Whether a person proposes a correction of a version: those who edit or translate it.

    Args:
        user: The person.
        page: A language version.
    """
    if not user.is_active:
        return False
    return page.permissions_for_user(user).can_edit() or user_can_decide(user)


def user_can_decide(user: Any) -> bool:
    """Whether a person decides on embargo and withdrawal."""
    return user.is_active and (user.is_superuser or user.has_role(*DECIDING_ROLES))
