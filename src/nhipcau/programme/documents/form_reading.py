"""Read a report form back, also one that was edited, cut about or damaged."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rapidfuzz.distance import Indel

from nhipcau.common.exceptions import DomainError
from nhipcau.common.text import fold
from nhipcau.programme.documents.forms import FORM_MARK, STATE_WORDS
from nhipcau.programme.enums import WorkState
from nhipcau.programme.plan_import.readers import read_source
from nhipcau.programme.plan_import.types import Cell, GridRow, Paragraph, PlanSource, Table
from nhipcau.programme.types import ReportForm, ReportFormRow

_FORM_CODE = re.compile(
    rf"{FORM_MARK}\s*:\s*(?P<agency>[-\w]+)\s*:\s*(?P<period>[0-9a-f]{{8}}-?[0-9a-f-]{{27,}})", re.I
)
_ROW_CODE = re.compile(
    r"\b([TI])\s*-\s*([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})", re.I
)
_SAME_TEXT = 0.85
_STATE_VARIANTS = {
    "chua thuc hien": WorkState.NOT_STARTED,
    "chua trien khai": WorkState.NOT_STARTED,
    "chua": WorkState.NOT_STARTED,
    "dang thuc hien": WorkState.IN_PROGRESS,
    "dang trien khai": WorkState.IN_PROGRESS,
    "dang": WorkState.IN_PROGRESS,
    "hoan thanh": WorkState.DONE,
    "da hoan thanh": WorkState.DONE,
    "da thuc hien": WorkState.DONE,
    "da xong": WorkState.DONE,
    "xong": WorkState.DONE,
    "hoan": WorkState.POSTPONED,
    "lui thoi gian": WorkState.POSTPONED,
    "huy": WorkState.STOPPED,
    "khong trien khai": WorkState.STOPPED,
}
_COLUMNS = {
    "text": r"nhiem vu",
    "state": r"tinh trang",
    "done": r"ket qua",
    "actual": r"so lieu",
    "evidence": r"minh chung",
    "obstacles": r"kho khan|vuong mac",
    "proposals": r"de xuat|kien nghi",
}


class FormNotRecognised(DomainError):
    """A file that is no report form of ours."""

    code = "programme.form.not_recognised"
    message = gettext_lazy(
        "This file is not a report form of this program, or its table was removed. Send the form "
        "again and ask the agency to fill in that file."
    )


class ForeignForm(DomainError):
    """A form of another agency or period."""

    code = "programme.form.foreign"
    message = gettext_lazy("This form belongs to another agency or another period.")


@dataclass(frozen=True)
class FormReading:
    """A form read back.

    Attributes:
        form: What the agency wrote; tasks it did not touch have empty answers.
        problems: Sentences about rows that fit no task of the form.
    """

    form: ReportForm
    problems: tuple[str, ...] = ()


def form_identity(content: bytes) -> tuple[str, str]:
    """Which form a file is.

    Args:
        content: The whole file, XLSX or DOCX.

    Returns:
        Code of the agency and UUID of the period.

    Raises:
        FormNotRecognised: if the file carries no code.
        PlanFileError: if it cannot be opened.
    """
    found = _FORM_CODE.search(_all_text(read_source(content)))
    if found is None:
        raise FormNotRecognised
    return found["agency"], found["period"].lower()


def read_form(content: bytes, *, expected: ReportForm) -> FormReading:
    """Read the answers of a form.

    Args:
        content: The whole file, XLSX or DOCX.
        expected: The form as it was made, with tasks and indicators.

    Returns:
        The answers. A cell that cannot be read stays empty and is told in the row's doubts.

    Raises:
        FormNotRecognised: if no table of the form is left.
        ForeignForm: if the file names another agency or period.
        PlanFileError: if the file cannot be opened.
    """
    source = read_source(content)
    code = _FORM_CODE.search(_all_text(source))
    if code is not None and (
        code["agency"] != expected.agency_code
        or code["period"].replace("-", "").lower() != expected.period_uuid.replace("-", "")
    ):
        raise ForeignForm
    reader = _FormReader(expected)
    for table in source.blocks:
        if isinstance(table, Table):
            reader.read(table)
    if not reader.found_table:
        raise FormNotRecognised
    return reader.result()


def _all_text(source: PlanSource) -> str:
    lines = []
    for block in source.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [cell.text for row in block.rows for cell in dict.fromkeys(row.cells)]
    return "\n".join(lines)


class _FormReader:
    def __init__(self, expected: ReportForm) -> None:
        self.expected = expected
        self.tasks = {row.task_key.replace("-", ""): row for row in expected.rows}
        self.answers: dict[str, ReportFormRow] = {}
        self.indicators = {
            item.key.replace("-", ""): (row.task_key.replace("-", ""), item)
            for row in expected.rows
            for item in row.indicators
        }
        self.problems: list[str] = []
        self.found_table = False
        self.open: str | None = None

    def result(self) -> FormReading:
        rows = []
        for key, row in self.tasks.items():
            answer = self.answers.get(key)
            if answer is None:
                missing = _("This task is missing in the form that was sent back.")
                answer = replace(row, doubts=(missing,))
            rows.append(answer)
        return FormReading(replace(self.expected, rows=tuple(rows)), tuple(self.problems))

    def read(self, table: Table) -> None:
        columns: dict[str, int] | None = None
        for row in table.rows:
            names = self._heading(row)
            if names is not None:
                columns, self.found_table = names, True
                continue
            if columns is not None:
                self._row(row, columns)

    def _heading(self, row: GridRow) -> dict[str, int] | None:
        found: dict[str, int] = {}
        for name, pattern in _COLUMNS.items():
            for index, cell in enumerate(row.cells):
                if len(cell.text) < 80 and re.search(pattern, fold(cell.text)):
                    found.setdefault(name, index)
                    break
        return found if len(found) >= 4 and "text" in found else None

    def _row(self, row: GridRow, columns: dict[str, int]) -> None:
        cells = {name: row.cells[index] for name, index in columns.items()}
        if not any(cell.text.strip() for cell in row.cells):
            return
        joined = " ".join(re.sub(r"\s+", "", cell.text) for cell in dict.fromkeys(row.cells))
        code = _ROW_CODE.search(joined)
        key = code[2].replace("-", "").lower() if code else ""
        if code and code[1].upper() == "I" and key in self.indicators:
            self._figure(key, cells)
        elif code and code[1].upper() == "T" and key in self.tasks:
            self._task(key, cells, ())
        else:
            self._without_code(row, cells)

    def _without_code(self, row: GridRow, cells: dict[str, Cell]) -> None:
        """The code is lost: the printed text may still tell the task or the indicator."""
        text = cells["text"].text.strip()
        bare = fold(text).lstrip("-– ")
        near = [
            key
            for key, (owner, item) in self.indicators.items()
            if bare and bare.startswith(fold(item.name)) and owner in (self.open, None)
        ]
        if len(near) == 1:
            self._figure(near[0], cells)
            return
        scored = sorted(
            (
                (Indel.normalized_similarity(bare, fold(task.text)), key)
                for key, task in self.tasks.items()
            ),
            reverse=True,
        )
        close = [key for value, key in scored if value >= _SAME_TEXT]
        if len(close) == 1 and close[0] not in self.answers:
            self._task(
                close[0],
                cells,
                (_("The code of the row is lost; the task was found by its text."),),
            )
            return
        answers = [
            cell.text for name, cell in cells.items() if name != "text" and cell.text.strip()
        ]
        if answers:
            self.problems.append(
                _("Row %(row)d fits no task of the form: “%(text)s”.")
                % {"row": row.label, "text": (text or answers[0])[:200]}
            )

    def _task(self, key: str, cells: dict[str, Cell], doubts: tuple[str, ...]) -> None:
        self.open = key
        row = self.tasks[key]
        if key in self.answers:
            self.problems.append(
                _("The task “%(text)s” stands twice in the form.") % {"text": row.text[:200]}
            )
            return

        def said(name: str) -> str:
            cell = cells.get(name)
            return cell.text.strip() if cell else ""

        state, unclear = _state(said("state"))
        self.answers[key] = replace(
            row,
            state=state,
            done=said("done"),
            evidence=said("evidence"),
            obstacles=said("obstacles"),
            proposals=said("proposals"),
            actuals=tuple((item.key, None) for item in row.indicators),
            doubts=(*doubts, *unclear),
        )

    def _figure(self, key: str, cells: dict[str, Cell]) -> None:
        owner, indicator = self.indicators[key]
        answer = self.answers.get(owner) or replace(
            self.tasks[owner],
            actuals=tuple((item.key, None) for item in self.tasks[owner].indicators),
        )
        cell = cells.get("actual")
        value, unclear = read_number(cell, unit=indicator.unit) if cell else (None, ())
        doubts = tuple(f"{indicator.name}: {sentence}" for sentence in unclear)
        stray = [cells[name].text.strip() for name in ("done", "evidence") if name in cells]
        if any(stray):
            doubts += (
                _("%(name)s: beside the figure stands “%(text)s”.")
                % {"name": indicator.name, "text": "; ".join(text for text in stray if text)[:200]},
            )
        self.answers[owner] = replace(
            answer,
            actuals=tuple(
                (name, value if name == indicator.key else old) for name, old in answer.actuals
            ),
            doubts=(*answer.doubts, *doubts),
        )


def _state(text: str) -> tuple[str, tuple[str, ...]]:
    plain = re.sub(r"[\s.]+", " ", fold(text)).strip()
    if not plain:
        return "", ()
    for state, word in STATE_WORDS.items():
        if plain == fold(word):
            return state.value, ()
    known = _STATE_VARIANTS.get(plain)
    if known:
        return known.value, ()
    return "", (
        _("The state “%(text)s” is not one of the words of the form.") % {"text": text[:100]},
    )


def read_number(cell: Cell, *, unit: str = "") -> tuple[Decimal | None, tuple[str, ...]]:
    """A figure as an agency writes it.

    Args:
        cell: The cell; a number stored by a spreadsheet is taken as it is.
        unit: Unit of the indicator, which may stand behind the number.

    Returns:
        The value, ``None`` for an empty or unclear cell, and sentences about what is unclear.
    """
    text = cell.text.strip()
    if cell.number is not None:
        return _checked(cell.number)
    bare = fold(text).strip().rstrip(".")
    if bare in ("", "-", "–", "chua co", "chua co so lieu", "x"):
        return None, ()
    if unit and bare.endswith(fold(unit)):
        bare = bare[: -len(fold(unit))].strip()
    bare = bare.replace("\u00a0", " ").replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d{1,2})?", bare):
        return _checked(Decimal(bare.replace(".", "").replace(",", ".")))
    if re.fullmatch(r"\d+\.\d{1,2}", bare):
        return _checked(Decimal(bare))
    return None, (_("“%(text)s” is not a clear number.") % {"text": text[:100]},)


def _checked(value: Decimal) -> tuple[Decimal | None, tuple[str, ...]]:
    try:
        rounded = value.quantize(Decimal("0.01"))
    except InvalidOperation:
        return None, (_("The number is too large."),)
    if value < 0:
        return None, (_("A figure cannot be negative."),)
    if abs(rounded) >= Decimal(10) ** 15:
        return None, (_("The number is too large."),)
    return rounded, ()
