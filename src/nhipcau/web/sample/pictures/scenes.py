"""The pictures themselves: one function a scene."""

import math
from collections.abc import Callable

from PIL import Image

from nhipcau.web.sample.pictures import abroad, nature, office, shores, town
from nhipcau.web.sample.pictures.canvas import Canvas, Colour, mix
from nhipcau.web.sample.pictures.things import (
    ASPECT,
    coffee_rows,
    fishing_boat,
    gong,
    long_house,
    tower,
    tree,
)

SUN: Colour = (255, 226, 160)


def _coffee(canvas: Canvas) -> None:
    canvas.gradient([(244, 178, 108), (252, 219, 166), (250, 236, 208)], 0, 0.6)
    canvas.glow(0.7, 0.26, 0.12, (255, 244, 214), 230)
    canvas.disc(0.7, 0.26, 0.045, (255, 248, 226))
    for level, colour in ((0.36, (206, 160, 128)), (0.42, (158, 122, 100)), (0.48, (96, 96, 74))):
        canvas.ridge(level, 0.05, colour)
        canvas.mist(level - 0.02, level + 0.12, (250, 226, 190), 120)
    coffee_rows(canvas, 0.52, (44, 92, 52), (156, 62, 34), (206, 46, 34))


def _gongs(canvas: Canvas) -> None:
    canvas.gradient([(34, 18, 14), (92, 36, 20), (150, 60, 28)])
    canvas.glow(0.5, 0.95, 0.3, (255, 168, 74), 200)
    canvas.line([(-0.02, 0.1), (1.02, 0.13)], (24, 13, 9), 0.022)
    for x, radius in ((0.11, 0.075), (0.3, 0.1), (0.55, 0.135), (0.82, 0.105)):
        y = 0.2 + radius * ASPECT * 1.1
        for side in (-0.45, 0.45):
            canvas.line(
                [(x + side * radius, 0.12), (x + side * radius * 0.9, y - radius)],
                (214, 170, 112),
                0.002,
            )
        gong(canvas, x, y, radius, has_boss=radius != 0.1)
    for spark in range(90):
        canvas.disc(
            canvas.random.random(),
            0.45 + 0.55 * canvas.random.random(),
            0.0006 + 0.0014 * canvas.random.random(),
            (255, 200, 110),
            90 + spark,
        )
    canvas.ridge(0.97, 0.03, (22, 11, 8))


def _long_house(canvas: Canvas) -> None:
    canvas.gradient([(46, 62, 92), (176, 122, 118), (247, 186, 120)], 0, 0.75)
    canvas.glow(0.2, 0.62, 0.16, SUN, 200)
    canvas.ridge(0.56, 0.06, (110, 88, 98))
    canvas.ridge(0.63, 0.04, (72, 66, 66))
    canvas.gradient([(118, 66, 40), (74, 40, 26), (40, 22, 16)], 0.72, 1)
    for _ in range(16):
        x = canvas.random.random()
        tree(canvas, x, 0.74, canvas.random.uniform(0.04, 0.09), (42, 62, 44))
    long_house(canvas, 0.14, 0.86, 0.76, (88, 54, 34))


def _coast(canvas: Canvas) -> None:
    canvas.gradient([(60, 84, 132), (214, 142, 128), (253, 206, 140)], 0, 0.52)
    canvas.glow(0.5, 0.5, 0.14, (255, 236, 184), 240)
    canvas.disc(0.5, 0.495, 0.05, (255, 242, 206))
    canvas.gradient([(250, 200, 142), (150, 124, 138), (38, 56, 92)], 0.52, 1)
    canvas.ripples(0.53, 1, (255, 226, 178), 300)
    canvas.shape(
        [(1.01, 0.3), (0.9, 0.34), (0.82, 0.42), (0.74, 0.45), (0.68, 0.53), (1.01, 0.56)],
        (52, 44, 58),
    )
    canvas.shape(
        [(-0.01, 0.42), (0.1, 0.45), (0.2, 0.5), (0.26, 0.53), (-0.01, 0.55)], (70, 58, 74)
    )
    fishing_boat(canvas, 0.16, 0.8, 0.3, (38, 84, 122), (226, 226, 214))
    fishing_boat(canvas, 0.62, 0.68, 0.14, (142, 48, 32), (236, 220, 190))


