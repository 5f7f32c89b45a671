"""Pairs of texts in TMX 1.4b, XLIFF 1.2 and 2.x, PO and CSV."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext
from lxml import etree
from translate.storage import pypo
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from nhipcau.translation.exceptions import UnreadableFile
from nhipcau.translation.rules.exchange.plain import open_text
from nhipcau.translation.rules.exchange.records import Reading, TextPair, language_code
from nhipcau.translation.rules.exchange.xml import XML_LANG, children, elements, text_of

# Inline elements whose content is code of the original document, not text.
_TMX_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
_XLIFF_CODES = frozenset({"bpt", "ept", "it", "ph", "x", "bx", "ex", "cp", "pc_"})
_XLIFF = frozenset({"xliff"})
_UNFINISHED = frozenset(
    {"new", "needs-translation", "needs-l10n", "needs-adaptation", "initial",
     "needs-review-translation", "needs-review-adaptation", "needs-review-l10n"}
)  # fmt: skip
PO_LIMIT_BYTES = 50 * 1024 * 1024


def read_tmx(
    path: Path, source_language: str, target_language: str, reading: Reading
) -> Iterator[TextPair]:
    """Units of a TMX file that have both languages.

    Args:
        path: The file.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        reading: Takes what could not be used.
    """
    for unit in elements(path, frozenset({"tu"}), frozenset({"tmx"})):
        reading.read += 1
        texts: dict[str, str] = {}
        for variant in children(unit, "tuv"):
            code = language_code(variant.get(XML_LANG) or variant.get("lang") or "")
            for segment in children(variant, "seg"):
                texts.setdefault(code, text_of(segment, without=_TMX_CODES))
        source, target = texts.get(source_language, ""), texts.get(target_language, "")
        if source and target:
            yield TextPair(source, target, source_language, target_language)
        else:
            reading.refuse(
                gettext("Entry %(number)s lacks one of the languages.") % {"number": reading.read}
            )


def read_xliff(
    path: Path, source_language: str, target_language: str, reading: Reading
) -> Iterator[TextPair]:
    """Finished segments of an XLIFF 1.2 or 2.x file; see :func:`read_tmx`."""
    _check_xliff_languages(path, source_language, target_language)
    for unit in elements(path, frozenset({"trans-unit", "segment"}), _XLIFF):
        reading.read += 1
        sources, targets = children(unit, "source"), children(unit, "target")
        source = text_of(sources[0], without=_XLIFF_CODES) if sources else ""
        target = text_of(targets[0], without=_XLIFF_CODES) if targets else ""
        state = (targets[0].get("state") if targets else "") or unit.get("state") or ""
        if not source or not target or state in _UNFINISHED or unit.get("approved") == "no":
            reading.refuse(
                gettext("Segment %(number)s is not translated or not finished.")
                % {"number": reading.read}
            )
            continue
        yield TextPair(source, target, source_language, target_language)


def _check_xliff_languages(path: Path, source_language: str, target_language: str) -> None:
    """Refuse a file of other languages, whose pairs would be stored under wrong names."""
    for element in elements(path, frozenset({"file", "xliff"}), _XLIFF, at_start=True):
        found = (
            element.get("source-language") or element.get("srcLang"),
            element.get("target-language") or element.get("trgLang"),
        )
        if found[0]:
            wanted = (source_language, target_language)
            for code, expected in zip(found, wanted, strict=True):
                if code and language_code(code) != expected:
                    raise UnreadableFile(
                        gettext("The file is in “%(found)s”, not in “%(expected)s”.")
                        % {"found": code, "expected": expected}
                    )
            return


def read_po(
    path: Path, source_language: str, target_language: str, reading: Reading
) -> Iterator[TextPair]:
    """Translated, not fuzzy entries of a PO file; see :func:`read_tmx`."""
    if path.stat().st_size > PO_LIMIT_BYTES:
        raise UnreadableFile(gettext("A PO file may have at most 50 MB. Split it."))
    with open_text(path) as file:
        content = file.read()
    if "msgid" not in content:
        raise UnreadableFile(gettext("This is not a PO file: it has no “msgid”."))
    try:
        store = pypo.pofile.parsestring(content.encode())
    except Exception as error:  # The toolkit raises whatever its parser meets.
        raise UnreadableFile from error
    for unit in store.units:
        if unit.isheader() or unit.isobsolete():
            continue
        reading.read += 1
        if not unit.istranslated() or unit.isfuzzy():
            reading.refuse(
                gettext("Segment %(number)s is not translated or not finished.")
                % {"number": reading.read}
            )
            continue
        yield TextPair(str(unit.source), str(unit.target), source_language, target_language)


def read_csv_pairs(
    path: Path, source_language: str, target_language: str, reading: Reading
) -> Iterator[TextPair]:
    """Rows of a CSV or TSV file whose header names the languages; see :func:`read_tmx`."""
    with open_text(path) as file:
        dialect = "excel-tab" if path.suffix.lower() in {".tsv", ".tab"} else "excel"
        rows = csv.DictReader(file, dialect=dialect)
        names = {language_code(name): name for name in rows.fieldnames or [] if name}
        if source_language not in names or target_language not in names:
            raise UnreadableFile(
                gettext("The first row must name the columns “%(source)s” and “%(target)s”.")
                % {"source": source_language, "target": target_language}
            )
        try:
            for row in rows:
                reading.read += 1
                source = (row.get(names[source_language]) or "").strip()
                target = (row.get(names[target_language]) or "").strip()
                if source and target:
                    yield TextPair(source, target, source_language, target_language)
                else:
                    reading.refuse(
                        gettext("Row %(number)s has an empty side.") % {"number": reading.read}
                    )
        except csv.Error as error:
            raise UnreadableFile(
                gettext("Row %(number)s cannot be read.") % {"number": rows.line_num}
            ) from error


def write_tmx(
    file: IO[bytes], units: Iterable[tuple[TextPair, dict[str, str]]], source_language: str
) -> int:
    """Write TMX 1.4b entry by entry.

    Args:
        file: Open for writing bytes.
        units: Pairs with their properties (``creationid``, ``creationdate``, ``origin`` …).
        source_language: BCP 47 code.

    Returns:
        How many units were written.
    """
    written = 0
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("tmx", version="1.4"):
            header = etree.Element(
                "header",
                {
                    "creationtool": "Nhịp Cầu", "creationtoolversion": "1", "segtype": "sentence",
                    "o-tmf": "nhipcau", "adminlang": "en", "srclang": source_language,
                    "datatype": "plaintext",
                },
            )  # fmt: skip
            xml.write(header)
            with xml.element("body"):
                for pair, properties in units:
                    xml.write(_tmx_unit(pair, properties))
                    written += 1
    return written


def _tmx_unit(pair: TextPair, properties: dict[str, str]) -> etree._Element:
    """One translation unit."""
    known = {
        name: properties[name] for name in ("creationid", "creationdate") if properties.get(name)
    }
    unit = etree.Element("tu", known)
    for name in ("origin", "domain"):
        if properties.get(name):
            etree.SubElement(unit, "prop", type=f"x-{name}").text = properties[name]
    for code, text in ((pair.source_language, pair.source), (pair.target_language, pair.target)):
        variant = etree.SubElement(unit, "tuv", {XML_LANG: code})
        etree.SubElement(variant, "seg").text = text
    return unit


def write_xliff(
    pairs: Iterable[TextPair], source_language: str, target_language: str, version: str
) -> bytes:
    """An XLIFF file of finished segments.

    Args:
        pairs: The pairs.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        version: ``1.2`` or ``2.1``.
    """
    store: Any
    if version == "1.2":
        store = xlifffile(sourcelanguage=source_language, targetlanguage=target_language)
    else:
        store = Xliff2File(sourcelanguage=source_language, targetlanguage=target_language)
    for number, pair in enumerate(pairs, start=1):
        unit = store.addsourceunit(pair.source)
        unit.target = pair.target
        unit.setid(str(number))
        if version == "1.2":
            unit.markapproved()
    return bytes(store)


def write_po(pairs: Iterable[TextPair], target_language: str) -> bytes:
    """A PO file of finished entries."""
    store = pypo.pofile()
    store.updateheader(add=True, language=target_language, content_type="text/plain; charset=UTF-8")
    for pair in pairs:
        unit = store.addsourceunit(pair.source)
        unit.target = pair.target
    return bytes(store)


def write_csv_pairs(
    file: IO[str], pairs: Iterable[TextPair], source_language: str, target_language: str
) -> int:
    """Write a CSV file with one column a language; returns how many rows."""
    writer = csv.writer(file)
    writer.writerow([source_language, target_language])
    written = 0
    for pair in pairs:
        writer.writerow([safe_cell(pair.source), safe_cell(pair.target)])
        written += 1
    return written


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text[:1] in {"=", "+", "@", "\t"} else text
