"""Set an official document as DOCX that LibreOffice and Word open without repair."""

import io
from datetime import UTC, datetime
from typing import cast

from docx import Document as new_document
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from nhipcau.programme.documents.parts import (
    Align,
    Annex,
    Grid,
    Line,
    OfficialDocument,
    Page,
    Text,
)

FONT = "Times New Roman"
_ALIGN = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.JUSTIFIED: WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_TABLE_SIZE = 12


def word_file(content: OfficialDocument) -> bytes:
    """The document as DOCX.

    Args:
        content: What to set.

    Returns:
        The bytes of the file; the same content gives the same text, the properties name no
        person and no program.
    """
    document = new_document()
    _prepare(document, content)
    _halves(document, content, content.head)
    _halves(document, content, content.reference, space=6)
    for index, line in enumerate(content.title):
        paragraph = document.add_paragraph()
        _line(paragraph, line, width_mm=content.text_width_mm)
        paragraph.paragraph_format.space_before = Pt(14 if index == 0 else 0)
    if content.title:
        _gap(document, 6)
    _body(document, content.body, content.page)
    _closing(document, content)
    for annex in content.annexes:
        _annex(document, annex, content.page)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _prepare(document: Document, content: OfficialDocument) -> None:
    page = content.page
    style = document.styles["Normal"]
    style.font.name = FONT
    style.font.size = Pt(page.body_size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.get_or_add_rPr().append(language)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    _section(document.sections[0], page, landscape=False)
    properties = document.core_properties
    properties.title = content.subject
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = "vi-VN"
    # The moment of writing says nothing about the document and would make files differ.
    properties.created = properties.modified = datetime(2020, 1, 1, tzinfo=UTC)


def _section(section: Section, page: Page, *, landscape: bool) -> None:
    section.page_width, section.page_height = (
        Mm(297 if landscape else 210),
        Mm(210 if landscape else 297),
    )
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance = Mm(10), Mm(8)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    if not paragraph.runs:
        section.header.is_linked_to_previous = False
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _page_number(paragraph, page.number_size)


def _page_number(paragraph: Paragraph, size: float) -> None:
    run = paragraph.add_run()
    run.font.size = Pt(size)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)


def _halves(
    document: Document,
    content: OfficialDocument,
    halves: tuple[tuple[Line, ...], tuple[Line, ...]],
    *,
    space: float = 0,
) -> None:
    """Two columns without lines: the head and the row of number and date."""
    widths = (content.left_mm, content.text_width_mm - content.left_mm + 6)
    table = _bare_table(document, widths)
    # The head may reach a little into the right margin, as printed forms do.
    for cell, lines, width in zip(table.rows[0].cells, halves, widths, strict=True):
        _lines_in(cell, lines, width_mm=width, align=Align.CENTRE, space=space)


def _bare_table(document: Document, widths: tuple[float, float]) -> Table:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fixed(table, widths)
    _cell_margins(table, 0)
    return table


def _fixed(table: Table, widths: tuple[float, ...]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Mm(width)


def _cell_margins(table: Table, mm: float) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(mm * 56.7)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def _lines_in(
    cell: _Cell, lines: tuple[Line, ...], *, width_mm: float, align: Align, space: float = 0
) -> None:
    for index, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        _line(paragraph, line, width_mm=width_mm, align=align)
        if index == 0 and space:
            paragraph.paragraph_format.space_before = Pt(space)


def _line(
    paragraph: Paragraph, line: Line, *, width_mm: float, align: Align = Align.CENTRE
) -> None:
    paragraph.alignment = _ALIGN[align]
    run = paragraph.add_run(line.text)
    run.font.size = Pt(line.size)
    run.bold, run.italic, run.underline = (
        line.bold or None,
        line.italic or None,
        line.underlined or None,
    )
    if line.rule_mm:
        _rule_below(paragraph, line.rule_mm, width_mm)


def _rule_below(paragraph: Paragraph, length_mm: float, width_mm: float) -> None:
    """A thin line of a given length, centred below: the border of an empty small paragraph."""
    made = cast(CT_P, OxmlElement("w:p"))
    paragraph._p.addnext(made)
    below = Paragraph(made, paragraph._parent)
    side = max((width_mm - length_mm) / 2, 0)
    shape = below.paragraph_format
    shape.left_indent = shape.right_indent = Mm(side)
    shape.line_spacing = Pt(2)
    below.add_run().font.size = Pt(1)
    borders = OxmlElement("w:pBdr")
    edge = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)
    properties = below._p.get_or_add_pPr()
    # The schema wants borders before spacing and indents.
    spacing = properties.find(qn("w:spacing"))
    if spacing is not None:
        spacing.addprevious(borders)
    else:
        properties.append(borders)


