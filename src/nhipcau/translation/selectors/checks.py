"""What the checks say about a pair or a whole document."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nhipcau.common.clock import today
from nhipcau.common.text import nfc
from nhipcau.common.text.exchange import OwnRate
from nhipcau.translation.enums import Severity
from nhipcau.translation.models import CheckOverride
from nhipcau.translation.rules.checks import CHECKS, Check, CheckedPair
from nhipcau.translation.rules.rates import document_rate
from nhipcau.translation.selectors.terms import terms_in
from nhipcau.translation.types import Finding

_MARKS = re.compile(r"</?[a-zA-Z][^<>]*>")


def _without_marks(text: str) -> str:
    """The text with marks of rich text blanked out, so that offsets stay."""
    return _MARKS.sub(lambda match: " " * len(match[0]), text)


def check_pair(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    *,
    day: date | None = None,
    own_rate: OwnRate | None = None,
    checks: Sequence[Check] = CHECKS,
) -> list[Finding]:
    """Check a translated text.

    Args:
        source: The source text; marks of rich text (``<b>``) are allowed.
        target: Its translation.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        day: Civil date the text speaks of, for dated terms and exchange rates; today when
            left out.
        own_rate: The exchange rate that the whole document goes by, where it shows.
        checks: Which checks to run.

    Returns:
        Findings, errors first, else in the order of the checks; messages in the reader's language.
        Offsets count in the NFC form of the texts.
    """
    source, target = nfc(source), nfc(target)
    marked = CheckedPair(source, target, source_language, target_language)
    plain = CheckedPair(
        _without_marks(source),
        _without_marks(target),
        source_language,
        target_language,
        terms=tuple(terms_in(_without_marks(source), source_language, target_language, day)),
        day=day or today(),
        own_rate=own_rate,
    )
    found: list[Finding] = []
    for check in checks:
        found += check.look(marked if check.code == "links" else plain)
        if check.code == "untranslated" and found and not target.strip():
            break  # An empty translation lacks everything; saying so once is enough.
    order = list(Severity)
    return sorted(found, key=lambda finding: order.index(finding.severity))


@dataclass(frozen=True)
class SegmentReport:
    """Findings of one segment of a document.

    Attributes:
        key: The segment's own key, as given.
        source: The source text.
        target: Its translation.
        findings: What the checks say.
    """

    key: str
    source: str
    target: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class DocumentReport:
    """Findings of a whole document.

    Attributes:
        subject: Stable key of the document, such as ``work:<uuid>:en``.
        segments: Segments with findings, in reading order.
        errors: How many errors.
        warnings: How many warnings.
        notes: How many notes.
        digest: SHA-256 of the errors; an override holds for exactly this set.
        override: An editor's decision to publish over these very errors, if there is one.
    """

    subject: str
    segments: tuple[SegmentReport, ...]
    errors: int
    warnings: int
    notes: int
    digest: str
    override: CheckOverride | None

    @property
    def may_be_published(self) -> bool:
        """Whether no error is open."""
        return self.errors == 0 or self.override is not None


def rate_of(targets: Iterable[str], language: str) -> OwnRate | None:
    """The exchange rate that a translated document goes by, ``None`` when it does not show.

    Args:
        targets: Its translated texts; marks of rich text are allowed.
        language: BCP 47 code of the translation.
    """
    return document_rate((_without_marks(nfc(target)) for target in targets), language)


def check_document(
    subject: str,
    segments: Iterable[tuple[str, str, str]],
    source_language: str,
    target_language: str,
    *,
    day: date | None = None,
) -> DocumentReport:
    """Check every segment of a document.

    Args:
        subject: Stable key of the document.
        segments: Key, source and target of each segment, in reading order.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        day: Civil date the document speaks of.
    """
    reports, texts = [], {}
    segments = list(segments)
    rate = rate_of((target for _key, _source, target in segments), target_language)
    for key, source, target in segments:
        texts[key] = (source, target)
        findings = check_pair(
            source, target, source_language, target_language, day=day, own_rate=rate
        )
        if findings:
            reports.append(SegmentReport(key, source, target, tuple(findings)))
    counts = dict.fromkeys(Severity, 0)
    hasher = hashlib.sha256()
    for report in reports:
        for finding in report.findings:
            counts[finding.severity] += 1
            if finding.severity == Severity.ERROR:
                # The text belongs to it: another wrong digit at the same place is another error.
                source, target = texts[report.key]
                line = f"{report.key}|{finding.code}|{source}|{target}|{finding.target_span}\n"
                hasher.update(line.encode())
    digest = hasher.hexdigest()
    override = None
    if counts[Severity.ERROR]:
        override = (
            CheckOverride.objects.filter(subject=subject, digest=digest)
            .select_related("decided_by")
            .first()
        )
    return DocumentReport(
        subject=subject,
        segments=tuple(reports),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        digest=digest,
        override=override,
    )
