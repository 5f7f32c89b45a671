"""Units and currencies beside numbers, by canonical symbol, and conversions that news makes."""
# ruff: noqa: E501 - a notation or a row of a table is easier to read on one line

import re
from fractions import Fraction

_CURRENCY_SIGNS = {
    "us$": "USD", "a$": "AUD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "c$": "CAD",
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₩": "KRW", "₫": "VND", "usd": "USD", "vnđ": "VND",
    "eur": "EUR", "vnd": "VND", "gbp": "GBP", "aud": "AUD", "rmb": "CNY", "cny": "CNY",
}  # fmt: skip
_BEFORE = re.compile(
    r"(?:^|(?<=[\s(\-\"“~]))([A-Za-z]{0,3}[$£€¥₩₫]|USD|EUR|VND|VNĐ|GBP|AUD|RMB|CNY)\s?$", re.I
)

# Words behind a number; the longest is tried first.
_AFTER_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "%": "%", "percent": "%", "per cent": "%", "pc": "%", "percentage points": "%",
        "percentage point": "%", "percentage-point": "%",
        "dong": "VND", "vnd": "VND", "vnđ": "VND", "đong": "VND", "vietnamese dong": "VND", "đồng": "VND",
        "usd": "USD", "us dollars": "USD", "u.s. dollars": "USD", "dollars": "USD", "dollar": "USD",
        "us dollar": "USD", "euros": "EUR", "euro": "EUR", "eur": "EUR", "pounds": "GBP|lb",
        "yuan": "CNY", "yen": "JPY", "won": "KRW", "baht": "THB", "roubles": "RUB", "rubles": "RUB",
        "rupees": "INR",
        "km": "km", "kilometres": "km", "kilometers": "km", "kilometre": "km", "kilometer": "km",
        "metres": "m", "meters": "m", "metre": "m", "meter": "m", "m": "m", "cm": "cm",
        "centimetres": "cm", "centimeters": "cm", "mm": "mm", "millimetres": "mm",
        "miles": "mile", "mile": "mile", "feet": "ft", "ft": "ft", "foot": "ft", "inches": "in",
        "in": "", "nautical miles": "nmi", "ha": "ha", "hectares": "ha", "hectare": "ha",
        "acres": "acre", "acre": "acre", "sq km": "km2", "square kilometres": "km2",
        "square kilometers": "km2", "km2": "km2", "km²": "km2", "sq m": "m2", "square metres": "m2",
        "square meters": "m2", "m2": "m2", "m²": "m2", "square miles": "sqmi", "sq miles": "sqmi",
        "sq.km": "km2", "sq. km": "km2", "sqkm": "km2", "square kilometre": "km2", "km3": "km3",
        "square kilometer": "km2", "sq.m": "m2", "sq. m": "m2", "sqm": "m2", "square metre": "m2",
        "square meter": "m2", "square feet": "sqft", "sq ft": "sqft", "square foot": "sqft",
        "yards": "yd", "yard": "yd", "cubic metre": "m3", "cubic meter": "m3", "m³": "m3",
        "quintals": "q", "quintal": "q", "taels": "tael", "tael": "tael", "knots": "kn",
        "nautical mile": "nmi", "kilogram": "kg", "kilogramme": "kg", "litre": "l", "liter": "l",
        "gram": "g", "ounce": "oz", "kilowatt-hours": "kWh", "kilowatts": "kW", "mwh": "MWh",
        "gwh": "GWh", "twh": "TWh",
        "kg": "kg", "kilograms": "kg", "kilos": "kg", "kilogrammes": "kg", "lb": "lb", "lbs": "lb",
        "tonnes": "t", "tons": "t", "tonne": "t", "ton": "t", "metric tons": "t", "g": "g",
        "grams": "g", "ounces": "oz", "litres": "l", "liters": "l", "gallons": "gal",
        "barrels": "bbl", "mw": "MW", "megawatts": "MW", "megawatt": "MW", "gw": "GW", "kw": "kW",
        "gigawatts": "GW", "kwh": "kWh", "mwp": "MW", "°c": "°C", "c": "", "degrees celsius": "°C",
        "celsius": "°C", "°f": "°F", "fahrenheit": "°F", "degrees fahrenheit": "°F", "mph": "mph",
        "km/h": "km/h", "kph": "km/h", "kmh": "km/h", "km per hour": "km/h", "km an hour": "km/h",
        "kilometres per hour": "km/h", "kilometers per hour": "km/h", "kilometres an hour": "km/h",
        "kilometers an hour": "km/h", "miles per hour": "mph", "miles an hour": "mph", "m3": "m3", "cubic metres": "m3",
        "cubic meters": "m3",
    },
    "vi": {
        "%": "%", "phần trăm": "%", "điểm phần trăm": "%",
        "đồng": "VND", "vnđ": "VND", "vnd": "VND", "đ": "VND", "usd": "USD", "đô la mỹ": "USD",
        "đôla mỹ": "USD", "đô-la mỹ": "USD", "đô la": "USD", "đôla": "USD", "đô-la": "USD",
        "đô": "USD", "mỹ kim": "USD", "euro": "EUR", "eur": "EUR", "bảng anh": "GBP",
        "bảng": "GBP", "nhân dân tệ": "CNY", "tệ": "CNY", "yên": "JPY", "yen": "JPY",
        "won": "KRW", "baht": "THB", "bạt": "THB", "rúp": "RUB", "rupee": "INR",
        "km": "km", "ki-lô-mét": "km", "kilômét": "km", "kilomet": "km", "cây số": "km",
        "mét": "m", "m": "m", "cm": "cm", "mm": "mm", "dặm": "mile", "feet": "ft", "foot": "ft",
        "hải lý": "nmi", "ha": "ha", "héc-ta": "ha", "hecta": "ha", "héc ta": "ha", "mẫu anh": "acre",
        "km2": "km2", "km²": "km2", "ki-lô-mét vuông": "km2", "km vuông": "km2", "m2": "m2",
        "m²": "m2", "mét vuông": "m2", "dặm vuông": "sqmi", "kg": "kg", "ki-lô-gam": "kg",
        "tạ": "q", "yến": "yến", "lượng vàng": "tael", "lượng": "tael", "cây vàng": "tael",
        "km3": "km3", "hải lý/giờ": "kn", "feet vuông": "sqft", "yard": "yd", "mwh": "MWh",
        "gwh": "GWh", "twh": "TWh", "ounce": "oz",
        "cân": "kg", "ký": "kg", "tấn": "t", "gam": "g", "gram": "g", "lít": "l", "thùng": "bbl",
        "mw": "MW", "megawatt": "MW", "gw": "GW", "kw": "kW", "kwh": "kWh", "mwp": "MW",
        "°c": "°C", "độ c": "°C", "độ": "°C", "°f": "°F", "độ f": "°F", "km/h": "km/h",
        "km/giờ": "km/h", "km một giờ": "km/h", "km mỗi giờ": "km/h", "km/tiếng": "km/h",
        "dặm/giờ": "mph", "dặm/h": "mph", "dặm một giờ": "mph", "dặm mỗi giờ": "mph",
        "inch": "in", "inches": "in", "pound": "lb|GBP", "m3": "m3", "m³": "m3", "mét khối": "m3",
    },
}  # fmt: skip
_AFTER = {
    language: re.compile(
        r"[\s-]{0,2}(" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        + r")(?![^\W_])",
        re.IGNORECASE,
    )
    for language, words in _AFTER_WORDS.items()
}  # fmt: skip
_PERCENT = re.compile(r"\s?%")
# 38C and 100F, written close.
_DEGREES = re.compile(r"([CF])(?!\w)")