def _towers(canvas: Canvas) -> None:
    canvas.gradient([(120, 168, 196), (224, 222, 206), (252, 232, 196)], 0, 0.8)
    canvas.ridge(0.66, 0.04, (134, 158, 150))
    canvas.ridge(0.74, 0.03, (96, 128, 100))
    canvas.ridge(0.84, 0.02, (74, 106, 62), rough=1)
    tower(canvas, 0.55, 0.85, 0.27, (172, 84, 48))
    for x in (0.08, 0.16, 0.25, 0.8, 0.88, 0.95):
        tree(canvas, x, 0.9, canvas.random.uniform(0.1, 0.16), (52, 92, 52))
    canvas.gradient([(112, 128, 70), (74, 90, 46)], 0.9, 1)


def _festival(canvas: Canvas) -> None:
    canvas.gradient([(20, 18, 40), (70, 30, 46), (160, 66, 40)])
    for _ in range(130):
        x, y = canvas.random.random(), canvas.random.uniform(0.05, 0.85)
        colour = canvas.random.choice(
            [(255, 196, 96), (238, 92, 58), (255, 232, 182), (120, 178, 128)]
        )
        canvas.disc(
            x, y, canvas.random.uniform(0.004, 0.028), colour, canvas.random.randint(30, 120)
        )
    for string in range(4):
        y = 0.1 + 0.09 * string
        for lamp in range(26):
            x = lamp / 25
            sag = y + 0.12 * math.sin(math.pi * x) + 0.02 * math.sin(lamp + string)
            canvas.glow(x, sag, 0.006, (255, 214, 130), 180) if lamp % 9 == string else None
            canvas.disc(x, sag, 0.005, (255, 224, 152))
    canvas.ridge(0.8, 0.03, (34, 16, 22))
    for stall in range(7):
        x = 0.02 + stall * 0.145
        roof = ((150, 48, 30), (226, 178, 96), (40, 92, 66))[stall % 3]
        canvas.shape([(x, 0.8), (x + 0.12, 0.8), (x + 0.105, 0.72), (x + 0.015, 0.72)], roof)
        canvas.shape(
            [(x + 0.01, 0.8), (x + 0.11, 0.8), (x + 0.11, 0.95), (x + 0.01, 0.95)],
            (255, 206, 128),
            210,
        )
        canvas.shape(
            [(x + 0.01, 0.89), (x + 0.11, 0.89), (x + 0.11, 0.95), (x + 0.01, 0.95)], (70, 36, 24)
        )
    canvas.gradient([(58, 26, 22), (22, 12, 14)], 0.95, 1)


def _cup(canvas: Canvas) -> None:
    canvas.gradient([(62, 40, 30), (106, 66, 44), (150, 96, 62)])
    canvas.glow(0.72, 0.2, 0.22, (255, 206, 140), 130)
    canvas.gradient([(120, 70, 42), (74, 42, 28)], 0.72, 1)
    for _ in range(260):
        x, y = canvas.random.random(), canvas.random.uniform(0.8, 1.0)
        size = 0.006 + 0.014 * (y - 0.78) * 5 * canvas.random.uniform(0.7, 1.1)
        brown = mix((96, 52, 28), (48, 26, 16), canvas.random.random())
        canvas.disc(x, y, size, brown, 255, 0.62)
        canvas.line(
            [(x - size * 0.7, y), (x, y + 0.003), (x + size * 0.7, y)],
            mix(brown, (0, 0, 0), 0.5),
            size * 0.12,
        )
    canvas.disc(0.5, 0.815, 0.23, (40, 22, 16), 150, 0.2)
    canvas.disc(0.5, 0.79, 0.22, (236, 226, 208), 255, 0.19)
    canvas.disc(0.5, 0.78, 0.16, (206, 192, 168), 255, 0.16)
    canvas.shape(
        [(0.36, 0.44), (0.64, 0.44), (0.6, 0.74), (0.55, 0.79), (0.45, 0.79), (0.4, 0.74)],
        (246, 238, 222),
    )
    canvas.shape(
        [(0.5, 0.44), (0.64, 0.44), (0.6, 0.74), (0.55, 0.79), (0.5, 0.79)], (222, 208, 184), 190
    )
    canvas.line([(0.63, 0.5), (0.7, 0.52), (0.695, 0.62), (0.615, 0.67)], (240, 230, 212), 0.016)
    canvas.disc(0.5, 0.44, 0.14, (246, 238, 222), 255, 0.2)
    canvas.disc(0.5, 0.445, 0.125, (70, 34, 18), 255, 0.19)
    canvas.disc(0.47, 0.44, 0.06, (126, 70, 38), 120, 0.16)
    for curl in range(3):
        for step in range(90):
            share = step / 89
            x = 0.44 + curl * 0.06 + 0.02 * math.sin(share * 5.2 + curl * 1.8) * (0.4 + share)
            size = 0.006 + 0.016 * share
            canvas.disc(x, 0.41 - share * 0.36, size, (255, 244, 226), round(15 * (1 - share)))


