"""Pictures of the coast: from the forest to the sea, a lagoon, a lighthouse, ships, a port."""

import math

from nhipcau.web.sample.pictures.canvas import Canvas, Colour, mix
from nhipcau.web.sample.pictures.things import ASPECT, boat, fishing_boat, tree

NIGHT: Colour = (16, 28, 54)


def horizon(canvas: Canvas) -> None:
    """The whole province in one view: forested ridges step down to the sea."""
    canvas.gradient([(64, 122, 158), (166, 204, 206), (252, 232, 192)], 0, 0.46)
    canvas.glow(0.78, 0.4, 0.16, (255, 240, 200), 230)
    canvas.disc(0.78, 0.4, 0.035, (255, 250, 230))
    canvas.gradient([(238, 214, 170), (74, 150, 162), (24, 90, 116)], 0.44, 1)
    canvas.ripples(0.46, 0.95, (255, 246, 220), 240)
    colours = [(128, 156, 156), (84, 126, 116), (52, 102, 78), (38, 82, 54), (28, 62, 40)]
    for step, colour in enumerate(colours):
        reach, high = 0.5 + 0.11 * step, 0.16 + 0.1 * step
        points = [(-0.02, 1.02), (-0.02, high)]
        for place in range(61):
            x = reach * place / 60
            fall = (place / 60) ** 1.5
            rough = 0.016 * math.sin(place * 0.7 + step * 2) + 0.01 * math.sin(place * 1.9 + step)
            points.append((x, high + (0.47 + 0.13 * step - high) * fall + rough * (1 - fall)))
        canvas.shape([*points, (reach + 0.05, 1.02)], colour)
        if step < 3:
            canvas.mist(high + 0.12, high + 0.3, (232, 226, 202), 46)
    for _ in range(70):
        x = canvas.random.uniform(0, 0.7)
        tree(canvas, x, 0.74 + 0.32 * x + canvas.random.uniform(0, 0.2), 0.07, (30, 72, 42))
    fishing_boat(canvas, 0.82, 0.66, 0.1, (142, 48, 32), (240, 226, 196))


def lagoon(canvas: Canvas) -> None:
    """A lagoon behind dunes, with lift nets on poles."""
    canvas.gradient([(112, 176, 196), (206, 226, 216), (250, 234, 200)], 0, 0.42)
    canvas.ridge(0.37, 0.03, (140, 168, 164))
    canvas.ridge(0.41, 0.02, (226, 204, 160), rough=0.2)
    canvas.gradient([(226, 224, 198), (116, 178, 176), (36, 110, 118)], 0.42, 1)
    canvas.ripples(0.44, 1, (252, 252, 240), 220)
    for x, y, size in ((0.24, 0.66, 0.2), (0.62, 0.57, 0.12), (0.84, 0.62, 0.15)):
        corners = [(x - size * 0.8, y), (x + size * 0.8, y), (x + size * 0.5, y - size * 0.22)]
        corners.append((x - size * 0.5, y - size * 0.22))
        top = (x, y - size * 1.25)
        sag = (x, y + size * 0.32)
        canvas.shape([corners[0], sag, corners[1], corners[2], corners[3]], (250, 244, 226), 70)
        for corner in corners:
            canvas.line([top, corner], (66, 48, 36), size * 0.016)
            for part in range(1, 6):
                share = part / 6
                middle = (sag[0], sag[1] - size * 0.1)
                a = (corner[0] + (middle[0] - corner[0]) * share, corner[1])
                canvas.line([corner, a, middle], (92, 74, 58), size * 0.004, 110)
        canvas.line([top, (x + size * 0.9, y + size * 0.5)], (54, 40, 30), size * 0.03)
        mirrored = [(top[0], 2 * y - top[1] + size * 0.2), (x, y + size * 0.4)]
        canvas.line(mirrored, (54, 40, 30), size * 0.014, 60)
    boat(canvas, 0.44, 0.82, 0.24, (58, 40, 30))
    canvas.shape(
        [(-0.02, 1.02), (-0.02, 0.9), (0.2, 0.93), (0.5, 0.97), (0.7, 1.02)], (228, 204, 158)
    )
    for _ in range(90):
        x = canvas.random.uniform(0, 0.4)
        y = 0.93 + 0.12 * x + canvas.random.uniform(-0.02, 0.05)
        lean = canvas.random.uniform(-0.02, 0.03)
        canvas.line([(x, y), (x + lean, y - 0.07)], (92, 116, 70), 0.0016, 200)


