"""Quantities that find no counterpart of their own once every counterpart is used once.

That a figure stands somewhere on the other side is not enough: in “9 ca mới hôm 4/3” and “four new
cases on March 4” the four is the day of the month, which the date has used up.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nhipcau.common.text.dates import Day
from nhipcau.common.text.quantities import Quantity, Value

Offers = Callable[[Value], bool]


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one quantity asks of the other side: one of the values, once."""

    item: Quantity
    values: frozenset[Value]


def _claims(items: Iterable[Quantity], is_offered: Offers) -> list[_Claim]:
    """Claims of quantities, by the reading that the other side supports."""
    found = []
    for item in items:
        chosen = next(
            (values for values in item.alternatives if all(map(is_offered, values))), None
        )
        if chosen is None or len(chosen) == 1:
            singles = frozenset(values[0] for values in item.alternatives if len(values) == 1)
            found.append(_Claim(item, singles or item.values))
        else:
            found += [_Claim(item, frozenset({value})) for value in chosen]
    return found


def _named_by(day: Day, value: Value) -> bool:
    """Whether a value says a date, or its day of the month or its year."""
    if isinstance(value, Day):
        return day.agrees_with(value)
    return isinstance(value, Fraction) and value in {day.day, day.year}


def _fits(claim: _Claim, offer: _Claim) -> bool:
    """Whether two claims may be one thing."""
    if claim.values & offer.values:
        return True
    return any(
        isinstance(value, Day) and any(_named_by(value, other) for other in others)
        for mine, others in ((claim.values, offer.values), (offer.values, claim.values))
        for value in mine
    )


def _unmatched(
    claims: Sequence[_Claim],
    offers: Sequence[_Claim],
    is_same: Callable[[Quantity, Quantity], bool],
) -> list[Quantity]:
    """Quantities left over when as many as can be have an offer each, the required ones first.

    Args:
        claims: Of one side.
        offers: Claims of the other side, each good for one.
        is_same: Whether two quantities are one measure, rounded or converted.
    """
    fitting = [
        [place for place, offer in enumerate(offers) if _fits(claim, offer)]
        or [place for place, offer in enumerate(offers) if is_same(claim.item, offer.item)]
        for claim in claims
    ]
    holder: dict[int, int] = {}

    def find(number: int, seen: set[int]) -> bool:
        for place in fitting[number]:
            if place in seen:
                continue
            seen.add(place)
            if place not in holder or find(holder[place], seen):
                holder[place] = number
                return True
        return False

    return [claims[number].item for number in _in_order(claims) if not find(number, set())]


def _in_order(claims: Sequence[_Claim]) -> list[int]:
    """Numbers of the claims that matter: required quantities, then numbers in words."""
    required = [number for number, claim in enumerate(claims) if claim.item.is_required]
    worded = [
        number
        for number, claim in enumerate(claims)
        if claim.item.is_worded and not claim.item.is_required
    ]
    return required + worded


def left_over(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    *,
    target_has: Offers,
    source_has: Offers,
    is_same: Callable[[Quantity, Quantity], bool],
) -> tuple[list[Quantity], list[Quantity]]:
    """Quantities without a counterpart of their own, of the source and of the target.

    Args:
        source: Quantities of the source.
        target: Quantities of the target.
        target_has: Whether the target has a value anywhere.
        source_has: Whether the source has a value anywhere.
        is_same: Whether two quantities are one measure, rounded or converted.

    Returns:
        Required quantities and numbers in words; each list is what remains when that side is
        served as well as it can be.
    """
    source = [item for item in source if not item.is_loose]
    target = [item for item in target if not item.is_loose]
    left, right = _claims(source, target_has), _claims(target, source_has)
    return _unmatched(left, right, is_same), _unmatched(right, left, is_same)
