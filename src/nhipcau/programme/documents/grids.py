"""The tables of plan and report, the same for DOCX and PDF.

Official documents are Vietnamese; their fixed sentences are therefore not translated.
"""

from collections.abc import Iterable

from nhipcau.programme.documents.parts import Align, Grid, TableCell
from nhipcau.programme.documents.wording import (
    UNCONFIRMED,
    day_text,
    money_text,
    number_text,
    result_text,
    timing_text,
)
from nhipcau.programme.types import FigureOutline, IndicatorOutline, ReportRow, TaskOutline


def task_grid(tasks: Iterable[TaskOutline]) -> Grid:
    """The annex of a plan: tasks below their groups, products and money if any are given."""
    tasks = tuple(tasks)
    columns: list[tuple[str, float]] = [
        ("TT", 12), ("Nội dung, nhiệm vụ", 84), ("Cơ quan chủ trì", 42),
        ("Cơ quan phối hợp", 50), ("Thời gian thực hiện", 32),
    ]  # fmt: skip
    with_product = any(task.product for task in tasks)
    with_money = any(task.budget_dong is not None for task in tasks)
    if with_product:
        columns.append(("Sản phẩm", 38))
    if with_money:
        columns.append(("Kinh phí", 44))
    share = 247 / sum(width for _name, width in columns)
    rows: list[tuple[TableCell, ...]] = []
    open_groups: list[str] = []
    for task in tasks:
        rows += _group_rows(task.group, open_groups, len(columns))
        cells = [
            TableCell(task.number, Align.CENTRE),
            TableCell(task.text),
            TableCell(task.lead, Align.CENTRE),
            TableCell("; ".join(task.coordinators), Align.CENTRE),
            TableCell(timing_text(task), Align.CENTRE),
        ]
        if with_product:
            cells.append(TableCell(task.product))
        if with_money:
            cells.append(TableCell(money_text(task), Align.RIGHT))
        rows.append(tuple(cells))
    return Grid(
        tuple(round(width * share, 1) for _name, width in columns),
        tuple(name for name, _width in columns),
        tuple(rows),
    )


def report_grid(rows: Iterable[ReportRow]) -> Grid:
    """The annex of a report: what was done on every task, below the groups of the plan."""
    grid: list[tuple[TableCell, ...]] = []
    open_groups: list[str] = []
    for index, row in enumerate(rows, start=1):
        grid += _group_rows(row.group, open_groups, 6)
        due = day_text(row.due) if row.due else ""
        if row.is_overdue:
            due += "\n(quá hạn)"
        grid.append(
            (
                TableCell(row.number or str(index), Align.CENTRE),
                TableCell(row.text),
                TableCell(row.lead, Align.CENTRE),
                TableCell(due.strip(), Align.CENTRE),
                TableCell(result_text(row), bold=not row.is_reported, italic=not row.is_reported),
                TableCell("\n".join(row.evidence)),
            )
        )
    return Grid(
        (12, 60, 37, 31, 68, 39),
        ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Kết quả thực hiện", "Minh chứng"),
        tuple(grid),
    )


def indicator_grid(indicators: Iterable[IndicatorOutline]) -> Grid:
    """Indicators of a plan with where they stand and where they shall go."""
    rows = tuple(
        (
            TableCell(str(at), Align.CENTRE),
            TableCell(item.name),
            TableCell(item.unit, Align.CENTRE),
            TableCell(number_text(item.baseline) if item.baseline is not None else "", Align.RIGHT),
            TableCell(number_text(item.target) if item.target is not None else "", Align.RIGHT),
        )
        for at, item in enumerate(indicators, start=1)
    )
    return Grid(
        (12, 72, 24, 25, 25), ("TT", "Chỉ tiêu", "Đơn vị tính", "Hiện trạng", "Mục tiêu"), rows
    )


def figure_grid(figures: Iterable[FigureOutline]) -> Grid:
    """Figures of a report with target, result and source; marks those nobody confirmed."""
    rows = []
    for at, item in enumerate(figures, start=1):
        value = number_text(item.value)
        if not item.is_confirmed and item.value is not None:
            value += f"\n({UNCONFIRMED})"
        source = item.source
        if item.evidence_count:
            source = f"{source}; {item.evidence_count} hồ sơ".lstrip("; ")
        target = number_text(item.target) if item.target is not None else ""
        rows.append(
            (
                TableCell(str(at), Align.CENTRE),
                TableCell(item.name),
                TableCell(item.unit, Align.CENTRE),
                TableCell(target, Align.RIGHT),
                TableCell(value, Align.RIGHT),
                TableCell(source),
            )
        )
    return Grid(
        (12, 52, 20, 20, 24, 30),
        ("TT", "Số liệu", "Đơn vị", "Chỉ tiêu", "Kết quả", "Nguồn"),
        tuple(rows),
    )


def _group_rows(group: str, open_groups: list[str], columns: int) -> list[tuple[TableCell, ...]]:
    """Rows for those headings of a group that are not open yet; keeps ``open_groups``."""
    wanted = [name for name in group.split(" / ") if name]
    if wanted == open_groups:
        return []
    same = 0
    while same < min(len(wanted), len(open_groups)) and wanted[same] == open_groups[same]:
        same += 1
    open_groups[:] = wanted
    return [
        (TableCell(name, bold=True, italic=level > 0, columns=columns),)
        for level, name in list(enumerate(wanted))[same:]
    ]
