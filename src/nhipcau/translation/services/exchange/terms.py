"""Importing and exporting terms, and the starter list."""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.text import fold, tokens
from nhipcau.translation.enums import TermKind, TermState, VariantKind
from nhipcau.translation.exceptions import FileTooLarge, UnreadableFile
from nhipcau.translation.models import Term, TermWording
from nhipcau.translation.models.terms import order_key
from nhipcau.translation.permissions import user_can_approve_terms, user_can_propose_terms
from nhipcau.translation.rules.exchange.records import Reading, TermRecord
from nhipcau.translation.rules.exchange.terms import (
    read_csv_terms,
    read_tbx,
    write_csv_terms,
    write_tbx,
)
from nhipcau.translation.services.terms import announce_change
from nhipcau.translation.types import ImportReport

STARTER_TERMS = Path(__file__).resolve().parents[2] / "data" / "starter-terms.csv"
_READERS = {".csv": ("CSV", read_csv_terms), ".tbx": ("TBX", read_tbx), ".xml": ("TBX", read_tbx)}
_SHOWN = 200
# Rows whose source says so were never looked up in print: they wait for a person.
_UNSURE = re.compile(r"\bverify\b", re.IGNORECASE)
# "also: Department of X", "press: Y": wordings that exist beside the official one.
_ALSO = re.compile(r"(?:^|; )(?:also|press|older|VNA)(?::| seen:)? ([A-Z][^;,()]+)")
_AVOID = re.compile(r"(?:^|; )avoid:? ([^;()]+)")
_ABBREVIATION = re.compile(r"(?:^|; )abbreviation ([A-Z]{2,8})\b")
_BRACKETED = re.compile(r"\s*\(([^)]*)\)")


class _DryRun(Exception):
    """Undoes everything after a rehearsal."""


def import_terms(
    *,
    path: Path,
    actor: User | None,
    now: datetime,
    approve: bool = False,
    dry_run: bool = False,
    limit_bytes: int | None = None,
) -> ImportReport:
    """Bring terms of a file in: all that are usable, or none.

    Args:
        path: CSV or TBX, told by its ending.
        actor: Who imports; ``None`` for the operator at the command line.
        now: The moment.
        approve: Make them official at once, except rows whose source says “verify”.
        dry_run: Report only; nothing is written.
        limit_bytes: Refuse larger files.

    Returns:
        What happened. A term that is approved with another wording is a conflict: it stays as it
        is and the new wording is reported.

    Raises:
        UnreadableFile: if the file cannot be read; nothing is stored then.
        NotPermitted: if the person may not propose, or not approve.
    """
    if actor is not None:
        allowed = user_can_approve_terms if approve else user_can_propose_terms
        if not allowed(actor):
            raise NotPermitted
    kind = path.suffix.lower()
    if kind not in _READERS:
        raise UnreadableFile(
            gettext("Unknown ending “%(ending)s”. Use .csv or .tbx.")
            % {"ending": kind or path.name}
        )
    if limit_bytes is not None and path.stat().st_size > limit_bytes:
        raise FileTooLarge
    label, reader = _READERS[kind]
    reading = Reading()
    report = _Outcome()
    try:
        with transaction.atomic():
            for record in reader(path, reading):
                _bring_in(record, report, actor=actor, now=now, approve=approve)
            if report.added:
                announce_change()
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return ImportReport(
        format=label,
        read=reading.read,
        added=report.added,
        known=report.known,
        conflicts=tuple(report.conflicts[:_SHOWN]),
        refused=(*reading.refused, *report.refused)[:_SHOWN],
        is_dry_run=dry_run,
        details={
            "approved": report.approved,
            "proposed": report.added - report.approved,
            "conflicts": len(report.conflicts),
        },
    )


def load_starter_terms(*, now: datetime) -> ImportReport:
    """Load the starter list that comes with the program; loading it again changes nothing.

    Args:
        now: The moment.

    Returns:
        What happened; rows whose source says “verify” are proposals.
    """
    return import_terms(path=STARTER_TERMS, actor=None, now=now, approve=True)


class _Outcome:
    """Counts of an import under way."""

    def __init__(self) -> None:
        self.added = self.known = self.approved = 0
        self.conflicts: list[str] = []
        self.refused: list[str] = []


