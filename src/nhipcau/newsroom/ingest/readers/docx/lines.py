"""A Word document as lines, tables and photographs in their order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, cast
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from nhipcau.common.text import nfc
from nhipcau.newsroom.ingest.encodings import from_tcvn3, from_vni
from nhipcau.newsroom.ingest.exceptions import DamagedSource, OtherDocument
from nhipcau.newsroom.ingest.packages import open_package
from nhipcau.newsroom.ingest.phrases import tidy
from nhipcau.newsroom.ingest.types import Photo, Run

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# How Word wrote until 2003, and how it writes a document with a password.
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PHOTO_TYPES = ("image/jpeg", "image/png", "image/gif", "image/tiff", "image/webp")


@dataclass
class Line:
    """A paragraph of the document, or a table.

    Attributes:
        text: Plain text.
        runs: The text with its emphasis.
        style: Name of the paragraph style, lower case, in English.
        alignment: ``left``, ``center``, ``right``, ``both`` or empty.
        photos: Photographs that stand in it.
        rows: Cells of a table, each a list of lines; empty for paragraphs.
        is_legacy_font: Whether it was converted from a legacy font.
        in_text_box: Whether it stands in a box beside the text.
    """

    text: str = ""
    runs: tuple[Run, ...] = ()
    style: str = ""
    alignment: str = ""
    photos: list[Photo] = field(default_factory=list)
    rows: list[list[list["Line"]]] = field(default_factory=list)
    is_legacy_font: bool = False
    in_text_box: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.text) and all(run.bold for run in self.runs if run.text.strip())

    @property
    def is_italic(self) -> bool:
        """Whether all of it is italic."""
        return bool(self.text) and all(run.italic for run in self.runs if run.text.strip())


def open_document(data: bytes) -> Document:
    """Open a Word document that is safe to unfold.

    Raises:
        OtherDocument: if it is an older Word document, or one with a password.
        DamagedSource: if it is cut off or no Word document.
        DangerousSource: if it would unfold to something enormous.
    """
    if data.startswith(_COMPOUND_FILE):
        raise OtherDocument
    open_package(data).close()
    try:
        return docx.Document(BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise DamagedSource from error


def document_lines(document: Document) -> list[Line]:
    """The document's body, empty lines left out."""
    return list(_lines(document, document.part))


def _lines(container: Any, part: Any) -> Iterator[Line]:
    """Lines and tables of a body or a cell."""
    for item in container.iter_inner_content():
        if isinstance(item, Paragraph):
            yield from _paragraph(item, part)
        elif isinstance(item, Table):
            yield Line(
                rows=[[list(_lines(cell, part)) for cell in _cells(row)] for row in item.rows]
            )


def _cells(row: Any) -> list[Any]:
    """The cells of a row, merged ones once."""
    seen, cells = set(), []
    for cell in row.cells:
        if cell._tc not in seen:
            seen.add(cell._tc)
            cells.append(cell)
    return cells


def _paragraph(paragraph: Paragraph, part: Any) -> Iterator[Line]:
    """The lines of a paragraph: it is cut where a person broke the line."""
    base_bold = _from_style(paragraph.style, "bold")
    base_italic = _from_style(paragraph.style, "italic")
    font = _from_style(paragraph.style, "name") or ""
    runs: list[Run] = []
    photos: list[Photo] = []
    is_legacy = False
    for element in paragraph._p.xpath(".//w:r[not(ancestor::w:del)]"):
        if next(element.iterancestors(qn("w:p"))) is not paragraph._p:
            continue
        text = _run_text(element)
        text, converted = _from_legacy(text, _run_font(element) or font)
        is_legacy = is_legacy or converted
        runs.append(
            Run(
                nfc(text),
                bold=_is_on(element, "b", base_bold),
                italic=_is_on(element, "i", base_italic),
                link=_link(element, part),
            )
        )
        photos += _photos(element, part)
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    alignment = _alignment(paragraph)
    pieces: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                pieces.append([])
            if text:
                pieces[-1].append(Run(text, run.bold, run.italic, run.link))
    for number, piece in enumerate(pieces):
        text = tidy("".join(run.text for run in piece))
        held = photos if number == 0 else []
        if text or held:
            yield Line(text, tuple(piece), style, alignment, held, is_legacy_font=is_legacy)
    for box in paragraph._p.iter(qn("w:txbxContent")):
        # Word writes every box twice, the second time for programs of before 2010.
        if not any(parent.tag.endswith("}Fallback") for parent in box.iterancestors()):
            for inner in box.iterchildren(qn("w:p")):
                for line in _paragraph(Paragraph(cast(Any, inner), paragraph._parent), part):
                    yield replace(line, in_text_box=True)


