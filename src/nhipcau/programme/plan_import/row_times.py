"""The time of a task in a table: one cell, a beginning and an end, or ticked periods."""

import re
from calendar import monthrange
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.common.text import fold
from nhipcau.programme.plan_import.columns import Column, Layout, Role
from nhipcau.programme.plan_import.periods import plain, read_timing
from nhipcau.programme.plan_import.types import GridRow, ReadPlan, ReadTask

DITTO = re.compile(r"^(?:-\s*)?(?:nt|nhu tren|[\"”“'’〃/]{1,2}|n\.t)(?:\s*-)?$")
# A heading names a time when nothing but these words stands beside it, and it is no whole year.
_BESIDE_TIME = re.compile(
    r"\b(?:nhiem vu|cong viec|cong tac|hoat dong|trong tam|chuong trinh|noi dung|cu the|cac)\b"
)
_PART_OF_YEAR = re.compile(r"\b(?:quy|thang|t\d|q\d|thuong xuyen|dinh ky|hang|dau nam|cuoi nam)\b")
_EVENT = re.compile(r"to chuc|dien ra|su kien|^ngay")
_BARE_DAY = re.compile(r"^\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?$")
_MARK = re.compile(r"^[xX✓✔●•*vV√]+$")


def read_row_time(
    row: GridRow, layout: Layout, plan: ReadPlan, task: ReadTask, previous: ReadTask | None
) -> None:
    """Fill in when a task is to be done.

    Args:
        row: The row.
        layout: The columns of its table.
        plan: Gives the years.
        task: Takes the days and the doubts.
        previous: The task above, which a ditto mark repeats.
    """
    if layout.all(Role.QUARTER, Role.MONTH) and _read_ticks(row, layout, plan, task):
        return
    if layout.first(Role.START, Role.DUE):
        _read_begin_and_end(row, layout, plan, task)
        return
    column = layout.first(Role.TIME)
    if column is None:
        if not time_from_headings(task, plan):
            task.doubt(_("The table has no column for the time."))
        return
    cell = row.cells[column.index]
    task.time_text = cell.text.strip()
    if not task.time_text.strip(" -–./") and time_from_headings(task, plan):
        return
    if DITTO.match(fold(task.time_text)):
        if previous is None:
            task.doubt(_("A ditto mark stands below no time."))
            return
        task.start, task.due, task.recurring = previous.start, previous.due, previous.recurring
        return
    # “Thời gian: 30/6/2020” is the day by which; “ngày 20/11” is the day of something held.
    is_deadline = _BARE_DAY.match(plain(cell.text)) and not _EVENT.search(fold(column.heading))
    timing = read_timing(
        cell.text,
        year=plan.year,
        last_year=plan.last_year,
        deadline=column.deadline or bool(is_deadline),
    )
    task.start, task.due, task.recurring = timing.start, timing.due, timing.recurring
    for doubt in timing.doubts:
        task.doubt(doubt)


def time_from_headings(task: ReadTask, plan: ReadPlan) -> bool:
    """Take the time from a heading such as ``THÁNG 3`` or ``Nhiệm vụ thường xuyên``.

    Args:
        task: With its groups; takes the days and a doubt that says where they come from.
        plan: Gives the years.

    Returns:
        Whether a heading above the task names a time and nothing else.
    """
    for heading in reversed(task.groups):
        words = _BESIDE_TIME.sub(" ", plain(heading))
        if not _PART_OF_YEAR.search(words):
            continue
        timing = read_timing(words, year=plan.year, last_year=plan.last_year)
        if timing.has_leftover or not (timing.start or timing.due):
            continue
        task.start, task.due, task.recurring = timing.start, timing.due, timing.recurring
        task.time_text = heading
        for doubt in timing.doubts:
            task.doubt(doubt)
        task.doubt(_("The time was taken from the heading “%(name)s”.") % {"name": heading})
        return True
    return False


def _text(row: GridRow, column: Column | None) -> str:
    return row.cells[column.index].text.strip() if column else ""


def _read_begin_and_end(row: GridRow, layout: Layout, plan: ReadPlan, task: ReadTask) -> None:
    first, last = _text(row, layout.first(Role.START)), _text(row, layout.first(Role.DUE))
    task.time_text = " - ".join(text for text in (first, last) if text)
    if not first and not last:
        task.doubt(_("No time is given."))
        return
    if first:
        begin = read_timing(first, year=plan.year, last_year=plan.last_year)
        task.start, task.recurring = begin.start, begin.recurring
        for doubt in begin.doubts:
            task.doubt(doubt)
        if not last:
            task.due = begin.due if begin.recurring else None
            if task.due is None:
                task.doubt(_("The time names a beginning but no end."))
    if last:
        end = read_timing(last, year=plan.year, last_year=plan.last_year)
        task.due, task.recurring = end.due, task.recurring or end.recurring
        for doubt in end.doubts:
            task.doubt(doubt)
        if not first and end.start and end.start != end.due and not end.recurring:
            task.doubt(_("The time names an end but no beginning."))


def _read_ticks(row: GridRow, layout: Layout, plan: ReadPlan, task: ReadTask) -> bool:
    """Read ticked quarters or months; ``False`` when none is ticked."""
    months: set[int] = set()
    words: list[str] = []
    headings: list[str] = []
    for column in layout.all(Role.QUARTER, Role.MONTH):
        text = _text(row, column)
        if not text:
            continue
        headings.append(column.heading.rsplit(" / ", 1)[-1])
        last = 3 * column.period if column.role is Role.QUARTER else column.period
        months.update(range(last - 2, last + 1) if column.role is Role.QUARTER else [last])
        if not _MARK.match(text) and text not in words:
            words.append(text)
    if not months:
        return False
    task.time_text = ", ".join(headings)
    if words:
        timing = read_timing(words[0], year=plan.year, last_year=plan.last_year)
        if len(words) == 1 and timing.due and not timing.doubts:
            task.start, task.due, task.recurring = timing.start, timing.due, timing.recurring
            task.time_text = words[0]
            return True
        task.doubt(_("Under the ticked periods stands “%(text)s”.") % {"text": "; ".join(words)})
    if plan.year is None:
        task.doubt(_("The year is not known, so the days are missing."))
        return True
    first, last = min(months), max(months)
    task.start = date(plan.year, first, 1)
    task.due = date(plan.year, last, monthrange(plan.year, last)[1])
    if len(months) != last - first + 1:
        task.doubt(_("The time names several separate periods; first and last day were taken."))
    return True
