"""Numbers, dates, times, money and units."""

import re
from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nhipcau.common.text.dates import Day, TimeOfDay
from nhipcau.common.text.measures import CURRENCIES, is_conversion
from nhipcau.common.text.quantities import Quantity
from nhipcau.translation.enums import Severity
from nhipcau.translation.rules.checks.base import Check, CheckedPair
from nhipcau.translation.rules.comparing import Comparison, compare
from nhipcau.translation.types import Finding


def _is_date(item: Quantity) -> bool:
    """Whether the first reading of a quantity is a date or a time."""
    return isinstance(item.alternatives[0][0], Day | TimeOfDay)


def _compared(pair: CheckedPair) -> Comparison:
    return compare(
        pair.source,
        pair.target,
        pair.source_language,
        pair.target_language,
        pair.day,
        pair.own_rate,
    )


class _Counterparts(Check):
    """Shared by the checks of numbers and of dates."""

    def _concerns(self, item: Quantity) -> bool:
        raise NotImplementedError

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """Quantities of this check's kind that the other side lacks."""
        compared = _compared(pair)
        missing = [item for item in compared.missing if self._concerns(item)]
        extra = [item for item in compared.extra if self._concerns(item)]
        for item in missing:
            text = pair.source[item.start : item.end]
            yield self.finding(
                gettext("“%(figure)s” is in the source but not in the translation.")
                % {"figure": text},
                source_span=(item.start, item.end),
            )
        for item in extra:
            text = pair.target[item.start : item.end]
            yield self.finding(
                gettext("“%(figure)s” is in the translation but not in the source.")
                % {"figure": text},
                target_span=(item.start, item.end),
            )


class Numbers(_Counterparts):
    """Every number of one side is on the other, in figures or in words."""

    code = "numbers"
    name = _("Numbers")
    explanation = _(
        "Compares numbers, amounts and percentages across both notations: 1.234,5 and 1,234.5, "
        "“1,2 tỷ” and “1.2 billion”, figures and words. Correct the number, or write it out."
    )
    severity = Severity.ERROR
    false_alarm_percent = 1.3

    def _concerns(self, item: Quantity) -> bool:
        return not _is_date(item)


class Dates(_Counterparts):
    """Every date and time of one side is on the other."""

    code = "dates"
    name = _("Dates and times")
    explanation = _(
        "Compares dates and times across notations: 4-3, 04/03/2020 and March 4, 2020; 17h14 and "
        "5.14 p.m. A year may be left out; a day or a month may not."
    )
    severity = Severity.ERROR
    false_alarm_percent = 0.7

    def _concerns(self, item: Quantity) -> bool:
        return _is_date(item)


class Units(Check):
    """The same number has the same unit or currency on both sides."""

    code = "units"
    name = _("Units and money")
    explanation = _(
        "Compares what stands beside equal numbers: đồng and dong, USD and dollars, %, km, ha, "
        "tonnes. Conversions into other units are recognised."
    )
    severity = Severity.ERROR
    false_alarm_percent = 0.0

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """Equal numbers with different units, areas on one side and volumes on the other."""
        source, target = _powers(pair.source), _powers(pair.target)
        if source - target and target - source:
            yield self.finding(
                gettext("Areas and volumes are mixed up between the source and the translation.")
            )
        compared = _compared(pair)
        for item in compared.source:
            if not item.unit:
                continue
            equals = [other for other in compared.target if item.values & other.values]
            units = {other.unit for other in equals}
            if not equals or "" in units or any(_agree(item.unit, unit) for unit in units):
                continue
            other = equals[0]
            if any(
                is_conversion(value, item.unit, second, candidate.unit)
                for candidate in compared.target
                for value in item.values
                for second in candidate.values
                if isinstance(value, Fraction) and isinstance(second, Fraction) and candidate.unit
            ):
                continue
            yield self.finding(
                gettext("The unit differs: “%(source)s” and “%(target)s”.")
                % {
                    "source": f"{pair.source[item.start : item.end]} {item.unit}",
                    "target": f"{pair.target[other.start : other.end]} {other.unit}",
                },
                source_span=(item.start, item.end),
                target_span=(other.start, other.end),
            )


_POWERS = re.compile(
    r"(?<=\d)\s?[kcdm]?m(?P<figure>\d)(?!\w)|(?<![^\W\d_])[kcdm]?m(?P<sign>[23²³])(?!\w)"
    r"|(?P<square>\b(?:square|sq\.?)\s?(?:kilo|centi|milli)?(?:met|k?m\b)"
    r"|\bsqk?m\b|mét vuông|km vuông)"
    r"|(?P<cubic>\bcubic (?:kilo|centi|milli)?met|mét khối)",
    re.IGNORECASE,
)


def _powers(text: str) -> set[str]:
    """Whether a text measures areas (2) or volumes (3), or a figure that is neither."""
    found = set()
    for match in _POWERS.finditer(text):
        if match["square"] or match["cubic"]:
            found.add("2" if match["square"] else "3")
        else:
            found.add({"²": "2", "³": "3"}.get(sign := match["figure"] or match["sign"], sign))
    return found


def _agree(first: str, second: str) -> bool:
    """Whether two canonical units may be the same, such as pounds of weight and of money."""
    if set(first.split("|")) & set(second.split("|")):
        return True
    # "Dollars" alone may be of any country.
    dollars = {"USD", "AUD", "SGD", "CAD", "HKD", "TWD"}
    return first in dollars and second in dollars and first in CURRENCIES


_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d]|[.,]\d)")


class Notation(Check):
    """Thousands are separated in the way of the translation's language."""

    code = "notation"
    name = _("Number notation")
    explanation = _(
        "A number kept the separators of the source language: 1.234 in Vietnamese is 1,234 in "
        "English. The fix changes the separators."
    )
    severity = Severity.WARNING
    false_alarm_percent = 0.0

    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """Grouped numbers written alike on both sides."""
        is_vi = pair.target_language.startswith("vi")
        if is_vi == pair.source_language.startswith("vi"):
            return
        wrong, right = (",", ".") if is_vi else (".", ",")
        source = set(_GROUPED.findall(pair.source))
        compared = _compared(pair)
        usual = {item.alternatives[0] for item in compared.source}
        for match in _GROUPED.finditer(pair.target):
            if match[0] in source and wrong in match[0] and right not in match[0]:
                if any(
                    item.start <= match.start() < item.end and item.alternatives[0] in usual
                    for item in compared.target
                ):
                    continue  # 12.345 tỷ is VND12.345 trillion.
                mended = match[0].replace(wrong, right)
                yield self.finding(
                    gettext("Write “%(good)s” instead of “%(bad)s”.")
                    % {"good": mended, "bad": match[0]},
                    target_span=match.span(),
                    fix=pair.target[: match.start()] + mended + pair.target[match.end() :],
                )
