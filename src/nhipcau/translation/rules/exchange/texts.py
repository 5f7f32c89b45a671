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
from nhipcau.translation.rules.exchange.xml import XML_LANG, children, elements, local, text_of

# Inline elements whose content is code of the original document, not text.
_TMX_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
_XLIFF_CODES = frozenset({"bpt", "ept", "it", "ph", "x", "bx", "ex", "cp", "pc_"})
_XLIFF = frozenset({"xliff"})
_UNFINISHED = frozenset(
    {"new", "needs-translation", "needs-l10n", "needs-adaptation", "initial",
     "needs-review-translation", "needs-review-adaptation", "needs-review-l10n"}
)  # fmt: skip
# Trados and memoQ say in words of their own how far a segment is.
_UNFINISHED_LEVELS = frozenset(
    {"draft", "rejectedtranslation", "rejectedsignoff", "notstarted", "partiallyedited",
     "pretranslated", "assembledfromfragments", "machinetranslated", "rejected"}
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
        levels = {
            (prop.text or "").strip().lower()
            for prop in children(unit, "prop")
            if prop.get("type") == "x-ConfirmationLevel"
        }
        if levels & _UNFINISHED_LEVELS:
            _refuse_unfinished(reading)
        elif source and target:
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
        state = (
            next((target.get("state") for target in children(unit, "target")), None)
            or unit.get("state")
            or _attribute(unit, "status")
        )
        is_unfinished = (
            state.lower() in _UNFINISHED | _UNFINISHED_LEVELS
            or unit.get("approved") == "no"
            or unit.get("translate") == "no"
        )
        pairs = [] if is_unfinished else list(_xliff_pairs(unit))
        if not pairs:
            _refuse_unfinished(reading)
        for source, target in pairs:
            yield TextPair(source, target, source_language, target_language)


def _refuse_unfinished(reading: Reading) -> None:
    """Note an entry that nobody finished."""
    reading.refuse(
        gettext("Segment %(number)s is not translated or not finished.") % {"number": reading.read}
    )


def _attribute(element: etree._Element, name: str) -> str:
    """An attribute in whatever namespace a tool put it."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return ""


def _xliff_pairs(unit: etree._Element) -> Iterator[tuple[str, str]]:
    """The sentences of a unit, where a tool marked them on both sides, or the whole unit."""
    levels = {
        segment.get("id"): _attribute(segment, "conf").lower()
        for definitions in children(unit, "seg-defs")
        for segment in children(definitions, "seg")
    }
    sources, targets = (_marked_sentences(unit, name) for name in ("seg-source", "target"))
    if sources and set(sources) == set(targets):
        for number, source in sources.items():
            # Trados names no level for a segment that nobody touched.
            level = levels.get(number, "") if levels else "translated"
            if source and targets[number] and level and level not in _UNFINISHED_LEVELS:
                yield source, targets[number]
        return
    whole = [
        text_of(side[0], without=_XLIFF_CODES) if side else ""
        for side in (children(unit, "source"), children(unit, "target"))
    ]
    if all(whole):
        yield whole[0], whole[1]


def _marked_sentences(unit: etree._Element, name: str) -> dict[str, str]:
    """Texts of the marked sentences of a side, by their number."""
    return {
        mark.get("mid", ""): text_of(mark, without=_XLIFF_CODES)
        for side in children(unit, name)
        for mark in side.iter()
        if local(mark) == "mrk" and mark.get("mtype") == "seg"
    }


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
