"""What a plan document is made of, before and after it is understood."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from nhipcau.programme.types import PlanOutline, TaskOutline


@dataclass(frozen=True)
class Cell:
    """One cell of a table, shared by every place that a merged cell covers.

    Attributes:
        text: Its paragraphs, one a line, in Unicode NFC.
        row: Index of its first row in the table.
        column: Index of its first column.
        rows: How many rows it covers.
        columns: How many columns it covers.
        bold: Whether all its text is bold.
        day: The date a spreadsheet stores for it, if any.
        number: The number a spreadsheet stores for it, if any.
        whole_month: Whether that date is shown as a month and a year only.
        notes: Footnotes and comments attached to it.
        lost_formula: Whether it holds a formula whose result was never saved.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    bold: bool = False
    day: date | None = None
    number: Decimal | None = None
    whole_month: bool = False
    notes: tuple[str, ...] = ()
    lost_formula: bool = False


@dataclass(frozen=True)
class GridRow:
    """One row of a table.

    Attributes:
        cells: One cell for each column; a merged cell is repeated.
        label: Where a person finds it: the row number in the sheet or table.
        hidden: Whether the author hid it.
    """

    cells: tuple[Cell, ...]
    label: int
    hidden: bool = False


@dataclass(frozen=True)
class Table:
    """A table in reading order.

    Attributes:
        name: Where a person finds it, such as ``Bảng 2`` or the sheet's name.
        rows: Its rows, all of the same length.
    """

    name: str
    rows: tuple[GridRow, ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0].cells) if self.rows else 0


@dataclass(frozen=True)
class Paragraph:
    """A paragraph outside a table.

    Attributes:
        text: Its text with the list label the word processor shows.
        bold: Whether all of it is bold.
        heading: Whether its style is a heading.
    """

    text: str
    bold: bool = False
    heading: bool = False


@dataclass
class PlanSource:
    """A plan file, read but not yet understood.

    Attributes:
        blocks: Paragraphs and tables in reading order.
        footnotes: Footnotes that no table cell refers to.
        remarks: What the reader left out, in sentences for the person.
        has_pictures: Whether the file shows pictures.
    """

    blocks: list[Paragraph | Table] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    has_pictures: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it holds no text at all."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                if block.text.strip():
                    return False
            elif any(cell.text.strip() for row in block.rows for cell in row.cells):
                return False
        return True


@dataclass
class ReadTask:
    """One task as the document states it.

    Attributes:
        number: Its number in the document, without the closing mark.
        groups: Headings it stands under, outermost first, without their numbers.
        text: What is to be done.
        lead: The one lead agency, as written.
        coordinators: Coordinating agencies, as written.
        start: First day, or ``None`` when the document names none.
        due: Last day, or ``None``.
        recurring: Whether it comes round regularly or runs all the time.
        doubts: Sentences about everything that a person should check.
        place: Where in the document it stands, for the review table.
        time_text: The time as written.
        product: The expected result as written.
        budget: Money and its source as written.
    """

    number: str = ""
    groups: tuple[str, ...] = ()
    text: str = ""
    lead: str = ""
    coordinators: list[str] = field(default_factory=list)
    start: date | None = None
    due: date | None = None
    recurring: bool = False
    doubts: list[str] = field(default_factory=list)
    place: str = ""
    time_text: str = ""
    product: str = ""
    budget: str = ""

    @property
    def group(self) -> str:
        """The heading right above the task."""
        return self.groups[-1] if self.groups else ""

    def doubt(self, sentence: str) -> None:
        """Add a doubt once."""
        if sentence not in self.doubts:
            self.doubts.append(sentence)


@dataclass
class ReadPlan:
    """A plan as understood.

    Attributes:
        year: Year of the plan (its first year if it covers several), or ``None``.
        last_year: Its last year.
        number: Number and symbol such as ``88/KH-UBND``; empty when the document has none.
        issued_on: Date of the document, if it states one.
        title: Title as written.
        tasks: Its tasks in document order.
        not_understood: Sentences about what was left out.
    """

    year: int | None = None
    last_year: int | None = None
    number: str = ""
    issued_on: date | None = None
    title: str = ""
    tasks: list[ReadTask] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """The outline in the form that ``nhipcau plan import --dry-run --json`` prints."""
        return {
            "year": self.year,
            "number": self.number,
            "tasks": [
                {
                    "number": task.number,
                    "group": task.group,
                    "text": task.text,
                    "lead": task.lead,
                    "coordinators": task.coordinators,
                    "start": task.start.isoformat() if task.start else None,
                    "due": task.due.isoformat() if task.due else None,
                    "recurring": task.recurring,
                    "doubts": task.doubts,
                }
                for task in self.tasks
            ],
            "not_understood": self.not_understood,
        }

    def as_outline(self) -> PlanOutline:
        """The same in the vocabulary that services and document writers share."""
        return PlanOutline(
            year=self.year,
            number=self.number,
            title=self.title,
            last_year=self.last_year,
            issued_on=self.issued_on,
            tasks=tuple(
                TaskOutline(
                    number=task.number,
                    group=" / ".join(task.groups),
                    text=task.text,
                    lead=task.lead,
                    coordinators=tuple(task.coordinators),
                    start=task.start,
                    due=task.due,
                    recurring=task.recurring,
                    timing=task.time_text,
                    product=task.product,
                    budget_source=task.budget,
                    doubts=tuple(task.doubts),
                )
                for task in self.tasks
            ),
            not_understood=tuple(self.not_understood),
        )