def _gap(document: Document, points: float, *, with_next: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = with_next or None
    paragraph.paragraph_format.line_spacing = Pt(points)


def _body(document: Document, parts: tuple[Text | Grid, ...], page: Page) -> None:
    for part in parts:
        if isinstance(part, Grid):
            _grid(document, part)
            _gap(document, 6)
        else:
            _text(document.add_paragraph(), part, page)


def _text(paragraph: Paragraph, part: Text, page: Page) -> None:
    paragraph.alignment = _ALIGN[part.align]
    shape = paragraph.paragraph_format
    shape.space_before = Pt(
        page.paragraph_space if part.space_before is None else part.space_before
    )
    shape.line_spacing = page.line_spacing
    shape.keep_with_next = part.with_next or None
    if part.indented:
        shape.first_line_indent = Mm(page.indent)
    run = paragraph.add_run(part.text)
    run.bold, run.italic = part.bold or None, part.italic or None
    if part.size:
        run.font.size = Pt(part.size)


def _grid(document: Document, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=len(grid.widths_mm))
    table.style = "Table Grid"
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, text in zip(table.rows[0].cells, grid.heading, strict=True):
        _cell(cell, text, Align.CENTRE, bold=True, italic=False)
    _repeat_heading(table)
    for row in grid.rows:
        cells = table.add_row().cells
        _keep_whole(table)
        at = 0
        for part in row:
            cell = cells[at]
            if part.columns > 1:
                cell = cell.merge(cells[at + part.columns - 1])
            _cell(cell, part.text, part.align, bold=part.bold, italic=part.italic)
            if part.columns > 1:
                # A heading of a group never stands last on a page.
                cell.paragraphs[-1].paragraph_format.keep_with_next = True
            at += part.columns
    _fixed(table, grid.widths_mm)


def _cell(cell: _Cell, text: str, align: Align, *, bold: bool, italic: bool) -> None:
    for index, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.alignment = _ALIGN[align]
        paragraph.paragraph_format.space_before = Pt(2 if index == 0 else 0)
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(line)
        run.font.size = Pt(_TABLE_SIZE)
        run.bold, run.italic = bold or None, italic or None


def _repeat_heading(table: Table) -> None:
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)


def _keep_whole(table: Table) -> None:
    mark = OxmlElement("w:cantSplit")
    table.rows[-1]._tr.get_or_add_trPr().append(mark)


def _closing(document: Document, content: OfficialDocument) -> None:
    _gap(document, 12, with_next=True)
    half = content.text_width_mm / 2
    table = _bare_table(document, (half, half))
    _keep_whole(table)
    left, right = table.rows[0].cells
    _lines_in(left, content.recipients, width_mm=half, align=Align.LEFT)
    _lines_in(right, content.signature, width_mm=half, align=Align.CENTRE)


def _annex(document: Document, annex: Annex, page: Page) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _section(section, page, landscape=True)
    # An annex is numbered by itself, from one.
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(numbers)
    for line in annex.title:
        _line(document.add_paragraph(), Line(line, 14, bold=True), width_mm=247)
    _line(document.add_paragraph(), Line(annex.note, 13, italic=True), width_mm=247)
    _gap(document, 8)
    _body(document, annex.body, page)
