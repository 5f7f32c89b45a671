"""Pictures of work and town: type, a mast, a museum, huts of a festival, cups, a pencil, a yard."""

import math

from nhipcau.web.sample.pictures.canvas import Canvas, Colour, mix
from nhipcau.web.sample.pictures.things import ASPECT, tree

# Letters as lines on a block of type: strokes between bars, points in hundredths of its side.
_STROKES = (
    "30,22 30,80|30,22 56,24 74,42 74,60 56,78 30,80|16,51 46,51",
    "22,82 50,30 78,82|34,64 66,64|34,12 50,22 66,12",
    "72,30 30,30 30,82 72,82|30,56 64,56|36,22 50,10 64,22",
    "50,30 28,44 28,68 50,82 72,68 72,44 50,30|66,36 82,30 82,16",
    "26,24 26,66 42,82 58,82 70,68 70,24|70,34 86,28 86,12",
)


def letters(canvas: Canvas) -> None:
    """Blocks of type with the letters that only Vietnamese has, drawn with lines."""
    canvas.gradient([(58, 40, 32), (92, 62, 46), (48, 34, 28)])
    canvas.glow(0.25, 0.15, 0.35, (255, 224, 170), 110)
    side = 0.19
    faces = [(226, 186, 120), (214, 168, 104), (236, 204, 146), (200, 150, 92)]
    for row in range(4):
        for column in range(6):
            x = column * side * 0.98 - 0.06 + (row % 2) * side * 0.4
            y = row * side * ASPECT * 0.98 - 0.06
            face = mix(faces[(row + column * 2) % 4], (120, 70, 40), canvas.random.uniform(0, 0.4))
            deep = mix(face, (0, 0, 0), 0.5)
            lower, right = y + side * ASPECT * 0.9, x + side * 0.9
            canvas.shape(
                [
                    (x + 0.012, y + 0.022),
                    (right + 0.012, y + 0.022),
                    (right + 0.012, lower + 0.022),
                    (x + 0.012, lower + 0.022),
                ],
                deep,
            )
            canvas.shape([(x, y), (right, y), (right, lower), (x, lower)], face)
            for grain in range(7):
                level = y + side * ASPECT * 0.9 * (grain + canvas.random.random()) / 7
                canvas.line(
                    [(x, level), (right, level + 0.004)], mix(face, (90, 50, 28), 0.4), 0.0008, 120
                )
            ink = (44, 26, 20) if (row + column) % 3 else (142, 46, 28)
            for stroke in _STROKES[(row * 3 + column) % 5].split("|"):
                points = []
                for pair in stroke.split():
                    across, down = (int(number) / 100 for number in pair.split(","))
                    points.append((x + across * side * 0.9, y + down * side * ASPECT * 0.9))
                canvas.line(points, ink, side * 0.085)


def waves(canvas: Canvas) -> None:
    """A transmitting mast on a hill at dusk, its waves going out over the land."""
    canvas.gradient([(26, 34, 66), (104, 72, 98), (232, 134, 88), (250, 196, 130)], 0, 0.8)
    centre_x, centre_y = canvas.point(0.62, 0.2)
    for ring in range(11):
        radius = (0.06 + ring * 0.075) * canvas.width
        canvas.pen.arc(
            (centre_x - radius, centre_y - radius, centre_x + radius, centre_y + radius),
            0, 360, fill=(255, 226, 176, 150 - ring * 12), width=7,
        )  # fmt: skip
    canvas.glow(0.62, 0.2, 0.05, (255, 236, 190), 230)
    for level, colour in ((0.66, (110, 70, 86)), (0.73, (78, 54, 70)), (0.81, (50, 40, 54))):
        canvas.ridge(level, 0.06, colour)
    steel: Colour = (34, 26, 36)
    for side in (-1, 1):
        canvas.line([(0.62 + side * 0.06, 0.84), (0.62 + side * 0.006, 0.22)], steel, 0.006)
    for step in range(13):
        share = step / 13
        y, half = 0.84 - 0.62 * share, 0.06 - 0.054 * share
        above, narrow = 0.84 - 0.62 * (share + 1 / 13), 0.06 - 0.054 * (share + 1 / 13)
        canvas.line([(0.62 - half, y), (0.62 + narrow, above)], steel, 0.0024)
        canvas.line([(0.62 + half, y), (0.62 - narrow, above)], steel, 0.0024)
        canvas.line([(0.62 - half, y), (0.62 + half, y)], steel, 0.0024)
    canvas.line([(0.62, 0.23), (0.62, 0.12)], steel, 0.004)
    for x, y, size in ((0.595, 0.4, 0.026), (0.648, 0.47, 0.022)):
        canvas.disc(x, y, size, (238, 214, 186), 255, 1.1)
        canvas.disc(x + 0.004, y, size * 0.7, (196, 160, 138), 255, 1.1)
    canvas.ridge(0.88, 0.04, (30, 26, 38))
    for _ in range(70):
        x, y = canvas.random.random(), canvas.random.uniform(0.88, 0.97)
        canvas.disc(x, y, canvas.random.uniform(0.001, 0.003), (255, 210, 130), 210)


