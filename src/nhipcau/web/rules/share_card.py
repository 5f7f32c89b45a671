"""The picture that stands for the site or a section where a page is shared.

Drawn from the theme's own fonts and colours; 1200 by 630 pixels, as Open Graph readers expect.
"""

from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
_FONTS = Path(__file__).resolve().parent.parent / "static" / "web" / "fonts"
_PAPER, _INK, _SOFT = (253, 250, 245), (42, 29, 22), (93, 76, 64)
_BASALT, _DEEP, _GOLD = (150, 52, 29), (111, 36, 19), (217, 164, 65)
# Letters of the Vietnamese subset that the Latin one lacks; see the theme's font rules.
_VIETNAMESE = {0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0}


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """A font file of the theme at a size in pixels."""
    font = ImageFont.truetype(str(_FONTS / name), size)
    if weight:
        font.set_variation_by_axes([weight])
    return font


class _Writer:
    """Writes text whose letters are spread over two files of one family."""

    def __init__(self, family: str, size: int, weight: int = 0) -> None:
        self._latin = _font(family.format("latin"), size, weight)
        self._marked = _font(family.format("vietnamese"), size, weight)

    def runs(self, text: str) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        """Pieces of a text with the font that has their letters."""
        pieces: list[tuple[str, ImageFont.FreeTypeFont]] = []
        for letter in text:
            code = ord(letter)
            is_marked = code in _VIETNAMESE or 0x1EA0 <= code <= 0x1EF9
            font = self._marked if is_marked else self._latin
            if pieces and pieces[-1][1] is font:
                pieces[-1] = (pieces[-1][0] + letter, font)
            else:
                pieces.append((letter, font))
        return pieces

    def length(self, text: str) -> float:
        """Width of a text in pixels."""
        return sum(font.getlength(piece) for piece, font in self.runs(text))

    def lines(self, text: str, width: int) -> list[str]:
        """A text broken into lines of at most a width in pixels."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.length(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def write(self, pen: ImageDraw.ImageDraw, x: float, y: float, text: str, colour: tuple) -> None:
        """Write a line with its baseline at a height."""
        for piece, font in self.runs(text):
            pen.text((x, y), piece, font=font, fill=colour, anchor="ls")
            x += font.getlength(piece)


@lru_cache(maxsize=64)
def draw(site_name: str, tagline: str, section: str = "") -> bytes:
    """Draw a card, or remember it: every change of the masthead asks for all of them again.

    Args:
        site_name: Name of the site in the card's language.
        tagline: Line under it.
        section: Name of a section, which then stands large.

    Returns:
        A PNG.
    """
    image = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    for top in (0, SIZE[1] - 28):
        pen.rectangle((0, top, SIZE[0], top + 28), fill=_DEEP)
        for step in range(-1, SIZE[0] // 28 + 1):
            for half, colour in ((14, _GOLD), (7, _DEEP)):
                _lozenge(pen, step * 28 + 14, top + 14, half, colour)
    _gong(pen)
    serif, sans = "source-serif-4-{}-wght-normal.woff2", "be-vietnam-pro-{}-400-normal.woff2"
    large, small = _Writer(serif, 84 if section else 76, 700), _Writer(sans, 32)
    y = 250
    for line in large.lines(section or site_name, 700)[:3]:
        large.write(pen, 80, y, line, _INK)
        y += 96
    pen.rectangle((80, y - 52, 200, y - 46), fill=_BASALT)
    for line in small.lines(site_name if section else tagline, 700)[:2]:
        small.write(pen, 80, y + 10, line, _SOFT)
        y += 46
    buffer = BytesIO()
    image.quantize(64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _lozenge(pen: ImageDraw.ImageDraw, x: int, y: int, half: int, colour: tuple) -> None:
    """A lozenge of the woven strip around a point."""
    corners = [(x - half, y), (x, y - half), (x + half, y), (x, y + half)]
    pen.polygon(corners, fill=colour)


def _gong(pen: ImageDraw.ImageDraw) -> None:
    """The site's mark: a gong that holds a bridge."""
    x, y, radius = 970, 315, 170
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=_BASALT)
    ring = radius * 0.8
    pen.ellipse((x - ring, y - ring, x + ring, y + ring), outline=_GOLD, width=8)
    pen.arc((x - 105, y - 60, x + 105, y + 150), 180, 360, fill=_GOLD, width=16)
    pen.line((x - 120, y + 46, x + 120, y + 46), fill=_GOLD, width=10)
    for pier in (-52, 0, 52):
        pen.line((x + pier, y - 40, x + pier, y + 46), fill=_GOLD, width=9)
    pen.ellipse((x - 18, y - 118, x + 18, y - 82), fill=_GOLD)
