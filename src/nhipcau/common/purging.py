"""What can be removed from everywhere after an accident: a registry that apps fill.

A thing that may turn out to be a secret or to hold a private person's data registers a
:class:`Purger`. The top storey (`config.purge`) asks two people, calls the purger, and then looks
through everything for what is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.db import models, transaction
from django.db.models import ProtectedError, RestrictedError


@dataclass(frozen=True)
class Target:
    """A thing that can be purged.

    Attributes:
        uuid: Its lasting identifier, the same in every backup.
        title: How people know it.
    """

    uuid: UUID
    title: str


class Purger(Protocol):
    """Removes one kind of thing.

    Attributes:
        kind: Stable name, such as ``work``.
        label: What people call it, translatable.
        hint: What a person writes to name one, translatable.
    """

    kind: str
    label: Any
    hint: Any

    def find(self, text: str) -> Target | None:
        """The thing that a person names, by address, short id, number or identifier."""

    def texts(self, uuid: UUID) -> list[str]:
        """What it says, to look for copies afterwards; never stored."""

    def remove(self, uuid: UUID) -> dict[str, int]:
        """Remove it with everything that exists for it alone; nothing to do is no error.

        Returns:
            How many rows of which kind are gone.
        """


_purgers: dict[str, Purger] = {}


def register_purger(purger: Purger) -> None:
    """Add a purger; called once from an app's ``ready()``.

    Raises:
        ValueError: if another one has that name.
    """
    if purger.kind in _purgers:
        raise ValueError(f"Two purgers are called {purger.kind}.")
    _purgers[purger.kind] = purger


def purgers() -> Iterator[Purger]:
    """All purgers, in the order of registration."""
    return iter(_purgers.values())


def purger(kind: str) -> Purger:
    """The purger of a kind.

    Raises:
        KeyError: if there is none.
    """
    return _purgers[kind]


def delete_with_dependants(thing: models.Model) -> int:
    """Delete a row although others protect it: they lose the reference, or go with it.

    Args:
        thing: A saved row.

    Returns:
        How many rows were deleted.
    """
    deleted = 0
    while True:
        try:
            with transaction.atomic():
                return deleted + thing.delete()[0]
        except (ProtectedError, RestrictedError) as error:
            protecting = (
                error.protected_objects
                if isinstance(error, ProtectedError)
                else error.restricted_objects
            )
            for other in list(protecting):
                deleted += _let_go(other, thing)


def _let_go(other: models.Model, thing: models.Model) -> int:
    """Take a reference off a row, or delete the row where it cannot be without."""
    for field in other._meta.concrete_fields:
        points_here = (
            field.remote_field is not None and getattr(other, field.attname, None) == thing.pk
        )
        if points_here and isinstance(thing, field.related_model or ()) and field.null:
            type(other)._base_manager.filter(pk=other.pk).update(**{field.name: None})
            return 0
    return delete_with_dependants(other)
