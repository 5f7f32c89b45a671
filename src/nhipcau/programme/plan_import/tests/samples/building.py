"""Bricks of office files: letterheads, tables with merged cells, signatures."""

# ruff: noqa: E501 - tables and their truth read best one row a line

import io
from datetime import date
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from openpyxl import Workbook

ABOVE = "^"
LEFT = "<"


def word() -> WordDocument:
    return Document()


def to_bytes(file: Any) -> bytes:
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def letterhead(
    document: WordDocument, *, issuer: str, number: str, place: str, party: bool = False
) -> None:
    """The invisible two-column table at the top of an official document."""
    table = document.add_table(rows=2, cols=2)
    right = (
        "ĐẢNG CỘNG SẢN VIỆT NAM"
        if party
        else ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------")
    )
    table.cell(0, 0).text = f"{issuer}\n{'*' if party else '--------'}"
    table.cell(0, 1).text = right
    table.cell(1, 0).text = f"Số {number}" if party else f"Số: {number}"
    table.cell(1, 1).text = place


def signature(document: WordDocument, *lines: str) -> None:
    table = document.add_table(rows=1, cols=2)
    table.cell(
        0, 0
    ).text = "Nơi nhận:\n- Bộ Thông tin và Truyền thông;\n- TT Tỉnh ủy, TT HĐND tỉnh;\n- Như trên;\n- Lưu: VT, KGVX."
    table.cell(0, 1).text = "\n".join(lines) or "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"


def bold(document: WordDocument, text: str) -> None:
    document.add_paragraph().add_run(text).bold = True


def table(
    document: WordDocument, rows: list[list[str]], *, bold_rows: tuple[int, ...] = (0,)
) -> Any:
    """A table; ``^`` continues the cell above, ``<`` the cell to the left."""
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    made.style = "Table Grid"
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in (ABOVE, LEFT):
                continue
            bottom, right = r, c
            while right + 1 < len(row) and row[right + 1] == LEFT:
                right += 1
            while bottom + 1 < len(rows) and rows[bottom + 1][c] == ABOVE:
                bottom += 1
            cell = made.cell(r, c)
            if (bottom, right) != (r, c):
                cell = cell.merge(made.cell(bottom, right))
            cell.text = ""
            run = cell.paragraphs[0].add_run("")
            for index, line in enumerate(text.split("\n")):
                if index:
                    run = cell.add_paragraph().add_run("")
                run.text = line
                run.bold = r in bold_rows
    return made


def sheet(book: Workbook, title: str, rows: list[list[Any]], *, first: bool = False) -> Any:
    """A sheet; ``^`` and ``<`` as in :func:`table`."""
    made = book.active if first else book.create_sheet()
    made.title = title
    for r, row in enumerate(rows, start=1):
        for c, value in enumerate(row, start=1):
            if value in (ABOVE, LEFT) or value is None:
                continue
            made.cell(r, c, value)
    for r, row in enumerate(rows, start=1):
        for c, value in enumerate(row, start=1):
            if value in (ABOVE, LEFT):
                continue
            right, bottom = c, r
            while right < len(row) and row[right] == LEFT:
                right += 1
            while bottom < len(rows) and c <= len(rows[bottom]) and rows[bottom][c - 1] == ABOVE:
                bottom += 1
            if (right, bottom) != (c, r):
                made.merge_cells(start_row=r, end_row=bottom, start_column=c, end_column=right)
    return made


def quarter(number: int, year: int = 2020) -> tuple[date, date]:
    ends = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
    return date(year, 3 * number - 2, 1), date(year, *ends[number])


def whole(year: int = 2020) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
