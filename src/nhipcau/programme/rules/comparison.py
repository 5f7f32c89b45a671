"""Setting two plan versions side by side, and two editors' texts against each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Difference:
    """One task in two versions.

    Attributes:
        key: What tells the task in both versions.
        left: Fields in the earlier version, ``None`` when it is not there.
        right: Fields in the later version, ``None`` when it is not there.
        changed: Names of fields that differ, empty for added and removed tasks.
    """

    key: str
    left: Mapping[str, Any] | None
    right: Mapping[str, Any] | None
    changed: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """``added``, ``removed``, ``changed`` or ``same``."""
        if self.left is None:
            return "added"
        if self.right is None:
            return "removed"
        return "changed" if self.changed else "same"


def changed_fields(left: Mapping[str, Any], right: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of fields whose values differ, in the order of the left side."""
    if left == right:
        return ()
    return tuple(name for name in left if left[name] != right.get(name))


def compare(
    left: Mapping[str, Mapping[str, Any]], right: Mapping[str, Mapping[str, Any]]
) -> list[Difference]:
    """Pair the tasks of two versions by their stable key.

    Args:
        left: Fields of the earlier version by key, in printed order.
        right: Fields of the later version by key, in printed order.

    Returns:
        One difference for each key: in the later version's order, each removed task after the
        task it followed.
    """
    removed: dict[str | None, list[str]] = {}
    previous: str | None = None
    for key in left:
        if key in right:
            previous = key
        else:
            removed.setdefault(previous, []).append(key)
    order = list(removed.get(None, ()))
    for key in right:
        order += [key, *removed.get(key, ())]
    return [_difference(key, left.get(key), right.get(key)) for key in order]


def _difference(
    key: str, left: Mapping[str, Any] | None, right: Mapping[str, Any] | None
) -> Difference:
    changed = changed_fields(left, right) if left is not None and right is not None else ()
    return Difference(key=key, left=left, right=right, changed=changed)


def collisions(
    *, before: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[str, ...]:
    """Fields that two people changed to different values.

    Args:
        before: What both began with.
        mine: What the second one wants to save.
        theirs: What the first one saved.
    """
    return tuple(
        name
        for name in mine
        if mine[name] != before.get(name)
        and theirs.get(name) != before.get(name)
        and mine[name] != theirs.get(name)
    )


def lines(text: str) -> tuple[str, ...]:
    """The non-empty lines of a text, trimmed."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def unique(values: Iterable[str]) -> list[str]:
    """Values in order, each once."""
    return list(dict.fromkeys(values))