def _bring_in(
    record: TermRecord, outcome: _Outcome, *, actor: User | None, now: datetime, approve: bool
) -> None:
    """Store one term, unless it is known or contradicts an approved one."""
    record = tidied(record)
    if not tokens(record.headword):
        outcome.refused.append(gettext("%(place)s has no words.") % {"place": record.place})
        return
    same = [
        term
        for term in Term.objects.filter(sort=order_key(record.headword)).prefetch_related(
            "wordings"
        )
        if tokens(term.headword) == tokens(record.headword)
        and (not record.kind or term.kind == record.kind)
    ]
    preferred = {code: text for code, text, role in record.wordings if not role}
    for term in same:
        stored = {item.language: item.text for item in term.wordings.all() if not item.kind}
        if all(stored.get(code) == text for code, text in preferred.items()):
            outcome.known += 1
            return
        if term.state == TermState.APPROVED and (term.valid_from, term.valid_to) == (
            record.valid_from,
            record.valid_to,
        ):
            code = next(code for code, text in preferred.items() if stored.get(code) != text)
            outcome.conflicts.append(
                gettext("“%(term)s” is approved as “%(approved)s”; the file says “%(new)s”.")
                % {"term": term.headword, "approved": stored.get(code, ""), "new": preferred[code]}
            )
            return
    approved = approve and not _UNSURE.search(record.source)
    term = Term(
        headword=record.headword[:255],
        kind=record.kind or TermKind.CONCEPT,
        state=TermState.APPROVED if approved else TermState.PROPOSED,
        note=record.note,
        source=record.source[:255],
        domain=record.domain,
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        proposed_by=actor,
        decided_by=actor if approved else None,
        decided_at=now if approved else None,
        updated_at=now,
    )
    if term.valid_from and term.valid_to and term.valid_to < term.valid_from:
        outcome.refused.append(
            gettext("%(place)s: the last day of validity is before the first.")
            % {"place": record.place}
        )
        return
    term.folded = folded_text(record)
    term.save()
    seen_preferred: set[str] = set()
    for code, text, role in record.wordings:
        if not role and code in seen_preferred:
            role = VariantKind.ACCEPTED.value
        seen_preferred |= {code} if not role else set()
        TermWording(term_id=term.pk, language=code, text=text[:255], kind=role).save()
    log(instance=term, action="translation.term.imported", user=actor)
    outcome.added += 1
    outcome.approved += approved


def folded_text(record: TermRecord) -> str:
    """All wordings without marks, for search."""
    return fold(" | ".join([record.headword, *(text for _code, text, _role in record.wordings)]))


def tidied(record: TermRecord) -> TermRecord:
    """Move what lists put into brackets, slashes and notes to where it belongs.

    “Tỉnh Orkhon (Mông Cổ)” is the term “Tỉnh Orkhon”; “Seminar / workshop” are a preferred and an
    accepted wording; “abbreviation VNA” and “avoid: foreign information” in a note are variants.
    """
    headword = _BRACKETED.sub("", record.headword).strip() or record.headword
    notes = [record.note] + [found for found in _BRACKETED.findall(record.headword) if found]
    wordings: list[tuple[str, str, str]] = []
    for code, text, role in record.wordings:
        bare = _BRACKETED.sub("", text).strip() or text
        first, *others = [part.strip() for part in bare.split(" / ")]
        wordings.append((code, first, role))
        wordings += [(code, other, VariantKind.ACCEPTED.value) for other in others]
    for pattern, role in (
        (_ABBREVIATION, VariantKind.ABBREVIATION),
        (_ALSO, VariantKind.ACCEPTED),
        (_AVOID, VariantKind.FORBIDDEN),
    ):
        for found in pattern.findall(record.note):
            for text in found.split(","):
                if text.strip():
                    wordings.append(("en", text.strip(), role.value))
    return TermRecord(
        headword=headword,
        wordings=tuple(dict.fromkeys(wordings)),
        kind=record.kind,
        note="; ".join(note for note in notes if note),
        source=record.source,
        domain=record.domain,
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        place=record.place,
    )


def term_records(terms: Iterable[Term]) -> Iterator[TermRecord]:
    """Terms as records for writing; wordings must be prefetched."""
    for term in terms:
        yield TermRecord(
            headword=term.headword,
            wordings=tuple((item.language, item.text, item.kind) for item in term.wordings.all()),
            kind=term.kind,
            note=term.note,
            source=term.source,
            domain=term.domain,
            valid_from=term.valid_from,
            valid_to=term.valid_to,
        )


def export_terms(*, file: IO[bytes], format: str, terms: Iterable[Term]) -> int:
    """Write terms for other tools.

    Args:
        file: Open for writing bytes.
        format: ``csv`` or ``tbx``.
        terms: Terms with prefetched wordings.

    Returns:
        How many were written.

    Raises:
        UnreadableFile: if the format is unknown.
    """
    if format == "tbx":
        return write_tbx(file, term_records(terms), "Nhịp Cầu")
    if format == "csv":
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        written = write_csv_terms(text, term_records(terms))
        text.detach()
        return written
    raise UnreadableFile(
        gettext("Unknown ending “%(ending)s”. Use .csv or .tbx.") % {"ending": format}
    )
