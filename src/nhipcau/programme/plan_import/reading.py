"""Understand a whole plan: frame, headings, task tables, and tasks written as text."""

import re

from django.utils.translation import gettext as _

from nhipcau.common.text import fold
from nhipcau.programme.plan_import.assignment_marks import bracketed_assignment
from nhipcau.programme.plan_import.bodies import is_general
from nhipcau.programme.plan_import.columns import Layout, find_layout
from nhipcau.programme.plan_import.exceptions import NoTasks
from nhipcau.programme.plan_import.frame import is_frame, read_frame
from nhipcau.programme.plan_import.labels import UNNUMBERED_RANK, Headings, split_label
from nhipcau.programme.plan_import.matrix import legend_of, read_legend
from nhipcau.programme.plan_import.prose import (
    attributes,
    heading_body,
    read_assignment,
    sentences,
    task_from_assignment,
    task_from_facts,
    time_line,
)
from nhipcau.programme.plan_import.readers import read_source
from nhipcau.programme.plan_import.rows import RowReader
from nhipcau.programme.plan_import.types import Paragraph, PlanSource, ReadPlan, ReadTask, Table

_ORGANISATION = re.compile(r"to chuc thuc hien|phan cong (?:nhiem vu|trach nhiem)|trach nhiem cua")
_TASK_PART = re.compile(r"nhiem vu|noi dung|giai phap|hoat dong|to chuc thuc hien|phan cong")
_NO_TASK_PART = re.compile(r"muc dich|yeu cau|muc tieu|quan diem|kinh phi|can cu|danh gia|ket qua")
_LONGEST_HEADING = 220
_ROLE = re.compile(r"(?<!cơ quan )(?<!đơn vị )\bchủ trì\b", re.I)
_TIME_HEADING = re.compile(
    r"(?:cong viec |nhiem vu )?(?:quy|thang|thuong xuyen|6 thang|sau thang)\b"
)


def read_plan(content: bytes) -> ReadPlan:
    """Understand a plan file.

    Args:
        content: The whole file, DOCX or XLSX.

    Returns:
        The plan as far as it was understood; everything uncertain is a doubt of its task,
        everything left out a sentence in ``not_understood``. No database is needed.

    Raises:
        PlanFileError: if the file cannot be read or holds no task.
    """
    return understand(read_source(content))


def understand(source: PlanSource) -> ReadPlan:
    """Understand a plan that was read; see :func:`read_plan`."""
    plan = ReadPlan()
    legend = read_legend(source)
    layouts = _layouts(source, legend)
    read_frame(
        _frame_lines(source, layouts),
        sheet_names=[block.name for block in source.blocks if isinstance(block, Table)],
        plan=plan,
    )
    _Walk(source, plan, layouts, legend).read()
    if not plan.tasks:
        raise NoTasks
    _mark_repeats(plan)
    plan.not_understood.extend(source.remarks)
    plan.not_understood.extend(
        _("Footnote left out: “%(text)s”") % {"text": note[:300]} for note in source.footnotes
    )
    return plan


def _layouts(source: PlanSource, legend: dict[str, str]) -> dict[int, Layout]:
    """Layouts of the task tables by block index."""
    layouts: dict[int, Layout] = {}
    last: Layout | None = None
    for index, block in enumerate(source.blocks):
        if not isinstance(block, Table):
            continue
        layout = find_layout(block, legend=legend)
        if layout is None and last is not None and block.width == last.width and block.width > 2:
            # A table cut in two by a page: the second part has no heading of its own.
            layout = Layout(last.columns, body=0, inherited=True, bodies=last.bodies)
        if layout is not None:
            layouts[index] = layout
            last = layout
    return layouts


def _frame_lines(source: PlanSource, layouts: dict[int, Layout]) -> list[str]:
    lines: list[str] = []
    for index, block in enumerate(source.blocks):
        if isinstance(block, Paragraph):
            lines.append(block.text)
            continue
        end = layouts[index].body if index in layouts else len(block.rows)
        heading = end - 1 if index in layouts else end
        for row in block.rows[:heading]:
            lines.extend(dict.fromkeys(cell.text for cell in row.cells if cell.text.strip()))
    return lines


def _mark_repeats(plan: ReadPlan) -> None:
    seen: set[tuple[str, str, str]] = set()
    for task in plan.tasks:
        key = (fold(task.text), fold(task.lead), task.group)
        if key in seen:
            task.doubt(_("The same task stands in the plan more than once."))
        seen.add(key)