CURRENCIES = frozenset(
    {"USD", "VND", "EUR", "GBP", "CNY", "JPY", "KRW", "THB", "RUB", "INR", "AUD", "SGD", "CAD",
     "HKD", "TWD"}
)  # fmt: skip

# Value in the second unit of one of the first: what a paper converts for its readers.
_CONVERSIONS: dict[tuple[str, str], Fraction] = {
    ("mile", "km"): Fraction("1.609344"),
    ("nmi", "km"): Fraction("1.852"),
    ("ft", "m"): Fraction("0.3048"),
    ("ft", "cm"): Fraction("30.48"),
    ("ftin", "m"): Fraction("0.0254"),
    ("ftin", "cm"): Fraction("2.54"),
    ("lboz", "kg"): Fraction("0.0283495"),
    ("stlb", "kg"): Fraction("0.453592"),
    ("in", "cm"): Fraction("2.54"),
    ("acre", "ha"): Fraction("0.404686"),
    ("sqmi", "km2"): Fraction("2.589988"),
    ("lb", "kg"): Fraction("0.453592"),
    ("oz", "g"): Fraction("28.3495"),
    ("gal", "l"): Fraction("3.78541"),
    ("mph", "km/h"): Fraction("1.609344"),
    ("ha", "km2"): Fraction("0.01"),
    ("m", "km"): Fraction("0.001"),
    ("kg", "t"): Fraction("0.001"),
    ("m", "cm"): Fraction(100),
    ("MW", "GW"): Fraction("0.001"),
    ("kW", "MW"): Fraction("0.001"),
    ("kWh", "MWh"): Fraction("0.001"),
    ("MWh", "GWh"): Fraction("0.001"),
    ("GWh", "TWh"): Fraction("0.001"),
    ("q", "t"): Fraction("0.1"),
    ("q", "kg"): Fraction(100),
    ("yến", "kg"): Fraction(10),
    ("g", "kg"): Fraction("0.001"),
    ("tael", "g"): Fraction("37.5"),
    ("tael", "oz"): Fraction("1.2057"),
    ("sqft", "m2"): Fraction("0.092903"),
    ("yd", "m"): Fraction("0.9144"),
    ("m2", "ha"): Fraction("0.0001"),
    ("kn", "km/h"): Fraction("1.852"),
    ("mm", "cm"): Fraction("0.1"),
}


