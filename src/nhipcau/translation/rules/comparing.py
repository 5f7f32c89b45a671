"""Which quantities of one text have no counterpart in the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from nhipcau.common.text.dates import Day
from nhipcau.common.text.measures import is_conversion
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
    """Whether 1.234.567 is said as 1.2 million: in full on one side, scaled on the other."""
    if exact.is_scaled or not rounded.is_scaled:
        return False
    for value in exact.values:
        for other in rounded.values:
            if not isinstance(value, Fraction) or not isinstance(other, Fraction):
                continue
            if value < 1000 or other < 1000 or value.denominator != 1 or other.denominator != 1:
                continue
            digits = _significant(other)
            if 2 <= digits < _significant(value):
                step = 10 ** (len(str(int(value))) - digits)
                if abs(value - other) <= Fraction(step, 2):
                    return True
    return False


def _same_measure(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are one measure, converted or rounded."""
    if _rounds(first, second) or _rounds(second, first):
        return True
    for value in first.values:
        for other in second.values:
            if (
                isinstance(value, Fraction)
                and isinstance(other, Fraction)
                and (
                    first.unit
                    and second.unit
                    and is_conversion(value, first.unit, other, second.unit)
                )
            ):
                return True
    return False


def compare(source: str, target: str, source_language: str, target_language: str) -> Comparison:
    """Compare the quantities of a text and its translation.

    Args:
        source: Plain text in NFC.
        target: Plain text in NFC.
        source_language: BCP 47 code.
        target_language: BCP 47 code.

    Returns:
        What has no counterpart. Measures converted into other units and amounts rounded to two or
        more digits count as accounted for; a conversion added in brackets is not extra.
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
        _without_measures(missing, target_items),
        _without_measures(extra, source_items),
    )
    # A conversion in brackets is the paper's service to its readers, unless the other side has
    # something that it may stand for.
    if not missing:
        extra = [item for item in extra if not item.is_aside]
    if not extra:
        missing = [item for item in missing if not item.is_aside]
    return Comparison(source_items, target_items, tuple(missing), tuple(extra))


def _without_measures(items: list[Quantity], others: tuple[Quantity, ...]) -> list[Quantity]:
    """Leave out what is a converted or rounded measure of the other side."""
    return [item for item in items if not any(_same_measure(item, other) for other in others)]
