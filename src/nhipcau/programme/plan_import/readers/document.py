"""Read a Word document: paragraphs and tables with merged cells, lists and footnotes."""

import io
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from docx import Document as open_document
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from nhipcau.common.text import nfc
from nhipcau.programme.plan_import.exceptions import BrokenFile
from nhipcau.programme.plan_import.readers.numbering import ListLabels, child_value
from nhipcau.programme.plan_import.types import Cell, GridRow, Paragraph, PlanSource, Table

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), _FALLBACK, qn("w:pPr")}
_CONTAINERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml")}
_MAXIMUM_COLUMNS = 200


def read_document(content: bytes) -> PlanSource:
    """Read a DOCX file that :func:`package.checked_kind` let through.

    Args:
        content: The whole file.

    Raises:
        BrokenFile: if its parts do not fit together.
    """
    try:
        return _DocumentReader(open_document(io.BytesIO(content))).read()
    except (PackageNotFoundError, KeyError, ValueError, IndexError, AttributeError) as error:
        raise BrokenFile from error
    except etree.XMLSyntaxError as error:
        raise BrokenFile from error


class _DocumentReader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.labels = ListLabels(document)
        self.footnotes = _footnotes(document)
        self.cited: set[str] = set()
        self.in_table = 0
        self.tables = 0
        self.bold_styles = {
            style.get(qn("w:styleId"))
            for style in document.styles.element.iterchildren(qn("w:style"))
            if (found := style.find(qn("w:rPr"))) is not None and _is_on(found, "w:b")
        }

    def read(self) -> PlanSource:
        body = self.document.element.body
        source = PlanSource(blocks=list(self._blocks(body)))
        source.footnotes = [
            text for key, text in self.footnotes.items() if key not in self.cited and text
        ]
        source.has_pictures = (
            next(body.iter(_PICTURE), None) is not None
            or next(body.iter(qn("w:pict")), None) is not None
        )
        if next(body.iter(qn("w:del"), qn("w:ins")), None) is not None:
            source.remarks.append(
                _("The document holds tracked changes; it was read as if all were accepted.")
            )
        return source

    def _blocks(self, parent: etree._Element) -> Iterator[Paragraph | Table]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._boxes(child)
                yield self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in _CONTAINERS:
                yield from self._blocks(child)

    def _boxes(self, paragraph: etree._Element) -> Iterator[Paragraph | Table]:
        """Text boxes stand beside the text; plan numbers sometimes sit in one."""
        for box in paragraph.iter(qn("w:txbxContent")):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                yield from self._blocks(box)

    def _paragraph(self, element: etree._Element) -> Paragraph:
        text, bold, _notes = self._text(element)
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = style.get(qn("w:val"), "") if style is not None else ""
        return Paragraph(text, bold=bold, heading=name.lower().startswith(("heading", "title")))

    def _text(self, paragraph: etree._Element) -> tuple[str, bool, list[str]]:
        """Shown text with its list label, whether it is bold, and its footnotes."""
        pieces: list[str] = []
        notes: list[str] = []
        weights: list[bool] = []
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style_bold = style is not None and style.get(qn("w:val")) in self.bold_styles
        for run in _runs(paragraph):
            properties = run.find(qn("w:rPr"))
            if properties is not None and _is_on(properties, "w:vanish"):
                continue
            shown = "".join(_run_text(run))
            for mark in run.iter(qn("w:footnoteReference"), qn("w:endnoteReference")):
                key = f"{etree.QName(mark).localname[:3]}{mark.get(qn('w:id'))}"
                if self.footnotes.get(key) and self.in_table:
                    notes.append(self.footnotes[key])
                    self.cited.add(key)
            if shown.strip():
                stated = properties is not None and properties.find(qn("w:b")) is not None
                weights.append(
                    _is_on(properties, "w:b") if properties is not None and stated else style_bold
                )
            pieces.append(shown)
        label = self.labels.label(paragraph)
        text = nfc("".join(pieces)).replace("\u00a0", " ").replace("\u00ad", "").strip()
        if label:
            text = f"{label} {text}".strip()
        return text, bool(weights) and all(weights), notes

    def _table(self, element: etree._Element) -> Iterator[Paragraph | Table]:
        self.tables += 1
        self.in_table += 1
        name = _("table %(number)d") % {"number": self.tables}
        nested: list[Paragraph | Table] = []
        grid: list[list[Cell | None]] = []
        facts: list[tuple[int, bool]] = []
        for index, row in enumerate(_rows(element)):
            properties = row.find(qn("w:trPr"))
            if properties is not None and properties.find(qn("w:del")) is not None:
                continue
            grid.append(self._row(row, grid, nested))
            facts.append((index + 1, properties is not None and _is_on(properties, "w:hidden")))
        width = max((len(row) for row in grid), default=0)
        rows = []
        for at, line in enumerate(grid):
            line += [None] * (width - len(line))
            cells = tuple(
                cell or Cell("", row=at, column=column) for column, cell in enumerate(line)
            )
            rows.append(GridRow(cells, label=facts[at][0], hidden=facts[at][1]))
        self.in_table -= 1
        if rows:
            yield Table(name, tuple(rows))
        yield from nested

    def _row(
        self,
        row: etree._Element,
        grid: list[list[Cell | None]],
        nested: list[Paragraph | Table],
    ) -> list[Cell | None]:
        at = len(grid)
        above = grid[-1] if grid else []
        trailing = row.find(qn("w:trPr"))
        skipped = child_value(trailing, "w:gridBefore") if trailing is not None else None
        cells: list[Cell | None] = [None] * min(int(skipped or 0), _MAXIMUM_COLUMNS)
        for element in _cells(row):
            properties = element.find(qn("w:tcPr"))
            span, merge = 1, None
            if properties is not None:
                span = int(child_value(properties, "w:gridSpan") or 1)
                merge = properties.find(qn("w:vMerge"))
            span = max(1, min(span, _MAXIMUM_COLUMNS))
            column = len(cells)
            covering = above[column] if column < len(above) else None
            continued = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
            text, bold, notes = self._cell_text(element, nested)
            if continued and covering is not None:
                # Word hides what a continued cell holds; some converters leave text there.
                taller = replace(covering, rows=at - covering.row + 1)
                _replace(grid, covering, taller)
                cells += [taller] * span
                continue
            cells += [
                Cell(text, row=at, column=column, columns=span, bold=bold, notes=tuple(notes))
            ] * span
        return cells[:_MAXIMUM_COLUMNS]

    def _cell_text(
        self, cell: etree._Element, nested: list[Paragraph | Table]
    ) -> tuple[str, bool, list[str]]:
        lines: list[str] = []
        notes: list[str] = []
        weights: list[bool] = []

        def walk(parent: etree._Element) -> None:
            for child in parent:
                if child.tag == qn("w:p"):
                    nested.extend(self._boxes(child))
                    text, bold, found = self._text(child)
                    notes.extend(found)
                    if text:
                        lines.append(text)
                        weights.append(bold)
                elif child.tag == qn("w:tbl"):
                    nested.extend(self._table(child))
                elif child.tag in _CONTAINERS:
                    walk(child)

        walk(cell)
        return "\n".join(lines), bool(weights) and all(weights), notes


def _replace(grid: list[list[Cell | None]], old: Cell, new: Cell) -> None:
    for row in grid[old.row :]:
        for place, cell in enumerate(row):
            if cell is old:
                row[place] = new


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == qn("w:tr"):
            yield child
        elif child.tag in _CONTAINERS:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in _CONTAINERS:
            yield from _cells(child)


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == qn("w:r"):
            yield child
        elif child.tag not in _SKIPPED:
            yield from _runs(child)


def _run_text(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag == qn("w:sym"):
            # Symbol fonts are used for bullets only.
            yield "-"


def _is_on(properties: etree._Element, name: str) -> bool:
    child = properties.find(qn(name))
    return child is not None and child.get(qn("w:val"), "1") not in ("0", "false", "off")


def _footnotes(document: Document) -> dict[str, str]:
    texts: dict[str, str] = {}
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        kind = "foo" if relation.reltype.endswith("/footnotes") else "end"
        for note in parse_xml(relation.target_part.blob):
            if note.get(qn("w:type")) in ("separator", "continuationSeparator"):
                continue
            text = "".join("".join(_run_text(run)) for run in _runs(note))
            texts[f"{kind}{note.get(qn('w:id'))}"] = nfc(text).strip()
    return texts
