"""Column values as JSON, the same whatever the database."""

import base64
import uuid
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.dateparse import parse_duration
from django.utils.duration import duration_iso_string

from nhipcau.config.backup.exceptions import BackupError

#: How a kind of field is written and read; all others are text, numbers or truth values.
CODECS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "DateTimeField": (datetime.isoformat, datetime.fromisoformat),
    "DateField": (date.isoformat, date.fromisoformat),
    "TimeField": (time.isoformat, time.fromisoformat),
    "DurationField": (duration_iso_string, parse_duration),
    "DecimalField": (str, Decimal),
    "UUIDField": (str, uuid.UUID),
    "BinaryField": (lambda value: base64.b64encode(value).decode(), base64.b64decode),
    "JSONField": (lambda value: {"json": value}, lambda value: value["json"]),
}


def _kind(field: models.Field) -> str:
    while field.remote_field is not None and hasattr(field, "target_field"):
        field = field.target_field
    return field.get_internal_type()


def encoder(field: models.Field) -> Callable[[Any], Any]:
    """How values of a field, as Django reads them, become JSON.

    Args:
        field: Any concrete field.

    Returns:
        A function; it raises BackupError for a value that JSON cannot hold.
    """
    write, _ = CODECS.get(_kind(field), (None, None))

    def encode(value: Any) -> Any:
        value = field.get_prep_value(value)
        if value is None:
            return None
        if write is not None:
            return write(value)
        if not isinstance(value, str | int | float | bool):
            raise BackupError(f"{field} holds a {type(value).__name__} that cannot be written.")
        return str(value) if isinstance(value, str) else value

    return encode


def decoder(field: models.Field, connection: Any) -> Callable[[Any], Any]:
    """How JSON becomes a parameter for a database.

    Args:
        field: The field, possibly of a historical model.
        connection: Where it will be written.
    """
    _, read = CODECS.get(_kind(field), (None, None))

    def decode(value: Any) -> Any:
        if value is not None and read is not None:
            value = read(value)
        return field.get_db_prep_save(value, connection)

    return decode
