"""Things that stand in the pictures."""

import math

from nhipcau.web.sample.pictures.canvas import HEIGHT, WIDTH, Canvas, Colour, mix

ASPECT = WIDTH / HEIGHT
BRONZE: Colour = (176, 122, 48)


def tree(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """A tree with a round crown, standing at a point."""
    canvas.line([(x, y), (x, y - size * 0.7)], mix(colour, (20, 14, 10), 0.5), size * 0.06)
    for _ in range(7):
        away = canvas.random.uniform(-0.25, 0.25) * size
        up = canvas.random.uniform(0.55, 1.05) * size
        shade = mix(colour, (0, 0, 0), canvas.random.uniform(0, 0.25))
        canvas.disc(x + away, y - up * ASPECT * 0.75, size * 0.2, shade, 255, 0.8)


def coffee_rows(canvas: Canvas, top: float, leaf: Colour, earth: Colour, berry: Colour) -> None:
    """Rows of coffee shrubs running towards the viewer over red earth."""
    canvas.gradient([mix(earth, (255, 220, 180), 0.25), earth, mix(earth, (0, 0, 0), 0.35)], top, 1)
    for row in range(9):
        near = (row + 1) / 9
        y = top + (1.04 - top) * near**1.7
        size = 0.012 + 0.055 * near**1.5
        x = -0.03 + (row % 2) * size * 0.6
        while x < 1.05:
            for _ in range(9):
                shade = mix(leaf, (8, 18, 10), canvas.random.uniform(0, 0.55) * (0.4 + 0.6 * near))
                canvas.disc(
                    x + canvas.random.uniform(-0.62, 0.62) * size,
                    y - canvas.random.uniform(0, 1.5) * size,
                    size * canvas.random.uniform(0.3, 0.5),
                    shade,
                    255,
                    0.62,
                )
            if near > 0.35:
                for _ in range(int(10 * near)):
                    canvas.disc(
                        x + canvas.random.uniform(-0.6, 0.6) * size,
                        y - canvas.random.uniform(0.1, 1.4) * size,
                        size * 0.055,
                        mix(berry, (255, 190, 120), canvas.random.uniform(0, 0.35)),
                    )
            x += size * 1.55


def long_house(canvas: Canvas, x: float, y: float, length: float, colour: Colour) -> None:
    """An Ede long house on stilts, seen from the side; its roof overhangs both ends."""
    high = length * 0.16 * ASPECT
    wall, roof = mix(colour, (180, 120, 70), 0.25), colour
    for stilt in range(15):
        place = x + length * (0.04 + 0.92 * stilt / 14)
        canvas.line(
            [(place, y), (place, y - high * 0.55)], mix(colour, (0, 0, 0), 0.3), length * 0.006
        )
    canvas.shape(
        [
            (x + length * 0.02, y - high * 0.5),
            (x + length * 0.98, y - high * 0.5),
            (x + length * 0.99, y - high * 0.95),
            (x + length * 0.01, y - high * 0.95),
        ],
        wall,
    )
    for slat in range(70):
        place = x + length * (0.02 + 0.96 * slat / 69)
        canvas.line(
            [(place, y - high * 0.5), (place, y - high * 0.92)],
            mix(wall, (0, 0, 0), 0.22),
            length * 0.0012,
        )
    for window in (0.2, 0.42, 0.64, 0.86):
        canvas.shape(
            [
                (x + length * (window - 0.02), y - high * 0.62),
                (x + length * (window + 0.02), y - high * 0.62),
                (x + length * (window + 0.02), y - high * 0.86),
                (x + length * (window - 0.02), y - high * 0.86),
            ],
            (247, 196, 108),
        )
    canvas.shape(
        [
            (x - length * 0.03, y - high * 0.84),
            (x + length * 1.03, y - high * 0.84),
            (x + length * 1.06, y - high * 1.95),
            (x - length * 0.06, y - high * 1.95),
        ],
        roof,
    )
    for straw in range(150):
        place = straw / 149
        canvas.line(
            [
                (x - length * 0.03 + length * 1.06 * place, y - high * 0.86),
                (x - length * 0.06 + length * 1.12 * place, y - high * 1.93),
            ],
            mix(roof, (255, 214, 150), canvas.random.uniform(0.05, 0.3)),
            length * 0.0013,
            150,
        )
    for side in (-1, 1):
        foot = x + length * (0.5 + 0.53 * side)
        canvas.line(
            [(foot, y), (foot - side * length * 0.03, y - high * 0.52)],
            (92, 60, 36),
            length * 0.014,
        )


def gong(canvas: Canvas, x: float, y: float, radius: float, *, has_boss: bool = True) -> None:
    """A bronze gong seen from the front, with light from the upper left."""
    canvas.disc(x + radius * 0.06, y + radius * 0.1, radius * 1.02, (24, 14, 9), 130)
    for step in range(40):
        share = step / 39
        light = math.sin(share * math.pi * 3.2) * 0.1 + share * 0.55
        colour = mix(mix(BRONZE, (62, 36, 14), 0.45), (248, 206, 126), max(0.0, min(1.0, light)))
        canvas.disc(
            x - radius * 0.13 * share,
            y - radius * 0.13 * share * ASPECT,
            radius * (1 - share * (0.72 if has_boss else 0.9)),
            colour,
        )
    if has_boss:
        canvas.disc(x + radius * 0.02, y + radius * 0.03, radius * 0.27, (74, 44, 18), 160)
        for step in range(18):
            share = step / 17
            canvas.disc(
                x - radius * 0.07 * share,
                y - radius * 0.07 * share * ASPECT,
                radius * 0.25 * (1 - share),
                mix(mix(BRONZE, (70, 40, 16), 0.2), (255, 232, 176), share),
            )


def boat(canvas: Canvas, x: float, y: float, length: float, colour: Colour) -> None:
    """A dugout boat with its reflection."""
    hull = [(0, -0.035), (0.12, 0), (0.88, 0), (1, -0.035), (0.9, 0.035), (0.1, 0.035)]
    canvas.shape([(x + a * length, y + b * length * ASPECT) for a, b in hull], colour)
    canvas.shape(
        [(x + a * length, y + 0.085 * length * ASPECT - b * length) for a, b in hull],
        mix(colour, (0, 0, 0), 0.3),
        70,
    )


def fishing_boat(
    canvas: Canvas, x: float, y: float, length: float, hull: Colour, cabin: Colour
) -> None:
    """A sea-going fishing boat of the south-central coast, with a high bow."""

    def at(a: float, b: float) -> tuple[float, float]:
        return x + a * length, y + b * length * ASPECT

    canvas.shape(
        [
            at(-0.03, -0.2),
            at(0.12, -0.1),
            at(0.8, -0.09),
            at(1.02, -0.15),
            at(0.93, 0.05),
            at(0.1, 0.05),
        ],
        hull,
    )
    canvas.shape(
        [
            at(-0.03, -0.2),
            at(0.12, -0.1),
            at(0.8, -0.09),
            at(1.02, -0.15),
            at(1.0, -0.115),
            at(0.8, -0.055),
            at(0.12, -0.065),
            at(-0.02, -0.165),
        ],
        (226, 190, 96),
    )
    canvas.shape([at(0.55, -0.09), at(0.86, -0.09), at(0.86, -0.25), at(0.55, -0.25)], cabin)
    canvas.shape(
        [at(0.51, -0.25), at(0.9, -0.25), at(0.88, -0.28), at(0.53, -0.28)],
        mix(cabin, (0, 0, 0), 0.35),
    )
    for window in (0.6, 0.69, 0.78):
        canvas.shape(
            [
                at(window, -0.17),
                at(window + 0.05, -0.17),
                at(window + 0.05, -0.22),
                at(window, -0.22),
            ],
            (32, 44, 58),
        )
    canvas.line([at(0.33, -0.1), at(0.33, -0.5)], (52, 36, 26), length * 0.012)
    canvas.line([at(0.33, -0.48), at(0.55, -0.25)], (52, 36, 26), length * 0.004)
    canvas.line([at(0.33, -0.48), at(0.02, -0.18)], (52, 36, 26), length * 0.004)
    canvas.disc(*at(0.08, -0.09), length * 0.02, (250, 246, 236))
    canvas.disc(*at(0.08, -0.09), length * 0.009, (20, 20, 24))


def tower(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """A Cham brick tower: a tall body and three tiers that narrow."""
    light, dark = mix(colour, (255, 226, 180), 0.22), mix(colour, (30, 12, 6), 0.4)
    level = y
    for breadth, rise in ((0.5, 0.62), (0.4, 0.26), (0.29, 0.2), (0.18, 0.15)):
        high = size * rise * ASPECT
        for fill, left, right in ((light, -1.0, 0.15), (dark, 0.15, 1.0)):
            canvas.shape(
                [
                    (x + size * breadth * left / 1.35, level),
                    (x + size * breadth * right / 1.35, level),
                    (x + size * breadth * right / 1.5, level - high),
                    (x + size * breadth * left / 1.5, level - high),
                ],
                fill,
            )
        edge = size * breadth / 1.3
        canvas.shape(
            [
                (x - edge, level - high),
                (x + edge, level - high),
                (x + edge * 0.93, level - high * 1.07),
                (x - edge * 0.93, level - high * 1.07),
            ],
            mix(colour, (0, 0, 0), 0.18),
        )
        level -= high * 1.04
    canvas.shape(
        [(x - size * 0.05, level), (x + size * 0.05, level), (x, level - size * 0.16 * ASPECT)],
        light,
    )
    canvas.shape(
        [
            (x - size * 0.1, y),
            (x + size * 0.06, y),
            (x + size * 0.06, y - size * 0.3 * ASPECT),
            (x - size * 0.02, y - size * 0.38 * ASPECT),
            (x - size * 0.1, y - size * 0.3 * ASPECT),
        ],
        (34, 16, 10),
    )