class _Walk:
    """Goes through the blocks once, keeping the open headings."""

    def __init__(
        self,
        source: PlanSource,
        plan: ReadPlan,
        layouts: dict[int, Layout],
        legend: dict[str, str],
    ) -> None:
        self.source = source
        self.legend = legend
        self.plan = plan
        self.layouts = layouts
        self.headings = Headings()
        self.pending: list[tuple[str, str, float]] = []
        self.body = ""
        self.body_rank = 0.0
        self.facts: dict[str, str] = {}
        self.assignments: list[tuple[ReadTask, str, str]] = []
        self.left: list[str] = []
        self.items: list[tuple[str, str]] = []

    def read(self) -> None:
        blocks = self.source.blocks
        for index, block in enumerate(blocks):
            if isinstance(block, Table):
                self._flush()
                self._table(index, block)
            else:
                self._paragraph(block, index + 1 in self.layouts, self._next_text(index))
        self._flush()
        self._settle_assignments()

    def _next_text(self, index: int) -> str:
        for block in self.source.blocks[index + 1 : index + 4]:
            if isinstance(block, Table):
                return ""
            if block.text.strip():
                return block.text.strip()
        return ""

    # --- tables ------------------------------------------------------------------------------

    def _table(self, index: int, table: Table) -> None:
        layout = self.layouts.get(index)
        if layout is None:
            text = " ".join(cell.text for row in table.rows for cell in row.cells)
            if not is_frame(text) and len(table.rows) > 1 and text.strip():
                first = " | ".join(
                    dict.fromkeys(cell.text.replace("\n", " ") for cell in table.rows[0].cells)
                )
                self.plan.not_understood.append(
                    _("%(place)s was left out, it is no task table: “%(text)s”")
                    % {"place": table.name, "text": first[:200]}
                )
            return
        own = Headings(in_table=True, open=[item for item in self.headings.open if item[0] <= 2.5])
        own.open = [(item[0] - 10, item[1], item[2]) for item in own.open]
        RowReader(table, layout, self.plan, own, self.legend).read()

    # --- text --------------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph, before_table: bool, following: str) -> None:
        text = block.text.strip()
        if not text:
            return
        if (is_frame(text) and len(text) < 120) or legend_of(text):
            self._flush()
            return
        label, rest = split_label(text.replace("\n", " "))
        before, facts = bracketed_assignment(rest) or attributes(rest)
        if self.facts and not facts and time_line(rest):
            facts, before = {"deadline": rest}, ""
        if before and "lead" not in facts:
            facts = {}  # “…; thời gian: quý IV” inside a sentence that names its agency
        if facts and ("lead" in facts or self.pending or self.facts):
            if before:
                self._flush()
                self.pending.append(
                    (label.number if label else "", before, label.rank if label else 5)
                )
            elif "lead" in facts and "lead" in self.facts:
                self._flush()
            self.facts.update(facts)
            if (
                before
                and "lead" in facts
                and (facts.keys() & {"time", "deadline"} or bracketed_assignment(rest))
            ):
                self._flush()
            return
        if self.facts:
            self._flush()
        if re.match(r"^\W*phụ lục", text, re.I) and len(text) < 200:
            self.headings = Headings()
            self.body = ""
            return
        if self._is_heading(block, label is not None, rest, before_table, following):
            self._heading(block, text)
            return
        if label is not None and label.number and label.rank <= 7:
            self.pending = [item for item in self.pending if item[2] < label.rank]
        self.pending.append((label.number if label else "", rest, label.rank if label else 8))
        if label is not None:
            self.items.append((rest, " ".join(item[2] for item in self.headings.open)))
        self._sentences(label.number if label else "", rest)

    def _is_heading(
        self, block: Paragraph, labelled: bool, rest: str, before_table: bool, following: str
    ) -> bool:
        text = block.text.strip()
        if len(text) > _LONGEST_HEADING or text.endswith((";", ",")):
            return False
        label, _rest = split_label(text)
        if label is not None and label.number:
            if label.rank <= 1 or block.bold or block.heading or before_table:
                return True
            if heading_body(rest) or (text.endswith(":") and len(text) < 120):
                return True
            return self._opens(label.rank, rest, following)
        if before_table and not labelled:
            plain = fold(text)
            titled = re.search(
                r"nam 20\d\d|giai doan|phu luc|danh muc|kem theo|^ke hoach|^bang|^bieu|don vi tinh",
                plain,
            )
            return (block.bold or block.heading) and not titled
        if block.bold and not labelled and not self.pending and len(text) < 90:
            return bool(_TIME_HEADING.match(fold(text)))
        return block.heading and not labelled

    def _opens(self, rank: float, rest: str, following: str) -> bool:
        """Whether a numbered line is the heading of the finer numbered lines that follow."""
        if len(rest) > 150 or read_assignment(rest) is not None:
            return False
        label, after = split_label(following)
        if attributes(after)[1] and not attributes(after)[0]:
            return False
        if label is None:
            return bool(re.match(r"(?:Giao|Đề nghị|Yêu cầu|Phân công)\s", following))
        return label.rank > rank

    def _heading(self, block: Paragraph, text: str) -> None:
        self._flush()
        self.pending = []
        label, rest = split_label(text)
        rank = label.rank if label and label.number else UNNUMBERED_RANK
        self.headings.enter(rank, label.number if label else "", rest)
        body = heading_body(rest)
        if body:
            self.body, self.body_rank = body, rank
        elif not self.body or rank <= self.body_rank:
            self.body = ""
        if not body:
            self._sentences(label.number if label else "", rest)

    def _flush(self) -> None:
        """Turn the open item and its labelled facts into a task."""
        facts, self.facts = self.facts, {}
        if not facts or "lead" not in facts:
            if facts:
                self.left.append("; ".join(facts.values()))
            return
        numbered = [at for at, item in enumerate(self.pending) if item[0]]
        begin = numbered[-1] if numbered else len(self.pending) - 1
        if begin < 0:
            heading = self.headings.open.pop() if self.headings.open else None
            if heading is None:
                self.left.append("; ".join(facts.values()))
                return
            number, lines = heading[1], [heading[2]]
        else:
            number = self.pending[begin][0]
            lines = [item[1] for item in self.pending[begin:]]
            self.headings.place_task(number)
        task = task_from_facts("\n".join(lines), facts, self.plan, self._groups())
        task.number = number
        self.pending = self.pending[: max(begin, 0)]
        self.assignments = [item for item in self.assignments if item[1] not in lines]
        self.items = [item for item in self.items if item[0] not in lines]
        self.plan.tasks.append(task)

    def _groups(self) -> tuple[str, ...]:
        return tuple(name for name in self.headings.names() if not heading_body(name))

    def _sentences(self, number: str, text: str) -> None:
        for sentence in sentences(text):
            found = read_assignment(sentence, heading_body=self.body)
            if found is None:
                if _ROLE.search(sentence) and not self.facts:
                    self.left.append(sentence)
                continue
            task = task_from_assignment(found, self.plan, self._groups())
            task.number = number
            if not task.groups and self.body:
                task.groups = self.headings.names()[-1:]
                if task.groups:
                    task.doubt(
                        _("The group is the heading “%(name)s”, which names an agency.")
                        % {"name": task.group}
                    )
            part = " ".join(item[2] for item in self.headings.open)
            self.assignments.append((task, text, part))

    def _settle_assignments(self) -> None:
        """Sentences are tasks only where the plan has no table or labelled items for them."""
        explicit = bool(self.plan.tasks)
        for task, text, part in self.assignments:
            plain = fold(part)
            elsewhere = bool(_NO_TASK_PART.search(plain) and not _TASK_PART.search(plain))
            if (
                _ORGANISATION.search(plain)
                and len(self.assignments) > 1
                and is_general(task.lead)
                and text.startswith(task.lead)
            ):
                elsewhere = True  # “Các sở, ngành báo cáo trước …” tells all to report
            if not explicit and not elsewhere:
                self.plan.tasks.append(task)
            elif task.due and not elsewhere and not _ORGANISATION.search(plain):
                task.doubt(_("The task stands in the text, beside the plan's table."))
                self.plan.tasks.append(task)
            else:
                self.plan.not_understood.append(
                    _("Assignment in the text, not taken as a task: “%(text)s”")
                    % {"text": text[:300]}
                )
        assigned = {text for _task, text, _part in self.assignments} | set(self.left)
        for text, part in self.items:
            # Work that names nobody is no task we can make, but the reader must hear of it.
            in_task_part = _TASK_PART.search(fold(part)) and not _NO_TASK_PART.search(fold(part))
            if in_task_part and not _ORGANISATION.search(fold(part)) and text not in assigned:
                self.left.append(text)
        for left in self.left:
            self.plan.not_understood.append(_("Text left out: “%(text)s”") % {"text": left[:300]})