def lighthouse(canvas: Canvas) -> None:
    """A lighthouse on a granite cape at first light."""
    canvas.gradient([(40, 58, 104), (150, 104, 128), (252, 190, 130), (255, 226, 170)], 0, 0.64)
    canvas.glow(0.18, 0.62, 0.16, (255, 238, 190), 250)
    canvas.disc(0.18, 0.625, 0.05, (255, 246, 218))
    canvas.gradient([(250, 196, 138), (120, 112, 140), (28, 50, 86)], 0.64, 1)
    canvas.ripples(0.65, 1, (255, 226, 176), 260)
    canvas.shape(
        [(1.02, 0.42), (0.86, 0.46), (0.72, 0.45), (0.6, 0.52), (0.5, 0.62), (0.42, 0.74),
         (0.34, 0.8), (0.3, 0.9), (0.36, 1.02), (1.02, 1.02)],
        (54, 44, 52),
    )  # fmt: skip
    canvas.shape(
        [
            (1.02, 0.56),
            (0.8, 0.55),
            (0.66, 0.62),
            (0.6, 0.78),
            (0.5, 0.86),
            (0.52, 1.02),
            (1.02, 1.02),
        ],
        (38, 34, 42),
    )
    for _ in range(130):
        x = canvas.random.uniform(0.36, 1)
        y = 0.52 + (1 - x) * 0.5 + canvas.random.uniform(0.02, 0.4)
        canvas.shape(
            [(x, y), (x + 0.03, y - 0.012), (x + 0.05, y + 0.016), (x + 0.015, y + 0.03)],
            mix((104, 80, 80), (44, 38, 46), canvas.random.random()),
            120,
        )
    for share in range(26):
        y = 0.44 - share * 0.0125
        half = 0.026 - share * 0.00034
        canvas.shape(
            [(0.74 - half, y), (0.74, y), (0.74, y - 0.0135), (0.74 - half, y - 0.0135)],
            (252, 240, 220),
        )
        canvas.shape(
            [(0.74, y), (0.74 + half, y), (0.74 + half, y - 0.0135), (0.74, y - 0.0135)],
            (206, 180, 168),
        )
    canvas.shape([(0.71, 0.12), (0.77, 0.12), (0.765, 0.1), (0.715, 0.1)], (96, 40, 32))
    canvas.shape([(0.722, 0.1), (0.758, 0.1), (0.758, 0.055), (0.722, 0.055)], (255, 232, 160))
    canvas.shape([(0.715, 0.055), (0.765, 0.055), (0.74, 0.02)], (142, 48, 32))
    canvas.shape([(0.722, 0.08), (0.722, 0.07), (-0.02, 0.02), (-0.02, 0.2)], (255, 244, 200), 60)
    canvas.glow(0.74, 0.078, 0.05, (255, 244, 200), 190)
    canvas.shape([(0.8, 0.46), (0.9, 0.46), (0.9, 0.4), (0.8, 0.4)], (236, 216, 190))
    canvas.shape([(0.79, 0.4), (0.91, 0.4), (0.89, 0.365), (0.81, 0.365)], (142, 48, 32))


def ships(canvas: Canvas) -> None:
    """A sheltered bay by night, and a ship without lights."""
    canvas.gradient([(10, 18, 40), (26, 46, 84), (74, 96, 124)], 0, 0.6)
    for _ in range(260):
        x, y = canvas.random.random(), canvas.random.uniform(0, 0.5)
        size = canvas.random.uniform(0.0004, 0.0014)
        canvas.disc(x, y, size, (255, 250, 226), canvas.random.randint(60, 220))
    canvas.glow(0.66, 0.2, 0.12, (236, 236, 214), 170)
    canvas.disc(0.66, 0.2, 0.042, (250, 246, 226))
    canvas.ridge(0.52, 0.08, (24, 36, 58))
    canvas.ridge(0.57, 0.05, NIGHT)
    canvas.gradient([(72, 96, 124), (30, 50, 82), (10, 18, 38)], 0.6, 1)
    for step in range(120):
        y = 0.62 + 0.36 * (step / 120)
        half = (0.012 + 0.1 * step / 120) * canvas.random.uniform(0.3, 1)
        x = 0.66 + canvas.random.uniform(-0.02, 0.02)
        canvas.line([(x - half, y), (x + half, y)], (250, 244, 214), 0.0016, 80)
    hull = [(0.14, 0.7), (0.5, 0.7), (0.56, 0.665), (0.52, 0.765), (0.18, 0.765)]
    canvas.shape(hull, (8, 12, 26))
    canvas.shape([(0.19, 0.7), (0.19, 0.63), (0.29, 0.63), (0.29, 0.7)], (14, 20, 38))
    canvas.shape([(0.21, 0.63), (0.21, 0.59), (0.27, 0.59), (0.27, 0.63)], (10, 16, 32))
    for x, top in ((0.24, 0.46), (0.4, 0.5)):
        canvas.line([(x, 0.7), (x, top)], (8, 12, 26), 0.004)
        canvas.line([(x, top + 0.02), (x + 0.1, 0.69)], (8, 12, 26), 0.0016)
        canvas.line([(x, top + 0.02), (x - 0.07, 0.69)], (8, 12, 26), 0.0016)
    canvas.shape([(0.18, 0.77), (0.52, 0.77), (0.46, 0.85), (0.22, 0.85)], (6, 10, 22), 110)
    canvas.shape([(0.78, 1.02), (0.84, 0.8), (0.9, 0.74), (1.02, 0.7), (1.02, 1.02)], (8, 14, 26))


