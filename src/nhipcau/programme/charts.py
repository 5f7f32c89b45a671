"""Plots drawn on the server as SVG, each with a text alternative and a table of its numbers.

Only geometry is decided here; the templates in ``programme/charts`` draw it with Wagtail's own
colours. Bars are laid out in per cent of the width, each below its label, so that a phone shows
the same text size and whole names. Values are plain numbers; ``None`` is “no data” and is drawn as
a gap, never as 0.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 640
ROW_HEIGHT = 44
LINE_HEIGHT = 17
# So much of a label fits beside its number on a phone; what is longer goes on below.
LABEL_SIGNS = 38


@dataclass(frozen=True)
class Segment:
    """One part of a bar.

    Attributes:
        label: What it is.
        value: Its number.
        x: Left edge in per cent of the width.
        width: Width in per cent.
        tone: Name of its colour class.
    """

    label: str
    value: Decimal
    x: float
    width: float
    tone: str


@dataclass(frozen=True)
class Bar:
    """One row of a bar chart.

    Attributes:
        label: What it is.
        lines: The label as drawn: each line with its place in pixels below ``y``.
        track: Upper edge of the bar itself, in pixels below ``y``.
        segments: Its parts; empty for no data.
        text: The number as printed at its end.
        y: Upper edge in pixels.
        address: Where the records behind it are.
    """

    label: str
    lines: tuple[tuple[str, int], ...]
    track: int
    segments: tuple[Segment, ...]
    text: str
    y: int
    address: str = ""


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars, one a row.

    Attributes:
        title: What is shown.
        summary: The text alternative, a sentence or two.
        bars: The rows.
        height: Height in pixels.
        legend: (tone, label) pairs.
    """

    title: str
    summary: str
    bars: tuple[Bar, ...]
    height: int
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class BarInput:
    """What a bar shows.

    Attributes:
        label: What it is.
        parts: (label, value, tone) triples; empty for no data.
        text: The number as printed.
        address: Where the records behind it are.
    """

    label: str
    parts: Sequence[tuple[str, Decimal | int, str]]
    text: str
    address: str = ""


def bar_chart(
    *,
    title: str,
    summary: str,
    rows: Sequence[BarInput],
    legend: Sequence[tuple[str, str]] = (),
    maximum: Decimal | int | None = None,
) -> BarChart:
    """Lay out horizontal bars.

    Args:
        title: What is shown.
        summary: The text alternative.
        rows: The bars from top to bottom.
        legend: (tone, label) pairs for bars of several parts.
        maximum: Value of a full-width bar; the largest bar when left out.
    """
    largest = max(
        [sum((Decimal(value) for _label, value, _tone in row.parts), Decimal(0)) for row in rows],
        default=Decimal(0),
    )
    full = max(Decimal(maximum) if maximum else largest, Decimal(1))
    bars = []
    y = 0
    for row in rows:
        x = 0.0
        segments = []
        for label, value, tone in row.parts:
            width = round(float(min(Decimal(value), full) / full) * 100, 2)
            segments.append(Segment(label, Decimal(value), round(x, 2), width, tone))
            x += width
        wrapped = textwrap.wrap(row.label, LABEL_SIGNS) or [row.label]
        more = (len(wrapped) - 1) * LINE_HEIGHT
        lines = tuple((line, 15 + at * LINE_HEIGHT) for at, line in enumerate(wrapped))
        bars.append(Bar(row.label, lines, 22 + more, tuple(segments), row.text, y, row.address))
        y += ROW_HEIGHT + more
    return BarChart(
        title=title,
        summary=summary,
        bars=tuple(bars),
        height=max(y, ROW_HEIGHT),
        legend=tuple(legend),
    )


@dataclass(frozen=True)
class Column:
    """One column of a chart over time.

    Attributes:
        label: The time.
        text: The number as printed, empty for no data.
        x: Left edge.
        y: Upper edge.
        height: Height.
        width: Width.
    """

    label: str
    text: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class ColumnChart:
    """Columns over time.

    Attributes:
        title: What is shown.
        summary: The text alternative.
        columns: The columns in order.
    """

    title: str
    summary: str
    columns: tuple[Column, ...]
    width: int = WIDTH
    height: int = 200
    base: int = 170


def column_chart(
    *, title: str, summary: str, points: Sequence[tuple[str, Decimal | None, str]]
) -> ColumnChart:
    """Lay out columns.

    Args:
        title: What is shown.
        summary: The text alternative.
        points: (label, value, printed value) in order; ``None`` leaves a gap.
    """
    largest = max([value for _label, value, _text in points if value is not None], default=1)
    full = float(largest) or 1.0
    step = WIDTH / max(len(points), 1)
    columns = []
    for index, (label, value, text) in enumerate(points):
        height = 0.0 if value is None else round(float(value) / full * 140, 2)
        width = min(step * 0.7, 60)
        columns.append(
            Column(
                label=label,
                text=text if value is not None else "",
                x=round(index * step + (step - width) / 2, 2),
                y=round(170 - height, 2),
                width=round(width, 2),
                height=height,
            )
        )
    return ColumnChart(title=title, summary=summary, columns=tuple(columns))
