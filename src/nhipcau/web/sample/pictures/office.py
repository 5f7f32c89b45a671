"""Pictures of the office: a hall, documents, microphones, a seal, a notebook, a medal."""

import math

from nhipcau.web.sample.pictures.canvas import Canvas, mix
from nhipcau.web.sample.pictures.things import ASPECT


def hall(canvas: Canvas) -> None:
    """A hall before a conference: stage, screen and rows of seats."""
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


def papers(canvas: Canvas) -> None:
    """Three sheets of a document on a table."""
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


def microphones(canvas: Canvas) -> None:
    """Microphones that wait for an answer."""
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


def seal(canvas: Canvas) -> None:
    """A wooden stamp beside the ring that it has left on a sheet."""
    canvas.gradient([(104, 66, 42), (72, 44, 30), (52, 32, 24)])
    canvas.glow(0.3, 0.2, 0.34, (255, 222, 168), 120)
    canvas.shape([(0.1, 0.2), (0.66, 0.12), (0.74, 1.1), (0.14, 1.1)], (24, 14, 10), 110)
    canvas.shape([(0.08, 0.17), (0.64, 0.09), (0.72, 1.1), (0.12, 1.1)], (252, 246, 232))
    for line in range(6):
        y = 0.26 + line * 0.055
        canvas.line([(0.15, y), (0.6 - (line % 3) * 0.06, y - 0.055)], (128, 112, 98), 0.004, 200)
    for radius, width in ((0.135, 0.007), (0.108, 0.003)):
        ring = [
            (0.4 + radius * math.cos(t / 30), 0.76 + radius * ASPECT * math.sin(t / 30))
            for t in range(190)
        ]
        canvas.line(ring, (176, 44, 32), width, 220)
    for ray in range(12):
        turn = ray / 12 * math.tau
        near, far = 0.03, 0.085
        canvas.line(
            [
                (0.4 + near * math.cos(turn), 0.76 + near * ASPECT * math.sin(turn)),
                (0.4 + far * math.cos(turn), 0.76 + far * ASPECT * math.sin(turn)),
            ],
            (176, 44, 32),
            0.006,
            210,
        )
    canvas.disc(0.4, 0.76, 0.022, (176, 44, 32), 220)
    canvas.disc(0.83, 0.86, 0.11, (20, 12, 8), 120, 0.36)
    for shift, shade in ((0.0, 0.0), (0.028, 0.35)):
        wood = mix((150, 78, 40), (226, 156, 92), shade)
        half = 0.075 - shift
        canvas.shape(
            [(0.82 - half, 0.72), (0.82 + half, 0.72), (0.82 + half, 0.84), (0.82 - half, 0.84)],
            wood,
        )
        stem = 0.026 - shift * 0.5
        canvas.shape(
            [(0.82 - stem, 0.4), (0.82 + stem, 0.4), (0.82 + half, 0.73), (0.82 - half, 0.73)],
            wood,
        )
        canvas.disc(0.82, 0.36, 0.058 - shift, wood)
    canvas.shape([(0.735, 0.84), (0.905, 0.84), (0.905, 0.88), (0.735, 0.88)], (150, 40, 30))


def notebook(canvas: Canvas) -> None:
    """An open notebook under a lamp, half a page already written."""
    canvas.gradient([(36, 48, 66), (28, 38, 54), (20, 28, 42)])
    canvas.glow(0.5, 0.3, 0.42, (255, 214, 140), 170)
    canvas.shape([(0.1, 0.42), (0.92, 0.42), (1.0, 0.98), (0.02, 0.98)], (10, 14, 22), 120)
    for side in (-1, 1):
        page = [
            (0.5, 0.36),
            (0.5 + side * 0.2, 0.335),
            (0.5 + side * 0.4, 0.37),
            (0.5 + side * 0.46, 0.92),
            (0.5 + side * 0.22, 0.885),
            (0.5, 0.93),
        ]
        canvas.shape([(x, y + 0.025) for x, y in page], (196, 172, 134))
        canvas.shape(page, (253, 246, 230) if side < 0 else (246, 236, 214))
        for line in range(9):
            near = line / 8
            y = 0.43 + near * 0.42
            far = 0.36 + 0.06 * near
            if side < 0 or line < 4:
                end = far if line % 4 != 3 else far * 0.6
                first = 0.5 + (0.03 if side > 0 else -far)
                last = first + (end if side < 0 else end - 0.03) - 0.02
                canvas.line([(first, y), (last, y - 0.006)], (82, 92, 116), 0.004, 210)
    canvas.line([(0.5, 0.36), (0.5, 0.93)], (170, 146, 110), 0.004)
    canvas.line([(0.62, 0.62), (0.86, 0.2)], (24, 26, 34), 0.022)
    canvas.line([(0.62, 0.62), (0.655, 0.56)], (214, 168, 84), 0.018)
    canvas.shape([(0.598, 0.66), (0.608, 0.605), (0.634, 0.622)], (40, 40, 46))
    canvas.shape([(0.34, 0.0), (0.66, 0.0), (0.74, 0.13), (0.26, 0.13)], (150, 52, 34))
    canvas.shape([(0.26, 0.13), (0.74, 0.13), (0.73, 0.15), (0.27, 0.15)], (255, 232, 180))


def medal(canvas: Canvas) -> None:
    """A medal on its ribbon between two branches."""
    canvas.gradient([(120, 34, 28), (86, 24, 24), (58, 18, 20)])
    canvas.glow(0.5, 0.52, 0.36, (255, 204, 130), 150)
    for side in (-1, 1):
        branch = [
            (0.5 + side * 0.34 * math.sin(t / 20 * 2.5), 0.56 + 0.42 * math.cos(t / 20 * 2.5))
            for t in range(2, 21)
        ]
        canvas.line(branch, (176, 132, 58), 0.005)
        for number, (x, y) in enumerate(branch):
            for out in (-1, 1):
                turn = 0.6 + number * 0.13 + out * 0.5
                far_x = x + side * 0.06 * math.sin(turn) + side * out * 0.03
                far_y = y - 0.06 * ASPECT * 0.6 * math.cos(turn)
                middle = ((x + far_x) / 2, (y + far_y) / 2)
                canvas.shape(
                    [
                        (x, y),
                        (middle[0] + side * 0.012, middle[1] - 0.016),
                        (far_x, far_y),
                        (middle[0] - side * 0.012, middle[1] + 0.016),
                    ],
                    mix((206, 158, 70), (240, 206, 126), number / 20),
                )
    canvas.shape([(0.4, 0.0), (0.47, 0.0), (0.54, 0.36), (0.47, 0.36)], (236, 222, 196))
    canvas.shape([(0.6, 0.0), (0.53, 0.0), (0.46, 0.36), (0.53, 0.36)], (196, 58, 40))
    canvas.disc(0.505, 0.56, 0.135, (30, 10, 10), 110)
    for radius, colour in (
        (0.13, (176, 122, 48)),
        (0.12, (232, 190, 104)),
        (0.105, (196, 142, 62)),
        (0.1, (222, 176, 88)),
    ):
        canvas.disc(0.5, 0.54, radius, colour)
    rays = []
    for ray in range(24):
        length = 0.078 if ray % 2 == 0 else 0.045
        turn = ray / 24 * math.tau
        rays.append((0.5 + length * math.sin(turn), 0.54 - length * ASPECT * math.cos(turn)))
    canvas.shape(rays, (150, 98, 36))
    canvas.disc(0.5, 0.54, 0.034, (240, 206, 126))
