"""Putting the numbers of a new text into the translation of one that differs in numbers only."""

import re
from fractions import Fraction

from nhipcau.common.text.dates import ENGLISH_MONTHS, Day
from nhipcau.common.text.quantities import Quantity, quantities


def with_new_numbers(
    *, remembered: str, translation: str, text: str, source_language: str, target_language: str
) -> str | None:
    """Put new numbers into a remembered translation.

    Args:
        remembered: The remembered source text.
        translation: Its translation.
        text: The new source text, the same but for its numbers.
        source_language: BCP 47 code of both source texts.
        target_language: BCP 47 code of the translation.

    Returns:
        The translation with the new numbers in the notation of its language; ``None`` when a
        changed number cannot be placed beyond doubt.
    """
    old = _written(remembered, source_language)
    new = _written(text, source_language)
    if len(old) != len(new):
        return None
    places = _written(translation, target_language)
    edits: list[tuple[int, int, str]] = []
    for before, after in zip(old, new, strict=True):
        if before.alternatives == after.alternatives and before.unit == after.unit:
            continue
        spots = [place for place in places if _means_the_same(before, place)]
        if len(spots) != 1:
            return None
        spot = spots[0]
        written = _rewritten(before, after, translation[spot.start : spot.end], target_language)
        if written is None:
            return None
        edits.append((spot.start, spot.end, written))
    if not edits:
        return None
    for start, end, written in sorted(edits, reverse=True):
        translation = translation[:start] + written + translation[end:]
    return translation


def _written(text: str, language: str) -> list[Quantity]:
    """Quantities that stand in figures, or are dates."""
    return [
        item
        for item in quantities(text, language)
        if item.is_required or any(sign.isdigit() for sign in text[item.start : item.end])
    ]


def _means_the_same(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities share their first reading, dates as far as both name them."""
    one, other = first.alternatives[0], second.alternatives[0]
    if len(one) != len(other):
        return False
    return all(
        mine.agrees_with(yours) and yours.agrees_with(mine)
        if isinstance(mine, Day) and isinstance(yours, Day)
        else mine == yours
        for mine, yours in zip(one, other, strict=True)
    )


def _rewritten(before: Quantity, after: Quantity, written: str, target_language: str) -> str | None:
    """A number of the translation as it must now read."""
    old, new = before.alternatives[0], after.alternatives[0]
    if len(old) != 1 or len(new) != 1 or type(old[0]) is not type(new[0]):
        return None
    if isinstance(new[0], Day) and isinstance(old[0], Day):
        return _date(old[0], new[0], written)
    if not isinstance(new[0], Fraction) or not isinstance(old[0], Fraction):
        return None
    return _number(old[0], new[0], written, target_language)


def _number(old: Fraction, new: Fraction, written: str, language: str) -> str | None:
    """A number with the same scale word and style of separators."""
    figures = re.search(r"\d+(?:[.,]\d+)*", written)
    if not figures:
        return None
    thousands, decimal = (".", ",") if language.startswith("vi") else (",", ".")
    shown = figures[0].replace(thousands, "").replace(decimal, ".")
    try:
        scale = old / Fraction(shown)
    except (ValueError, ZeroDivisionError):
        return None
    value = new / scale
    if value.denominator != 1 and 1000 % value.denominator:
        return None
    whole, rest = divmod(value, 1)
    text = str(int(whole))
    # Years and small numbers bear no separators; neither does what bore none before.
    if int(whole) >= 10_000 or (int(whole) >= 1000 and thousands in figures[0]):
        text = f"{int(whole):,}".replace(",", thousands)
    if rest:
        text += decimal + f"{float(rest):.3f}"[2:].rstrip("0")
    return written[: figures.start()] + text + written[figures.end() :]


def _date(old: Day, new: Day, written: str) -> str | None:
    """A date in the same form with day, month and year changed."""
    result = written
    if old.day != new.day:
        if old.day is None or new.day is None:
            return None
        day = rf"(?<!\d)0?{old.day}(?:st|nd|rd|th)?(?!\d)"
        result, count = re.subn(day, str(new.day), result, count=1)
        if not count:
            return None
    if old.month != new.month:
        name = ENGLISH_MONTHS[old.month - 1]
        if name in result:
            result = result.replace(name, ENGLISH_MONTHS[new.month - 1])
        else:
            # A month in figures stands behind the day.
            parts = list(re.finditer(r"\d+", result))
            index = 1 if new.day is not None and len(parts) > 1 else 0
            if len(parts) <= index or int(parts[index][0]) != old.month:
                return None
            result = result[: parts[index].start()] + str(new.month) + result[parts[index].end() :]
    if old.year != new.year and old.year is not None and str(old.year) in written:
        if new.year is None:
            return None
        result = result.replace(str(old.year), str(new.year))
    return result
