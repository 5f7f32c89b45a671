"""Every text of the database, whatever table it is in, read and replaced in place."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, models

from nhipcau.common.text import nfc
from nhipcau.config.backup.tables import stored_models
from nhipcau.config.purge.words import scrub_json

ROWS_AT_ONCE = 500
# People's own accounts, secrets, and what the program itself keeps there about purges.
LEFT_ALONE = frozenset(
    {"accounts", "account", "mfa", "sessions", "contenttypes", "auth", "config", "admin"}
)
_TEXTS = (models.CharField, models.TextField)


def text_fields(model: type[models.Model]) -> list[models.Field]:
    """The columns of a model's own table in which people's words may stand."""
    found: list[models.Field] = []
    for field in model._meta.local_concrete_fields:
        if field.remote_field is not None or field.choices or field.primary_key:
            continue
        is_text = isinstance(field, _TEXTS) and not isinstance(
            field, (models.SlugField, models.FilePathField)
        )
        if is_text or field.get_internal_type() == "JSONField":
            found.append(field)
    return found


def _is_json(field: models.Field) -> bool:
    """Whether a column holds JSON."""
    return field.get_internal_type() == "JSONField"


def models_with_texts() -> Iterator[type[models.Model]]:
    """Every model whose texts belong to the office's matter."""
    for model in stored_models():
        if model._meta.app_label not in LEFT_ALONE and text_fields(model):
            yield model


def rows(model: type[models.Model]) -> Iterator[tuple[Any, list[str]]]:
    """Primary key and raw texts of every row, in bounded memory."""
    quote = connection.ops.quote_name
    key = quote(str(model._meta.pk.column))
    columns = [
        f"{quote(str(field.column))}::text"
        if _is_json(field) and connection.vendor == "postgresql"
        else quote(str(field.column))
        for field in text_fields(model)
    ]
    table = quote(model._meta.db_table)
    last: Any = None
    while True:
        where = f"WHERE {key} > %s" if last is not None else ""
        statement = (
            f"SELECT {key}, {', '.join(columns)} FROM {table} {where} "  # noqa: S608 - names come from the models
            f"ORDER BY {key} LIMIT {ROWS_AT_ONCE}"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [last] if last is not None else [])
            found = cursor.fetchall()
        for row in found:
            yield row[0], ["" if value is None else str(value) for value in row[1:]]
        if len(found) < ROWS_AT_ONCE:
            return
        last = found[-1][0]


def sweep(
    scrub: Callable[[str], str],
    *,
    on_change: Callable[[type[models.Model], Any], object] = lambda model, key: None,
    is_writing: bool = True,
    on_step: Callable[[str], object] = str,
) -> dict[str, int]:
    """Pass every text of the database through a function and write back what it changes.

    Args:
        scrub: Returns the text, or another one to be kept in its place.
        on_change: Called with model and primary key before a row is changed.
        is_writing: Whether to write, or only to count.
        on_step: Told which table is being read.

    Returns:
        How many rows change, by the model's name in the plural.
    """
    counts: dict[str, int] = {}
    for model in models_with_texts():
        fields = text_fields(model)
        name = str(model._meta.verbose_name_plural)
        on_step(name)
        changes: list[tuple[Any, dict[models.Field, str]]] = []
        for key, values in rows(model):
            changed = {
                field: new
                for field, value in zip(fields, values, strict=True)
                if value and (new := _scrubbed(field, value, scrub)) != value
            }
            if changed:
                changes.append((key, changed))
        for key, changed in changes:
            counts[name] = counts.get(name, 0) + 1
            if is_writing:
                on_change(model, key)
                _write(model, key, changed)
    return counts


def _scrubbed(field: models.Field, value: str, scrub: Callable[[str], str]) -> str:
    """A column's raw text after scrubbing; the same text when nothing changes."""
    if not _is_json(field):
        new = scrub(value)
        limit = getattr(field, "max_length", None)
        return value if new == nfc(value) else (new[:limit] if limit else new)
    try:
        held = json.loads(value)
    except ValueError:
        return value
    cleaned = scrub_json(held, scrub)
    return value if _same(held, cleaned) else json.dumps(cleaned, ensure_ascii=False)


def _same(one: Any, other: Any) -> bool:
    """Whether two JSON values differ in the form of letters at most."""
    return nfc(json.dumps(one, ensure_ascii=False)) == nfc(json.dumps(other, ensure_ascii=False))


def _write(model: type[models.Model], key: Any, changed: dict[models.Field, str]) -> None:
    """Write raw texts into one row."""
    quote = connection.ops.quote_name
    places = [
        f"{quote(str(field.column))} = %s"
        + ("::jsonb" if _is_json(field) and connection.vendor == "postgresql" else "")
        for field in changed
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {quote(model._meta.db_table)} SET {', '.join(places)} "  # noqa: S608 - names come from the models
            f"WHERE {quote(str(model._meta.pk.column))} = %s",
            [*changed.values(), key],
        )
