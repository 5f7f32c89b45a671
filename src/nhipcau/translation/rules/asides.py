"""Quantities in brackets behind others: conversions that papers add for their readers."""

from collections.abc import Sequence
from fractions import Fraction

from nhipcau.common.text.dates import Day
from nhipcau.common.text.exchange import ExchangeTime, Sum, is_implausible_exchange
from nhipcau.common.text.measures import CURRENCIES, can_convert, is_converted_to, is_overexact
from nhipcau.common.text.quantities import Quantity


def _converts_to(measure: Quantity, aside: Quantity) -> bool:
    """Whether a measure becomes the one in brackets behind it."""
    return any(
        is_converted_to(value, measure.unit, other, aside.unit)
        for value in measure.values
        for other in aside.values
        if isinstance(value, Fraction) and isinstance(other, Fraction)
    )


def wrong_asides(items: tuple[Quantity, ...]) -> list[Quantity]:
    """Conversions in brackets that are not what stands before the bracket.

    Args:
        items: All quantities of one side.
    """
    wrong = []
    for item in items:
        if not item.is_aside or not item.is_required:
            continue
        before = [
            other
            for other in items
            if other.end <= item.start and not other.is_aside and can_convert(other.unit, item.unit)
        ]
        if before and not any(
            _converts_to(other, item)
            and not any(
                is_overexact(value, measure)
                for value in item.values
                for measure in other.values
                if isinstance(value, Fraction) and isinstance(measure, Fraction)
            )
            for other in before
        ):
            wrong.append(item)
    return wrong


def wrong_exchanges(
    items: tuple[Quantity, ...], others: tuple[Quantity, ...], time: ExchangeTime
) -> list[Quantity]:
    """Sums added in brackets in another currency that the sum before them cannot be.

    Args:
        items: All quantities of one side.
        others: All quantities of the other side.
        time: What is known of the time of the news.
    """
    # The same sum in the same currency, or a figure without one: it was not added.
    said = {
        value for other in others if other.is_required and not other.unit for value in other.values
    }
    said_as = {(value, other.unit) for other in others for value in other.values}
    wrong = []
    for item in items:
        if not item.is_aside or item.unit not in CURRENCIES:
            continue
        if any(value in said or (value, item.unit) in said_as for value in item.values):
            continue
        before = _converted_sums(item, items)
        if before and all(
            is_implausible_exchange(
                Sum(value, other.unit, other.is_hedged, (value, other.unit) in said_as),
                Sum(amount, item.unit, item.is_hedged),
                time,
            )
            or is_overexact(amount, value)
            for other in before
            for value in other.values
            for amount in item.values
            if isinstance(value, Fraction) and isinstance(amount, Fraction)
        ):
            wrong.append(item)
    return wrong


def _converted_sums(item: Quantity, items: Sequence[Quantity]) -> list[Quantity]:
    """The sums that one in brackets may stand for: the last before it, two when it is a range."""
    before = [
        other
        for other in items
        if other.end <= item.start and other.unit in CURRENCIES and other.unit != item.unit
    ][-2:]
    asides = [other for other in items if other.is_aside and other.unit == item.unit]
    if len(before) == len(asides) == 2:
        return [before[asides.index(item)]]
    return before


def is_added(item: Quantity, items: tuple[Quantity, ...], others: tuple[Quantity, ...]) -> bool:
    """Whether a quantity in brackets is one more of its kind than the other side has in brackets.

    Args:
        item: The quantity.
        items: All quantities of its side.
        others: All quantities of the other side.
    """

    def of_its_kind(found: tuple[Quantity, ...]) -> int:
        return sum(
            other.is_aside
            and other.is_required
            and other.unit == item.unit
            and _is_date(other) == _is_date(item)
            for other in found
        )

    return item.is_aside and of_its_kind(items) > of_its_kind(others)


def _is_date(item: Quantity) -> bool:
    """Whether the first reading of a quantity is a date."""
    return isinstance(item.alternatives[0][0], Day)