def museum(canvas: Canvas) -> None:
    """A building of curved halls that recall the long house, mirrored in a pool."""
    canvas.gradient([(86, 150, 186), (190, 216, 216), (250, 234, 204)], 0, 0.7)
    canvas.ridge(0.6, 0.03, (134, 158, 150))
    for mirror in (False, True):
        for left, right, top, tone in (
            (0.5, 0.98, 0.34, 0.3), (0.04, 0.5, 0.4, 0.16), (0.22, 0.8, 0.26, 0.0),
        ):  # fmt: skip
            wall = mix((206, 190, 168), (150, 138, 130), tone)
            points = [(left, 0.7)]
            for step in range(31):
                share = step / 30
                bow = math.sin(share * math.pi) ** 0.55
                lean = 0.045 * math.sin(share * math.pi * 2)
                points.append((left + (right - left) * share, 0.7 - (0.7 - top) * bow - lean * 0.4))
            points.append((right, 0.7))
            if mirror:
                points = [(x, 0.72 + (0.7 - y) * 0.6) for x, y in points]
            canvas.shape(points, wall, 70 if mirror else 255)
            for rib in range(2, 31, 2):
                x, y = points[rib]
                foot = 0.72 if mirror else 0.7
                canvas.line(
                    [(x, foot), (x, y)], mix(wall, (70, 50, 40), 0.4), 0.0022, 40 if mirror else 150
                )
            if not mirror:
                canvas.line(points[1:-1], mix(wall, (255, 250, 236), 0.6), 0.007)
                middle, half = (left + right) / 2, (right - left) * 0.08
                door = [
                    (middle - half, 0.7),
                    (middle + half, 0.7),
                    (middle + half * 0.8, 0.54),
                    (middle, 0.5),
                    (middle - half * 0.8, 0.54),
                ]
                canvas.shape(door, (74, 44, 32))
        if not mirror:
            canvas.gradient([(178, 196, 186), (104, 150, 156), (56, 104, 116)], 0.72, 1)
            canvas.shape([(-0.02, 0.7), (1.02, 0.7), (1.02, 0.73), (-0.02, 0.73)], (150, 108, 76))
    canvas.ripples(0.76, 1, (246, 246, 232), 150)
    for x in (0.03, 0.1, 0.9, 0.97):
        tree(canvas, x, 0.72, canvas.random.uniform(0.12, 0.16), (52, 98, 58))


