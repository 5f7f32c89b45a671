"""The exchange rate that a document itself goes by, to which every sum in it must keep."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from nhipcau.common.text.quantities import Quantity, quantities

#: So many conversions show a rate, if two thirds of them are within so much of the middle one.
_FEWEST = 3
_AGREE = Fraction(2, 3)
_NEAR = Fraction(2, 100)


def document_rate(texts: Iterable[str], language: str) -> Fraction | None:
    """How many đồng a dollar is in a document, ``None`` when it does not show.

    Papers convert all sums of an article at one rate, which is much surer than the average of the
    year: at 26,200 đồng a dollar 14.3 trillion đồng are 546 million dollars and not 576.

    Args:
        texts: Plain texts of the document in one language.
        language: BCP 47 code.
    """
    rates = sorted(
        rate for text in texts if "(" in text for rate in _rates(quantities(text, language))
    )
    if len(rates) < _FEWEST:
        return None
    middle = rates[len(rates) // 2]
    near = sum(abs(rate - middle) <= middle * _NEAR for rate in rates)
    return middle if near >= _AGREE * len(rates) else None


def _rates(items: list[Quantity]) -> Iterator[Fraction]:
    """Đồng for a dollar, of each sum in brackets right behind a sum in the other currency."""
    for before, aside in pairwise(items):
        if not aside.is_aside or {before.unit, aside.unit} != {"VND", "USD"}:
            continue
        amounts = [item.alternatives[0][0] for item in (before, aside)]
        if all(isinstance(amount, Fraction) and amount > 0 for amount in amounts):
            dong, dollars = amounts if before.unit == "VND" else reversed(amounts)
            yield Fraction(dong) / Fraction(dollars)  # type: ignore[arg-type]
