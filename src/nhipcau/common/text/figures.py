"""Numbers in figures, in Vietnamese, English and Roman notation."""

import re
from fractions import Fraction

#: 05 people are five; 0025 are not twenty-five.
_PADDED = 2


def figure_readings(figures: str, language: str) -> tuple[Fraction, ...]:
    """What a number in figures may mean.

    Args:
        figures: Digits with inner points and commas, such as ``1.234,5``.
        language: BCP 47 code of the text.

    Returns:
        Readings, the usual one of the language first. ``1.234`` is 1234 in Vietnamese, but papers
        also print 1.234 for one and a bit, so that both readings are given. A row of three or more
        digits that begins with nought counts nothing; it is read as a negative number, which equals
        only itself.
    """
    if len(figures) > _PADDED and figures.isdecimal() and figures[0] == "0":
        return (-Fraction(10 ** len(figures) + int(figures)),)
    thousands, decimal = (".", ",") if language.startswith("vi") else (",", ".")
    readings: list[Fraction] = []
    for group, point in ((thousands, decimal), (decimal, thousands)):
        whole, _, rest = figures.partition(point)
        if point in rest or group in rest:
            continue
        if group in whole and not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+", whole):
            continue
        if readings and rest == "000":
            continue
        value = Fraction(f"{whole.replace(group, '')}.{rest or 0}")
        if value not in readings:
            readings.append(value)
    if not readings:
        # A version or an address, 10.1.2: compared as one row of digits.
        readings.append(Fraction(re.sub(r"\D", "", figures)))
    return tuple(readings)


def roman_value(numeral: str) -> int | None:
    """The value of a Roman numeral in capitals up to 89; ``None`` when it is not one."""
    match = re.fullmatch(r"(X{0,3}|XL|LX{0,3})(IX|IV|V?I{0,3})", numeral)
    if not match or not numeral:
        return None
    tens = {"": 0, "X": 10, "XX": 20, "XXX": 30, "XL": 40, "L": 50, "LX": 60, "LXX": 70, "LXXX": 80}
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return tens[match[1]] + ones.index(match[2])
