"""The audit trail: each action is written to Wagtail's log, so that history pages show it."""

from typing import Any

from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.accounts.types import Actor, System


def person(actor: Actor | None) -> User | None:
    """The person behind an actor; ``None`` for the program itself and for a reporting link."""
    return None if isinstance(actor, System) else actor


def record(
    *, actor: Actor | None, instance: Any, action: str, changed: bool = True, **data: Any
) -> None:
    """Write one line of history.

    Args:
        actor: Who did it: a person, the program, or ``None`` for a reporting link.
        instance: What it was done to.
        action: Audit code from ``wagtail_hooks``, such as ``programme.plan.approved``.
        changed: Whether the content changed.
        **data: JSON-ready details.
    """
    log(
        instance=instance,
        action=action,
        user=person(actor),
        content_changed=changed,
        data=data or None,
    )