#: So many figures more than the measure it stands for, a conversion is a slip of the pen.
_OVEREXACT = 2


def is_overexact(value: Fraction, measure: Fraction) -> bool:
    """Whether a conversion has a stray figure behind noughts that its measure cannot give it.

    US$145,003 for 3.8 billion đồng: whoever converts exactly seldom meets noughts there, and
    whoever rounds leaves no figure behind them.
    """
    if value.denominator != 1 or value < 1000:
        return False
    figures = str(int(value)).rstrip("0")
    return len(figures) >= _figures(measure) + _OVEREXACT and figures[-2:-1] == "0"


def _decimals(value: Fraction) -> str:
    """Figures of a decimal number without its point."""
    return f"{float(value):.6f}".rstrip("0").replace(".", "").lstrip("0")


def currency_before(text: str, start: int) -> str:
    """The currency written before a number, canonical, or empty."""
    match = _BEFORE.search(text[max(0, start - 6) : start])
    return _CURRENCY_SIGNS.get(match[1].lower(), "") if match else ""


def unit_after(text: str, end: int, language: str) -> str:
    """The unit or currency written after a number, canonical, or empty."""
    if _PERCENT.match(text, end):
        return "%"
    if degrees := _DEGREES.match(text, end):
        return f"°{degrees[1]}"
    match = _AFTER[language].match(text, end)
    return _AFTER_WORDS[language][match[1].lower()] if match else ""


def half_place(value: Fraction) -> Fraction:
    """Half a unit of the last figure that is meant: 250 may be rounded to tens, 6.1 to tenths."""
    if value.denominator != 1:
        digits = 1
        while digits < 6 and (value * 10**digits).denominator != 1:
            digits += 1
        return Fraction(1, 2 * 10**digits)
    figures = str(abs(int(value)))
    zeros = len(figures) - len(figures.rstrip("0"))
    return Fraction(10 ** max(0, min(zeros, len(figures) - 2)), 2)


def is_round(value: Fraction) -> bool:
    """Whether a number has a single figure before its zeros."""
    return value.denominator == 1 and len(str(abs(int(value))).rstrip("0")) <= 1


def _converted(unit: str, other: str, value: Fraction) -> list[Fraction]:
    """A measure in another unit; temperatures also as differences; nothing when none is known."""
    if (unit, other) == ("°C", "°F"):
        return [value * 9 / 5 + 32, value * 9 / 5]
    if (unit, other) == ("°F", "°C"):
        return [(value - 32) * 5 / 9, value * 5 / 9]
    if factor := _CONVERSIONS.get((unit, other)):
        return [value * factor]
    if factor := _CONVERSIONS.get((other, unit)):
        return [value / factor]
    return []


def _is_metric(unit: str, other: str) -> bool:
    """Whether one unit is a power of ten of the other, so that nothing need be rounded."""
    factor = _CONVERSIONS.get((unit, other)) or _CONVERSIONS.get((other, unit)) or Fraction(3)
    return set(str(factor.numerator * factor.denominator)) == {"1", "0"}


def _figures(value: Fraction) -> int:
    """How many figures of a number are meant, closing noughts left out."""
    return len(_decimals(value)) if value.denominator != 1 else len(str(int(value)).rstrip("0"))


def can_convert(first_unit: str, second_unit: str) -> bool:
    """Whether both are units of one dimension that papers convert into each other."""
    return any(
        _converted(unit, other, Fraction(1))
        for unit in first_unit.split("|")
        for other in second_unit.split("|")
    )


def is_conversion(first: Fraction, first_unit: str, second: Fraction, second_unit: str) -> bool:
    """Whether two measures are one, converted in either direction.

    Args:
        first: A value.
        first_unit: Its canonical unit.
        second: The other value.
        second_unit: Its canonical unit.
    """
    return is_converted_to(first, first_unit, second, second_unit) or is_converted_to(
        second, second_unit, first, first_unit
    )


def is_converted_to(value: Fraction, unit: str, goal: Fraction, other: str) -> bool:
    """Whether a measure becomes another one, rounded as papers do.

    Args:
        value: The measure that is converted.
        unit: Its canonical unit.
        goal: What it is said to be.
        other: The canonical unit of that.

    Returns:
        True when it is within half a unit of the goal's last figure, or within a tenth when both
        are round numbers.
    """
    for one_unit in unit.split("|"):
        for other_unit in other.split("|"):
            for expected in _converted(one_unit, other_unit, value):
                allowed = half_place(goal)
                if _is_metric(one_unit, other_unit) and not (1 < _figures(goal) < _figures(value)):
                    # 3 tạ are 300 kg, not 310.
                    allowed = Fraction(0)
                elif is_round(value) and is_round(goal):
                    allowed = max(allowed, abs(expected) / 10)
                # Half a unit is rounded up, as 27.5 to 28.
                if goal == expected or -allowed < goal - expected <= allowed:
                    return True
    return False
