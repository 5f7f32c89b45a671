"""The report form for an agency without an account, as XLSX and DOCX.

The form is Vietnamese. Each task and indicator carries its code in the last column, so that the
answers find their way back even when rows were moved, widened or copied to another file.
"""

import io

from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from nhipcau.programme.documents.sheet import LINES, fill, new_sheet, safe_text, saved
from nhipcau.programme.documents.word import FONT
from nhipcau.programme.documents.wording import number_text
from nhipcau.programme.enums import WorkState
from nhipcau.programme.types import IndicatorOutline, ReportForm, ReportFormRow

FORM_MARK = "NC1"
HEADINGS = (
    "TT", "Nhiệm vụ / chỉ tiêu", "Tình trạng", "Kết quả đã thực hiện", "Số liệu trong kỳ",
    "Minh chứng (đường dẫn, tên tệp kèm theo)", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị", "Mã",
)  # fmt: skip
# The words agencies choose from; reading back also accepts common variants of them.
STATE_WORDS = {
    WorkState.NOT_STARTED: "Chưa thực hiện",
    WorkState.IN_PROGRESS: "Đang thực hiện",
    WorkState.DONE: "Hoàn thành",
    WorkState.POSTPONED: "Tạm hoãn",
    WorkState.STOPPED: "Không thực hiện",
}
_WIDTHS = (9, 44, 18, 42, 16, 32, 30, 30, 20)
_GREY = PatternFill("solid", fgColor="EEEEEE")
_FIRST_ROW = 6


def form_code(form: ReportForm) -> str:
    """What ties a returned form to its agency and period."""
    return f"{FORM_MARK}:{form.agency_code}:{form.period_uuid}"


def _instructions(form: ReportForm) -> tuple[str, ...]:
    due = f"Đề nghị gửi lại trước ngày {form.due:%d/%m/%Y}. " if form.due else ""
    return (
        f"BIỂU BÁO CÁO CÔNG TÁC THÔNG TIN ĐỐI NGOẠI - {form.period_name}".upper(),
        f"Cơ quan báo cáo: {form.agency_name}",
        f"{due}Ô để trống nghĩa là chưa có số liệu; không có thì ghi 0. Xin giữ nguyên cột “Mã”.",
    )


def _indicator_words(indicator: IndicatorOutline) -> str:
    unit = f" ({indicator.unit})" if indicator.unit else ""
    target = (
        f", chỉ tiêu cả năm {number_text(indicator.target)}" if indicator.target is not None else ""
    )
    return f"- {indicator.name}{unit}{target}"


def _lines(row: ReportFormRow) -> list[tuple[str, ...]]:
    """The rows of one task: itself, then a row for each indicator."""
    state = STATE_WORDS.get(WorkState(row.state), "") if row.state else ""
    actuals = dict(row.actuals)
    lines: list[tuple[str, ...]] = [
        (row.number, row.text, state, row.done, "", row.evidence, row.obstacles, row.proposals,
         f"T-{row.task_key}"),
    ]  # fmt: skip
    for indicator in row.indicators:
        value = actuals.get(indicator.key)
        shown = number_text(value) if value is not None else ""
        lines.append(
            ("", _indicator_words(indicator), "", "", shown, "", "", "", f"I-{indicator.key}")
        )
    return lines


def form_workbook(form: ReportForm) -> bytes:
    """The form as XLSX with a list of states to choose from.

    Args:
        form: Agency, period and tasks; rows that hold answers already are filled in.
    """
    book, sheet = new_sheet("Báo cáo")
    for at, text in enumerate(_instructions(form), start=1):
        cell = sheet.cell(at, 1, safe_text(text))
        cell.font = Font(name=FONT, size=14 if at == 1 else 12, bold=at == 1)
    sheet.cell(4, 1, f"Mã biểu: {form_code(form)}").font = Font(name=FONT, size=9, color="666666")
    rows = [line for row in form.rows for line in _lines(row)]
    fill(sheet, _FIRST_ROW - 1, HEADINGS, rows, _WIDTHS)
    sheet.auto_filter.ref = None
    choices = DataValidation(
        type="list", formula1='"' + ",".join(STATE_WORDS.values()) + '"', allow_blank=True,
        showErrorMessage=False,
    )  # fmt: skip
    sheet.add_data_validation(choices)
    for number, line in enumerate(rows, start=_FIRST_ROW):
        is_task = line[-1].startswith("T-")
        if is_task:
            choices.add(f"C{number}")
        for column in range(1, len(HEADINGS) + 1):
            cell = sheet.cell(number, column)
            fixed = column in (1, 2, 9) or (column == 5) == is_task
            if fixed:
                cell.fill = _GREY
            cell.border = LINES
        sheet.cell(number, 2).font = Font(name=FONT, size=12, bold=is_task)
        code = sheet.cell(number, 9)
        code.font = Font(name=FONT, size=8, color="666666")
        code.alignment = Alignment(vertical="top", wrap_text=True)
    return saved(book)


def form_document(form: ReportForm) -> bytes:
    """The form as DOCX, for offices that fill in forms in Word.

    Args:
        form: Agency, period and tasks; rows that hold answers already are filled in.
    """
    document = new_document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(15)
    document.styles["Normal"].font.name = FONT
    document.styles["Normal"].font.size = Pt(12)
    for at, text in enumerate((*_instructions(form), f"Mã biểu: {form_code(form)}")):
        run = document.add_paragraph().add_run(text)
        run.bold = at == 0
        if at == 3:
            run.font.size = Pt(9)
    states = " / ".join(STATE_WORDS.values())
    document.add_paragraph(f"Cột “Tình trạng” ghi một trong các từ: {states}.")
    table = document.add_table(rows=1, cols=len(HEADINGS))
    table.style = "Table Grid"
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for row in form.rows:
        for line in _lines(row):
            for column, (cell, text) in enumerate(zip(table.add_row().cells, line, strict=True)):
                run = cell.paragraphs[0].add_run(text)
                run.font.size = Pt(7 if column == len(HEADINGS) - 1 else 11)
    share = 267 / sum(_WIDTHS)
    repeat = table.rows[0]._tr.get_or_add_trPr()
    repeat.append(OxmlElement("w:tblHeader"))
    for column, width in enumerate(_WIDTHS):
        # Word goes by the cells, LibreOffice by the grid.
        table.columns[column].width = Mm(width * share)
        for table_row in table.rows:
            table_row.cells[column].width = Mm(width * share)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
