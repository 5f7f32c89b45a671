"""Permanent names of language versions in feeds and wire items."""

from uuid import UUID, uuid5


def version_guid(work: UUID, language: str) -> str:
    """The name of a work's version in a language, for ever the same whatever its address.

    Args:
        work: The work's UUIDv7.
        language: BCP 47 code.

    Returns:
        A URN (RFC 9562 §4): a name-based UUID in the work's own name space.
    """
    return uuid5(work, language).urn
