"""What the columns of a task table hold, told from its heading rows."""

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from nhipcau.common.text import fold
from nhipcau.programme.plan_import.bodies import is_head
from nhipcau.programme.plan_import.labels import number_in_cell
from nhipcau.programme.plan_import.matrix import BodyColumn, body_columns
from nhipcau.programme.plan_import.types import Cell, Table

_DEEPEST_HEADING = 25


class Role(Enum):
    """What a column holds."""

    NUMBER = auto()
    GROUP = auto()
    TEXT = auto()
    LEAD = auto()
    WHO = auto()
    COORDINATORS = auto()
    TIME = auto()
    START = auto()
    DUE = auto()
    QUARTER = auto()
    MONTH = auto()
    PRODUCT = auto()
    BUDGET = auto()
    NOTE = auto()
    BODY = auto()
    OTHER = auto()


_PATTERNS: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, r"^(?:s\.?\s?t\.?\s?t|tt|so tt|so thu tu|no|muc)\.?$"),
    (Role.TIME, r"thoi gian (?:thuc hien|hoan thanh|to chuc|du kien)|^thoi gian,"),
    (
        Role.OTHER,
        r"don vi tinh|^dvt|dia diem|dia ban|quy mo|so luong|doi tuong|thanh phan|cap trinh|"
        r"phe duyet|lanh dao|nguoi theo doi|chuyen vien|hinh thuc|tinh hinh|danh gia",
    ),
    (Role.PRODUCT, r"san pham|ket qua|muc tieu|chi tieu|dau ra"),
    (Role.BUDGET, r"kinh phi|du toan|thanh tien|so tien|nguon|ngan sach"),
    (Role.NOTE, r"ghi chu|luu y|can cu"),
    (Role.WHO, r"chu tri.*phoi hop|phoi hop.*chu tri"),
    (Role.COORDINATORS, r"phoi hop|tham gia"),
    (Role.LEAD, r"chu tri|dau moi"),
    (Role.START, r"^(?:thoi gian |ngay )?bat dau$|^tu(?: ngay)?$"),
    (Role.DUE, r"^(?:thoi gian |ngay )?ket thuc$|^den(?: ngay)?$"),
    (
        Role.TIME,
        r"thoi gian|tien do|thoi han|thoi diem|han hoan thanh|^hoan thanh$|ngay hoan thanh|"
        r"lo trinh|^ngay|moc thoi gian|^han\b|thoi ky",
    ),
    (Role.GROUP, r"^nhom|linh vuc|chuyen de|^mang|chu de|^phan$"),
    (
        Role.TEXT,
        r"noi dung|nhiem vu|cong viec|hoat dong|giai phap|su kien|^viec|^ten|chuong trinh|de an|"
        r"dau viec|yeu cau",
    ),
    (
        Role.WHO,
        r"phu trach|trach nhiem|thuc hien|phan cong|trien khai|^co quan|^don vi|"
        r"^cac (?:co quan|don vi)|co quan, don vi",
    ),
)
_DIVIDED = frozenset(
    {Role.LEAD, Role.COORDINATORS, Role.START, Role.DUE, Role.TIME, Role.QUARTER, Role.MONTH}
)
_DEADLINE = re.compile(r"hoan thanh|thoi han|\bhan\b|ket thuc|^tien do$")
_QUARTER = re.compile(r"^(?:quy|q)\s*(iv|i{1,3}|[1-4])(?:\s*/\s*\d{4})?$")
_MONTH = re.compile(r"^(?:thang|t)\s*\.?\s*(\d{1,2})(?:\s*/\s*\d{4})?$")
# So the columns are headed in which agencies stand.
_ROLE_WORD = re.compile(r"(?:các )?(?:cơ quan|đơn vị|bộ phận|tổ chức|cá nhân|địa phương)\b", re.I)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TEXT_STRENGTH = ("cu the", "cong viec", "hoat dong", "chi tiet", "nhiem vu", "noi dung")


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        index: Its place.
        role: What it holds.
        heading: Its heading rows joined, as written.
        period: Number of the quarter or month, for columns that are ticked.
        deadline: Whether times in it are headed as deadlines.
    """

    index: int
    role: Role
    heading: str
    period: int = 0
    deadline: bool = False


@dataclass
class Layout:
    """The columns of a task table.

    Attributes:
        columns: All of them.
        body: Index of the first row below the heading.
        inherited: Whether the heading was taken from the table before.
        head: Index of the first row of the heading.
        bodies: Columns headed by an agency, where marks say who does what.
    """

    columns: list[Column] = field(default_factory=list)
    body: int = 0
    inherited: bool = False
    head: int = 0
    bodies: list[BodyColumn] = field(default_factory=list)

    def first(self, *roles: Role) -> Column | None:
        """The first column with one of the roles, in the order of the roles."""
        for role in roles:
            for column in self.columns:
                if column.role is role:
                    return column
        return None

    def all(self, *roles: Role) -> list[Column]:
        """Every column with one of the roles."""
        return [column for column in self.columns if column.role in roles]

    @property
    def headings(self) -> list[str]:
        """What stands above the columns, for comparing."""
        return [fold(column.heading) for column in self.columns]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.columns)


def find_layout(
    table: Table, begin: int = 0, *, legend: dict[str, str] | None = None
) -> Layout | None:
    """Find the heading of a task table.

    Args:
        table: The table or sheet.
        begin: Row to begin at.
        legend: What marks below agencies mean in this document.

    Returns:
        The layout, or ``None`` when no row near ``begin`` looks like the heading of a task table.
    """
    for at in range(begin, min(begin + _DEEPEST_HEADING, len(table.rows))):
        layout = layout_at(table, at, legend=legend)
        if layout is not None:
            return layout
    return None


def layout_at(table: Table, at: int, *, legend: dict[str, str] | None = None) -> Layout | None:
    """The layout whose heading begins at a row, or ``None``."""
    cells = table.rows[at].cells
    own = [cell for cell in _distinct(cells) if cell.text.strip() and cell.row == at]
    if len(own) < 2 or max((len(cell.text) for cell in own), default=0) > 150:
        return None
    body = max((cell.row + cell.rows for cell in own), default=at + 1)
    if body == at + 1 and _has_second_row(table, at):
        body = at + 2
    elif body > at + 1 and body - at > 4:
        return None
    columns, names = [], {}
    for index in range(table.width):
        headings: list[Cell] = []
        for row in table.rows[at:body]:
            cell = row.cells[index]
            if cell.text.strip() and cell not in headings:
                headings.append(cell)
        texts = [cell.text for cell in headings]
        columns.append(_column(index, texts))
        if texts and _column(index, texts[-1:]).role is Role.OTHER:
            names[index] = texts
    bodies = body_columns(table, body, names, legend or {})
    of_bodies = {column.index for column in bodies}
    columns = [
        replace(column, role=Role.BODY) if column.index in of_bodies else column
        for column in columns
    ]
    columns = _settled(table, columns, body)
    layout = Layout(columns, body, head=at, bodies=bodies)
    has_text = layout.first(Role.TEXT) is not None
    has_detail = layout.all(
        Role.LEAD, Role.WHO, Role.COORDINATORS, Role.TIME, Role.START, Role.DUE, Role.QUARTER,
        Role.MONTH, Role.BODY,
    )  # fmt: skip
    only_who = all(column.role is Role.WHO for column in has_detail)
    if only_who and layout.first(Role.BUDGET) is not None:
        return None  # a budget: who spends what, but nothing to be done by a day
    return layout if has_text and has_detail else None


def heads_again(table: Table, at: int, layout: Layout, present: Layout) -> bool:
    """Whether a row below the heading is one itself: the words of a task may sound like one.

    Args:
        table: The table or sheet.
        at: The row.
        layout: As :func:`layout_at` reads the row.
        present: The layout that holds so far.
    """
    if layout.headings == present.headings:
        return True
    cells = table.rows[at].cells
    known = {column.role for column in layout.columns} - {Role.OTHER}
    if len(known) < 3 or any(len(cell.text) >= 80 for cell in cells):
        return False
    names_body = any(
        is_head(cells[column.index].text) and not _ROLE_WORD.match(cells[column.index].text)
        for column in layout.all(Role.LEAD, Role.WHO, Role.COORDINATORS)
    )
    # Columns to be ticked come in rows; a single one is the time of a task.
    names_time = len(layout.all(Role.QUARTER, Role.MONTH)) == 1
    number = present.first(Role.NUMBER)
    is_numbered = number is not None and bool(number_in_cell(cells[number.index].text))
    return not (names_body or names_time or is_numbered)


def _distinct(cells: tuple[Cell, ...]) -> list[Cell]:
    seen: list[Cell] = []
    for cell in cells:
        if cell not in seen:
            seen.append(cell)
    return seen


def _has_second_row(table: Table, at: int) -> bool:
    """Whether a heading cell over several columns is divided in the row below."""
    if at + 1 >= len(table.rows) or _is_numbered(table, at):
        return False
    if _is_lower_heading(table, at):
        return True
    wide = [cell for cell in _distinct(table.rows[at].cells) if cell.columns > 1]
    below = table.rows[at + 1].cells
    for cell in wide:
        under = below[cell.column : cell.column + cell.columns]
        roles = [_column(0, [cell.text, part.text]).role for part in _distinct(under) if part.text]
        if len(roles) > 1 and Role.OTHER not in roles:
            return True
    return False


def _is_numbered(table: Table, at: int) -> bool:
    """Whether the row below bears a number under “STT”, so that it is the first task or group."""
    return any(
        _column(index, [cell.text]).role is Role.NUMBER
        and bool(number_in_cell(table.rows[at + 1].cells[index].text))
        for index, cell in enumerate(table.rows[at].cells)
    )


def _is_lower_heading(table: Table, at: int) -> bool:
    """Whether the row below only names roles, under a heading that was not merged."""
    below = [cell for cell in _distinct(table.rows[at + 1].cells) if cell.text.strip()]
    above = [_column(index, [cell.text]).role for index, cell in enumerate(table.rows[at].cells)]
    return (
        len(below) > 1
        and all(_column(0, [cell.text]).role in _DIVIDED for cell in below)
        and all(len(cell.text) < 40 for cell in below)
        and Role.TEXT in above
        and not table.rows[at + 1].cells[above.index(Role.TEXT)].text.strip()
    )


def _column(index: int, headings: list[str]) -> Column:
    joined = " / ".join(re.sub(r"\s+", " ", text).strip() for text in headings)
    plain = [re.sub(r"\s+", " ", fold(text)).strip(" .:*") for text in headings]
    whole = " ".join(plain)
    deadline = bool(_DEADLINE.search(whole)) and "thuc hien" not in whole
    for text in reversed(plain):
        bare = re.sub(r"\s*\([^)]*\)", "", text).strip() or text
        quarter = _QUARTER.match(bare)
        named = quarter[1] if quarter else bare
        if quarter or (bare in _ROMAN and "quy" in whole):
            return Column(index, Role.QUARTER, joined, _ROMAN.get(named) or int(named))
        month = _MONTH.match(bare)
        counted = month[1] if month else bare
        if (month or (bare.isdigit() and "thang" in whole)) and 1 <= int(counted) <= 12:
            return Column(index, Role.MONTH, joined, int(counted))
        for role, pattern in _PATTERNS:
            if re.search(pattern, bare):
                if role is Role.TIME and "hoan thanh" in bare and "bat dau" in whole:
                    role = Role.DUE
                if role is Role.COORDINATORS and re.search(r"chu tri", bare):
                    role = Role.WHO
                return Column(index, role, joined, deadline=deadline)
    return Column(index, Role.OTHER, joined)


def _settled(table: Table, columns: list[Column], body: int) -> list[Column]:
    """Decide between several columns that could each hold the task."""
    texts = [column for column in columns if column.role is Role.TEXT]
    # Cells that span columns in the heading: one heading, one column.
    distinct: list[Column] = []
    for column in texts:
        if distinct and distinct[-1].heading == column.heading:
            continue
        distinct.append(column)
    changes: dict[int, Role] = {
        column.index: Role.OTHER for column in texts if column not in distinct
    }
    if len(distinct) > 1:
        task = _task_column(table, distinct, body)
        for column in distinct:
            if column is not task:
                changes[column.index] = Role.GROUP if column.index < task.index else Role.OTHER
    leads = [column for column in columns if column.role is Role.LEAD]
    whos = [column for column in columns if column.role is Role.WHO]
    if leads and whos:
        for column in whos:
            changes[column.index] = Role.OTHER
    if any(column.role is Role.START for column in columns):
        for column in columns:
            if column.role is Role.TIME and column.deadline:
                changes[column.index] = Role.DUE
    spanned = {column.index for column in texts if column not in distinct}
    if spanned and not any(column.role is Role.NUMBER for column in columns):
        # One heading over two columns: the first is the narrow one with the numbers.
        first = distinct[0]
        cells = [row.cells[first.index].text.strip() for row in table.rows[body:]]
        if cells and all(len(text) <= 6 for text in cells if text) and any(cells):
            changes[first.index] = Role.NUMBER
            changes[first.index + 1] = Role.TEXT
    return [
        Column(c.index, changes.get(c.index, c.role), c.heading, c.period, c.deadline)
        for c in columns
    ]


def _task_column(table: Table, texts: list[Column], body: int) -> Column:
    merged = {
        column.index: any(row.cells[column.index].rows > 1 for row in table.rows[body:])
        for column in texts
    }
    for column in texts[:-1]:
        if merged[column.index]:
            later = [other for other in texts if other.index > column.index]
            unmerged = [other for other in later if not merged[other.index]]
            return (unmerged or later)[0]
    for word in _TEXT_STRENGTH[:4]:
        for column in texts:
            if word in fold(column.heading):
                return column
    return texts[0]
