"""Painting in flat layers: skies, ridges, mist, water, grain."""

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
WIDTH, HEIGHT = 1600, 1066
# Drawn twice as large and reduced, so that edges are smooth.
SCALE = 2


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """A colour between two.

    Args:
        first: Red, green and blue, 0 to 255.
        second: The other colour.
        share: How much of the second, 0 to 1.
    """
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


class Canvas:
    """A picture in the making; coordinates are shares of width and height, 0 to 1.

    Attributes:
        random: The picture's own source of chance, so that it comes out the same every time.
    """

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)  # noqa: S311 (drawing, not secrecy)
        self.width, self.height = WIDTH * SCALE, HEIGHT * SCALE
        self.image = Image.new("RGB", (self.width, self.height))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place on the picture in pixels."""
        return x * self.width, y * self.height

    def gradient(self, colours: Sequence[Colour], top: float = 0, bottom: float = 1) -> None:
        """Fill a band with colours that pass into each other from top to bottom."""
        column = Image.new("RGB", (1, len(colours)))
        column.putdata(list(colours))
        first, last = round(top * self.height), round(bottom * self.height)
        band = column.resize((self.width, last - first), Image.Resampling.BICUBIC)
        self.image.paste(band, (0, first))

    def shape(
        self, points: Sequence[tuple[float, float]], colour: Colour, alpha: int = 255
    ) -> None:
        """Fill a polygon."""
        self.pen.polygon([self.point(x, y) for x, y in points], fill=(*colour, alpha))

    def disc(
        self, x: float, y: float, radius: float, colour: Colour, alpha: int = 255, flat: float = 1
    ) -> None:
        """Fill a circle.

        Args:
            x: Centre.
            y: Centre.
            radius: Share of the width.
            colour: Its colour.
            alpha: Opacity, 0 to 255.
            flat: Height as a share of the breadth.
        """
        centre_x, centre_y = self.point(x, y)
        across = radius * self.width
        down = across * flat
        self.pen.ellipse(
            (centre_x - across, centre_y - down, centre_x + across, centre_y + down),
            fill=(*colour, alpha),
        )

    def line(
        self, points: Sequence[tuple[float, float]], colour: Colour, width: float, alpha: int = 255
    ) -> None:
        """Draw a line; its width is a share of the picture's width."""
        self.pen.line(
            [self.point(x, y) for x, y in points],
            fill=(*colour, alpha),
            width=max(1, round(width * self.width)),
            joint="curve",
        )

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: int = 120) -> None:
        """Light that fades outwards."""
        small = Image.new("L", (self.width // 8, self.height // 8))
        centre_x, centre_y = x * small.width, y * small.height
        across = radius * small.width
        ImageDraw.Draw(small).ellipse(
            (centre_x - across, centre_y - across, centre_x + across, centre_y + across),
            fill=strength,
        )
        soft = small.filter(ImageFilter.GaussianBlur(across * 0.45))
        mask = soft.resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste(Image.new("RGB", self.image.size, colour), mask=mask)

    def ridge(
        self,
        level: float,
        swing: float,
        colour: Colour,
        *,
        rough: float = 0.5,
        bottom: float = 1.01,
    ) -> list[tuple[float, float]]:
        """A chain of hills from edge to edge.

        Args:
            level: Mean height on the picture.
            swing: How far it rises and falls.
            colour: Its colour.
            rough: How much small unevenness it has, 0 to 1.
            bottom: Down to where it is filled.

        Returns:
            The points of its upper edge.
        """
        waves = [
            (self.random.uniform(0.6, 1.4) * 2**octave, self.random.uniform(0, math.tau), share)
            for octave, share in enumerate(
                (1, 0.5, 0.22 * rough * 2, 0.1 * rough * 2, 0.05 * rough)
            )
        ]
        edge = []
        for step in range(161):
            x = step / 160
            rise = sum(
                math.sin(x * math.tau * rate + phase) * share for rate, phase, share in waves
            )
            edge.append((x, level - swing * rise / 1.6))
        self.shape([*edge, (1, bottom), (0, bottom)], colour)
        return edge

    def mist(self, top: float, bottom: float, colour: Colour, strength: int = 110) -> None:
        """Mist that thickens downwards within a band."""
        first, last = round(top * self.height), round(bottom * self.height)
        column = Image.new("L", (1, 3))
        column.putdata([0, strength // 2, strength])
        mask = column.resize((self.width, last - first), Image.Resampling.BICUBIC)
        self.image.paste(Image.new("RGB", mask.size, colour), (0, first), mask)

    def ripples(self, top: float, bottom: float, colour: Colour, count: int = 160) -> None:
        """Short bright lines on water, longer and wider apart towards the viewer."""
        for _ in range(count):
            near = self.random.random() ** 1.6
            y = top + (bottom - top) * near
            length = 0.015 + 0.09 * near * self.random.random()
            x = self.random.random()
            alpha = self.random.randint(25, 90)
            self.line([(x, y), (x + length, y)], colour, 0.0008 + 0.0016 * near, alpha)

    def finish(self) -> Image.Image:
        """The finished picture at its true size, with the grain of printed paper."""
        picture = self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        small = (WIDTH // 2, HEIGHT // 2)
        noise = Image.frombytes("L", small, self.random.randbytes(small[0] * small[1]))
        soft = noise.filter(ImageFilter.GaussianBlur(0.7)).point(
            lambda value: 128 + (value - 128) // 7
        )
        grain = soft.resize(picture.size, Image.Resampling.BILINEAR).convert("RGB")
        return ImageChops.overlay(picture, grain)