def _weaving(canvas: Canvas) -> None:
    colours = [(140, 40, 26), (36, 24, 20), (222, 170, 74), (244, 232, 208), (38, 84, 62)]
    canvas.gradient([(52, 22, 16), (38, 16, 12)])
    bands = [0.06, 0.16, 0.1, 0.2, 0.1, 0.16, 0.1, 0.12]
    top = 0.0
    for index, band in enumerate(bands):
        base, figure = colours[(index * 2) % 3], colours[(index * 3 + 2) % 5]
        if base == figure:
            figure = colours[3]
        canvas.shape([(0, top), (1, top), (1, top + band - 0.012), (0, top + band - 0.012)], base)
        size = (band - 0.012) / ASPECT
        count = math.ceil(1 / size) + 1
        for unit in range(count):
            x, middle = (unit + 0.5) * size, top + (band - 0.012) / 2
            for ring, colour in ((0.46, figure), (0.32, base), (0.2, figure), (0.08, colours[3])):
                across, down = size * ring, size * ring * ASPECT
                canvas.shape(
                    [
                        (x - across, middle),
                        (x, middle - down),
                        (x + across, middle),
                        (x, middle + down),
                    ],
                    colour,
                )
        top += band
    for thread in range(300):
        x = thread / 299
        canvas.line([(x, 0), (x, 1)], (0, 0, 0), 0.0007, 34)
    for thread in range(220):
        y = thread / 219
        canvas.line([(0, y), (1, y)], (255, 240, 214), 0.0005, 26)


def _bridges(canvas: Canvas) -> None:
    canvas.gradient([(30, 54, 70), (70, 104, 108), (224, 190, 140)], 0, 0.7)
    canvas.glow(0.5, 0.66, 0.22, (255, 222, 160), 190)
    canvas.ridge(0.62, 0.06, (70, 96, 96))
    canvas.ridge(0.68, 0.04, (44, 72, 70))
    canvas.gradient([(216, 178, 130), (92, 112, 108), (26, 46, 56)], 0.72, 1)
    canvas.ripples(0.73, 1, (255, 230, 184), 260)
    for pier in range(6):
        x = 0.04 + pier * 0.184
        canvas.shape(
            [(x - 0.008, 0.5), (x + 0.008, 0.5), (x + 0.012, 0.78), (x - 0.012, 0.78)], (40, 30, 28)
        )
        points = [(x + 0.184 * t / 24, 0.52 - 0.15 * math.sin(math.pi * t / 24)) for t in range(25)]
        canvas.line(points, (122, 44, 28), 0.009)
        for hanger in range(2, 24, 2):
            a, b = points[hanger]
            canvas.line([(a, b), (a, 0.53)], (122, 44, 28), 0.0018)
        mirrored = [(a, 0.98 - (b - 0.3) * 0.55) for a, b in points]
        canvas.line(mirrored, (122, 44, 28), 0.006, 60)
    canvas.shape([(-0.01, 0.52), (1.01, 0.52), (1.01, 0.545), (-0.01, 0.545)], (58, 36, 30))


SCENES: dict[str, Callable[[Canvas], None]] = {
    "coffee": _coffee,
    "gongs": _gongs,
    "long-house": _long_house,
    "lake": nature.lake,
    "columns": nature.columns,
    "waterfall": nature.waterfall,
    "forest": nature.forest,
    "coast": _coast,
    "towers": _towers,
    "festival": _festival,
    "cup": _cup,
    "road": nature.road,
    "weaving": _weaving,
    "hall": office.hall,
    "papers": office.papers,
    "seal": office.seal,
    "notebook": office.notebook,
    "medal": office.medal,
    "lotus": nature.lotus,
    "kites": nature.kites,
    "bridges": _bridges,
    "microphones": office.microphones,
    "horizon": shores.horizon,
    "lagoon": shores.lagoon,
    "lighthouse": shores.lighthouse,
    "ships": shores.ships,
    "port": shores.port,
    "roofs": abroad.roofs,
    "steppe": abroad.steppe,
    "grassland": abroad.grassland,
    "frangipani": abroad.frangipani,
    "letters": town.letters,
    "waves": town.waves,
    "museum": town.museum,
    "huts": town.huts,
    "cups": town.cups,
    "pen": town.pen,
    "drying": town.drying,
}


def draw(name: str) -> Image.Image:
    """Draw a picture.

    Args:
        name: One of ``SCENES``.

    Returns:
        An RGB image of 1600 by 1066 pixels, the same every time.

    Raises:
        KeyError: if there is no such scene.
    """
    canvas = Canvas(name)
    SCENES[name](canvas)
    return canvas.finish()
