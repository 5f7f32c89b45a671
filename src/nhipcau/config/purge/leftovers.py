"""After a removal: what may still lie about, outside the rows themselves."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import DatabaseError, connection

from nhipcau.common import clock
from nhipcau.common.text import fold
from nhipcau.config.purge.sweeping import sweep
from nhipcau.library.services.copies import remove_all_former_copies
from nhipcau.newsroom.services.import_batches import discard_uploads
from nhipcau.publishing.services import enqueue_everything
from nhipcau.web.services.searching import rebuild

# Of each text these many letters are looked for: enough to be its own, few enough to survive cuts.
NEEDLE_LENGTH = 80


def clean_storage() -> None:
    """Overwrite what databases and folders keep of deleted matter."""
    discard_uploads()
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _clean_sqlite(cursor)
        else:
            cursor.execute("VACUUM (ANALYZE)")


def _clean_sqlite(cursor: object) -> None:
    """Merge full-text indexes, rewrite the file and empty the write-ahead log."""
    execute = cursor.execute  # type: ignore[attr-defined]
    execute("SELECT name FROM sqlite_master WHERE sql LIKE '%%USING fts5%%'")
    for (name,) in cursor.fetchall():  # type: ignore[attr-defined]
        table = connection.ops.quote_name(name)
        execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608 - our own table
    try:
        execute("VACUUM")
        execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except DatabaseError:
        # Somebody is reading; free pages are overwritten at the nightly upkeep.
        execute("PRAGMA incremental_vacuum")


def refresh_derived(*, has_changed_texts: bool) -> None:
    """Make search indexes and public pages again.

    Args:
        has_changed_texts: Whether texts were changed in place, past the models.
    """
    if has_changed_texts:
        call_command("update_index", verbosity=0)
        rebuild()
        remove_all_former_copies()
    enqueue_everything(now=clock.now())


def copies_left(texts: list[str], *, on_step: Callable[[str], object] = str) -> dict[str, int]:
    """Where texts that were removed still stand, such as quoted in another story.

    Args:
        texts: What the removed thing said.
        on_step: Told which table is being read.

    Returns:
        How many rows hold one of them, by the model's name in the plural.
    """
    needles = {fold(text.strip())[:NEEDLE_LENGTH] for text in texts if text.strip()}
    if not needles:
        return {}

    def mark(text: str) -> str:
        folded = fold(text)
        return "" if any(needle in folded for needle in needles) else text

    return sweep(mark, is_writing=False, on_step=on_step)
