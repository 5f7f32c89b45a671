"""What must stay removed: kept in the database and, beside it, in a file no restore replaces."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from nhipcau.common.purging import purger, purgers
from nhipcau.config.models import Tombstone
from nhipcau.config.purge.leftovers import clean_storage, refresh_derived
from nhipcau.config.purge.scrubbing import scrub_words
from nhipcau.config.purge.words import Matcher

FILE = "tombstones.jsonl"


@dataclass(frozen=True)
class Stone:
    """One tombstone, wherever it was read.

    Attributes:
        uuid: Its own identifier.
        kind: Kind of thing, or ``words``.
        target_uuid: The thing; ``None`` for words.
        matcher: Digest of the words; empty for things.
        made_at: When it was removed (UTC).
    """

    uuid: UUID
    kind: str
    target_uuid: UUID | None
    matcher: dict[str, Any]
    made_at: datetime

    def as_line(self) -> str:
        """As a line of the file."""
        return json.dumps(
            {
                "uuid": str(self.uuid),
                "kind": self.kind,
                "target_uuid": str(self.target_uuid) if self.target_uuid else None,
                "matcher": self.matcher,
                "made_at": self.made_at.isoformat(),
            }
        )


def file_path() -> Path:
    """Where the list is kept beside the database."""
    return Path(settings.HOME) / FILE


def keep(stone: Tombstone) -> None:
    """Add a tombstone to the file."""
    line = Stone(stone.uuid, stone.kind, stone.target_uuid, stone.matcher, stone.made_at).as_line()
    with file_path().open("a", encoding="utf-8") as out:
        out.write(line + "\n")


def read_file(path: Path) -> Iterator[Stone]:
    """The tombstones of a file; a line that was cut off is left out.

    Args:
        path: The file; one that is not there holds none.
    """
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
            yield Stone(
                UUID(row["uuid"]),
                row["kind"],
                UUID(row["target_uuid"]) if row["target_uuid"] else None,
                row["matcher"],
                datetime.fromisoformat(row["made_at"]),
            )
        except (ValueError, KeyError, TypeError):
            continue


def in_database() -> Iterator[Stone]:
    """The tombstones that the database knows."""
    if Tombstone._meta.db_table not in connection.introspection.table_names():
        return
    for row in Tombstone.objects.order_by("made_at", "pk"):
        yield Stone(row.uuid, row.kind, row.target_uuid, row.matcher, row.made_at)


def replay(stones: list[Stone], *, on_step: Callable[[str], object] = str) -> dict[str, int]:
    """Remove again what was removed before; what is gone already costs nothing.

    Args:
        stones: All that are known, from before and after a restore.
        on_step: Told what is being done.

    Returns:
        How many rows went, by kind.
    """
    known = {stone.uuid: stone for stone in stones}
    if not known:
        return {}
    kinds = {one.kind for one in purgers()}
    removed: dict[str, int] = {}
    for stone in sorted(known.values(), key=lambda one: one.made_at):
        on_step(f"tombstone {stone.uuid.hex[-8:]}")
        if stone.kind == "words":
            counts = scrub_words(Matcher(**stone.matcher))
        elif stone.kind in kinds and stone.target_uuid:
            counts = purger(stone.kind).remove(stone.target_uuid)
        else:
            continue
        if total := sum(counts.values()):
            removed[stone.kind] = removed.get(stone.kind, 0) + total
        Tombstone.objects.get_or_create(
            uuid=stone.uuid,
            defaults={
                "kind": stone.kind,
                "target_uuid": stone.target_uuid,
                "matcher": stone.matcher,
                "made_at": stone.made_at,
            },
        )
    path = file_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(stone.as_line() + "\n" for stone in known.values()), encoding="utf-8")
    if removed:
        clean_storage()
        refresh_derived(has_changed_texts="words" in removed)
    return removed
