"""Number and symbol of official documents.

Sources: State documents ``88/KH-UBND``, legal texts with the year ``72/2015/NĐ-CP`` (Decree
30/2020/NĐ-CP); Party documents ``36-HD/VPTW`` (Guide 36-HD/VPTW of 3 April 2018).
"""

import re

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.enums import DocumentSystem
from nhipcau.common.text import nfc
from nhipcau.programme.exceptions import BadReference

_LETTERS = r"[A-ZĐƯÂÊÔƠĂ][A-Za-zĐđÀ-ỹ0-9&]*"
_STATE = re.compile(rf"\d{{1,6}}[a-z]?/(?:\d{{4}}/)?{_LETTERS}(?:[-./]{_LETTERS})*")
_PARTY = re.compile(rf"\d{{1,6}}[a-z]?-{_LETTERS}(?:[-./]{_LETTERS})*")


def checked_reference(*, system: str, reference: str) -> str:
    """Tidy and check a document's number and symbol.

    Args:
        system: A :class:`DocumentSystem`; the patterns are never mixed.
        reference: As typed.

    Returns:
        Unicode NFC without blanks.

    Raises:
        BadReference: if it does not follow the system's pattern.
    """
    tidy = re.sub(r"\s+", "", nfc(reference)).replace("–", "-")
    pattern = _PARTY if system == DocumentSystem.PARTY else _STATE
    if pattern.fullmatch(tidy):
        return tidy
    if system == DocumentSystem.PARTY:
        raise BadReference(
            _("Write a Party document's number like 57-KL/TW: number, hyphen, type, slash, body.")
        )
    raise BadReference(
        _("Write a State document's number like 88/KH-UBND or 72/2015/NĐ-CP, with a slash.")
    )
