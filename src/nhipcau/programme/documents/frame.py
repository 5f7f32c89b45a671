"""The frame of official documents: head, number, date, distribution list, signature.

Source of every measure: State documents, Decree 30/2020/NĐ-CP, annex I; Party documents, Guide
36-HD/VPTW of 3 April 2018. The two are never mixed. Their fixed words are Vietnamese by law and
are therefore not translated.
"""

import re
from datetime import date

from nhipcau.agencies.enums import DocumentSystem
from nhipcau.programme.documents.metrics import width_mm
from nhipcau.programme.documents.parts import Line, Page
from nhipcau.programme.types import Header

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
# No-break spaces: a blank must keep its width at the end of a line too.
_BLANK_NUMBER = "\u00a0" * 10
_GAP = "\u00a0" * 7
_SIGNING_LINES = 4
# Decree 30: the line below the issuer is a third to a half of the text's length.
_SHORT_RULE = 0.4


def page_of(header: Header) -> Page:
    """Measures of the page: A4, margins within both systems' limits."""
    if header.system == DocumentSystem.PARTY:
        return Page(line_spacing=1.15, right=15, body_size=14)
    return Page()


def left_width_mm(header: Header) -> float:
    """Width of the left half of the head."""
    return 75 if header.system == DocumentSystem.PARTY else 67


def head_of(header: Header) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Issuing body on the left, State or Party name on the right."""
    superior, issuer = header.superior.upper(), header.issuer.upper()
    if header.system == DocumentSystem.PARTY:
        left = [Line(superior, 14)] if superior else []
        left += [*_broken(issuer, 14, header), Line("*", 14)]
        width = width_mm(PARTY, size=15, bold=True)
        return tuple(left), (Line(PARTY, 15, bold=True, rule_mm=width),)
    left = [*_broken(superior, 13, header, bold=False)] if superior else []
    named = _broken(issuer, 13, header)
    rule = width_mm(named[-1].text, size=13, bold=True) * _SHORT_RULE if named else 0
    left += named[:-1]
    if named:
        left.append(Line(named[-1].text, 13, bold=True, rule_mm=rule))
    motto_width = width_mm(MOTTO, size=13, bold=True)
    right = (Line(NATION, 12, bold=True), Line(MOTTO, 13, bold=True, rule_mm=motto_width))
    return tuple(left), right


def _broken(text: str, size: float, header: Header, *, bold: bool = True) -> list[Line]:
    """Break a long name into lines of about equal length that fit the left half."""
    room = left_width_mm(header) - 4
    total = width_mm(text, size=size, bold=bold)
    count = max(1, -(-int(total) // int(room)))
    words = text.split()
    lines: list[str] = []
    for remaining in range(count, 0, -1):
        if remaining == 1:
            lines.append(" ".join(words))
            break
        aim = width_mm(" ".join(words), size=size, bold=bold) / remaining
        taken = 1
        while taken < len(words):
            now = width_mm(" ".join(words[:taken]), size=size, bold=bold)
            more = width_mm(" ".join(words[: taken + 1]), size=size, bold=bold)
            if more > room or abs(more - aim) > abs(now - aim):
                break
            taken += 1
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    return [Line(line, size, bold=bold) for line in lines if line]


def number_line(header: Header) -> str:
    """``Số: 88/KH-UBND`` or ``Số 53-KH/BCĐ``, with a blank until the number is issued."""
    party = header.system == DocumentSystem.PARTY
    mark = "-" if party else "/"
    number = header.number.strip()
    if not re.search(r"[-/]", number):
        number = f"{number or _BLANK_NUMBER}{mark}{header.symbol}"
    return f"Số {number}" if party else f"Số: {number}"


def written_date(day: date | None) -> str:
    """``ngày 05 tháng 02 năm 2020``; blanks to fill in when there is no date.

    A zero stands before days under 10 and before January and February (Decree 30/2020/NĐ-CP).
    """
    if day is None:
        return f"ngày{_GAP}tháng{_GAP}năm{_GAP}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def reference_of(header: Header, *, about: str = "") -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Number on the left (with ``V/v …`` for a letter), place and date on the right."""
    size = 14 if header.system == DocumentSystem.PARTY else 13
    left = [Line(number_line(header), size)]
    if about:
        left.append(Line(f"V/v {about}", 12, italic=header.system == DocumentSystem.PARTY))
    place = f"{header.place}, " if header.place else ""
    return tuple(left), (Line(f"{place}{written_date(header.issued_on)}", 14, italic=True),)


def title_of(header: Header, *, kind: str, summary: str) -> tuple[Line, ...]:
    """Kind of document and its summary."""
    if header.system == DocumentSystem.PARTY:
        return (Line(kind, 16, bold=True), Line(summary, 14, bold=True), Line("-----", 14))
    rule = min(width_mm(summary, size=14, bold=True), 120) * _SHORT_RULE
    return (Line(kind, 14, bold=True), Line(summary, 14, bold=True, rule_mm=rule))


def recipients_of(header: Header) -> tuple[Line, ...]:
    """The distribution list, closing with the archive line."""
    party = header.system == DocumentSystem.PARTY
    size = 12 if party else 11
    heading = (
        Line("Nơi nhận:", 14, underlined=True)
        if party
        else Line("Nơi nhận:", 12, bold=True, italic=True)
    )
    lines = [heading]
    for recipient in header.recipients:
        bare = recipient.strip().lstrip("-–").strip().rstrip(";,.").strip()
        if bare:
            lines.append(Line(f"- {bare}{',' if party else ';'}", size))
    archive = header.archive.strip().lstrip("-").strip().rstrip(".;")
    lines.append(Line(f"- {archive or 'Lưu'}.", size))
    return tuple(lines)


def signature_of(header: Header) -> tuple[Line, ...]:
    """Authority, post, room to sign, name."""
    party = header.system == DocumentSystem.PARTY
    lines: list[Line] = []
    if header.authority:
        lines.append(Line(header.authority, 14, bold=True))
    if header.signatory_title:
        lines.append(Line(header.signatory_title.upper(), 14, bold=not party))
    lines += [Line("", 14)] * _SIGNING_LINES
    lines.append(Line(header.signatory_name, 14, bold=True))
    return tuple(lines)
