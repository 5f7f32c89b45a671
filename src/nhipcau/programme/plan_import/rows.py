"""Understand the rows of a task table, one by one."""

import re
from functools import cached_property

from django.utils.translation import gettext as _

from nhipcau.common.text import fold
from nhipcau.programme.plan_import.bodies import (
    looks_like_body,
    read_bodies,
    split_roles,
    without_role,
)
from nhipcau.programme.plan_import.columns import Layout, Role, heads_again, layout_at
from nhipcau.programme.plan_import.frame import is_frame
from nhipcau.programme.plan_import.labels import (
    UNNUMBERED_RANK,
    Headings,
    Label,
    number_in_cell,
    rank_of,
    split_label,
)
from nhipcau.programme.plan_import.matrix import read_marks
from nhipcau.programme.plan_import.prose import read_assignment
from nhipcau.programme.plan_import.row_times import DITTO, read_row_time
from nhipcau.programme.plan_import.types import Cell, GridRow, ReadPlan, ReadTask, Table

_TOTAL = re.compile(r"^(?:tổng cộng|tổng số|tổng kinh phí)\b|^(?:tổng|cộng)\W*$", re.I)
_REMARK = re.compile(r"^(?:ghi chu|luu y|\(\*\)|\*)")
_COUNTING = re.compile(r"^[(\[]?\s*(?:\d{1,2}|[A-Z]|[IVX]{1,4})\s*[)\]]?$")
_DETAILS = (
    Role.LEAD, Role.WHO, Role.COORDINATORS, Role.TIME, Role.START, Role.DUE, Role.QUARTER,
    Role.MONTH, Role.BODY,
)  # fmt: skip
_WIDE_SHARE = 0.6


