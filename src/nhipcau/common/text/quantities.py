"""Everything countable in a text: numbers, money, percentages, dates and times.

A quantity has alternatives, since news notation is ambiguous: ``4-3`` is the fourth of March or a
score of four to three. Each alternative is a set of values that must all be found on the other
side of a translation for the quantity to be accounted for.
"""
# ruff: noqa: E501 - a notation or a row of a table is easier to read on one line

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from nhipcau.common.text.composites import COMPOSITES, IMPERIAL_UNITS
from nhipcau.common.text.day_notations import ENGLISH_DAYS
from nhipcau.common.text.figures import figure_readings, roman_value
from nhipcau.common.text.measures import CURRENCIES, currency_before, unit_after
from nhipcau.common.text.notations import (
    ENGLISH,
    SIGNS,
    VIETNAMESE,
    Alternatives,
    Value,
    either,
    one,
)
from nhipcau.common.text.numbers import (
    SCALES,
    SHORT_SCALES,
    word_numbers,
)

__all__ = ["Quantity", "Value", "quantities"]


@dataclass(frozen=True)
class Quantity:
    """A countable thing in a text.

    Attributes:
        alternatives: Sets of values; one set must be found whole on the other side.
        start: Offset of its first character.
        end: Offset after its last character.
        is_required: It must have a counterpart; numbers in words are mostly optional.
        unit: Canonical unit or currency, empty without one.
        is_scaled: It is written with a scale word (1.2 million), and so may be rounded.
        is_hedged: It is said to be approximate (hơn, about), so that it may be rounded.
        is_loose: A word that may say a number and mostly says something else (a, only).
        is_worded: A number in words proper (eight, tám).
        is_aside: It stands in brackets right behind another quantity, as conversions do.
    """

    alternatives: Alternatives
    start: int
    end: int
    is_required: bool = True
    unit: str = ""
    is_aside: bool = False
    is_scaled: bool = False
    is_hedged: bool = False
    is_loose: bool = False
    is_worded: bool = False

    @property
    def values(self) -> frozenset[Value]:
        """Every value of every alternative."""
        return frozenset(value for values in self.alternatives for value in values)


_FIGURES = r"\d+(?:[.,]\d+)*"


_NOTATIONS = {
    "vi": COMPOSITES["vi"] + VIETNAMESE,
    "en": COMPOSITES["en"] + ENGLISH_DAYS + ENGLISH,
}


def quantities(text: str, language: str) -> list[Quantity]:
    """Everything countable in a text, in reading order.

    Args:
        text: Plain text in Unicode NFC.
        language: BCP 47 code; Vietnamese by its own notation, every other language by English.

    Returns:
        Quantities; those written in words are optional except large ones (seven million).
    """
    language = "vi" if language.startswith("vi") else "en"
    plain = unicodedata.normalize("NFC", text).translate(SIGNS)
    taken = bytearray(len(plain))
    found: list[Quantity] = []
    for pattern in _NOTATIONS[language]:
        for match in pattern.regex.finditer(plain):
            start = (
                match.end("lead")
                if "lead" in match.groupdict() and match["lead"]
                else match.start()
            )
            if any(taken[start : match.end()]):
                continue
            alternatives = pattern.read(match, language)
            if alternatives is None:
                continue
            taken[start : match.end()] = b"\x01" * (match.end() - start)
            found.append(
                Quantity(
                    alternatives,
                    start,
                    match.end(),
                    pattern.is_required,
                    unit=_imperial_unit(match),
                    is_worded=pattern.is_worded,
                )
            )
    found += _figures(plain, language, taken)
    found += _romans(plain, taken)
    found += _words(plain, language, taken)
    return _with_asides(sorted(found, key=lambda item: item.start), plain)


def _imperial_unit(match: re.Match[str]) -> str:
    """The canonical unit of feet and inches and their like, empty for other notations."""
    written = match.groupdict().get("unit") or ""
    return IMPERIAL_UNITS.get(written.strip(" -")[:1].lower(), "") if written else ""


_FRACTION_SIGNS = "½¼¾⅓⅔⅛"
_FIGURE = re.compile(rf"{_FIGURES}[{_FRACTION_SIGNS}]?")
_SCALE_BEHIND = {
    language: re.compile(
        r"\s?-?(?P<scale>(?:{words})(?:\s+(?:{words}))*)(?![^\W\d_])|(?P<short>{short})(?![^\W_])".format(
            words="|".join(sorted(SCALES[language], key=len, reverse=True)),
            short="|".join(sorted(SHORT_SCALES[language], key=len, reverse=True)),
        ),
        re.IGNORECASE,
    )
    for language in SCALES
}
# "3 năm rưỡi" and "3 triệu rưỡi": a half more of what is counted or of the scale.
_HALF_BEHIND = re.compile(r"\s+(?:[^\W\d_]+\s+)?rưỡi(?![^\W\d_])|\s+and\s+a\s+half\b")
_DECADES_BEHIND = re.compile(
    r"\s+(?:thập niên|thập kỷ|thập kỉ|decades?)(?![^\W\d_])", re.IGNORECASE
)
_RANGE = {
    "vi": re.compile(
        r"\s*(?:-|đến|tới|hoặc|hay|và|(?:lên|xuống)(?:\s+(?:đến|tới|còn))?|còn)"
        r"(?:\s+(?:gần|hơn|khoảng|trên))?\s*(?:\$|£|€)?$"
    ),
    "en": re.compile(r"\s*(?:-|to|and|or)\s*(?:\$|£|€|US\$)?$"),
}


