"""Identifiers: UUIDv7 for records, eight-character short ids for addresses."""

import secrets
import uuid

import uuid_utils

# Crockford's base 32: no letters that readers confuse (i, l, o, u).
SHORT_ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
SHORT_ID_LENGTH = 8


def uuid7() -> uuid.UUID:
    """A new time-ordered identifier.

    Returns:
        A standard-library UUID of version 7 (RFC 9562 §5.7).
    """
    return uuid.UUID(bytes=uuid_utils.uuid7().bytes)


def short_id() -> str:
    """A new random id for a public address: 40 bits as eight characters.

    Returns:
        Lower-case characters of Crockford's base 32; never digits only, so that it can't be
        taken for a year or a page number.
    """
    while True:
        candidate = "".join(secrets.choice(SHORT_ID_ALPHABET) for _ in range(SHORT_ID_LENGTH))
        if not candidate.isdigit():
            return candidate
