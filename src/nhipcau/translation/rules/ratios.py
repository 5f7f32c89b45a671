"""Amounts that a translation says by another one: “80.000 … 40.000”, “80,000 … and half that”."""

import re
from collections.abc import Sequence
from fractions import Fraction

from nhipcau.common.text.quantities import Quantity

_WHOLE = 100
_AMOUNT = r"(?:that|as (?:much|many)|the (?:price|amount|sum|number|figure|rate|cost))\b"
#: Words for a half and for twice of an amount named before, English for all but Vietnamese.
_RATIOS = {
    "en": (
        (Fraction(1, 2), re.compile(rf"\bhalf {_AMOUNT}", re.IGNORECASE)),
        (Fraction(2), re.compile(rf"\b(?:twice|double) {_AMOUNT}", re.IGNORECASE)),
    ),
    "vi": (
        (Fraction(1, 2), re.compile(r"\b(?:một nửa|nửa số|nửa giá)\b", re.IGNORECASE)),
        (Fraction(2), re.compile(r"\bgấp đôi\b", re.IGNORECASE)),
    ),
}


def without_amounts_said_by_ratio(
    missing: Sequence[Quantity],
    items: Sequence[Quantity],
    other_text: str,
    other_language: str,
) -> list[Quantity]:
    """What is still missing when the other side says an amount as a half or twice of another.

    Args:
        missing: Quantities of one side without counterpart on the other.
        items: All quantities of their side.
        other_text: The other side.
        other_language: Its BCP 47 code.
    """
    if not missing:
        return []
    ratios = [
        ratio
        for ratio, words in _RATIOS["vi" if other_language.startswith("vi") else "en"]
        if words.search(other_text)
    ]
    return [item for item in missing if not any(_is_part(item, ratio, items) for ratio in ratios)]


def _is_part(item: Quantity, ratio: Fraction, items: Sequence[Quantity]) -> bool:
    """Whether an amount is so much of another one of its side, in the same unit."""
    return any(
        value == ratio * whole
        for other in items
        if other.unit == item.unit
        for whole in other.values
        if isinstance(whole, Fraction)
        for value in item.values
    )


_BEYOND = re.compile(
    r"\b(?:exceed\w*|surpass\w*|above|higher|more|over|beat\w*|up|vượt|hơn|tăng)\b", re.IGNORECASE
)


def without_shares_of_a_target(
    missing: Sequence[Quantity], extra: Sequence[Quantity], texts: str
) -> tuple[list[Quantity], list[Quantity]]:
    """What is still open when “109%” of a target may exceed it “by 9 per cent”.

    Args:
        missing: Quantities of the source without counterpart.
        extra: Quantities of the target without counterpart.
        texts: Both sides, of which one must speak of more.
    """
    missing, extra = list(missing), list(extra)
    if missing and extra and _BEYOND.search(texts):
        for item in tuple(missing):
            other = next((other for other in extra if _is_hundred_apart(item, other)), None)
            if other:
                missing.remove(item)
                extra.remove(other)
    return missing, extra


def _is_hundred_apart(first: Quantity, second: Quantity) -> bool:
    """Whether one percentage is a hundred more than the other."""
    return first.unit == second.unit == "%" and any(
        isinstance(value, Fraction)
        and isinstance(other, Fraction)
        and abs(value - other) == _WHOLE > min(value, other)
        for value in first.values
        for other in second.values
    )