def huts(canvas: Canvas) -> None:
    """Raised huts in a square, from which players sing for their cards."""
    canvas.gradient([(70, 142, 176), (182, 216, 212), (250, 232, 194)], 0, 0.72)
    canvas.glow(0.5, 0.5, 0.3, (255, 246, 214), 120)
    for row in range(3):
        for flag in range(22):
            x = flag / 21
            y = 0.06 + 0.07 * row + 0.07 * math.sin(math.pi * x) + 0.012 * (flag % 2)
            colour = ((150, 48, 30), (222, 170, 74), (38, 86, 62), (44, 84, 122))[(flag + row) % 4]
            canvas.shape([(x - 0.013, y), (x + 0.013, y), (x, y + 0.05)], colour)
        rope = [(t / 30, 0.06 + 0.07 * row + 0.07 * math.sin(math.pi * t / 30)) for t in range(31)]
        canvas.line(rope, (72, 52, 40), 0.0014)
    canvas.ridge(0.66, 0.02, (122, 152, 112))
    canvas.gradient([(226, 186, 128), (204, 148, 92), (166, 104, 62)], 0.7, 1)
    for x, size in ((0.02, 0.2), (0.78, 0.2), (0.2, 0.15), (0.64, 0.15), (0.42, 0.16)):
        y = 0.98 - (0.2 - size) * 2.6
        high = size * ASPECT
        for leg in (0.12, 0.86):
            canvas.line(
                [(x + size * leg, y), (x + size * leg, y - high * 1.06)],
                (112, 78, 48),
                size * 0.045,
            )
        canvas.line(
            [(x + size * 0.12, y - high * 0.1), (x + size * 0.86, y - high * 0.5)],
            (112, 78, 48),
            size * 0.02,
        )
        canvas.shape(
            [
                (x, y - high * 0.5),
                (x + size, y - high * 0.5),
                (x + size, y - high * 0.78),
                (x, y - high * 0.78),
            ],
            (196, 150, 92),
        )
        for mat in range(9):
            line_x = x + size * mat / 9
            canvas.line(
                [(line_x, y - high * 0.5), (line_x + size * 0.1, y - high * 0.78)],
                (150, 106, 62),
                0.0014,
            )
        canvas.shape(
            [
                (x + size * 0.06, y - high * 0.78),
                (x + size * 0.94, y - high * 0.78),
                (x + size * 0.9, y - high * 1.04),
                (x + size * 0.1, y - high * 1.04),
            ],
            (62, 40, 30),
        )
        canvas.shape(
            [
                (x - size * 0.14, y - high * 1.0),
                (x + size * 1.14, y - high * 1.0),
                (x + size * 0.5, y - high * 1.5),
            ],
            (176, 128, 70),
        )
        for straw in range(24):
            foot = x - size * 0.14 + size * 1.28 * straw / 23
            canvas.line(
                [(x + size * 0.5, y - high * 1.48), (foot, y - high * 0.99)],
                (124, 84, 44),
                0.0014,
                170,
            )
        for card in range(3):
            a = x + size * (0.2 + 0.24 * card)
            canvas.shape(
                [
                    (a, y - high * 0.8),
                    (a + size * 0.14, y - high * 0.8),
                    (a + size * 0.14, y - high * 1.0),
                    (a, y - high * 1.0),
                ],
                (248, 236, 206),
            )
            canvas.disc(a + size * 0.07, y - high * 0.9, size * 0.035, (150, 48, 30))


def cups(canvas: Canvas) -> None:
    """Cups of coffee seen from above, each drunk in another way."""
    canvas.gradient([(196, 108, 60), (150, 66, 38), (112, 46, 28)])
    brews = [(66, 34, 20), (120, 72, 42), (186, 134, 92), (44, 24, 16), (214, 178, 138)]
    saucers = [(250, 242, 226), (226, 204, 170), (38, 86, 62), (222, 170, 74), (250, 242, 226)]
    size = 0.085
    for row in range(5):
        for column in range(7):
            x = column * 0.178 - 0.03 + (row % 2) * 0.089
            y = row * 0.236 + 0.02
            kind = (row * 2 + column * 3) % 5
            canvas.disc(x + 0.008, y + 0.018, size, (60, 22, 14), 120)
            canvas.disc(x, y, size, saucers[kind])
            canvas.disc(x, y, size * 0.9, mix(saucers[kind], (0, 0, 0), 0.1))
            angle = canvas.random.uniform(0, math.tau)
            canvas.line(
                [
                    (x, y),
                    (
                        x + math.cos(angle) * size * 0.86,
                        y + math.sin(angle) * size * 0.86 * ASPECT,
                    ),
                ],
                (252, 246, 234),
                size * 0.2,
            )
            canvas.disc(x, y, size * 0.62, (252, 246, 234))
            canvas.disc(x, y, size * 0.52, brews[kind])
            canvas.disc(
                x - size * 0.06,
                y - size * 0.1,
                size * 0.42,
                mix(brews[kind], (255, 210, 150), 0.2),
                130,
            )
            if kind in (1, 2):
                for petal in range(4):
                    share = 1 - petal / 4
                    canvas.disc(
                        x,
                        y - size * 0.1 + size * 0.12 * petal,
                        size * 0.28 * share,
                        (250, 232, 206),
                        235,
                        0.7,
                    )
                    canvas.disc(
                        x,
                        y - size * 0.04 + size * 0.12 * petal,
                        size * 0.2 * share,
                        brews[kind],
                        255,
                        0.6,
                    )


