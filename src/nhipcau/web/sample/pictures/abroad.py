"""Pictures that go with partners abroad: roofs, steppe, grassland, flowers of the new year."""

import math

from nhipcau.web.sample.pictures.canvas import Canvas, Colour, mix
from nhipcau.web.sample.pictures.things import ASPECT, tree


def roofs(canvas: Canvas) -> None:
    """Tiled roofs with lifted eaves under an autumn moon."""
    canvas.gradient([(34, 50, 86), (112, 108, 132), (240, 186, 136)], 0, 0.8)
    canvas.glow(0.28, 0.26, 0.14, (255, 238, 200), 170)
    canvas.disc(0.28, 0.26, 0.06, (255, 246, 222))
    canvas.ridge(0.56, 0.08, (88, 90, 112))
    canvas.ridge(0.64, 0.05, (62, 70, 88))
    for left, right, top, eaves, shade in (
        (0.42, 1.12, 0.4, 0.6, 0.28),
        (-0.14, 0.62, 0.56, 0.78, 0.14),
        (0.36, 1.2, 0.74, 0.98, 0.0),
    ):
        slate = mix((50, 56, 66), (120, 118, 132), shade)
        middle, breadth = (left + right) / 2, right - left
        edge = []
        for step in range(41):
            share = step / 40
            lift = 0.075 * abs(share - 0.5) ** 2.4 * 5.3
            edge.append((left + breadth * share, eaves - lift))
        crown = [
            (middle + breadth * 0.36 * (1 - step / 10), top - 0.012 * abs(step - 10) / 10)
            for step in range(21)
        ]
        canvas.shape([*edge, *crown], slate)
        for tile in range(1, 40):
            share = tile / 40
            above = middle + breadth * 0.36 * (share - 0.5) * 2
            canvas.line(
                [(above, top), (left + breadth * share, edge[tile][1])],
                mix(slate, (16, 18, 26), 0.45),
                0.0032,
                190,
            )
            canvas.disc(
                left + breadth * share, edge[tile][1], 0.006, mix(slate, (236, 226, 208), 0.3)
            )
        canvas.line(crown, mix(slate, (240, 232, 216), 0.34), 0.013)
        wall = eaves - 0.01
        canvas.shape(
            [
                (left + breadth * 0.14, wall),
                (right - breadth * 0.14, wall),
                (right - breadth * 0.14, 1.02),
                (left + breadth * 0.14, 1.02),
            ],
            mix((92, 52, 36), (128, 96, 88), shade),
        )
        for window in range(6):
            x = left + breadth * (0.19 + 0.105 * window)
            canvas.shape(
                [
                    (x, wall + 0.03),
                    (x + breadth * 0.07, wall + 0.03),
                    (x + breadth * 0.07, wall + 0.15),
                    (x, wall + 0.15),
                ],
                (252, 206, 124),
            )
            for bar in range(1, 4):
                canvas.line(
                    [
                        (x + breadth * 0.07 * bar / 4, wall + 0.03),
                        (x + breadth * 0.07 * bar / 4, wall + 0.15),
                    ],
                    (110, 62, 36),
                    0.0016,
                )
    for x, y in ((0.9, 0.16), (0.84, 0.24), (0.95, 0.28), (0.79, 0.13), (0.88, 0.33)):
        canvas.disc(x, y, 0.02, (226, 106, 44))
        canvas.disc(x - 0.006, y - 0.009, 0.006, (255, 196, 130), 160)
    canvas.line([(1.02, 0.04), (0.9, 0.13), (0.76, 0.1)], (48, 34, 34), 0.006)
    canvas.line([(1.0, 0.06), (0.92, 0.22), (0.86, 0.3)], (48, 34, 34), 0.004)


def steppe(canvas: Canvas) -> None:
    """A wide steppe with white felt tents under a high sky."""
    canvas.gradient([(44, 112, 168), (134, 190, 212), (236, 236, 212)], 0, 0.62)
    for cloud in range(9):
        x, y = canvas.random.random(), canvas.random.uniform(0.08, 0.4)
        for _ in range(7):
            away = canvas.random.uniform(-0.07, 0.07)
            canvas.disc(x + away, y, canvas.random.uniform(0.012, 0.03), (255, 253, 244), 90, 0.34)
        canvas.disc(x, y + 0.008, 0.08, (226, 234, 232), 70, 0.12 + cloud * 0.005)
    for level, colour in ((0.55, (128, 144, 158)), (0.59, (112, 132, 122)), (0.63, (122, 140, 96))):
        canvas.ridge(level, 0.05, colour, rough=0.8)
    canvas.gradient([(158, 164, 98), (132, 146, 74), (92, 112, 54)], 0.66, 1)
    for _ in range(900):
        near = canvas.random.random() ** 1.4
        x, y = canvas.random.random(), 0.67 + 0.34 * near
        canvas.line(
            [(x, y), (x + canvas.random.uniform(-0.003, 0.006), y - 0.006 - 0.03 * near)],
            mix((184, 184, 112), (62, 92, 44), canvas.random.random()),
            0.0012,
            150,
        )
    for x, y, size in ((0.3, 0.8, 0.14), (0.58, 0.73, 0.085), (0.72, 0.71, 0.06)):
        high = size * ASPECT
        canvas.disc(x, y, size * 1.1, (60, 76, 40), 110, 0.14)
        wall = [
            (x - size, y),
            (x + size, y),
            (x + size * 0.97, y - high * 0.46),
            (x - size * 0.97, y - high * 0.46),
        ]
        canvas.shape(wall, (248, 242, 228))
        canvas.shape(
            [(x + size * 0.2, y), wall[1], wall[2], (x + size * 0.2, y - high * 0.46)],
            (220, 212, 196),
        )
        roof = [
            (x - size * 1.02, y - high * 0.44),
            (x + size * 1.02, y - high * 0.44),
            (x + size * 0.2, y - high * 0.86),
            (x - size * 0.2, y - high * 0.86),
        ]
        canvas.shape(roof, (238, 230, 212))
        canvas.shape(
            [
                (x + size * 0.16, y - high * 0.44),
                roof[1],
                roof[2],
                (x + size * 0.06, y - high * 0.86),
            ],
            (206, 196, 178),
        )
        for band in (0.12, 0.34):
            canvas.line(
                [(x - size, y - high * band), (x + size, y - high * band)],
                (44, 84, 122),
                size * 0.03,
            )
        canvas.shape(
            [
                (x - size * 0.2, y),
                (x + size * 0.14, y),
                (x + size * 0.14, y - high * 0.38),
                (x - size * 0.2, y - high * 0.38),
            ],
            (168, 62, 36),
        )
        canvas.line([(x, y - high * 0.86), (x, y - high * 1.04)], (60, 44, 36), size * 0.03)