_TO = {"-", "to", "đến", "tới"}


def _figures(plain: str, language: str, taken: bytearray) -> Iterator[Quantity]:
    """Numbers in figures with their scale and unit."""
    rows: list[tuple[int, int, tuple[Fraction, ...], int, str]] = []
    for match in _FIGURE.finditer(plain):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        readings = _readings(match[0], language)
        scale, finish, is_length = 1, end, False
        behind = _SCALE_BEHIND[language].match(plain, end)
        optional_scale = False
        if behind:
            finish = behind.end()
            if behind["scale"]:
                for word in behind["scale"].lower().split():
                    scale *= SCALES[language][word]
            else:
                scale = SHORT_SCALES[language][behind["short"].lower()]
                # 10m is ten million, or ten metres.
                optional_scale = behind["short"].lower() in {"m", "b", "k"}
                is_length = behind["short"] == "m" and "," in match[0]
        values = tuple(reading * scale for reading in readings)
        half = _HALF_BEHIND.match(plain, finish)
        if half:
            more = tuple(value + Fraction(scale, 2) for value in values)
            values = more
            finish = half.end()
        if _DECADES_BEHIND.match(plain, finish):
            values += tuple(10 * value for value in values)
        if optional_scale:
            values += readings
        taken[start:finish] = b"\x01" * (finish - start)
        unit = currency_before(plain, start) or unit_after(plain, finish, language)
        if behind and behind["short"] == "m" and not unit:
            unit = "m"
            if is_length:
                # 2,500m: nobody writes thousands of millions so.
                values, scale = readings, 1
        rows.append((start, finish, values, scale if not half else 1, unit))
    for position, (start, finish, values, scale, unit) in enumerate(rows):
        if position + 1 < len(rows):
            next_start, _finish, _values, next_scale, next_unit = rows[position + 1]
            joined = _RANGE[language].fullmatch(plain[finish:next_start])
            if joined and scale == 1:
                # 10-15 million: the scale and the unit may belong to both.
                if next_scale > 1:
                    values += tuple(value * next_scale for value in values)
                unit = unit or next_unit
                if unit in CURRENCIES and not next_unit and joined[0].strip() in _TO:
                    # $190-230
                    rows[position + 1] = (*rows[position + 1][:4], unit)
        yield Quantity(
            either(tuple(dict.fromkeys(values))), start, finish, unit=unit, is_scaled=scale > 1
        )


def _readings(figures: str, language: str) -> tuple[Fraction, ...]:
    """What figures may mean, with a fraction sign behind them: 14½."""
    if figures[-1].isdecimal():
        return figure_readings(figures, language)
    part = Fraction(unicodedata.numeric(figures[-1])).limit_denominator(8)
    return tuple(value + part for value in figure_readings(figures[:-1], language))


_ROMAN = re.compile(
    r"(?<![\w'])(?P<roman>[IVXL]{2,6}|(?<=War )I|(?<=chiến )I|(?<=kỷ )[VX]|(?<=thứ )[IVX]|(?<=Đại hội )[IVX]|(?<=khóa )[IVX]|(?<=khoá )[IVX]|(?<=Khóa )[IVX])(?![\w'])"
)


def _romans(plain: str, taken: bytearray) -> Iterator[Quantity]:
    """Roman numerals: thế kỷ XXI, Đại hội XIII, World War II. Optional: they hold no digit."""
    for match in _ROMAN.finditer(plain):
        value = roman_value(match["roman"])
        if value and not any(taken[match.start() : match.end()]):
            yield Quantity(
                one(Fraction(value)),
                match.start(),
                match.end(),
                is_required=False,
                is_worded=True,
            )


def _words(plain: str, language: str, taken: bytearray) -> Iterator[Quantity]:
    """Numbers in words."""
    for number in word_numbers(plain.lower(), language):
        if any(taken[number.start : number.end]):
            continue
        unit = unit_after(plain, number.end, language)
        yield Quantity(
            either(number.values),
            number.start,
            number.end,
            is_required=number.is_large,
            unit=unit,
            is_loose=number.is_loose,
            is_worded=not number.is_loose,
        )


_HEDGE = re.compile(
    r"(?:\b(?:hơn|trên|gần|khoảng|chừng|xấp xỉ|ước|quá|vượt|tới|about|around|some|nearly|almost|over|"
    r"roughly|approximately|exceed\w*|(?:more|less|fewer) than|close to|up to|at least|just under|"
    r"an estimated|circa)\b|~)[^.;!?\d]{0,22}$",
    re.IGNORECASE,
)


def _is_hedged(plain: str, start: int) -> bool:
    """Whether a number is said to be approximate."""
    return bool(_HEDGE.search(plain[max(0, start - 45) : start]))


def _with_asides(found: list[Quantity], plain: str) -> list[Quantity]:
    """Mark quantities in brackets that follow another one, as conversions do."""
    marked = []
    for position, item in enumerate(found):
        before = plain[: item.start]
        opening = before.rfind("(")
        inside = opening >= 0 and ")" not in before[opening:]
        follows = any(
            other.is_required and opening - 25 <= other.end <= opening for other in found[:position]
        )
        if inside and follows:
            item = replace(item, is_aside=True)
        if item.is_required and _is_hedged(plain, item.start):
            item = replace(item, is_hedged=True)
        marked.append(item)
    return marked
