"""What the desk shows beside each segment: state, checks, memory and terms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Page, WorkflowState

from nhipcau.common.text import sentences
from nhipcau.translation.enums import SegmentState, Severity, TermKind
from nhipcau.translation.rules.matching import EXACT_PERCENT
from nhipcau.translation.selectors.checks import check_pair, rate_of
from nhipcau.translation.selectors.memory import suggestions
from nhipcau.translation.selectors.terms import terms_in
from nhipcau.translation.services import localize
from nhipcau.translation.services.localize import Segment
from nhipcau.translation.services.subjects import subject_of
from nhipcau.translation.services.version_pairs import texts_of
from nhipcau.translation.services.versions import plain_text
from nhipcau.translation.types import Context, Finding, Suggestion, TermEntry

#: Beside a block its sentences are searched too, as many as a translator can look at.
_SENTENCES = 6
_A_SENTENCE = 2
#: So many waiting translations are checked for the list at most.
_WAITING = 100
_TAGS = re.compile(r"<(\w+)((?:\s[^<>]*)?)>")


@dataclass(frozen=True)
class DeskRow:
    """A segment as the desk shows it.

    Attributes:
        segment: The segment.
        state: Empty, machine draft, draft or approved.
        findings: What the checks say of its translation.
    """

    segment: Segment
    state: SegmentState
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many errors the checks find."""
        return sum(finding.severity == Severity.ERROR for finding in self.findings)


@dataclass(frozen=True)
class WaitingVersion:
    """A translation that waits for approval, with what the checks find in it.

    Attributes:
        page: The target page.
        desk: Where it is translated; empty when that is closed to the person.
        decision: Where it is decided on; empty when that is closed to the person.
        errors: How many errors.
        warnings: How many warnings.
    """

    page: Page
    desk: str
    decision: str
    errors: int
    warnings: int


@dataclass(frozen=True)
class MemoryHelp:
    """A memory match beside a segment.

    Attributes:
        sentence: The sentence of the segment that it is for; empty for the whole segment.
        suggestion: The match.
    """

    sentence: str
    suggestion: Suggestion


@dataclass(frozen=True)
class DeskHelp:
    """What helps to translate one segment.

    Attributes:
        matches: Memory matches, for the whole segment first.
        terms: Approved terms and official names in the source, in reading order.
        marks: Opening and closing inline tags of the source, to put around words.
    """

    matches: tuple[MemoryHelp, ...]
    terms: tuple[tuple[str, TermEntry], ...]
    marks: tuple[tuple[str, str], ...]


def _languages(target: Page) -> tuple[str, str]:
    """Languages of source and target."""
    return localize.source_language(target), target.locale.language_code


def _day_of(target: Page) -> date | None:
    """Civil day of the text, by whoever owns the page; ``None`` while it is not known."""
    subject = subject_of(target)
    return subject.day_of(target) if subject else None


def desk_rows(target: Page) -> list[DeskRow]:
    """All segments of a translation with state and checks.

    Args:
        target: The target page.
    """
    source_language, language = _languages(target)
    day = _day_of(target)
    live = target.live_revision
    approved = texts_of(live) if live else set()
    segments = localize.segments(target)
    rate = rate_of((segment.target for segment in segments), language)
    rows = []
    for segment in segments:
        findings: list[Finding] = []
        if segment.target:
            findings = check_pair(
                segment.source,
                segment.target,
                source_language,
                language,
                day=day,
                own_rate=rate,
            )
        rows.append(DeskRow(segment, _state(segment, approved), tuple(findings)))
    return rows


def _state(segment: Segment, approved: set[str]) -> SegmentState:
    """Where a segment stands."""
    if not segment.target:
        return SegmentState.EMPTY
    if segment.is_machine:
        return SegmentState.MACHINE
    return SegmentState.APPROVED if segment.target.strip() in approved else SegmentState.DRAFT


