"""Plan and report as XLSX, for offices that go on counting in a spreadsheet."""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from nhipcau.programme.documents.wording import NO_DATA, NOT_REPORTED, result_text, timing_text
from nhipcau.programme.types import FigureOutline, PlanOutline, ReportOutline

FONT = "Times New Roman"
_THIN = Side(style="thin", color="000000")
LINES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_DAY = "dd/mm/yyyy"
Value = str | int | date | Decimal | None


def plan_sheet(plan: PlanOutline) -> bytes:
    """A plan as XLSX: one row a task, days as dates, money as numbers.

    Args:
        plan: What it says.
    """
    book, sheet = new_sheet(f"Kế hoạch {plan.year or ''}".strip())
    _title(sheet, plan.title or "Kế hoạch", plan.number, 12)
    headings = (
        "STT", "Nhóm nhiệm vụ", "Nội dung, nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp",
        "Thời gian thực hiện", "Bắt đầu", "Kết thúc", "Sản phẩm", "Kinh phí (đồng)",
        "Nguồn kinh phí", "Văn bản chỉ đạo",
    )  # fmt: skip
    rows: list[Sequence[Value]] = [
        (
            task.number, task.group, task.text, task.lead, "; ".join(task.coordinators),
            timing_text(task), task.start, task.due, task.product, task.budget_dong,
            task.budget_source, "; ".join(task.documents),
        )
        for task in plan.tasks
    ]  # fmt: skip
    fill(sheet, 4, headings, rows, (6, 28, 48, 26, 34, 18, 12, 12, 26, 16, 18, 24))
    return saved(book)


def report_sheet(report: ReportOutline) -> bytes:
    """A period report as XLSX: the annex, and the figures on a second sheet.

    Args:
        report: What it says.
    """
    book, sheet = new_sheet("Phụ lục")
    _title(sheet, report.title, report.period_name, 8)
    rows: list[Sequence[Value]] = [
        (
            row.number, row.group, row.text, row.lead, row.due, row.state or
            ("" if row.is_reported else NOT_REPORTED), result_text(row), "\n".join(row.evidence),
        )
        for row in report.rows
    ]  # fmt: skip
    headings = (
        "STT", "Nhóm nhiệm vụ", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Tình trạng",
        "Kết quả thực hiện", "Minh chứng",
    )  # fmt: skip
    fill(sheet, 4, headings, rows, (6, 28, 44, 26, 12, 16, 50, 30))
    figures = book.create_sheet("Số liệu")
    fill(
        figures, 1,
        ("Số liệu", "Đơn vị", "Chỉ tiêu", "Kết quả", "Xác nhận", "Nguồn", "Số hồ sơ"),
        [
            (
                item.name, item.unit, item.target,
                NO_DATA if item.value is None else item.value,
                _confirmation(item),
                item.source, item.evidence_count,
            )
            for item in report.figures
        ],
        (44, 12, 12, 16, 16, 40, 10),
    )  # fmt: skip
    return saved(book)


def _confirmation(figure: FigureOutline) -> str:
    if figure.value is None:
        return ""
    return "đã xác nhận" if figure.is_confirmed else "chưa xác nhận"


def new_sheet(title: str) -> tuple[Workbook, Worksheet]:
    """A workbook with one named sheet, set for landscape A4."""
    book = Workbook()
    sheet = book.active
    sheet.title = title[:31]
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return book, sheet


def _title(sheet: Worksheet, title: str, below: str, columns: int) -> None:
    for row, text in ((1, title), (2, below)):
        cell = sheet.cell(row, 1, safe_text(text))
        cell.font = Font(name=FONT, size=14, bold=row == 1)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
        cell.alignment = Alignment(horizontal="center")


def safe_text(text: str) -> str:
    """Text a spreadsheet takes as text: no control characters, no formula.

    A text that begins like a formula would be run by the program that opens the file.
    """
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    return f"'{clean}" if clean[:1] in ("=", "@") or clean[:2] in ("+=", "-=") else clean


def fill(
    sheet: Worksheet,
    at: int,
    headings: Sequence[str],
    rows: Sequence[Sequence[Value]],
    widths: Sequence[float],
) -> None:
    """Write a table with lines, a frozen heading and filters.

    Args:
        sheet: Where.
        at: Row of the heading.
        headings: Names of the columns.
        rows: Values; ``None`` leaves a cell empty.
        widths: Widths in characters.
    """
    for column, name in enumerate(headings, start=1):
        cell = sheet.cell(at, column, name)
        cell.font = Font(name=FONT, size=12, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = LINES
    for number, row in enumerate(rows, start=at + 1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, safe_text(value) if isinstance(value, str) else value)
            cell.font = Font(name=FONT, size=12)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.border = LINES
            if isinstance(value, date):
                cell.number_format = _DAY
            elif isinstance(value, int | Decimal):
                cell.number_format = "#,##0" if value == int(value) else "#,##0.##"
            elif isinstance(value, str):
                cell.data_type = "s"
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = sheet.cell(at + 1, 1)
    sheet.print_title_rows = f"{at}:{at}"
    last = get_column_letter(len(headings))
    sheet.auto_filter.ref = f"A{at}:{last}{at + max(len(rows), 1)}"


def saved(book: Workbook) -> bytes:
    """The workbook as bytes."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