def port(canvas: Canvas) -> None:
    """Containers, a crane and a ship at a quay."""
    canvas.gradient([(92, 148, 178), (200, 216, 208), (252, 226, 180)], 0, 0.62)
    canvas.glow(0.24, 0.5, 0.16, (255, 240, 204), 210)
    canvas.ridge(0.58, 0.04, (134, 158, 160))
    canvas.gradient([(196, 196, 176), (70, 128, 142), (28, 76, 98)], 0.62, 1)
    canvas.ripples(0.63, 0.9, (248, 246, 226), 160)
    hull = [(0.03, 0.62), (0.62, 0.62), (0.68, 0.56), (0.64, 0.78), (0.07, 0.78)]
    canvas.shape(hull, (34, 62, 84))
    canvas.shape([(0.07, 0.735), (0.65, 0.735), (0.64, 0.78), (0.07, 0.78)], (142, 48, 32))
    canvas.shape([(0.05, 0.62), (0.05, 0.4), (0.13, 0.4), (0.13, 0.62)], (246, 238, 222))
    canvas.shape([(0.04, 0.4), (0.14, 0.4), (0.135, 0.37), (0.045, 0.37)], (214, 198, 172))
    paints = [(150, 48, 30), (38, 86, 62), (204, 150, 62), (44, 84, 122), (232, 220, 196)]
    for column in range(8):
        for level in range(1 + (column * 5 + 2) % 4):
            x, y = 0.17 + column * 0.055, 0.62 - level * 0.052
            colour = paints[(column * 3 + level * 2) % 5]
            canvas.shape([(x, y), (x + 0.052, y), (x + 0.052, y - 0.05), (x, y - 0.05)], colour)
            for rib in range(1, 6):
                line_x = x + rib * 0.0087
                canvas.line([(line_x, y), (line_x, y - 0.05)], mix(colour, (0, 0, 0), 0.22), 0.001)
    canvas.shape([(0.6, 0.86), (1.02, 0.8), (1.02, 1.02), (0.5, 1.02)], (112, 96, 84))
    steel: Colour = (176, 62, 36)
    for x in (0.74, 0.9):
        canvas.line([(x, 0.88), (x, 0.16)], steel, 0.012)
    for x, y in ((0.74, 0.3), (0.74, 0.6)):
        canvas.line([(x, y), (0.9, y)], steel, 0.008)
        canvas.line([(x, y + 0.28), (0.9, y)], steel, 0.005)
    canvas.line([(0.36, 0.17), (0.99, 0.17)], steel, 0.014)
    canvas.line([(0.82, 0.04), (0.4, 0.165)], steel, 0.004)
    canvas.line([(0.82, 0.04), (0.98, 0.165)], steel, 0.004)
    canvas.line([(0.74, 0.17), (0.82, 0.04), (0.9, 0.17)], steel, 0.007)
    for x in (0.462, 0.51):
        canvas.line([(x, 0.18), (x, 0.34)], (44, 36, 32), 0.0016)
    canvas.shape([(0.46, 0.34), (0.512, 0.34), (0.512, 0.39), (0.46, 0.39)], (204, 150, 62))
    for x, y, paint in ((0.66, 0.99, 1), (0.78, 0.97, 0), (0.9, 0.95, 3)):
        high = 0.11 / ASPECT
        canvas.shape(
            [(x, y), (x + 0.11, y - 0.016), (x + 0.11, y - 0.016 - high), (x, y - high)],
            paints[paint],
        )
