"""What an official document is made of, the same for every file format."""

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True)
class Line:
    """A line of the frame.

    Attributes:
        text: Its text.
        size: Type size in points.
        bold: Bold type.
        italic: Italic type.
        underlined: Underlined (Party: ``Nơi nhận``).
        rule_mm: Length of a line drawn below, 0 for none.
    """

    text: str
    size: float = 13
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    rule_mm: float = 0


class Align(Enum):
    """How a paragraph or cell is set."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFIED = "justify"


@dataclass(frozen=True)
class Text:
    """A paragraph of the body.

    Attributes:
        text: Its text.
        align: How it is set.
        bold: Bold type.
        italic: Italic type.
        indented: Whether its first line is indented.
        size: Type size in points, 0 for that of the body.
        with_next: Whether it stays on the page of what follows.
        space_before: Points above, ``None`` for that of the body.
    """

    text: str
    align: Align = Align.JUSTIFIED
    bold: bool = False
    italic: bool = False
    indented: bool = True
    size: float = 0
    with_next: bool = False
    space_before: float | None = None


@dataclass(frozen=True)
class TableCell:
    """A cell of a table.

    Attributes:
        text: Its paragraphs, one a line.
        align: How it is set.
        bold: Bold type.
        italic: Italic type.
        columns: How many columns it covers.
    """

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    columns: int = 1


@dataclass(frozen=True)
class Grid:
    """A table with lines.

    Attributes:
        widths_mm: Width of each column.
        heading: Cells of the heading, repeated on every page.
        rows: The other rows.
    """

    widths_mm: tuple[float, ...]
    heading: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True)
class Annex:
    """An annex on its own pages, in landscape.

    Attributes:
        title: Lines of its title, set bold.
        note: The line in brackets below.
        body: Its parts.
    """

    title: tuple[str, ...]
    note: str
    body: tuple[Text | Grid, ...]


@dataclass(frozen=True)
class Page:
    """Measures of a page in millimetres and points.

    Attributes:
        top: Upper margin.
        bottom: Lower margin.
        left: Left margin.
        right: Right margin.
        body_size: Type size of the body.
        line_spacing: Line spacing as a multiple of a single line.
        paragraph_space: Points above a paragraph.
        indent: Indent of the first line.
        number_size: Type size of page numbers.
    """

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 20
    body_size: float = 14
    line_spacing: float = 1.15
    paragraph_space: float = 6
    indent: float = 10
    number_size: float = 14


@dataclass(frozen=True)
class OfficialDocument:
    """A whole document, ready to be set.

    Attributes:
        page: Its measures.
        left_mm: Width of the left half of its head.
        head: Left and right half of the head, line by line.
        reference: Lines below: number on the left, place and date on the right.
        title: Kind of document and summary, centred.
        body: Its parts.
        recipients: Lines bottom left.
        signature: Lines bottom right; a blank line leaves room to sign.
        annexes: What follows the signature.
        subject: Title for the properties of the file.
    """

    page: Page
    left_mm: float
    head: tuple[tuple[Line, ...], tuple[Line, ...]]
    reference: tuple[tuple[Line, ...], tuple[Line, ...]]
    title: tuple[Line, ...]
    body: tuple[Text | Grid, ...]
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]
    annexes: tuple[Annex, ...] = field(default=())
    subject: str = ""

    @property
    def text_width_mm(self) -> float:
        """Width of the text on an upright page."""
        return 210 - self.page.left - self.page.right
