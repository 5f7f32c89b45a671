"""Terms in CSV and TBX (ISO 30042, both the 2008 and the 2019 style)."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO

from django.utils.translation import gettext
from lxml import etree

from nhipcau.translation.enums import TermKind, VariantKind
from nhipcau.translation.exceptions import UnreadableFile
from nhipcau.translation.rules.exchange.plain import open_text
from nhipcau.translation.rules.exchange.records import Reading, TermRecord, language_code
from nhipcau.translation.rules.exchange.texts import safe_cell
from nhipcau.translation.rules.exchange.xml import XML_LANG, children, elements, local, text_of

#: Columns that are no language; ``en:forbidden`` and the like hold variants parted by ``|``.
_FIELDS = ("kind", "note", "source", "domain", "valid_from", "valid_to")
_STATUS_TO_KIND = {
    "preferredterm-admn-sts": "",
    "preferredterm": "",
    "preferred": "",
    "standardizedterm": "",
    "admittedterm-admn-sts": VariantKind.ACCEPTED.value,
    "admittedterm": VariantKind.ACCEPTED.value,
    "admitted": VariantKind.ACCEPTED.value,
    "deprecatedterm-admn-sts": VariantKind.FORBIDDEN.value,
    "deprecatedterm": VariantKind.FORBIDDEN.value,
    "deprecated": VariantKind.FORBIDDEN.value,
    "supersededterm-admn-sts": VariantKind.FORBIDDEN.value,
    "supersededterm": VariantKind.FORBIDDEN.value,
}


def _day(text: str) -> date | None:
    """A date in ISO form; empty for none."""
    return date.fromisoformat(text.strip()) if text.strip() else None


def read_csv_terms(path: Path, reading: Reading) -> Iterator[TermRecord]:
    """Terms of a CSV file with a header.

    Columns: ``vi`` (obligatory), one a language (``en``, ``ko``), variants as ``en:accepted``,
    ``en:inflection``, ``en:abbreviation``, ``en:forbidden``, ``vi:accepted`` parted by ``|``, and
    ``kind note source domain valid_from valid_to``.

    Raises:
        UnreadableFile: if the file has no column ``vi`` or cannot be read.
    """
    with open_text(path) as file:
        rows = csv.DictReader(file)
        names = [name.strip() for name in rows.fieldnames or [] if name]
        if "vi" not in names:
            raise UnreadableFile(gettext("The first row must name the column “vi”."))
        try:
            for row in rows:
                reading.read += 1
                cells = {
                    (name or "").strip(): (text or "").strip()
                    for name, text in row.items()
                    if isinstance(text, str)
                }
                record = _csv_record(cells, names, rows.line_num, reading)
                if record is not None:
                    yield record
        except csv.Error as error:
            raise UnreadableFile(
                gettext("Row %(number)s cannot be read.") % {"number": rows.line_num}
            ) from error


def _csv_record(
    cells: dict[str, str], names: list[str], line: int, reading: Reading
) -> TermRecord | None:
    """One row, or nothing when it is unusable."""
    place = gettext("Line %(number)s") % {"number": line}
    if not cells.get("vi"):
        reading.refuse(gettext("%(place)s has no Vietnamese wording.") % {"place": place})
        return None
    wordings: list[tuple[str, str, str]] = []
    for name in names:
        if name in _FIELDS or name == "vi" or not cells.get(name):
            continue
        code, _, role = name.partition(":")
        if role and role not in VariantKind.values:
            continue
        texts = cells[name].split("|") if role else [cells[name]]
        wordings += [(language_code(code), text.strip(), role) for text in texts if text.strip()]
    try:
        return TermRecord(
            headword=cells["vi"],
            wordings=tuple(wordings),
            kind=cells.get("kind", "") if cells.get("kind", "") in TermKind.values else "",
            note=cells.get("note", ""),
            source=cells.get("source", ""),
            domain=cells.get("domain", ""),
            valid_from=_day(cells.get("valid_from", "")),
            valid_to=_day(cells.get("valid_to", "")),
            place=place,
        )
    except ValueError:
        reading.refuse(gettext("%(place)s: write dates as 2020-03-04.") % {"place": place})
        return None


_ENTRIES, _ROOTS = frozenset({"termEntry", "conceptEntry"}), frozenset({"martif", "tbx"})


def read_tbx(path: Path, reading: Reading) -> Iterator[TermRecord]:
    """Entries of a TBX file; the Vietnamese preferred term is the headword."""
    for entry in elements(path, _ENTRIES, _ROOTS):
        reading.read += 1
        place = entry.get("id") or str(reading.read)
        headword = ""
        wordings: list[tuple[str, str, str]] = []
        note = " ".join(text_of(child) for child in children(entry, "note"))
        kind, domain = "", ""
        for child in children(entry, "descrip", "admin"):
            if child.get("type") == "subjectField":
                domain = text_of(child)[:60]
        for child in children(entry, "subjectField"):
            domain = text_of(child)[:60]
        for section in children(entry, "langSet", "langSec"):
            code = language_code(section.get(XML_LANG) or section.get("lang") or "")
            for group in children(section, "tig", "ntig", "termSec"):
                text, role = _tbx_term(group)
                if not text:
                    continue
                if code == "vi" and not role and not headword:
                    headword = text
                else:
                    known = any(item[0] == code and not item[2] for item in wordings)
                    is_second = not role and (known or code == "vi")
                    wordings.append((code, text, VariantKind.ACCEPTED.value if is_second else role))
        if not headword:
            reading.refuse(gettext("Entry %(place)s has no Vietnamese term.") % {"place": place})
            continue
        for child in entry.iter():
            if local(child) == "descrip" and child.get("type") == "x-kind":
                kind = text_of(child)
        yield TermRecord(
            headword=headword,
            wordings=tuple(wordings),
            kind=kind if kind in TermKind.values else "",
            note=note,
            source=_tbx_source(entry),
            domain=domain,
            valid_from=_tbx_day(entry, "x-validFrom"),
            valid_to=_tbx_day(entry, "x-validTo"),
            place=place,
        )


def _tbx_term(group: etree._Element) -> tuple[str, str]:
    """A term and its role."""
    text, role = "", ""
    for node in group.iter():
        name = local(node)
        if name == "term" and not text:
            text = text_of(node)
        elif name in {"termNote", "admin"}:
            kind, value = node.get("type"), text_of(node).lower()
            if kind in {"administrativeStatus", "normativeAuthorization"}:
                role = _STATUS_TO_KIND.get(value, role)
            elif kind == "termType" and value in {"abbreviation", "acronym", "initialism"}:
                role = VariantKind.ABBREVIATION.value
            elif kind == "x-role" and value in VariantKind.values:
                role = value
        elif name == "administrativeStatus":
            # The 2019 edition's other style names categories by elements.
            role = _STATUS_TO_KIND.get(text_of(node).lower(), role)
    return text, role


def _tbx_source(entry: etree._Element) -> str:
    """Where the entry is laid down."""
    for node in entry.iter():
        if local(node) == "admin" and node.get("type") == "source":
            return text_of(node)[:255]
    return ""


def _tbx_day(entry: etree._Element, kind: str) -> date | None:
    """A date of our own extension."""
    for node in children(entry, "admin"):
        if node.get("type") == kind:
            try:
                return _day(text_of(node))
            except ValueError:
                return None
    return None


def write_csv_terms(file: IO[str], records: Iterable[TermRecord]) -> int:
    """Write terms as CSV; read back they are the same.

    Returns:
        How many terms were written.
    """
    kept = list(records)
    columns = sorted(
        {
            f"{code}:{role}" if role else code
            for record in kept
            for code, _text, role in record.wordings
        }
    )
    writer = csv.writer(file)
    writer.writerow(["vi", *columns, *_FIELDS])
    for record in kept:
        cells: dict[str, list[str]] = {}
        for code, text, role in record.wordings:
            cells.setdefault(f"{code}:{role}" if role else code, []).append(text)
        days = [day.isoformat() if day else "" for day in (record.valid_from, record.valid_to)]
        row = [record.headword, *("|".join(cells.get(name, [])) for name in columns)]
        row += [record.kind, record.note, record.source, record.domain, *days]
        writer.writerow([safe_cell(cell) for cell in row])
    return len(kept)


def write_tbx(file: IO[bytes], records: Iterable[TermRecord], title: str) -> int:
    """Write terms as TBX (ISO 30042:2008, the style that most tools read).

    Returns:
        How many terms were written.
    """
    written = 0
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        # Named, or lxml would bind a second prefix to the namespace of XML itself.
        names = {"xml": "http://www.w3.org/XML/1998/namespace"}
        with xml.element("martif", {"type": "TBX", XML_LANG: "vi"}, nsmap=names):
            header = etree.Element("martifHeader")
            description = etree.SubElement(header, "fileDesc")
            source = etree.SubElement(etree.SubElement(description, "sourceDesc"), "p")
            source.text = title
            xml.write(header)
            with xml.element("text"), xml.element("body"):
                for record in records:
                    written += 1
                    xml.write(_tbx_entry(record, written))
    return written


_KIND_TO_STATUS = {
    "": "preferredTerm-admn-sts",
    VariantKind.ACCEPTED.value: "admittedTerm-admn-sts",
    VariantKind.INFLECTION.value: "admittedTerm-admn-sts",
    VariantKind.ABBREVIATION.value: "admittedTerm-admn-sts",
    VariantKind.FORBIDDEN.value: "deprecatedTerm-admn-sts",
}


def _tbx_entry(record: TermRecord, number: int) -> etree._Element:
    """One entry with its languages."""
    entry = etree.Element("termEntry", id=f"t{number}")
    for kind, text in (("subjectField", record.domain), ("x-kind", record.kind)):
        if text:
            etree.SubElement(entry, "descrip", type=kind).text = text
    for kind, day in (("x-validFrom", record.valid_from), ("x-validTo", record.valid_to)):
        if day:
            etree.SubElement(entry, "admin", type=kind).text = day.isoformat()
    if record.source:
        etree.SubElement(entry, "admin", type="source").text = record.source
    if record.note:
        etree.SubElement(entry, "note").text = record.note
    by_language: dict[str, list[tuple[str, str]]] = {"vi": [(record.headword, "")]}
    for code, text, role in record.wordings:
        by_language.setdefault(code, []).append((text, role))
    for code, items in by_language.items():
        section = etree.SubElement(entry, "langSet", {XML_LANG: code})
        for text, role in items:
            group = etree.SubElement(section, "tig")
            etree.SubElement(group, "term").text = text
            status = etree.SubElement(group, "termNote", type="administrativeStatus")
            status.text = _KIND_TO_STATUS[role]
            if role in {VariantKind.INFLECTION.value, VariantKind.ABBREVIATION.value}:
                etree.SubElement(group, "termNote", type="x-role").text = role
    return entry
