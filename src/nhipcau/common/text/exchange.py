"""Rates of exchange, and which sums in different currencies cannot be one."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from nhipcau.common.text.measures import half_place, is_round

# Units of a currency that one US dollar bought at its dearest and at its cheapest since the 1990s,
# with a little room: enough to tell a slip in a figure, however old the news. Of the đồng, which
# only ever fell, since 2011: older news is checked with its day.
_PER_DOLLAR: dict[str, tuple[Fraction, Fraction]] = {
    "USD": (Fraction(1), Fraction(1)),
    "VND": (Fraction(20_000), Fraction(28_500)),
    "EUR": (Fraction("0.6"), Fraction("1.25")),
    "GBP": (Fraction("0.46"), Fraction("0.97")),
    "CNY": (Fraction(6), Fraction("8.5")),
    "JPY": (Fraction(74), Fraction(170)),
    "KRW": (Fraction(850), Fraction(1650)),
    "THB": (Fraction(24), Fraction(48)),
    "RUB": (Fraction(22), Fraction(125)),
    "INR": (Fraction(34), Fraction(100)),
    "AUD": (Fraction("0.88"), Fraction("2.1")),
    "SGD": (Fraction("1.15"), Fraction("1.9")),
    "CAD": (Fraction("0.88"), Fraction("1.65")),
    "HKD": (Fraction("7.6"), Fraction("7.95")),
    "TWD": (Fraction(24), Fraction(36)),
}


#: Đồng that one US dollar bought in a year, on average, from the year on; the last holds until the
#: next is known. Source: World Bank, PA.NUS.FCRF (official exchange rate, period average).
_DONG_PER_DOLLAR = {
    1996: 11_033, 1997: 11_683, 1998: 13_268, 1999: 13_943, 2000: 14_168, 2001: 14_725,
    2002: 15_279, 2003: 15_510, 2004: 15_746, 2005: 15_859, 2006: 15_994, 2007: 16_105,
    2008: 16_302, 2009: 17_065, 2010: 18_613, 2011: 20_510, 2012: 20_828, 2013: 20_933,
    2014: 21_148, 2015: 21_698, 2016: 21_935, 2017: 22_370, 2018: 22_602, 2019: 23_050,
    2020: 23_208, 2021: 23_160, 2022: 23_271, 2023: 23_787, 2024: 24_165,
}  # fmt: skip
#: Years whose exchange rate is known.
RATED_YEARS = frozenset(_DONG_PER_DOLLAR)
#: Banks and newspapers stray from the average of the year, or still go by that of the year before:
#: banks may sell at a twentieth above the official rate.
_BELOW, _ABOVE = Fraction(97, 100), Fraction(107, 100)
#: How much dearer a dollar may become in a year whose average is not known yet.
_DRIFT = Fraction(103, 100)
#: A year named in a text may be planned for: the text may be some years older.
_PLANNED = Fraction(93, 100)


@dataclass(frozen=True)
class OwnRate:
    """The rate of exchange that a document itself goes by.

    Attributes:
        dong_per_dollar: How many đồng a dollar is.
        room: How far, as a share of it, the document strays from it: bank and market, the day
            before, several articles.
    """

    dong_per_dollar: Fraction
    room: Fraction


@dataclass(frozen=True)
class ExchangeTime:
    """What is known of the time of a sum, for its rate of exchange.

    Attributes:
        day: Civil day of the news, for the rate of its year.
        named_year: Latest year that the text names, for want of a day.
        own_rate: The rate that the document itself goes by.
    """

    day: date | None = None
    named_year: int | None = None
    own_rate: OwnRate | None = None


def _rates(unit: str, time: ExchangeTime) -> tuple[Fraction, Fraction] | None:
    """Least and most of a currency that one dollar buys, at a day or at any time."""
    day, named_year = time.day, time.named_year
    if unit == "VND" and (own := time.own_rate):
        return (own.dong_per_dollar * (1 - own.room), own.dong_per_dollar * (1 + own.room))
    known = [year for year in _DONG_PER_DOLLAR if day and year <= day.year]
    if unit != "VND" or not (known or named_year in _DONG_PER_DOLLAR):
        return _PER_DOLLAR.get(unit)
    if not known or day is None:
        # The đồng only ever fell.
        least, most = _PER_DOLLAR[unit]
        return (max(least, _DONG_PER_DOLLAR[named_year or 0] * _PLANNED), most)
    average = _DONG_PER_DOLLAR[max(known)]
    before = _DONG_PER_DOLLAR.get(day.year - 1, average)
    return (min(average, before) * _BELOW, average * _ABOVE * _DRIFT ** (day.year - max(known)))


@dataclass(frozen=True)
class Sum:
    """An amount of money in a text.

    Attributes:
        amount: In units of the currency.
        unit: Canonical currency.
        is_hedged: It is said to be approximate.
        is_exact: It is what the paper converted, not itself rounded by the translation.
    """

    amount: Fraction
    unit: str
    is_hedged: bool = False
    is_exact: bool = False


_FEW = 10


def rounding(amount: Fraction, *, is_hedged: bool = False) -> Fraction:
    """How far, as a share of it, an amount may be from the exact one."""
    if is_round(amount):
        # “Just over $1” may be one dollar and fifteen cents.
        if not is_hedged:
            return Fraction(1, 10 if amount < _FEW else 20)
        return Fraction(1, 4 if amount < _FEW else 10)
    return half_place(amount) / abs(amount) * (2 if is_hedged else 1)


def is_implausible_exchange(
    first: Sum,
    second: Sum,
    time: ExchangeTime,
) -> bool:
    """Whether two amounts in different currencies cannot be one sum.

    Args:
        first: The sum that is converted.
        second: What it is said to be in another currency.
        time: What is known of the time; any rate of recent years will do without it.
    """
    one_rate, other_rate = _rates(first.unit, time), _rates(second.unit, time)
    if not one_rate or not other_rate or first.unit == second.unit:
        return False
    if not first.amount or not second.amount:
        return bool(first.amount or second.amount)
    rate = second.amount / first.amount
    room = rounding(second.amount, is_hedged=second.is_hedged)
    # “More than 3.2 trillion” is converted as it is printed, like any sum that both sides say.
    if not first.is_exact:
        room += rounding(first.amount, is_hedged=first.is_hedged)
    least, most = other_rate[0] / one_rate[1], other_rate[1] / one_rate[0]
    return not least * (1 - room) <= rate <= most * (1 + room)
