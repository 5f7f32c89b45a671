"""A plain bar plot as numbers for a drawing; the table beside it says the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 640
LABEL_WIDTH = 200
BAR_HEIGHT = 18
GAP = 10


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes:
        label: Name of its row, only on the first bar of a row.
        series: Number of its column among the drawn ones, from 0.
        value: The figure; ``None`` when there is none, which is not nought.
        x: Left edge.
        y: Upper edge.
        length: Width of the bar.
        text_x: Where its figure is written.
        text_y: Base line of the writing.
    """

    label: str
    series: int
    value: Decimal | None
    x: float
    y: float
    length: float
    text_x: float
    text_y: float


@dataclass(frozen=True)
class Plot:
    """A drawing of bars.

    Attributes:
        bars: From top to bottom.
        series: Headings of the drawn columns.
        height: Of the drawing.
        width: Of the drawing.
        axis_x: Where nought lies.
    """

    bars: list[Bar]
    series: list[str]
    height: int
    width: int
    axis_x: float


def bars(
    labels: Sequence[str], series: Sequence[tuple[str, Sequence[Decimal | None]]]
) -> Plot | None:
    """Lay out horizontal bars, which leave room for long Vietnamese names.

    Args:
        labels: Names of the rows.
        series: Heading and figures of each column, as many figures as rows.

    Returns:
        The drawing, or ``None`` when there is nothing to draw.
    """
    figures = [value for _heading, values in series for value in values if value is not None]
    if not figures:
        return None
    numbers = [0.0, *(float(value) for value in figures)]
    low, high = min(numbers), max(numbers)
    # Room for the figure itself beside the longest bar.
    scale = (WIDTH - LABEL_WIDTH - 90) / ((high - low) or 1)
    axis = LABEL_WIDTH - low * scale
    found, top = [], GAP
    for row, label in enumerate(labels):
        for place, (_heading, values) in enumerate(series):
            value = values[row]
            length = abs(float(value or 0)) * scale
            left = axis if (value or 0) >= 0 else axis - length
            found.append(
                Bar(
                    label=label if place == 0 else "",
                    series=place,
                    value=value,
                    x=round(left, 1),
                    y=top,
                    length=round(length, 1),
                    text_x=round(left + length + 6, 1),
                    text_y=top + BAR_HEIGHT - 4,
                )
            )
            top += BAR_HEIGHT + 2
        top += GAP
    return Plot(found, [heading for heading, _values in series], top, WIDTH, round(axis, 1))