class RowReader:
    """Reads the rows of one table into a plan.

    Args:
        table: The table.
        layout: Its columns.
        plan: Takes tasks and what was not understood.
        headings: Headings that hold above the table; the table's own groups go below them.
        legend: What marks below agencies mean in this document.
    """

    def __init__(
        self,
        table: Table,
        layout: Layout,
        plan: ReadPlan,
        headings: Headings,
        legend: dict[str, str] | None = None,
    ) -> None:
        self.legend = legend or {}
        self.table = table
        self.layout = layout
        self.plan = plan
        self.headings = headings
        self.previous: ReadTask | None = None
        self.above: ReadTask | None = None  # what ditto marks repeat, across group rows too
        self.column_group = ""
        self.made = 0
        self.ended = False

    def read(self) -> int:
        """Read all rows below the heading; returns the number of tasks found."""
        self._groups_above()
        at = self.layout.body
        while at < len(self.table.rows):
            again = layout_at(self.table, at, legend=self.legend)
            if (
                again is not None
                and len(again.all(*_DETAILS)) > 0
                and heads_again(self.table, at, again, self.layout)
            ):
                if again.headings != self.layout.headings:
                    self._skip(self.table.rows[at], _("Row taken as a new heading:"))
                self.layout, self.ended = again, False
                at = again.body
                continue
            if not self.ended:
                self._row(at)
            at += 1
        return self.made

    def _groups_above(self) -> None:
        """A row ``I. NHIỆM VỤ CHUNG`` above the heading of a table is a group of its tasks."""
        for row in self.table.rows[: self.layout.head]:
            filled = [cell for cell in dict.fromkeys(row.cells) if cell.text.strip()]
            label, text = split_label(filled[0].text) if len(filled) == 1 else (None, "")
            if label is not None and label.number and label.rank <= 1 and not is_frame(text):
                self.headings.enter(label.rank, label.number, re.sub(r"\s+", " ", text))

    # --- cells -------------------------------------------------------------------------------

    def _cell(self, at: int, *roles: Role) -> Cell | None:
        column = self.layout.first(*roles)
        return self.table.rows[at].cells[column.index] if column else None

    def _text(self, at: int, *roles: Role) -> str:
        cell = self._cell(at, *roles)
        return cell.text.strip() if cell else ""

    def _details(self, at: int) -> list[Cell]:
        cells = [self.table.rows[at].cells[c.index] for c in self.layout.all(*_DETAILS)]
        text = self._cell(at, Role.TEXT)
        return [cell for cell in cells if cell.text.strip() and cell is not text]

    def _place(self, row: GridRow) -> str:
        return _("%(table)s, row %(row)d") % {"table": self.table.name, "row": row.label}

    def _skip(self, row: GridRow, reason: str) -> None:
        text = " | ".join(
            dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells if cell.text)
        )
        self.plan.not_understood.append(
            _("%(place)s: %(reason)s “%(text)s”")
            % {"place": self._place(row), "reason": reason, "text": text[:300]}
        )

    # --- one row -----------------------------------------------------------------------------

    def _row(self, at: int) -> None:
        row = self.table.rows[at]
        filled = [cell for cell in dict.fromkeys(row.cells) if cell.text.strip()]
        if not filled:
            return
        if row.hidden:
            self._skip(row, _("Hidden row left out:"))
            return
        own = [cell for cell in filled if cell.row == at]
        if (
            at <= self.layout.body + 1
            and len(filled) >= 3
            and all(_COUNTING.match(cell.text.strip()) for cell in filled)
        ):
            return  # the row that counts the columns: (1) (2) (3)
        whole = " ".join(cell.text for cell in filled)
        if is_frame(whole) and not self._details_without_frame(at):
            self.ended = True
            return
        if _REMARK.match(fold(filled[0].text)) and not self._details(at):
            self._skip(row, _("Remark left out:"))
            return
        if any(_TOTAL.match(cell.text.strip()) for cell in filled[:2]) and not self._details(at):
            self._skip(row, _("Total left out:"))
            return
        text_cell = self._cell(at, Role.TEXT)
        wide = [c for c in own if c.columns >= max(2, self.layout.width * _WIDE_SHARE)]
        if wide and len(own) <= 2 and not [c for c in self._details(at) if c not in wide]:
            self._group(at, own, wide[0].text)
            return
        if not own:
            return  # everything runs on from above: only blank cells are new
        if text_cell is None or not text_cell.text.strip():
            self._without_text(at, row)
            return
        if not self._details(at):
            self._without_details(at, row, own)
            return
        if text_cell.row < at and not [c for c in self._details(at) if c.row == at]:
            return  # only a product or a note is new: the same task goes on
        self._task(at, row, text_cell)

    def _details_without_frame(self, at: int) -> bool:
        return any(not is_frame(cell.text) for cell in self._details(at))

    def _without_text(self, at: int, row: GridRow) -> None:
        number = self._text(at, Role.NUMBER)
        column = self.layout.first(Role.NUMBER)
        if number and number_in_cell(number) is None and not self._details(at):
            self._group(at, [row.cells[column.index]] if column else [], number)
        elif self._details(at) or number:
            self._skip(row, _("Row without a task left out:"))
        else:
            self._skip(row, _("Row left out:"))

    def _without_details(self, at: int, row: GridRow, own: list[Cell]) -> None:
        label, text = self._label(at)
        cell = self._cell(at, Role.TEXT)
        rank = label.rank if label else None
        if rank is not None and rank <= 1:
            self._group(at, own, text)
            return
        ahead = self._next_rank(at)
        bold = bool(cell and cell.bold) or text.isupper()
        if label is None:
            if bold:
                self._group(at, own, text)
                return
            if self.previous and text[:1].islower():
                self.previous.text += f"\n{text}"
                self.previous.doubt(
                    _("The text goes on in the next row; check that it belongs here.")
                )
                return
            if ahead is not None and (
                self.previous is None
                or (len(text) < 120 and text[-1] not in ".;,:" and self._numbered)
            ):
                self._group(at, own, text)
                return
        elif (
            label.number
            and ahead is not None
            and (ahead > label.rank or (bold and self._next_number(at) in ("1", "a", "")))
        ):
            self._group(at, own, text)
            return
        if label is not None and not label.number and self.previous is not None:
            self.previous.text += f"\n- {text}"
            self.previous.doubt(_("A line without agency and time was added to the text."))
            return
        self._task(at, row, cell)  # type: ignore[arg-type]

    @cached_property
    def _numbered(self) -> bool:
        """Whether the tasks of this table bear numbers, so that a row without one is a heading."""
        rows = range(self.layout.body, len(self.table.rows))
        tasks = [at for at in rows if self._text(at, Role.TEXT) and self._details(at)]
        return bool(tasks) and all(self._label(at)[0] is not None for at in tasks)

    def _next_rank(self, at: int) -> float | None:
        """Rank of the next row with a text, ``None`` at the end."""
        for later in range(at + 1, min(at + 4, len(self.table.rows))):
            if self.table.rows[later].hidden or not self._text(later, Role.TEXT):
                continue
            label, _rest = self._label(later)
            return label.rank if label else UNNUMBERED_RANK + 0.25
        return None

    def _next_number(self, at: int) -> str | None:
        if at + 1 >= len(self.table.rows):
            return None
        label, _rest = self._label(at + 1)
        return label.number if label else None

    def _label(self, at: int) -> tuple[Label | None, str]:
        """Number and text of a row, the number from its own column or from before the text."""
        text = self._text(at, Role.TEXT)
        cell = self._cell(at, Role.NUMBER)
        if cell is not None and cell.text.strip() and cell is not self._cell(at, Role.TEXT):
            number = number_in_cell(cell.text)
            if number is not None:
                inner, rest = split_label(text)
                if inner and (not inner.number or inner.number == number):
                    text = rest if "\n" not in text else text
                return Label(number, rank_of(number)), text
        return split_label(text) if "\n-" not in text else (None, text)

    def _group(self, at: int, own: list[Cell], text: str) -> None:
        number_cell = self._cell(at, Role.NUMBER)
        number = None
        if number_cell and number_cell.text.strip() and number_cell.text.strip() != text.strip():
            number = number_in_cell(number_cell.text)
        if number is None:
            label, text = split_label(text)
            number = label.number if label else None
        text = re.sub(r"\s+", " ", text).strip()
        rank = rank_of(number) if number else UNNUMBERED_RANK
        self.headings.enter(rank, number or "", text)
        self.previous = None
        self.column_group = ""

    # --- one task ----------------------------------------------------------------------------

    def _task(self, at: int, row: GridRow, text_cell: Cell) -> None:
        label, text = self._label(at)
        task = ReadTask(number=label.number if label else "", text=text, place=self._place(row))
        if label is not None:
            self.headings.place_task(label.number)
        group = self._cell(at, Role.GROUP)
        names = self.headings.names()
        if group is not None and group.text.strip():
            _label, own_group = split_label(re.sub(r"\s+", " ", group.text))
            self.column_group = own_group
        elif self.column_group:
            task.doubt(
                _("The group “%(name)s” was taken from a row above.") % {"name": self.column_group}
            )
        if group is not None and self.column_group:
            names = (*names, self.column_group)
        task.groups = names
        self._agencies(at, task)
        read_row_time(row, self.layout, self.plan, task, self.above)
        task.product = self._text(at, Role.PRODUCT)
        task.budget = self._text(at, Role.BUDGET)
        self._doubts(at, row, text_cell, task)
        self.plan.tasks.append(task)
        self.previous = self.above = task
        self.made += 1

    def _agencies(self, at: int, task: ReadTask) -> None:
        column = self.layout.first(Role.LEAD, Role.WHO)
        lead_text = self._text(at, Role.LEAD, Role.WHO)
        rest_text = self._text(at, Role.COORDINATORS)
        if DITTO.match(fold(lead_text)):
            lead_text = ""
            if self.above is not None:
                task.lead = self.above.lead
            else:
                task.doubt(_("A ditto mark stands below no agency."))
        if DITTO.match(fold(rest_text)):
            rest_text = ""
            if self.above is not None:
                task.coordinators = list(self.above.coordinators)
            else:
                task.doubt(_("A ditto mark stands below no agency."))
        roles = split_roles(lead_text) if lead_text else None
        if roles is not None and (column is None or column.role is Role.WHO or roles[1].strip()):
            lead_text = roles[0]
            rest_text = f"{roles[1]}\n{rest_text}".strip() if rest_text else roles[1]
        if lead_text:
            named = read_bodies(without_role(lead_text))
            task.lead = named.names[0] if named.names else ""
            task.doubts.extend(named.doubts)
            if len(named.names) > 1:
                task.doubt(
                    _("Several agencies are named as lead: %(names)s. The first was taken.")
                    % {"names": "; ".join(named.names)}
                )
                if column is not None and column.role is Role.WHO and not rest_text:
                    task.coordinators = named.names[1:]
        if rest_text:
            named = read_bodies(rest_text)
            task.coordinators = named.names
            task.doubts.extend(named.doubts)
        if self.layout.bodies:
            self._marked(at, task)
        if not task.lead and column is None and not rest_text and not self.layout.bodies:
            self._lead_from_text(task)
        if not task.lead:
            self._lead_from_heading(column is None, task)

    def _marked(self, at: int, task: ReadTask) -> None:
        """Agencies that marks in their own columns name."""
        marks = read_marks(self.table.rows[at], self.layout.bodies, self.legend)
        leads = ([task.lead] if task.lead else []) + marks.leads
        if len(leads) > 1:
            task.doubt(
                _("Several agencies are named as lead: %(names)s. The first was taken.")
                % {"names": "; ".join(leads)}
            )
        task.lead = leads[0] if leads else ""
        task.coordinators = [*task.coordinators, *leads[1:], *marks.joins]
        task.doubts.extend(marks.doubts)

    def _lead_from_text(self, task: ReadTask) -> None:
        """A table without columns for agencies may name them in the work itself."""
        found = read_assignment(task.text)
        if found is None:
            return
        leads, others = read_bodies(found.lead), read_bodies(found.coordinators)
        if not leads.names:
            return
        task.lead, task.coordinators = leads.names[0], leads.names[1:] + others.names
        task.doubts.extend(found.doubts + leads.doubts + others.doubts)
        task.doubt(_("The agencies were taken from the text of the task."))

    def _lead_from_heading(self, no_column: bool, task: ReadTask) -> None:
        named = [name for name in reversed(task.groups) if looks_like_body(without_role(name))]
        if no_column and named:
            task.lead = without_role(named[0])
            task.doubt(
                _("The lead agency was taken from the heading “%(name)s”.") % {"name": named[0]}
            )
        else:
            task.doubt(_("No lead agency is named."))

    def _doubts(self, at: int, row: GridRow, text_cell: Cell, task: ReadTask) -> None:
        if self.layout.inherited:
            task.doubt(_("This table has no heading; the columns of the table before were used."))
        if text_cell.row < at:
            task.doubt(_("The row shares its text with the row above."))
        for cell in dict.fromkeys(row.cells):
            for note in cell.notes:
                task.doubt(_("The row has a note: “%(note)s”") % {"note": note[:300]})
            if cell.lost_formula:
                task.doubt(_("A cell holds a formula whose result was not saved in the file."))
            if cell.text.startswith("#") and cell.text.rstrip("!?").isupper():
                task.doubt(
                    _("A cell holds an error of the spreadsheet: %(text)s.") % {"text": cell.text}
                )