def _run_text(element: Any) -> str:
    """The text of a run; tabs become blanks."""
    pieces = []
    for child in element:
        if child.tag == qn("w:t"):
            pieces.append(child.text or "")
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            pieces.append("\n")
        elif child.tag in {qn("w:tab"), qn("w:noBreakHyphen")}:
            pieces.append(" " if child.tag == qn("w:tab") else "-")
    return "".join(pieces)


def _run_font(element: Any) -> str:
    """Name of the font set on a run, empty when it follows the style."""
    fonts = element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return "" if fonts is None else str(fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or "")


def _from_legacy(text: str, font: str) -> tuple[str, bool]:
    """Text of a legacy font as Unicode, and whether it was one."""
    if text.isascii():
        return text, False
    name = font.lower()
    if name.startswith(".vn"):
        converted = from_tcvn3(text)
        # Fonts whose name ends in H show capitals for small letters.
        return (converted.upper() if name.endswith("h") else converted), True
    if name.startswith("vni"):
        return from_vni(text), True
    return text, False


def _is_on(element: Any, name: str, base: Any) -> bool:
    """Whether a run switches bold or italics on, or its style does."""
    mark = element.find(f"{qn('w:rPr')}/{qn(f'w:{name}')}")
    if mark is None:
        return bool(base)
    return mark.get(qn("w:val")) not in {"0", "false", "off"}


def _from_style(style: Any, name: str) -> Any:
    """A font setting of a paragraph style or of those it is based on."""
    for _step in range(10):
        if style is None:
            return None
        value = getattr(style.font, name)
        if value is not None:
            return value
        style = style.base_style
    return None


def _alignment(paragraph: Paragraph) -> str:
    """The paragraph's alignment as Word writes it."""
    found = paragraph._p.xpath("./w:pPr/w:jc/@w:val")
    if found:
        return {"end": "right", "start": "left"}.get(found[0], found[0])
    style = paragraph.style
    value = style.paragraph_format.alignment if style is not None else None
    return {0: "left", 1: "center", 2: "right", 3: "both"}.get(int(value or 0), "")


def _link(element: Any, part: Any) -> str:
    """Where a run in a hyperlink leads to, web addresses only."""
    parent = element.getparent()
    if parent is None or parent.tag != qn("w:hyperlink"):
        return ""
    relation = part.rels.get(parent.get(f"{{{_OFFICE}}}id") or "")
    target = relation.target_ref if relation is not None and relation.is_external else ""
    return target if target.startswith(("http://", "https://")) else ""


def _photos(element: Any, part: Any) -> Iterator[Photo]:
    """Photographs embedded in a run."""
    names = [blip.get(f"{{{_OFFICE}}}embed") for blip in element.iter(qn("a:blip"))]
    names += [
        data.get(f"{{{_OFFICE}}}id")
        for data in element.iter("{urn:schemas-microsoft-com:vml}imagedata")
    ]
    for name in names:
        relation = part.rels.get(str(name))
        if relation is None or relation.is_external:
            continue
        image = relation.target_part
        if image.content_type in _PHOTO_TYPES:
            yield Photo(PurePosixPath(str(image.partname)).name, image.blob)
