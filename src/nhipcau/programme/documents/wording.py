"""How official documents word days, periods, amounts, figures and results.

Official documents are Vietnamese; their fixed sentences are therefore not translated.
"""

from datetime import date, timedelta
from decimal import Decimal

from nhipcau.programme.types import FigureOutline, ReportRow, TaskOutline

NOT_REPORTED = "Chưa báo cáo"
NO_DATA = "chưa có số liệu"
UNCONFIRMED = "chưa xác nhận"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def day_text(day: date) -> str:
    """A day as documents print it: ``03/04/2020``."""
    return f"{day:%d/%m/%Y}"


def timing_text(task: TaskOutline) -> str:
    """When, as a plan says it: the words of the plan, or the days in words."""
    if task.timing:
        return task.timing
    start, due = task.start, task.due
    if task.recurring:
        return "Thường xuyên"
    if due is None:
        return f"Từ {day_text(start)}" if start else ""
    if start is None:
        return f"Trước ngày {day_text(due)}"
    if start == due:
        return day_text(due)
    whole_months = start.day == 1 and (due + timedelta(days=1)).day == 1
    if whole_months and start.year == due.year:
        months = (start.month, due.month)
        if months == (1, 12):
            return f"Năm {due.year}"
        for quarter in range(4):
            if months == (3 * quarter + 1, 3 * quarter + 3):
                return f"Quý {ROMAN[quarter]}/{due.year}"
        if months[0] == months[1]:
            return f"Tháng {due.month}/{due.year}"
        return f"Tháng {start.month} - tháng {due.month}/{due.year}"
    return f"{day_text(start)} - {day_text(due)}"


def money_text(task: TaskOutline) -> str:
    """Amount in đồng with Vietnamese grouping, and its source."""
    amount = (
        f"{task.budget_dong:,}".replace(",", ".") + " đồng" if task.budget_dong is not None else ""
    )
    return "\n".join(text for text in (amount, task.budget_source) if text)


def number_text(value: Decimal | None) -> str:
    """A figure with a decimal comma; ``chưa có số liệu`` when there is none, never 0."""
    if value is None:
        return NO_DATA
    plain = f"{value.normalize():,f}"
    return plain.replace(",", " ").replace(".", ",").replace(" ", ".")


def result_text(row: ReportRow) -> str:
    """What an annex says of a task; ``Chưa báo cáo`` when nobody reported."""
    if not row.is_reported:
        return NOT_REPORTED
    lines = [row.state] if row.state else []
    lines += row.results
    lines += [figure_text(figure) for figure in row.figures]
    lines += [f"Khó khăn: {text}" for text in row.obstacles]
    lines += [f"Đề xuất: {text}" for text in row.proposals]
    return "\n".join(lines)


def figure_text(figure: FigureOutline) -> str:
    """One figure with unit, target and whether it is confirmed."""
    value = number_text(figure.value)
    unit = f" {figure.unit}" if figure.unit and figure.value is not None else ""
    target = f" (chỉ tiêu {number_text(figure.target)})" if figure.target is not None else ""
    doubt = f" ({UNCONFIRMED})" if not figure.is_confirmed and figure.value is not None else ""
    return f"{figure.name}: {value}{unit}{target}{doubt}"