def grassland(canvas: Canvas) -> None:
    """Rolling grass hills with single trees in evening light, a red road between them."""
    canvas.gradient([(96, 132, 164), (236, 200, 158), (255, 228, 176)], 0, 0.5)
    canvas.glow(0.3, 0.44, 0.14, (255, 244, 206), 230)
    for level, colour in (
        (0.44, (164, 166, 132)),
        (0.5, (150, 158, 96)),
        (0.58, (130, 146, 74)),
        (0.68, (108, 130, 58)),
        (0.8, (84, 110, 46)),
    ):
        edge = canvas.ridge(level, 0.055, colour, rough=0.15)
        for x, y in edge[3::22]:
            if canvas.random.random() < 0.6:
                tree(
                    canvas,
                    x,
                    y + 0.006,
                    0.03 + (level - 0.4) * 0.18,
                    mix((40, 78, 44), colour, 0.2),
                )
        canvas.mist(level + 0.01, level + 0.09, (252, 226, 172), 56)
    for step in range(70):
        share = step / 69
        y = 0.6 + 0.42 * share**1.5
        x = 0.62 + 0.13 * math.sin(share * 5.2) * (1 - share * 0.4) - 0.12 * share
        half = 0.004 + 0.085 * share**1.6
        canvas.shape(
            [
                (x - half, y),
                (x + half, y),
                (x + half * 1.12, y + 0.014),
                (x - half * 1.12, y + 0.014),
            ],
            mix((196, 112, 66), (150, 66, 36), share),
        )
    for x, y, size in ((0.16, 0.83, 0.026), (0.24, 0.86, 0.03), (0.32, 0.82, 0.024)):
        hide: Colour = (70, 44, 32)
        canvas.shape(
            [(x, y), (x + size * 1.6, y), (x + size * 1.5, y - size * 1.05), (x + 0.002, y - size)],
            hide,
        )
        canvas.disc(x + size * 1.8, y - size * 0.95, size * 0.34, hide)
        for leg in (0.1, 0.45, 1.1, 1.45):
            canvas.line([(x + size * leg, y), (x + size * leg, y + size * 0.8)], hide, size * 0.16)


def frangipani(canvas: Canvas) -> None:
    """Flowers of the lunar new year of the neighbours, floating on water."""
    canvas.gradient([(20, 74, 84), (32, 112, 112), (18, 62, 74)])
    canvas.glow(0.3, 0.22, 0.3, (160, 220, 200), 110)
    for ring in range(26):
        x, y = ((0.3, 0.4), (0.7, 0.62))[ring % 2]
        radius = (0.05 + ring * 0.026) * canvas.width
        centre_x, centre_y = canvas.point(x, y)
        canvas.pen.ellipse(
            (
                centre_x - radius,
                centre_y - radius * 0.62,
                centre_x + radius,
                centre_y + radius * 0.62,
            ),
            outline=(206, 240, 226, 46),
            width=4,
        )
    for x, y, size, turn in (
        (0.3, 0.4, 0.125, 0.2),
        (0.7, 0.62, 0.14, 0.7),
        (0.57, 0.2, 0.07, 1.1),
        (0.12, 0.78, 0.085, 0.5),
        (0.9, 0.28, 0.075, 0.0),
        (0.42, 0.86, 0.065, 0.9),
    ):
        canvas.disc(x + 0.012, y + 0.03, size * 0.95, (8, 40, 48), 110)
        for petal in range(5):
            angle = turn + petal * math.tau / 5
            for layer in range(12):
                share = layer / 11
                away = size * (0.56 - 0.3 * share)
                canvas.disc(
                    x + math.cos(angle + 0.12) * away,
                    y + math.sin(angle + 0.12) * away * ASPECT,
                    size * (0.44 - 0.2 * share),
                    mix((255, 252, 242), (250, 196, 84), share**1.4),
                )
        canvas.disc(x, y, size * 0.1, (236, 160, 52))
    for drop in range(26):
        x, y = canvas.random.random(), canvas.random.random()
        size = canvas.random.uniform(0.002, 0.007)
        canvas.disc(x, y, size, (226, 250, 240), 120 + drop)
