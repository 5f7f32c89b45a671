"""Read an Excel workbook: every visible sheet as one table, hidden parts named and left out."""

import io
import re
import zipfile
from datetime import date, datetime, time
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from nhipcau.common.text import nfc
from nhipcau.programme.plan_import.exceptions import BrokenFile, TooLarge
from nhipcau.programme.plan_import.package import MAXIMUM_CELLS, MAXIMUM_ROWS
from nhipcau.programme.plan_import.types import Cell, GridRow, PlanSource, Table

_MAXIMUM_COLUMNS = 60
_DAY_FORMAT = re.compile(r"d", re.I)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def read_workbook(content: bytes) -> PlanSource:
    """Read an XLSX file that :func:`package.checked_kind` let through.

    Args:
        content: The whole file.

    Raises:
        BrokenFile: if its parts do not fit together.
        TooLarge: if a sheet holds more rows or cells than any plan.
    """
    try:
        workbook = load_workbook(io.BytesIO(content), data_only=True)
        formulas = load_workbook(io.BytesIO(content)) if _has_formulas(content) else None
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError) as error:
        raise BrokenFile from error
    except (SyntaxError, IndexError, OSError, zipfile.BadZipFile) as error:
        raise BrokenFile from error
    source = PlanSource()
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            source.remarks.append(
                _("Hidden sheet “%(name)s” was left out.") % {"name": sheet.title}
            )
            continue
        source.has_pictures = source.has_pictures or bool(getattr(sheet, "_images", ()))
        table = _SheetReader(sheet, formulas[sheet.title] if formulas else None, source).read()
        if table is not None:
            source.blocks.append(table)
    return source


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return any(
            b"<f" in package.read(name)
            for name in package.namelist()
            if name.startswith("xl/worksheets/sheet")
        )


class _SheetReader:
    """Reads one sheet.

    Args:
        sheet: The sheet with saved values.
        formulas: The same sheet with its formulas, if the workbook has any.
        source: Takes the remarks.
    """

    def __init__(self, sheet: Worksheet, formulas: Worksheet | None, source: PlanSource) -> None:
        self.sheet = sheet
        self.source = source
        # The sparse store: blank formatted rows cost nothing.
        self.filled: dict[tuple[int, int], SheetCell] = {
            place: cell
            for place, cell in sheet._cells.items()
            if cell.value is not None and str(cell.value).strip()
        }
        self.lost: set[tuple[int, int]] = set()
        if formulas is not None:
            for place, cell in formulas._cells.items():
                if cell.data_type == "f" and place not in self.filled and place in sheet._cells:
                    self.lost.add(place)
                    self.filled[place] = sheet._cells[place]

    def read(self) -> Table | None:
        """The sheet as a table, ``None`` when it is blank."""
        if not self.filled:
            return None
        used = sorted({row for row, _column in self.filled})
        width = min(max(column for _row, column in self.filled), _MAXIMUM_COLUMNS)
        if len(used) > MAXIMUM_ROWS or len(used) * width > MAXIMUM_CELLS:
            raise TooLarge
        hidden = self._hidden_columns(width)
        if hidden & {column for _row, column in self.filled}:
            self.source.remarks.append(
                _("Hidden columns of sheet “%(name)s” were left out.") % {"name": self.sheet.title}
            )
        columns = [column for column in range(1, width + 1) if column not in hidden]
        merges = self._merges(width, used)
        made: dict[tuple[int, int], Cell] = {}
        rows = []
        for index, row in enumerate(used):
            cells = []
            for place, column in enumerate(columns):
                origin, end = merges.get((row, column), ((row, column), (row, column)))
                if origin not in made:
                    height = sum(1 for one in used if origin[0] <= one <= end[0])
                    span = sum(1 for one in columns if origin[1] <= one <= end[1])
                    made[origin] = self._cell(origin, index, place, height, span)
                cells.append(made[origin])
            is_hidden = bool(self.sheet.row_dimensions[row].hidden)
            rows.append(GridRow(tuple(cells), label=row, hidden=is_hidden))
        return Table(self.sheet.title, tuple(rows)) if columns else None

    def _merges(
        self, width: int, used: list[int]
    ) -> dict[tuple[int, int], tuple[tuple[int, int], tuple[int, int]]]:
        merges = {}
        for area in self.sheet.merged_cells.ranges:
            ends = ((area.min_row, area.min_col), (area.max_row, area.max_col))
            for row in used:
                if area.min_row <= row <= area.max_row:
                    for column in range(area.min_col, min(area.max_col, width) + 1):
                        merges[row, column] = ends
        return merges

    def _hidden_columns(self, width: int) -> set[int]:
        hidden: set[int] = set()
        for dimension in self.sheet.column_dimensions.values():
            if dimension.hidden and dimension.min:
                last = min(dimension.max or dimension.min, width)
                hidden.update(range(dimension.min, last + 1))
        return hidden

    def _cell(
        self, origin: tuple[int, int], row: int, column: int, rows: int, columns: int
    ) -> Cell:
        cell = self.filled.get(origin)
        if cell is None:
            return Cell("", row=row, column=column, rows=rows, columns=columns)
        text, day, whole_month = _shown(cell)
        comment = cell.comment.text if cell.comment else ""
        return Cell(
            text,
            row=row,
            column=column,
            rows=rows,
            columns=columns,
            bold=bool(cell.font.b),
            day=day,
            number=_number(cell.value),
            whole_month=whole_month,
            notes=(nfc(comment).strip(),) if comment and comment.strip() else (),
            lost_formula=origin in self.lost,
        )


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(repr(value))


def _shown(cell: SheetCell) -> tuple[str, date | None, bool]:
    """What the cell shows, the date it stores, and whether only month and year are shown."""
    value = cell.value
    if value is None:
        return "", None, False
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        shape = _QUOTED.sub("", cell.number_format or "")
        if not _DAY_FORMAT.search(shape):
            return f"{day:%m/%Y}", day, True
        return f"{day:%d/%m/%Y}", day, False
    if isinstance(value, time):
        return value.isoformat(), None, False
    if isinstance(value, bool):
        return "x" if value else "", None, False
    if isinstance(value, float):
        decimals = re.fullmatch(r"0\.(0+)", cell.number_format or "")
        if decimals:
            return f"{value:.{len(decimals[1])}f}", None, False
        text = str(int(value)) if value == int(value) else repr(round(value, 6))
        return text, None, False
    text = nfc(str(value)).replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("_x000D_", "")
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line), None, False
