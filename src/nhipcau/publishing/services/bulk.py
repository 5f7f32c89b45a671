"""Many rows at once, past what the ORM does for each of them.

A rebuild writes a row for every address and several for what each depends on; making objects of
them took longer than the database needs.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

ROWS_AT_ONCE = 500
MAPPED_BYTES = 128 * 1024**2


def map_little() -> None:
    """From now on map only the start of an SQLite file into this process's memory.

    Who goes through all rows would otherwise come to hold up to the gigabyte that suits a site's
    readers, and its memory would grow with the archive.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA mmap_size={MAPPED_BYTES}")


def write_rows(
    model: type[Model],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    unique: str = "",
    updated: Sequence[str] = (),
) -> None:
    """Insert rows into a model's table.

    Args:
        model: The model; its defaults do not apply.
        columns: Columns in the order of the values.
        rows: Values as the database takes them; see :func:`moment`.
        unique: A column with a row of which another row may stand in the way.
        updated: What of that row is then brought up to date; nothing by default.
    """
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    # Names of our own models only.
    start = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES "  # noqa: S608
    places = f"({', '.join(['%s'] * len(columns))})"
    end = ""
    if unique:
        changes = ", ".join(f"{quote(name)} = EXCLUDED.{quote(name)}" for name in updated)
        action = f"UPDATE SET {changes}" if changes else "NOTHING"
        end = f" ON CONFLICT ({quote(unique)}) DO {action}"
    most = min(ROWS_AT_ONCE, (connection.features.max_query_params or 30_000) // len(columns))
    left = list(rows)
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        for first in range(0, len(left), most):
            chunk = left[first : first + most]
            cursor.execute(
                start + ", ".join([places] * len(chunk)) + end,
                [value for row in chunk for value in row],
            )


def moment(value: datetime | None) -> Any:
    """A moment as the database takes it."""
    return connection.ops.adapt_datetimefield_value(value)


def json_text(value: Any) -> Any:
    """A value of a JSON field as the database takes it."""
    return connection.ops.adapt_json_value(value, None)