def pen(canvas: Canvas) -> None:
    """A proof with marks of correction, and the red pencil that made them."""
    canvas.gradient([(46, 70, 62), (34, 54, 50)])
    canvas.glow(0.72, 0.2, 0.3, (240, 226, 180), 90)
    canvas.shape([(0.1, 0.12), (0.84, 0.04), (0.94, 1.06), (0.18, 1.12)], (14, 24, 20), 110)
    canvas.shape([(0.08, 0.1), (0.82, 0.02), (0.92, 1.04), (0.16, 1.1)], (252, 246, 232))

    def at(a: float, b: float) -> tuple[float, float]:
        return 0.08 + a * 0.74 + b * 0.09, 0.1 - a * 0.08 + b * 1.0

    canvas.line([at(0.1, 0.08), at(0.72, 0.08)], (44, 30, 24), 0.02)
    canvas.line([at(0.1, 0.14), at(0.5, 0.14)], (44, 30, 24), 0.02)
    for line in range(15):
        place, b = 0.1, 0.24 + line * 0.05
        while place < 0.84:
            word = canvas.random.uniform(0.03, 0.1)
            canvas.line([at(place, b), at(min(place + word, 0.88), b)], (128, 112, 98), 0.006, 210)
            place += word + 0.018
    red: Colour = (196, 44, 34)
    canvas.line([at(0.3, 0.34), at(0.52, 0.34)], red, 0.006)
    loop = [at(0.46 + 0.1 * math.cos(t / 10), 0.49 + 0.035 * math.sin(t / 10)) for t in range(66)]
    canvas.line(loop, red, 0.005)
    canvas.line([at(0.2, 0.66), at(0.23, 0.6), at(0.26, 0.66)], red, 0.005)
    canvas.line([at(0.23, 0.61), at(0.93, 0.5)], red, 0.003, 150)
    for tick in ((0.92, 0.34), (0.93, 0.49)):
        a, b = tick
        canvas.line([at(a - 0.02, b), at(a, b + 0.025), at(a + 0.05, b - 0.04)], red, 0.006)

    def along(t: float, side: float) -> tuple[float, float]:
        return 0.5 + t * 0.5 + side * 0.022, 0.7 - t * 0.34 + side * 0.062

    canvas.shape(
        [
            (x + 0.012, y + 0.05)
            for x, y in (
                along(0, 0),
                along(0.14, -1),
                along(1.1, -1),
                along(1.1, 1),
                along(0.14, 1),
            )
        ],
        (60, 50, 42),
        90,
    )
    canvas.shape([along(0, 0), along(0.14, -1), along(0.14, 1)], (232, 196, 148))
    canvas.shape([along(0, 0), along(0.05, -0.36), along(0.05, 0.36)], red)
    for low, high, colour in (
        (-1, -0.35, (226, 74, 58)),
        (-0.35, 0.4, (190, 44, 34)),
        (0.4, 1, (140, 30, 26)),
    ):
        canvas.shape(
            [along(0.14, low), along(1.1, low), along(1.1, high), along(0.14, high)], colour
        )


def drying(canvas: Canvas) -> None:
    """Coffee drying in rows on a yard before a processing hall."""
    canvas.gradient([(98, 160, 190), (208, 222, 206), (252, 236, 200)], 0, 0.44)
    canvas.ridge(0.4, 0.04, (128, 152, 128))
    for hall in range(3):
        x = 0.06 + hall * 0.31
        canvas.shape([(x, 0.46), (x + 0.28, 0.46), (x + 0.28, 0.31), (x, 0.31)], (236, 222, 196))
        canvas.shape([(x - 0.015, 0.31), (x + 0.295, 0.31), (x + 0.14, 0.2)], (156, 62, 38))
        for window in range(4):
            a = x + 0.03 + window * 0.06
            canvas.shape(
                [(a, 0.41), (a + 0.035, 0.41), (a + 0.035, 0.345), (a, 0.345)], (74, 104, 116)
            )
    canvas.gradient([(206, 190, 162), (184, 162, 132)], 0.46, 1)
    cherries = [(176, 44, 32), (196, 92, 44), (142, 96, 58), (206, 150, 84), (120, 40, 30)]
    for row in range(-6, 12):
        colour = cherries[row % 5]
        near = [(-0.9 + row * 0.19, 1.02), (-0.9 + row * 0.19 + 0.15, 1.02)]
        far = [(0.5 + (a - 0.5) * 0.24, 0.47) for a, _y in reversed(near)]
        canvas.shape([*near, *far], colour)
        for _ in range(240):
            share = canvas.random.random() ** 0.6
            across = canvas.random.random()
            left = far[1][0] + (near[0][0] - far[1][0]) * share
            right = far[0][0] + (near[1][0] - far[0][0]) * share
            y = 0.47 + 0.55 * share
            size = 0.0012 + 0.006 * share
            shade = mix(colour, canvas.random.choice([(255, 214, 150), (40, 16, 12)]), 0.3)
            canvas.disc(left + (right - left) * across, y, size, shade, 220, 0.7)
    canvas.line([(0.72, 0.94), (0.86, 0.58)], (112, 78, 48), 0.007)
    canvas.shape([(0.65, 0.92), (0.77, 0.95), (0.765, 0.97), (0.645, 0.94)], (92, 62, 40))
