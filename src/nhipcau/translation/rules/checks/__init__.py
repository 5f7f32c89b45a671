"""Checks of a translation, one class each."""

from nhipcau.translation.rules.checks.base import Check, CheckedPair
from nhipcau.translation.rules.checks.figures import Dates, Notation, Numbers, Units
from nhipcau.translation.rules.checks.quotations import Quotations
from nhipcau.translation.rules.checks.wording import (
    Length,
    LinksAndTags,
    Names,
    Negation,
    Terms,
    Untranslated,
)

#: Every check in the order in which findings are shown.
CHECKS: tuple[Check, ...] = (
    Untranslated(),
    Numbers(),
    Dates(),
    Units(),
    Notation(),
    LinksAndTags(),
    Terms(),
    Names(),
    Negation(),
    Quotations(),
    Length(),
)

__all__ = ["CHECKS", "Check", "CheckedPair"]
