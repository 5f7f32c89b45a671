"""Pictures of land and water: a lake, basalt, a waterfall, a forest, a road, a lotus, kites."""

import math

from nhipcau.web.sample.pictures.canvas import Canvas, mix
from nhipcau.web.sample.pictures.things import ASPECT, boat, tree


def lake(canvas: Canvas) -> None:
    """A lake among hills, dugouts on it."""
    canvas.gradient([(96, 146, 170), (190, 212, 208), (248, 226, 190)], 0, 0.5)
    canvas.glow(0.34, 0.34, 0.1, (255, 226, 160), 210)
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


def columns(canvas: Canvas) -> None:
    """Columns of basalt by the sea."""
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


def waterfall(canvas: Canvas) -> None:
    """A river that falls over a ledge."""
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


def forest(canvas: Canvas) -> None:
    """Trunks of a dry forest in low light."""
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


def road(canvas: Canvas) -> None:
    """A road through hills."""
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


def lotus(canvas: Canvas) -> None:
    """A lotus in flower among its leaves at daybreak."""
    canvas.gradient([(24, 62, 70), (38, 96, 92), (20, 54, 60)])
    canvas.glow(0.52, 0.3, 0.34, (255, 222, 180), 150)
    for _ in range(26):
        x, y = canvas.random.random(), canvas.random.uniform(0.58, 1.0)
        size = 0.05 + 0.12 * (y - 0.5)
        shade = mix((52, 122, 88), (18, 62, 58), canvas.random.random())
        canvas.disc(x, y, size, shade, 255, 0.34)
        for spoke in range(7):
            turn = spoke / 7 * math.tau
            end = (x + size * 0.9 * math.cos(turn), y + size * 0.45 * math.sin(turn))
            canvas.line([(x, y), end], mix(shade, (160, 200, 150), 0.3), 0.0012, 150)
    canvas.line([(0.5, 0.56), (0.49, 0.98)], (44, 98, 70), 0.009)
    for lean, length, rosy in (
        (-1.25, 0.2, 0.9), (1.25, 0.2, 0.9), (-0.95, 0.25, 0.7), (0.95, 0.25, 0.7),
        (-0.62, 0.29, 0.5), (0.62, 0.29, 0.5), (-0.3, 0.32, 0.3), (0.3, 0.32, 0.3),
        (0.0, 0.34, 0.12),
    ):  # fmt: skip
        left, right = [], []
        for step in range(13):
            along = step / 12
            width = 0.048 * math.sin(math.pi * along**0.8)
            out = lean + 0.25 * lean * along
            x = 0.5 + math.sin(out) * length * along
            y = 0.58 - math.cos(out) * length * along * ASPECT
            left.append((x - width * math.cos(out), y - width * math.sin(out) * ASPECT))
            right.append((x + width * math.cos(out), y + width * math.sin(out) * ASPECT))
        canvas.shape([*left, *reversed(right)], mix((255, 238, 236), (222, 96, 128), rosy))
        canvas.line([(0.5, 0.58), left[-1]], (206, 84, 116), 0.0014, 120)
    canvas.disc(0.5, 0.57, 0.05, (240, 196, 92), 255, 0.5)
    canvas.ripples(0.64, 1.0, (214, 240, 226), 90)


def kites(canvas: Canvas) -> None:
    """Four kites of four colours in the wind."""
    canvas.gradient([(88, 158, 196), (176, 214, 222), (244, 232, 206)], 0, 0.95)
    for _ in range(9):
        x, y = canvas.random.random(), canvas.random.uniform(0.1, 0.5)
        for puff in range(4):
            canvas.disc(x + puff * 0.03, y, 0.03 + 0.01 * (puff % 2), (255, 252, 244), 90, 0.5)
    canvas.ridge(0.8, 0.05, (124, 160, 128))
    canvas.ridge(0.88, 0.04, (72, 120, 84))
    for x, y, size, colour, lean in (
        (0.2, 0.28, 0.085, (168, 48, 36), -0.3),
        (0.42, 0.17, 0.07, (222, 164, 58), -0.1),
        (0.62, 0.34, 0.095, (38, 108, 82), 0.15),
        (0.83, 0.2, 0.075, (58, 76, 132), 0.35),
    ):

        def at(
            a: float, b: float, x: float = x, y: float = y, size: float = size, lean: float = lean
        ) -> tuple[float, float]:
            across = a * math.cos(lean) - b * math.sin(lean)
            down = a * math.sin(lean) + b * math.cos(lean)
            return x + across * size, y + down * size * ASPECT

        string = [at(0, 0.2), (x * 0.55 + 0.24, 0.62), (0.5 + (x - 0.5) * 0.06, 0.93)]
        canvas.line(string, (70, 62, 56), 0.0012, 170)
        tail = [at(0.16 * math.sin(t * 1.1), 1.15 + t * 0.11) for t in range(16)]
        canvas.line(tail, mix(colour, (255, 255, 255), 0.25), 0.006)
        canvas.shape([at(0, -1), at(0.72, -0.1), at(0, 1.2), at(-0.72, -0.1)], colour)
        canvas.shape([at(0, -1), at(0.72, -0.1), at(0, -0.1)], mix(colour, (255, 250, 235), 0.35))
        canvas.shape([at(0, 1.2), at(-0.72, -0.1), at(0, -0.1)], mix(colour, (20, 14, 10), 0.25))
        canvas.line([at(0, -1), at(0, 1.2)], (252, 246, 232), 0.0022)
        canvas.line([at(-0.72, -0.1), at(0.72, -0.1)], (252, 246, 232), 0.0022)
