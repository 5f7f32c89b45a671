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


# Kinds of document by their abbreviation in the symbol (Decree 30/2020/NĐ-CP, annex III; Guide
# 36-HD/VPTW). A State symbol without one is a letter.
_KINDS = {
    "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "QĐ": "Quyết định",
    "KL": "Kết luận", "KH": "Kế hoạch", "CT": "Chỉ thị", "NQ": "Nghị quyết", "HD": "Hướng dẫn",
    "CTR": "Chương trình", "TB": "Thông báo", "BC": "Báo cáo", "QC": "Quy chế", "QYĐ": "Quy định",
    "ĐA": "Đề án", "CV": "Công văn",
}  # fmt: skip
_SAYS_WHAT = re.compile(
    r"^(?:về|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|triển khai|thực hiện|quản lý|"
    r"tăng cường)\b"
)


def cited(*, reference: str, issued: str, issuer: str, title: str) -> str:
    """A document as official texts cite it among their legal bases.

    Args:
        reference: Number and symbol, such as ``72/2015/NĐ-CP`` or ``16-KL/TW``.
        issued: Its day in local form.
        issuer: The issuing body.
        title: Its summary line, with or without the kind of document before it.

    Returns:
        ``Nghị định số 72/2015/NĐ-CP ngày 07/09/2015 của Chính phủ về quản lý …``.
    """
    kind = _kind(reference)
    subject = title.strip()
    if subject.casefold().startswith(kind.casefold()):
        subject = subject[len(kind) :].strip()
    if not kind:
        return f"{reference} ngày {issued} của {issuer} {subject}"
    if kind == "Luật":
        return f"{title.strip()} số {reference} ngày {issued}"
    if subject[1:2].islower():
        subject = f"{subject[:1].lower()}{subject[1:]}"
    if not _SAYS_WHAT.match(subject.casefold()):
        subject = f"về {subject}"
    return f"{kind} số {reference} ngày {issued} của {issuer} {subject}"


def _kind(reference: str) -> str:
    symbol = re.sub(r"^\d+[a-z]?(?:/\d{4}(?=/))?[-/]", "", reference)
    if re.fullmatch(r"QH\d+", symbol):
        return "Luật"
    found = _KINDS.get(re.split(r"[-/]", symbol)[0].upper())
    if found or "/" not in reference:
        return found or ""
    return "Công văn" if re.match(r"\d+[a-z]?/[^\d]", reference) else ""
