"""Which quantities of one text have no counterpart in the other."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from nhipcau.common.text.dates import Day
from nhipcau.common.text.exchange import RATED_YEARS, ExchangeTime, OwnRate
from nhipcau.common.text.measures import is_conversion
from nhipcau.common.text.quantities import Quantity, Value, quantities
from nhipcau.translation.rules.asides import is_added, wrong_asides, wrong_exchanges
from nhipcau.translation.rules.assignment import left_over
from nhipcau.translation.rules.left_out_years import without_years_said_otherwise
from nhipcau.translation.rules.ratios import (
    without_amounts_said_by_ratio,
    without_shares_of_a_target,
)
from nhipcau.translation.rules.scores import scores_that_differ
from nhipcau.translation.rules.weekdays import without_days_said_by_weekday


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


def _years(items: Iterable[Quantity]) -> set[int]:
    """Years of the news that quantities name."""
    return {
        int(year)
        for item in items
        for value in item.values
        for year in ([value.year] if isinstance(value, Day) else [value])
        if isinstance(year, int | Fraction) and _FIRST_YEAR <= year <= _LAST_YEAR
    }


def _years_of_dates(items: Iterable[Quantity], day: date | None) -> set[int]:
    """Years that a date without one may belong to; none when it cannot be told."""
    if day:
        return {(day + timedelta(days=months * 31)).year for months in (-1, 0, 1)}
    years = _years(items)
    return years if len(years) == 1 else set()


_FIRST_YEAR, _LAST_YEAR = 1990, 2040


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


#: Words that say a number in one language and are mostly a looser word in the other: “một báo cáo”
#: is “a report”.
_TURNED_INTO = {"một": {"a", "an"}, "first": {"đầu"}}


def _to_be_matched(
    items: tuple[Quantity, ...],
    text: str,
    others: tuple[Quantity, ...],
    other_text: str,
    settled: Collection[int],
) -> tuple[Quantity, ...]:
    """Quantities of which each needs a counterpart of its own.

    Left out are those settled before, words that loose ones of the other side stand for, and
    conversions into a unit that the other side does not have.
    """
    loose = [other_text[other.start : other.end].lower() for other in others if other.is_loose]
    units = {other.unit for other in others}
    kept = []
    for item in items:
        if id(item) in settled or (item.is_aside and item.unit not in units):
            continue
        said_by = _TURNED_INTO.get(text[item.start : item.end].lower(), set())
        said = next((word for word in loose if word in said_by), None)
        if said:
            loose.remove(said)
            continue
        kept.append(item)
    return tuple(kept)


def _without_own_counterpart(
    source_items: tuple[Quantity, ...],
    target_items: tuple[Quantity, ...],
    source_side: _Side,
    target_side: _Side,
) -> tuple[list[Quantity], list[Quantity]]:
    """Figures that stand on both sides, yet more often on one, while another one stands alone.

    “Hai bên ký 2 văn bản” is not “the two sides signed six documents”, although there is a two. A
    figure said again on one side alone is good style.
    """
    missing, extra = left_over(
        source_items,
        target_items,
        target_has=target_side.has,
        source_has=source_side.has,
        is_same=lambda first, second: (
            _converts(first, second) or _rounds(first, second) or _rounds(second, first)
        ),
    )
    missing = [item for item in missing if not _is_said_again(item, target_side)]
    extra = [item for item in extra if not _is_said_again(item, source_side)]
    if not missing or not extra:
        return [], []
    if not any(
        _is_in_figures(item, items)
        for found, items in ((missing, source_items), (extra, target_items))
        for item in found
    ):
        return [], []
    return missing, extra


def _is_in_figures(item: Quantity, items: Iterable[Quantity]) -> bool:
    """Whether a quantity, or another one of its side with the same value, is in figures."""
    return item.is_required or any(
        other.is_required and other.values & item.values for other in items
    )


def _is_said_again(item: Quantity, other_side: _Side) -> bool:
    """Whether a quantity may stand as often as its side likes: a year, a conversion."""
    if item.is_aside and item.unit:
        return True
    return any(
        isinstance(value, Fraction) and 1900 <= value < 2100 and other_side.has(value)
        for value in item.values
    )


@lru_cache(maxsize=16)
def compare(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    day: date | None = None,
    own_rate: OwnRate | None = None,
) -> Comparison:
    """Compare the quantities of a text and its translation.

    Args:
        source: Plain text in NFC.
        target: Plain text in NFC.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        day: Civil day of the news, for the exchange rate of its year, “this year” and the like.
        own_rate: The exchange rate that the document itself goes by, if it shows.

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
    open_at_first = {id(item) for item in missing + extra}
    missing, extra = (
        [item for item in missing if not _excused(item, target_items, extra)],
        [item for item in extra if not _excused(item, source_items, missing)],
    )
    missing, extra = (
        without_years_said_otherwise(
            missing, source, source_language, target, target_language, day
        ),
        without_years_said_otherwise(extra, target, target_language, source, source_language, day),
    )
    years = _years_of_dates(source_items + target_items, day)
    missing, extra = (
        without_days_said_by_weekday(
            missing, source, source_language, target, target_language, years
        ),
        without_days_said_by_weekday(
            extra, target, target_language, source, source_language, years
        ),
    )
    missing, extra = (
        without_amounts_said_by_ratio(missing, source_items, target, target_language),
        without_amounts_said_by_ratio(extra, target_items, source, source_language),
    )
    missing, extra = without_shares_of_a_target(missing, extra, f"{source} {target}")
    # A conversion in brackets is the paper's service to its readers, unless the other side has
    # something that it may stand for.
    if not missing:
        extra = [item for item in extra if not is_added(item, target_items, source_items)]
    if not extra:
        missing = [item for item in missing if not is_added(item, source_items, target_items)]
    rated = RATED_YEARS & _years(source_items + target_items)
    time = ExchangeTime(day, max(rated, default=None), own_rate)
    for found, items, others in (
        (missing, source_items, target_items),
        (extra, target_items, source_items),
    ):
        wrong = wrong_asides(items) + wrong_exchanges(items, others, time)
        found += [item for item in wrong if item not in found]
    if not missing and not extra:
        missing = _only_loosely_there(source_items, target_items)
        extra = _only_loosely_there(target_items, source_items)
    if not missing and not extra:
        missing, extra = scores_that_differ(source, source_items, target, target_items)
    if not missing and not extra:
        # What was settled above has its counterpart in other words.
        missing, extra = _without_own_counterpart(
            _to_be_matched(source_items, source, target_items, target, open_at_first),
            _to_be_matched(target_items, target, source_items, source, open_at_first),
            source_side,
            target_side,
        )
    return Comparison(source_items, target_items, tuple(missing), tuple(extra))