def desk_help(target: Page, segment_id: int) -> DeskHelp:
    """Memory and terms for one segment.

    Args:
        target: The target page.
        segment_id: Which segment.
    """
    source_language, language = _languages(target)
    every = localize.segments(target)
    place = next(number for number, item in enumerate(every) if item.id == segment_id)
    text = plain_text(every[place].source)
    parts = sentences(text)
    found = [
        MemoryHelp("", match)
        for match in suggestions(
            text, source_language, language, context=_context(every, place) if parts else None
        )
    ]
    if len(parts) > 1 and not (found and found[0].suggestion.percent >= EXACT_PERCENT):
        for number, part in enumerate(parts[:_SENTENCES]):
            before = parts[number - 1] if number else ""
            after = parts[number + 1] if number + 1 < len(parts) else ""
            found += [
                MemoryHelp(part, match)
                for match in suggestions(
                    part,
                    source_language,
                    language,
                    limit=_A_SENTENCE,
                    context=Context(before, after),
                )
            ]
    terms: dict[str, tuple[str, TermEntry]] = {}
    for match in terms_in(text, source_language, language, _day_of(target)):
        for entry in match.entries:
            terms.setdefault(entry.key, (match.text, _in_sentence(entry, match.text)))
    marks = [
        (f"<{name}{rest}>", "" if name == "br" else f"</{name}>")
        for name, rest in _TAGS.findall(every[place].source)
    ]
    return DeskHelp(tuple(found), tuple(terms.values()), tuple(dict.fromkeys(marks)))


def _in_sentence(entry: TermEntry, written: str) -> TermEntry:
    """The entry as it is put into a sentence: concepts begin small where the source does."""
    first = entry.target.split(" ")[0]
    if entry.kind != TermKind.CONCEPT or not written[:1].islower() or not first[1:].islower():
        return entry
    return replace(entry, target=entry.target[:1].lower() + entry.target[1:])


def _context(every: Sequence[Segment], place: int) -> Context:
    """The sentences right before and after a segment."""
    before = sentences(plain_text(every[place - 1].source)) if place else []
    after = sentences(plain_text(every[place + 1].source)) if place + 1 < len(every) else []
    return Context(before[-1] if before else "", after[0] if after else "")


def waiting_versions(user: Any) -> list[WaitingVersion]:
    """Translations that wait for approval, those with most errors first.

    Args:
        user: Who reads the list, and is led only where they may go.
    """
    states = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    pages = Page.objects.filter(
        pk__in=[int(number) for number in states.values_list("object_id", flat=True)]
    ).select_related("locale", "live_revision")
    found = []
    for page in pages.specific()[:_WAITING]:
        subject = subject_of(page)
        if subject is None or not localize.is_at_desk(page):
            continue
        findings = [finding for row in desk_rows(page) for finding in row.findings]
        found.append(
            WaitingVersion(
                page=page,
                desk=(
                    reverse("translation_desk", args=[page.pk])
                    if subject.may_translate(user, page)
                    else ""
                ),
                decision=subject.approval_address(page) if subject.may_decide(user, page) else "",
                errors=sum(finding.severity == Severity.ERROR for finding in findings),
                warnings=sum(finding.severity == Severity.WARNING for finding in findings),
            )
        )
    return sorted(found, key=lambda item: (-item.errors, -item.warnings))


def fill_from_memory(*, target: Page, actor_id: int) -> int:
    """Fill empty segments whose very text was translated and approved before.

    Similar texts and texts with substituted numbers stay for the translator to look at.

    Args:
        target: The target page.
        actor_id: Who asked for it, and answers for the texts as their translator.

    Returns:
        How many segments were filled.
    """
    source_language, language = _languages(target)
    every = localize.segments(target)
    filled = 0
    for place, segment in enumerate(every):
        if segment.target or segment.is_html:
            continue
        best = suggestions(
            plain_text(segment.source),
            source_language,
            language,
            limit=1,
            context=_context(every, place),
            minimum_percent=EXACT_PERCENT,
        )
        if best and not best[0].is_substituted:
            localize.save_segment(
                target=target,
                segment_id=segment.id,
                text=best[0].target,
                actor_id=actor_id,
                seen_version=segment.version,
            )
            filled += 1
    return filled
