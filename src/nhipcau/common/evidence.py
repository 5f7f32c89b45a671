"""Evidence references: a figure names its records so that later changes are visible.

A reference is (type, UUID, revision, digest of canonical JSON, schema version), never a bare
foreign key: the record may be edited or deleted, the reference still says what was counted.
"""

import hashlib
import json
import unicodedata
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID


def _plain(value: Any) -> Any:
    """Turn the value types our records use into JSON's own."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_plain(str(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    return value


def canonical_json(data: dict[str, Any]) -> bytes:
    """One spelling of a record's content.

    Args:
        data: Strings, numbers, dates, UUIDs, lists and dictionaries of these.

    Returns:
        UTF-8 JSON with sorted keys, no spaces and text in Unicode NFC.

    Raises:
        TypeError: if a value has no canonical form.
        ValueError: if a number is not finite.
    """
    return json.dumps(
        _plain(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(data: dict[str, Any]) -> str:
    """SHA-256 of a record's canonical JSON, as 64 hexadecimal characters."""
    return hashlib.sha256(canonical_json(data)).hexdigest()


@dataclass(frozen=True)
class EvidenceReference:
    """What a figure counted.

    Attributes:
        type: Label of the kind of record, such as ``newsroom.work``.
        uuid: The record's UUID as text.
        revision: The record's revision at that time; 0 where it has none.
        digest: SHA-256 of its canonical JSON.
        schema_version: Version of the fields that went into the digest.
    """

    type: str
    uuid: str
    revision: int
    digest: str
    schema_version: int = 1

    @classmethod
    def of(
        cls, *, type: str, uuid: UUID, revision: int, data: dict[str, Any], schema_version: int = 1
    ) -> "EvidenceReference":
        """Make the reference of a record.

        Args:
            type: Label of the kind of record.
            uuid: The record's identifier.
            revision: Its revision number, 0 where it has none.
            data: The fields that matter to the figure.
            schema_version: Version of that choice of fields.
        """
        return cls(type, str(uuid), revision, digest(data), schema_version)

    def as_dict(self) -> dict[str, Any]:
        """The reference as JSON-ready values, for storing."""
        return asdict(self)
