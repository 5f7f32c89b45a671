"""The pictures themselves: one function a scene."""

import math
from collections.abc import Callable

from PIL import Image

from nhipcau.web.sample.pictures import abroad, shores, town
from nhipcau.web.sample.pictures.canvas import Canvas, Colour, mix
from nhipcau.web.sample.pictures.things import (
    ASPECT,
    boat,
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


def _lake(canvas: Canvas) -> None:
    canvas.gradient([(96, 146, 170), (190, 212, 208), (248, 226, 190)], 0, 0.5)
    canvas.glow(0.34, 0.34, 0.1, SUN, 210)
    for level, colour in ((0.38, (120, 150, 158)), (0.43, (78, 116, 116)), (0.47, (46, 86, 76))):
        canvas.ridge(level, 0.055, colour, bottom=0.52)
        canvas.mist(level, level + 0.09, (238, 226, 204), 90)
    canvas.gradient([(226, 214, 186), (128, 168, 168), (40, 84, 92)], 0.51, 1)
    canvas.ripples(0.53, 1, (255, 250, 232), 260)
    for x, y, length in ((0.55, 0.72, 0.22), (0.26, 0.62, 0.1), (0.78, 0.59, 0.07)):
        boat(canvas, x, y, length, (52, 34, 24))
    for _ in range(60):
        x, y = canvas.random.uniform(0, 0.42), canvas.random.uniform(0.88, 1.0)
        canvas.disc(
            x,
            y,
            canvas.random.uniform(0.012, 0.035),
            mix((60, 112, 66), (24, 62, 46), canvas.random.random()),
            255,
            0.34,
        )
    for x, y in ((0.1, 0.9), (0.23, 0.945), (0.33, 0.915)):
        for petal in range(5):
            canvas.disc(
                x + math.cos(petal * math.pi / 4) * 0.01,
                y - math.sin(petal * math.pi / 4) * 0.014,
                0.008,
                (236, 150, 170),
            )


def _columns(canvas: Canvas) -> None:
    canvas.gradient([(92, 158, 196), (186, 218, 226), (246, 232, 206)], 0, 0.45)
    canvas.gradient([(112, 176, 186), (36, 116, 142), (16, 68, 98)], 0.42, 1)
    canvas.ripples(0.44, 1, (240, 252, 250), 240)
    side = 0.031
    for row in range(24):
        y = 0.4 + row * side * 0.98
        for column in range(38):
            x = column * side * 1.5 + (row % 2) * side * 0.75 - 0.05
            shore = 0.62 - 0.5 * (row / 24) + 0.07 * math.sin(row * 0.8)
            if x < shore:
                continue
            high = (0.06 + 0.22 * max(0.0, x - shore)) * (0.75 + 0.5 * canvas.random.random())
            top = y - high
            stone = mix((92, 84, 80), (38, 34, 34), canvas.random.uniform(0, 0.7))
            corners = [
                (
                    x + side * 0.5 * math.cos(k * math.pi / 3),
                    top + side * 0.5 * ASPECT * 0.6 * math.sin(k * math.pi / 3),
                )
                for k in range(6)
            ]
            canvas.shape(
                [
                    corners[3],
                    corners[2],
                    corners[1],
                    corners[0],
                    (corners[0][0], y + 0.05),
                    (corners[3][0], y + 0.05),
                ],
                mix(stone, (0, 0, 0), 0.42),
            )
            canvas.shape(
                [corners[2], corners[1], (corners[1][0], y + 0.05), (corners[2][0], y + 0.05)],
                mix(stone, (0, 0, 0), 0.18),
            )
            canvas.shape(corners, mix(stone, (230, 200, 166), 0.2))
    for _ in range(110):
        x = canvas.random.random() * 0.55
        y = 0.46 + (0.62 - x) * 0.95 + canvas.random.uniform(-0.02, 0.02)
        if y < 1:
            canvas.disc(x, y, canvas.random.uniform(0.003, 0.012), (250, 252, 248), 150, 0.4)


def _waterfall(canvas: Canvas) -> None:
    canvas.gradient([(150, 186, 170), (214, 226, 196)], 0, 0.3)
    canvas.ridge(0.2, 0.03, (58, 96, 64))
    canvas.gradient([(58, 46, 40), (34, 30, 30)], 0.24, 0.78)
    for _ in range(420):
        x, y = canvas.random.random(), canvas.random.uniform(0.24, 0.8)
        canvas.shape(
            [(x, y), (x + 0.03, y + 0.006), (x + 0.026, y + 0.05), (x + 0.004, y + 0.045)],
            mix((82, 66, 56), (26, 24, 26), canvas.random.random()),
            150,
        )
    for start, breadth in ((0.1, 0.1), (0.3, 0.2), (0.58, 0.1), (0.74, 0.17)):
        for _ in range(int(breadth * 1500)):
            x = start + canvas.random.random() * breadth
            y = 0.24 + canvas.random.uniform(-0.01, 0.2) * canvas.random.random()
            canvas.line(
                [
                    (x, y),
                    (x + canvas.random.uniform(-0.004, 0.004), canvas.random.uniform(0.55, 0.8)),
                ],
                (244, 250, 246),
                0.0016,
                canvas.random.randint(40, 150),
            )
    canvas.gradient([(216, 232, 222), (112, 168, 160), (34, 88, 90)], 0.78, 1)
    canvas.mist(0.6, 0.8, (236, 244, 238), 190)
    canvas.ripples(0.82, 1, (250, 255, 250), 150)
    for _ in range(26):
        tree(
            canvas,
            canvas.random.choice([canvas.random.uniform(0, 0.1), canvas.random.uniform(0.9, 1)]),
            canvas.random.uniform(0.3, 0.9),
            0.08,
            (38, 84, 50),
        )


def _forest(canvas: Canvas) -> None:
    canvas.gradient([(248, 216, 150), (252, 236, 196), (206, 196, 140)])
    canvas.glow(0.62, 0.3, 0.14, (255, 250, 224), 220)
    for depth in range(5):
        near = depth / 4
        colour = mix((198, 178, 116), (66, 58, 30), near)
        ground = 0.56 + 0.1 * depth
        canvas.ridge(ground, 0.012, mix((214, 186, 112), (122, 82, 40), near))
        for _ in range(26 - 4 * depth):
            x = canvas.random.random()
            thick = 0.003 + 0.012 * near * canvas.random.uniform(0.6, 1.2)
            canvas.line(
                [(x, ground + 0.02), (x + canvas.random.uniform(-0.012, 0.012), -0.05)],
                mix(colour, (30, 20, 14), 0.35),
                thick,
            )
            for _ in range(6):
                canvas.disc(
                    x + canvas.random.uniform(-0.06, 0.06),
                    canvas.random.uniform(0.0, 0.3),
                    canvas.random.uniform(0.015, 0.04),
                    mix(colour, (126, 130, 48), 0.4),
                    120,
                    0.6,
                )
        canvas.mist(ground - 0.25, ground, (252, 238, 198), int(70 * (1 - near)))
    for _ in range(500):
        x, y = canvas.random.random(), canvas.random.uniform(0.9, 1.02)
        canvas.line(
            [(x, y), (x + canvas.random.uniform(-0.01, 0.01), y - 0.05)],
            mix((150, 116, 54), (74, 60, 26), canvas.random.random()),
            0.001,
        )


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


def _road(canvas: Canvas) -> None:
    canvas.gradient([(122, 172, 196), (206, 222, 218), (250, 236, 206)], 0, 0.55)
    for level, colour in ((0.42, (132, 160, 158)), (0.47, (94, 132, 112)), (0.53, (72, 108, 70))):
        canvas.ridge(level, 0.06, colour)
        canvas.mist(level, level + 0.1, (240, 232, 208), 80)
    canvas.gradient([(112, 128, 70), (150, 92, 52), (142, 66, 38)], 0.56, 1)
    for side in range(60):
        y = 0.56 + 0.44 * (side / 60) ** 2
        near = (y - 0.56) / 0.44
        centre = 0.56 + 0.12 * math.sin(near * 2.6)
        half = 0.006 + 0.24 * near
        canvas.shape(
            [
                (centre - half, y),
                (centre + half, y),
                (centre + half * 1.1 + 0.004, y + 0.02),
                (centre - half * 1.1 - 0.004, y + 0.02),
            ],
            (74, 70, 70),
        )
        for edge in (-0.92, 0.92):
            canvas.line(
                [(centre + half * edge, y), (centre + half * edge * 1.06, y + 0.016)],
                (246, 240, 226),
                0.001 + 0.006 * near,
            )
        if side % 6 < 3:
            canvas.line([(centre, y), (centre, y + 0.014)], (246, 240, 226), 0.001 + 0.007 * near)
    for _ in range(30):
        x = canvas.random.choice([canvas.random.uniform(0, 0.3), canvas.random.uniform(0.8, 1)])
        tree(
            canvas,
            x,
            canvas.random.uniform(0.6, 0.8),
            canvas.random.uniform(0.04, 0.09),
            (46, 86, 48),
        )


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


def _hall(canvas: Canvas) -> None:
    canvas.gradient([(96, 40, 26), (140, 60, 36), (92, 52, 36)])
    for panel in range(12):
        x = panel / 12
        canvas.shape(
            [(x, 0), (x + 0.079, 0), (x + 0.079, 0.62), (x, 0.62)],
            mix((150, 82, 48), (116, 54, 34), panel % 3 / 2),
        )
    canvas.glow(0.5, 0.3, 0.3, (255, 224, 170), 110)
    canvas.shape([(0.24, 0.08), (0.76, 0.08), (0.76, 0.5), (0.24, 0.5)], (250, 244, 230))
    canvas.shape([(0.24, 0.08), (0.76, 0.08), (0.76, 0.1), (0.24, 0.1)], (150, 48, 30))
    for arc in range(7):
        points = [
            (0.3 + 0.4 * t / 30, 0.44 - (0.05 + 0.035 * arc) * math.sin(math.pi * t / 30))
            for t in range(31)
        ]
        canvas.line(points, mix((150, 52, 29), (42, 92, 64), arc / 6), 0.0025)
    for node in range(9):
        canvas.disc(0.3 + node * 0.05, 0.44, 0.006, (176, 122, 48))
    canvas.gradient([(74, 42, 30), (48, 28, 22)], 0.62, 1)
    canvas.shape([(0.3, 0.6), (0.7, 0.6), (0.72, 0.7), (0.28, 0.7)], (58, 32, 22))
    for row in range(5):
        near = row / 4
        y, size = 0.74 + 0.075 * row, 0.03 + 0.025 * near
        count = 13 - row
        for seat in range(count + 1):
            x = (seat + 0.5 * (row % 2)) / count
            colour = mix((122, 42, 28), (64, 22, 18), near)
            canvas.disc(x, y, size, colour, 255, 0.9)
            canvas.shape(
                [
                    (x - size, y),
                    (x + size, y),
                    (x + size * 1.04, y + 0.12),
                    (x - size * 1.04, y + 0.12),
                ],
                mix(colour, (0, 0, 0), 0.12),
            )


def _papers(canvas: Canvas) -> None:
    canvas.gradient([(58, 78, 62), (40, 58, 48)])
    canvas.glow(0.3, 0.2, 0.3, (250, 226, 170), 110)
    for sheet, (x, y, lean) in enumerate(
        ((0.13, 0.2, -0.05), (0.36, 0.12, 0.03), (0.6, 0.22, 0.07))
    ):

        def at(
            a: float, b: float, x: float = x, y: float = y, lean: float = lean
        ) -> tuple[float, float]:
            return x + a * 0.3 - b * 0.66 * lean, y + b * 0.66 + a * 0.3 * lean

        canvas.shape(
            [at(0.03, 0.03), at(1.03, 0.03), at(1.03, 1.03), at(0.03, 1.03)], (16, 22, 18), 90
        )
        canvas.shape(
            [at(0, 0), at(1, 0), at(1, 1), at(0, 1)],
            mix((252, 246, 232), (240, 228, 206), sheet / 4),
        )
        canvas.shape(
            [at(0.1, 0.08), at(0.62, 0.08), at(0.62, 0.115), at(0.1, 0.115)], (142, 46, 28)
        )
        for line in range(15):
            end = 0.9 if line % 5 != 4 else canvas.random.uniform(0.4, 0.75)
            y0 = 0.18 + line * 0.047
            canvas.line([at(0.1, y0), at(end, y0)], (112, 98, 86), 0.0026, 190)
        canvas.disc(*at(0.76, 0.88), 0.032, (150, 48, 30), 60)
        for ring in range(3):
            box = [at(0.76, 0.88)]
            centre_x, centre_y = canvas.point(*box[0])
            radius = (0.034 - ring * 0.008) * canvas.width
            canvas.pen.ellipse(
                (centre_x - radius, centre_y - radius, centre_x + radius, centre_y + radius),
                outline=(150, 48, 30, 170),
                width=5,
            )


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


def _microphones(canvas: Canvas) -> None:
    canvas.gradient([(214, 190, 158), (240, 222, 192), (196, 158, 118)])
    for stripe in range(9):
        x = stripe / 8
        canvas.shape([(x, 0), (x + 0.03, 0), (x + 0.03, 1), (x, 1)], (150, 52, 29), 20)
    canvas.glow(0.3, 0.2, 0.25, (255, 250, 234), 150)
    for x, y, lean, hue in (
        (0.2, 0.42, -0.1, (150, 48, 30)),
        (0.38, 0.34, -0.04, (40, 86, 62)),
        (0.56, 0.38, 0.03, (44, 66, 104)),
        (0.75, 0.45, 0.11, (176, 122, 48)),
    ):
        foot = (x - lean * 1.6, 1.02)
        canvas.line([(x, y + 0.1), foot], (44, 34, 30), 0.018)
        canvas.shape(
            [
                (x - 0.035, y + 0.13),
                (x + 0.035, y + 0.13),
                (x + 0.03 - lean * 0.1, y + 0.23),
                (x - 0.03 - lean * 0.1, y + 0.23),
            ],
            hue,
        )
        canvas.disc(x, y, 0.058, (34, 28, 28), 255, 1.18)
        for dot in range(150):
            angle, away = dot * 2.4, math.sqrt(dot / 150) * 0.052
            canvas.disc(
                x + math.cos(angle) * away,
                y + math.sin(angle) * away * 1.18 * ASPECT,
                0.0026,
                (92, 82, 78),
            )
        canvas.disc(x - 0.02, y - 0.035, 0.022, (250, 240, 226), 46)


SCENES: dict[str, Callable[[Canvas], None]] = {
    "coffee": _coffee,
    "gongs": _gongs,
    "long-house": _long_house,
    "lake": _lake,
    "columns": _columns,
    "waterfall": _waterfall,
    "forest": _forest,
    "coast": _coast,
    "towers": _towers,
    "festival": _festival,
    "cup": _cup,
    "road": _road,
    "weaving": _weaving,
    "hall": _hall,
    "papers": _papers,
    "bridges": _bridges,
    "microphones": _microphones,
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
