"""Who may do what with memory, terms and checks."""

from typing import Any

from nhipcau.accounts.enums import Role

_PROPOSING = (Role.TRANSLATOR, Role.REVISER, Role.EDITOR, Role.OFFICE, Role.ADMINISTRATOR)
_APPROVING = (Role.REVISER, Role.EDITOR, Role.ADMINISTRATOR)


def _has(user: Any, roles: tuple[Role, ...]) -> bool:
    """Whether a person is active and has one of the roles, or administers the machine."""
    if user is None or not user.is_active:
        return False
    return bool(user.is_superuser or user.has_role(*roles))


def user_can_propose_terms(user: Any) -> bool:
    """Translators and everyone above them propose terms."""
    return _has(user, _PROPOSING)


def user_can_approve_terms(user: Any) -> bool:
    """Revisers and editors make a term official."""
    return _has(user, _APPROVING)


def user_can_remember(user: Any) -> bool:
    """Who approves translations also puts them into the memory."""
    return _has(user, (*_APPROVING, Role.TRANSLATOR))


def user_can_maintain_memory(user: Any) -> bool:
    """Who may import into the memory, settle conflicts and delete by origin."""
    return _has(user, _APPROVING)


def user_can_align(user: Any) -> bool:
    """Who may align documents and mark pairs; only maintainers send them to the memory."""
    return _has(user, (*_APPROVING, Role.TRANSLATOR))


def user_can_override_checks(user: Any) -> bool:
    """Editors may publish over an open error, with a logged reason."""
    return _has(user, (Role.EDITOR, Role.ADMINISTRATOR))
