"""The tables of a database, read consistently and written back into either kind."""

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from nhipcau.config.backup.exceptions import BackupError
from nhipcau.config.backup.values import decoder, encoder

ALIAS = "backup"
#: Made anew from the data after a restore; its columns differ between databases.
DERIVED_APPS = frozenset({"modelsearch", "wagtailsearch"})
ROWS_AT_ONCE = 2_000


def stored_models(registry: Any = apps) -> list[type[models.Model]]:
    """Every model with a table of its own that a backup holds.

    Args:
        registry: The app registry, or that of a historical state.
    """
    found = {
        model._meta.db_table: model
        for model in registry.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and model._meta.app_label not in DERIVED_APPS
    }
    return [found[name] for name in sorted(found)]


@contextmanager
def consistent_reading() -> Iterator[str]:
    """One moment of the database, however long reading it takes; writers are not held up.

    Yields:
        Alias of a connection inside a read transaction.
    """
    settings = copy.deepcopy(connections["default"].settings_dict)
    options = settings.setdefault("OPTIONS", {})
    if connections["default"].vendor == "sqlite":
        # In WAL mode a deferred transaction sees one moment and locks nobody out.
        options["transaction_mode"] = "DEFERRED"
    else:
        from psycopg import IsolationLevel

        options["isolation_level"] = IsolationLevel.REPEATABLE_READ
    connections.databases[ALIAS] = settings
    try:
        with transaction.atomic(using=ALIAS):
            yield ALIAS
    finally:
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.databases[ALIAS]


def applied_migrations(alias: str) -> list[tuple[str, str]]:
    """Migrations recorded as applied, in order of name."""
    return sorted(MigrationRecorder(connections[alias]).applied_migrations())


def write_table(model: type[models.Model], alias: str, out: IO[bytes]) -> int:
    """Write a table as lines of JSON: its columns, then its rows.

    Args:
        model: Its model.
        alias: Connection to read.
        out: Binary file.

    Returns:
        Number of rows.
    """
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    encoders = [encoder(field) for field in fields]
    _write_line(out, [field.column for field in fields])
    rows = (
        model._base_manager.using(alias)
        .order_by("pk")
        .values_list(*(field.attname for field in fields))
    )
    count = 0
    for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        _write_line(out, [write(value) for write, value in zip(encoders, row, strict=True)])
        count += 1
    return count


def read_table(model: type[models.Model], connection: Any, source: IO[bytes]) -> int:
    """Write the rows of a file into an empty table.

    Args:
        model: Its model, in the state the backup was made in.
        connection: Where to.
        source: As written by :func:`write_table`.

    Returns:
        Number of rows.

    Raises:
        BackupError: if the columns are not those of the model.
    """
    by_column = {field.column: field for field in model._meta.local_concrete_fields}
    columns = json.loads(source.readline())
    if unknown := set(columns) - by_column.keys():
        raise BackupError(
            f"Table {model._meta.db_table} has columns this version does not know: "
            f"{', '.join(sorted(unknown))}. Restore with the version that made the backup."
        )
    decoders = [decoder(by_column[column], connection) for column in columns]
    name = connection.ops.quote_name
    statement = (
        f"INSERT INTO {name(model._meta.db_table)} "  # noqa: S608 - names come from the models
        f"({', '.join(name(column) for column in columns)}) "
        f"VALUES ({', '.join(['%s'] * len(columns))})"
    )
    count = 0
    batch: list[list[Any]] = []
    with connection.cursor() as cursor:
        for line in source:
            row = json.loads(line)
            batch.append([read(value) for read, value in zip(decoders, row, strict=True)])
            count += 1
            if len(batch) >= ROWS_AT_ONCE:
                cursor.executemany(statement, batch)
                batch.clear()
        if batch:
            cursor.executemany(statement, batch)
    return count


def empty_tables(found: list[type[models.Model]], connection: Any) -> None:
    """Remove the rows that migrations put into fresh tables."""
    with connection.cursor() as cursor:
        for model in found:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - names come from the models


def reset_sequences(found: list[type[models.Model]], connection: Any) -> None:
    """Let automatic identifiers go on after the highest restored one."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), found):
            cursor.execute(statement)


def _write_line(out: IO[bytes], value: Any) -> None:
    out.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
