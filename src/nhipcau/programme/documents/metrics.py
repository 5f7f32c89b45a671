"""Widths of text in the bundled font, which has the metrics of Times New Roman."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
_POINTS_PER_MM = 72 / 25.4
_MEASURED_SIZE = 200


@cache
def _font(bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    style = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}.get(
        (bold, italic), "BoldItalic"
    )
    return ImageFont.truetype(FONTS / f"Tinos-{style}.ttf", _MEASURED_SIZE)


def width_mm(text: str, *, size: float, bold: bool = False, italic: bool = False) -> float:
    """Width of one line of text.

    Args:
        text: The line.
        size: Type size in points.
        bold: Bold type.
        italic: Italic type.

    Returns:
        Millimetres.
    """
    return _font(bold, italic).getlength(text) / _MEASURED_SIZE * size / _POINTS_PER_MM
