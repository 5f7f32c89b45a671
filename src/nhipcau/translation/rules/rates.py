"""The exchange rate that a document itself goes by, to which every sum in it must keep."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from nhipcau.common.text.exchange import OwnRate, rounding
from nhipcau.common.text.quantities import Quantity, quantities

#: So many conversions show a rate, if two thirds of them are within so much of the middle one.
_FEWEST = 3
_AGREE = Fraction(2, 3)
_NEAR = Fraction(2, 100)
#: A document strays from its rate by what its conversions do beyond their own rounding, one in so
#: many left out, which may be the wrong one; at most by so much. Few conversions tell little.
_LEFT_OUT = 10
_MOST_ROOM = Fraction(15, 1000)
_DOUBT = Fraction(2, 100)


def document_rate(texts: Iterable[str], language: str) -> OwnRate | None:
    """The rate of exchange that a document goes by, ``None`` when it does not show.

    Papers convert all sums of an article at one rate, which is much surer than the average of the
    year: at 26,200 đồng a dollar 14.3 trillion đồng are 546 million dollars and not 576.

    Args:
        texts: Plain texts of the document in one language.
        language: BCP 47 code.
    """
    found = [
        conversion
        for text in texts
        if "(" in text
        for conversion in _conversions(quantities(text, language))
    ]
    if len(found) < _FEWEST:
        return None
    rates = sorted(rate for rate, _rounded in found)
    middle = rates[len(rates) // 2]
    strays = sorted(
        max(Fraction(0), abs(rate - middle) / middle - rounded)
        for rate, rounded in found
        if abs(rate - middle) <= middle * _NEAR
    )
    if len(strays) < _AGREE * len(found):
        return None
    left_out = -(-len(found) // _LEFT_OUT) - (len(found) - len(strays))
    usual = strays[-1 - max(0, min(left_out, len(strays) - 1))]
    return OwnRate(middle, min(usual + _DOUBT / len(found), _MOST_ROOM))


def _conversions(items: list[Quantity]) -> Iterator[tuple[Fraction, Fraction]]:
    """Đồng for a dollar, and how far that is rounded, by sums in brackets behind others."""
    for before, aside in pairwise(items):
        if not aside.is_aside or {before.unit, aside.unit} != {"VND", "USD"}:
            continue
        amounts = [item.alternatives[0][0] for item in (before, aside)]
        if all(isinstance(amount, Fraction) and amount > 0 for amount in amounts):
            dong, dollars = amounts if before.unit == "VND" else reversed(amounts)
            rounded = rounding(Fraction(amounts[1]))  # type: ignore[arg-type]
            yield Fraction(dong) / Fraction(dollars), rounded  # type: ignore[arg-type]
