"""Which quantities of one text have no counterpart in the other."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from nhipcau.common.text.dates import Day
from nhipcau.common.text.measures import (
    CURRENCIES,
    can_convert,
    is_conversion,
    is_implausible_exchange,
)
from nhipcau.common.text.quantities import Quantity, Value, quantities
from nhipcau.translation.rules.left_out_years import without_years_said_otherwise


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
    """Whether 1.234.567 is said as some 1.2 million, or 13.870 as nearly 14,000."""
    if not rounded.is_scaled and not rounded.is_hedged:
        return False
    # How many figures more the exact amount must have: a single one may be a slip of the pen.
    more = 2 if exact.is_scaled or not rounded.is_scaled else 1
    if not (rounded.is_hedged or exact.is_hedged):
        more = 4
    elif rounded.is_hedged and exact.is_hedged:
        more = 1
    for value in exact.values:
        for other in rounded.values:
            if not isinstance(value, Fraction) or not isinstance(other, Fraction):
                continue
            if value < 1000 or other < 1000 or value.denominator != 1 or other.denominator != 1:
                continue
            digits = _significant(other)
            if digits < 2 or digits + more > _significant(value) or _is_slip(value, other):
                continue
            step = 10 ** (len(str(int(value))) - digits)
            # "More than 2.34" may be 2.3456 cut short.
            is_cut = rounded.is_hedged and 0 <= value - other < step
            if is_cut or abs(value - other) <= Fraction(step, 2):
                return True
    return False


def _is_slip(value: Fraction, other: Fraction) -> bool:
    """Whether two whole numbers differ in a single figure, as 72,003 and 72,000 do.

    A rounded amount has several figures fewer; a single other one is a slip of the pen.
    """
    first, second = str(int(value)), str(int(other))
    return len(first) == len(second) and sum(map(str.__ne__, first, second)) == 1


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


def _wrong_exchanges(items: tuple[Quantity, ...], side: _Side, day: date | None) -> list[Quantity]:
    """Sums added in brackets in another currency that the sum before them cannot be."""
    wrong = []
    for item in items:
        if not item.is_aside or item.unit not in CURRENCIES or _accounted(item, side):
            continue
        # The last sum before the bracket; a range has two.
        before = [
            other
            for other in items
            if other.end <= item.start and other.unit in CURRENCIES and other.unit != item.unit
        ][-2:]
        if before and all(
            is_implausible_exchange(value, other.unit, amount, item.unit, day)
            for other in before
            for value in other.values
            for amount in item.values
            if isinstance(value, Fraction) and isinstance(amount, Fraction)
        ):
            wrong.append(item)
    return wrong


#: Up to here a number is often written in words, or hidden in a word.
_SMALL = 12


def _only_loosely_there(
    items: tuple[Quantity, ...], others: tuple[Quantity, ...]
) -> list[Quantity]:
    """Figures that only a word such as “a” matches while a number in words matches nothing.

    “Đoàn gồm 1 người” is no “five-strong team”, although there is an “a” before it.
    """
    known = _Side(items)
    if not any(other.is_worded and not _accounted(other, known) for other in others):
        return []
    everything = _Side(others)
    firm = _Side(other for other in others if not other.is_loose)
    return [
        item
        for item in items
        if item.is_required
        and not item.is_aside
        and all(isinstance(value, Fraction) and value <= _SMALL for value in item.values)
        and _accounted(item, everything)
        and not _accounted(item, firm)
    ]


_JOINS = frozenset("-–:/")
_JOINED = re.compile(r"\d\s?[-–:/]\s?\d")


def _said_more_often(
    text: str, items: tuple[Quantity, ...], other_text: str, others: tuple[Quantity, ...]
) -> list[Quantity]:
    """Figures that stand here more often than there, while a number in words matches nothing.

    “Hai bên ký 2 văn bản” is not “the two sides signed six documents”, although there is a two;
    nor is “hai đội, mỗi đội 2 - 7 người” “two teams of five to seven”.
    """
    known = _Side(items)
    if not any(other.is_worded and not _accounted(other, known) for other in others):
        return []
    here = Counter(value for item in items for value in item.values)
    there = Counter(value for other in others for value in other.values)
    # Scores and spans name a figure as often as they like; where the other side writes them too,
    # they are compared whole.
    is_joined = bool(_JOINED.search(other_text))
    found = []
    for item in items:
        numbers = [value for value in item.values if isinstance(value, Fraction)]
        edges = {*text[max(item.start - 1, 0) : item.start], *text[item.end : item.end + 1]}
        if (
            item.is_required
            and not item.is_aside
            and numbers
            and not edges & _JOINS
            and (len(item.values) == 1 or not is_joined)
            and all(0 < number <= _SMALL for number in numbers)
            and any(here[number] > there[number] > 0 for number in numbers)
        ):
            found.append(item)
    return found


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
    firsts = [_at(source_items, place) for value, place in left if value == own]
    seconds = [_at(target_items, place) for value, place in right if value == other]
    first, second = firsts[0], seconds[0]
    if first is None or second is None:
        return None
    if any(
        set(own_item.alternatives) & set(item.alternatives)
        for own_item in firsts
        for item in seconds
        if own_item and item
    ):
        # 1.100 tỷ and 1.1 trillion are one amount in other figures.
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


def compare(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    day: date | None = None,
) -> Comparison:
    """Compare the quantities of a text and its translation.

    Args:
        source: Plain text in NFC.
        target: Plain text in NFC.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        day: Civil day of the news, for the exchange rate of its year.

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
    missing, extra = (
        without_years_said_otherwise(missing, source, target, target_language),
        without_years_said_otherwise(extra, target, source, source_language),
    )
    # A conversion in brackets is the paper's service to its readers, unless the other side has
    # something that it may stand for.
    if not missing:
        extra = [item for item in extra if not item.is_aside]
    if not extra:
        missing = [item for item in missing if not item.is_aside]
    for found, items, other_side in (
        (missing, source_items, target_side),
        (extra, target_items, source_side),
    ):
        wrong = _wrong_asides(items) + _wrong_exchanges(items, other_side, day)
        found += [item for item in wrong if item not in found]
    if not missing and not extra:
        missing = _only_loosely_there(source_items, target_items)
        extra = _only_loosely_there(target_items, source_items)
    if not missing and not extra:
        missing = _said_more_often(source, source_items, target, target_items)
        extra = _said_more_often(target, target_items, source, source_items)
    if not missing and not extra:
        pair = _exchanged(source, target, source_items, target_items)
        missing, extra = ([pair[0]], [pair[1]]) if pair else ([], [])
    return Comparison(source_items, target_items, tuple(missing), tuple(extra))
