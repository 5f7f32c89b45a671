"""Which quantities of one text have no counterpart in the other."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from nhipcau.common.text.dates import Day
from nhipcau.common.text.measures import can_convert, is_conversion
from nhipcau.common.text.quantities import Quantity, Value, quantities


@dataclass(frozen=True)
class Comparison:
    """Quantities of a pair.

    Attributes:
        source: All of the source.
        target: All of the target.
        missing: Required ones of the source without counterpart in the target.
        extra: Required ones of the target without counterpart in the source.
    """

    source: tuple[Quantity, ...]
    target: tuple[Quantity, ...]
    missing: tuple[Quantity, ...]
    extra: tuple[Quantity, ...]


class _Side:
    """The values one text offers to the other."""

    def __init__(self, items: Iterable[Quantity]) -> None:
        values: set[Value] = set()
        for item in items:
            values |= item.values
        self.days = [value for value in values if isinstance(value, Day)]
        # A date also names its day and its year: "on the 4th", "in 2020".
        self.values = values | {
            Fraction(number)
            for day in self.days
            for number in (day.day, day.year)
            if number is not None
        }

    def has(self, value: Value) -> bool:
        """Whether a value is offered, dates by what both sides say of them."""
        if isinstance(value, Day):
            return any(value.agrees_with(day) for day in self.days)
        return value in self.values


def _accounted(item: Quantity, side: _Side) -> bool:
    """Whether one of the quantity's alternatives is found whole on the other side."""
    return any(all(side.has(value) for value in values) for values in item.alternatives)


def _significant(value: Fraction) -> int:
    """How many digits of a whole number are before its closing zeros."""
    return len(str(int(value)).rstrip("0"))


def _rounds(exact: Quantity, rounded: Quantity) -> bool:
    """Whether 1.234.567 is said as some 1.2 million: in full, and about with a scale word."""
    if not rounded.is_scaled:
        return False
    # How many figures more the exact amount must have: a single one may be a slip of the pen.
    more = 2 if exact.is_scaled else 1
    if not (rounded.is_hedged or exact.is_hedged):
        more = 4
    for value in exact.values:
        for other in rounded.values:
            if not isinstance(value, Fraction) or not isinstance(other, Fraction):
                continue
            if value < 1000 or other < 1000 or value.denominator != 1 or other.denominator != 1:
                continue
            digits = _significant(other)
            if digits >= 2 and digits + more <= _significant(value):
                step = 10 ** (len(str(int(value))) - digits)
                if abs(value - other) <= Fraction(step, 2):
                    return True
    return False


def _converts(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are one measure in different units."""
    if not first.unit or not second.unit:
        return False
    return any(
        is_conversion(value, first.unit, other, second.unit)
        for value in first.values
        for other in second.values
        if isinstance(value, Fraction) and isinstance(other, Fraction)
    )


def _excused(item: Quantity, others: Iterable[Quantity], open_others: list[Quantity]) -> bool:
    """Whether something on the other side is the same measure, rounded or converted."""
    if any(_rounds(item, other) or _rounds(other, item) for other in others):
        return True
    # Both sides have an open figure in this very unit: then it is a wrong one, not a conversion.
    if item.unit and any(item.unit == other.unit for other in open_others):
        return False
    return any(_converts(item, other) for other in others)


def _wrong_asides(items: tuple[Quantity, ...]) -> list[Quantity]:
    """Conversions in brackets that are not what stands before the bracket."""
    wrong = []
    for item in items:
        if not item.is_aside or not item.is_required:
            continue
        before = [
            other
            for other in items
            if other.end <= item.start and not other.is_aside and can_convert(other.unit, item.unit)
        ]
        if before and not any(_converts(item, other) for other in before):
            wrong.append(item)
    return wrong


_FIGURES = re.compile(r"\d+")


def _exchanged(
    source: str,
    target: str,
    source_items: tuple[Quantity, ...],
    target_items: tuple[Quantity, ...],
) -> tuple[Quantity, Quantity] | None:
    """A quantity of each side of which one holds a figure that belongs to a neighbour.

    In “6-4, 7-6” a 7 that became a 4 is found on the other side all the same, at the place of
    the other 4. That is certain only where both sides hold the same figures but for one each.
    """
    left = [(int(match[0]), match.start()) for match in _FIGURES.finditer(source)]
    right = [(int(match[0]), match.start()) for match in _FIGURES.finditer(target)]
    if len(left) != len(right):
        return None
    counts = Counter(value for value, _place in left)
    others = Counter(value for value, _place in right)
    mine, theirs = counts - others, others - counts
    if mine.total() != 1 or theirs.total() != 1:
        return None
    (own,), (other,) = mine, theirs
    first = _at(source_items, next(place for value, place in left if value == own))
    second = _at(target_items, next(place for value, place in right if value == other))
    if first is None or second is None:
        return None
    is_borrowed = (others[own] and not _in_words(target_items, target, first.values)) or (
        counts[other] and not _in_words(source_items, source, second.values)
    )
    return (first, second) if is_borrowed else None


def _at(items: Iterable[Quantity], place: int) -> Quantity | None:
    """The required quantity that stands at a place."""
    return next((item for item in items if item.start <= place < item.end), None)


def _in_words(items: Iterable[Quantity], text: str, values: frozenset[Value]) -> bool:
    """Whether a text says one of the values in words."""
    return any(
        item.values & values
        for item in items
        if not any(sign.isdigit() for sign in text[item.start : item.end])
    )


def compare(source: str, target: str, source_language: str, target_language: str) -> Comparison:
    """Compare the quantities of a text and its translation.

    Args:
        source: Plain text in NFC.
        target: Plain text in NFC.
        source_language: BCP 47 code.
        target_language: BCP 47 code.

    Returns:
        What has no counterpart. Measures converted into other units count as accounted for, and
        so do amounts that one side gives approximately; a conversion added in brackets is not
        extra, unless it is wrong.
    """
    source_items = tuple(quantities(source, source_language))
    target_items = tuple(quantities(target, target_language))
    source_side, target_side = _Side(source_items), _Side(target_items)
    missing = [
        item for item in source_items if item.is_required and not _accounted(item, target_side)
    ]
    extra = [
        item for item in target_items if item.is_required and not _accounted(item, source_side)
    ]
    missing, extra = (
        [item for item in missing if not _excused(item, target_items, extra)],
        [item for item in extra if not _excused(item, source_items, missing)],
    )
    # A conversion in brackets is the paper's service to its readers, unless the other side has
    # something that it may stand for.
    if not missing:
        extra = [item for item in extra if not item.is_aside]
    if not extra:
        missing = [item for item in missing if not item.is_aside]
    missing += [item for item in _wrong_asides(source_items) if item not in missing]
    extra += [item for item in _wrong_asides(target_items) if item not in extra]
    if not missing and not extra:
        pair = _exchanged(source, target, source_items, target_items)
        missing, extra = ([pair[0]], [pair[1]]) if pair else ([], [])
    return Comparison(source_items, target_items, tuple(missing), tuple(extra))
