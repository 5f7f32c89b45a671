"""Halves and quarters of lengths of time, in English."""

from collections.abc import Mapping
from fractions import Fraction

#: What a half and quarters are of a year in months, of an hour in minutes, of a day in hours and of
#: a month in days.
_PARTS = {
    "half": {"year": 6, "hour": 30, "day": 12, "month": 15},
    "quarter": {"year": 3, "hour": 15, "day": 6},
    "quarters": {"year": 9, "hour": 45, "day": 18},
}


def part_of(
    word: str, before: list[str], behind: list[str], ordinals: Mapping[str, int]
) -> tuple[Fraction, ...]:
    """A half or quarters of a length of time; empty when something else is parted.

    Args:
        word: ``half``, ``quarter`` or ``quarters``.
        before: The word before it, if any.
        behind: The words after it, at most three.
        ordinals: English ordinal numbers and what they count.

    Returns:
        What it may mean: of the length's smaller unit, and as a share or a place in the year.
    """
    if behind[:1] in (["past"], ["to"]):
        return (Fraction(_PARTS[word]["hour"]),)
    if before and before[0] in ordinals and (word != "half" or behind[:1] == ["of"]):
        # The first half of 2025, the third quarter.
        months = Fraction(_PARTS[word]["year"])
        return (months,) if word == "half" else (months, Fraction(ordinals[before[0]]))
    for whole in behind:
        if whole in _PARTS[word]:
            share = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(3, 4)}
            return (Fraction(_PARTS[word][whole]), share[word])
        if whole not in {"of", "a", "an", "the", "last", "this", "next"}:
            break
    return ()
