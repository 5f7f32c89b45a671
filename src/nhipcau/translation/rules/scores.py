"""Scores and ranges of figures, whose two ends must stand together: 4-2 is neither 4-1 nor 2-0."""

import re
from collections.abc import Sequence

from nhipcau.common.text.dates import Day
from nhipcau.common.text.quantities import Quantity

_PAIR = re.compile(r"(?<![\d.,/–-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d/]|[.,:–-]\d)")


def scores_that_differ(
    source: str,
    source_items: Sequence[Quantity],
    target: str,
    target_items: Sequence[Quantity],
) -> tuple[list[Quantity], list[Quantity]]:
    """Quantities of scores of which one end has its counterpart and the other end has not.

    A translation may tell a score from the loser's side, and ranges in words; only two pairs in
    figures that share an end are compared.

    Args:
        source: The source.
        source_items: All quantities of it.
        target: Its translation.
        target_items: All quantities of that.
    """
    left = _pairs(source, source_items, target_items)
    right = _pairs(target, target_items, source_items)
    for ends in [ends for ends, _item in left]:
        same = next((pair for pair in right if pair[0] == ends), None)
        if same:
            right.remove(same)
            left.remove(next(pair for pair in left if pair[0] == ends))
    for ends, item in left:
        for other_ends, other in right:
            if set(ends) & set(other_ends):
                return [item], [other]
    return [], []


def _pairs(
    text: str, items: Sequence[Quantity], others: Sequence[Quantity]
) -> list[tuple[tuple[int, ...], Quantity]]:
    """Both ends of each pair of figures, the smaller first, with a quantity in it; no dates."""
    days = [value for other in others for value in other.values if isinstance(value, Day)]
    found = []
    for match in _PAIR.finditer(text):
        inside = [item for item in items if item.start < match.end() and match.start() < item.end]
        dates = [value for item in inside for value in item.values if isinstance(value, Day)]
        if inside and not any(date.agrees_with(day) for date in dates for day in days):
            found.append((tuple(sorted(map(int, match.groups()))), inside[-1]))
    return found
