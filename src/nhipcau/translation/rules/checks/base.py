"""What every check has: a name, an explanation, a severity and a way to look at a pair."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise

from nhipcau.common.text.exchange import OwnRate
from nhipcau.translation.enums import Severity
from nhipcau.translation.types import Finding, TermMatch


@dataclass(frozen=True)
class CheckedPair:
    """A source text and its translation, with what the checks need to know of them.

    Attributes:
        source: Text in Unicode NFC; may hold the marks of rich text (``<b>``).
        target: Its translation.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        terms: Terms in the source; filled in by the selector.
        day: Civil day the text speaks of, where it is known.
        own_rate: The exchange rate that the whole document goes by, where it shows.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    terms: tuple[TermMatch, ...] = field(default=())
    day: date | None = None
    own_rate: OwnRate | None = None


class Check(ABC):
    """One kind of mistake.

    Attributes:
        code: Stable name.
        name: What people call it.
        explanation: What it looks for and what to do.
        severity: How much a finding usually matters; an error stops publication.
        false_alarm_percent: Share of good pairs it flags, measured by ``bench/checks.py`` on
            pairs of news before the check was mended for any of them: checks of figures on the
            150 of ``pairs-held-out-styles``, others on 352 (terms: with the starter list, on all
            pairs of the test set).
    """

    code: ClassVar[str]
    name: ClassVar[str | Promise]
    explanation: ClassVar[str | Promise]
    severity: ClassVar[Severity]
    false_alarm_percent: ClassVar[float]

    @abstractmethod
    def look(self, pair: CheckedPair) -> Iterable[Finding]:
        """What is wrong with a pair; nothing when all is well."""

    def finding(
        self,
        message: str,
        source_span: tuple[int, int] | None = None,
        target_span: tuple[int, int] | None = None,
        fix: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this check."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            message=message,
            source_span=source_span,
            target_span=target_span,
            fix=fix,
        )
