"""What happens to a language version on its way to readers: checked, then remembered."""

import html
import re
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from wagtail.models import Revision

from nhipcau.accounts.models import User
from nhipcau.common.text import nfc, sentences, tokens
from nhipcau.translation.enums import OriginKind
from nhipcau.translation.models import MemoryOrigin
from nhipcau.translation.permissions import user_can_remember
from nhipcau.translation.selectors.checks import DocumentReport, check_document
from nhipcau.translation.services.alignment import aligned_texts
from nhipcau.translation.services.memory import delete_units, memory_origin, remember_many
from nhipcau.translation.services.version_pairs import version_pairs
from nhipcau.translation.types import Pair

_MARKS = re.compile(r"</?[a-zA-Z][^<>]*>")
_BREAKS = re.compile(r"<br\s*/?>")


def version_report(
    *,
    subject: str,
    source: Revision,
    target: Revision,
    source_language: str,
    target_language: str,
    day: date | None = None,
) -> DocumentReport:
    """Check a revision against the revision it translates.

    The revisions are read, not the desk: what was typed since is no part of what is published.

    Args:
        subject: Stable key of the document, such as ``work:<uuid>:en``.
        source: The revision that was translated.
        target: The revision that is to be published.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        day: Civil date the document speaks of.
    """
    return check_document(
        subject,
        [(pair.key, pair.source, pair.target) for pair in version_pairs(source, target)],
        source_language,
        target_language,
        day=day,
    )


def remember_version(
    *,
    subject: str,
    name: str,
    source: Revision,
    target: Revision,
    source_language: str,
    target_language: str,
    approved_by: User | None,
    domain: str = "",
    now: datetime,
) -> int:
    """Put an approved and published version into the memory, sentence by sentence and as blocks.

    A version published anew takes the place of what the memory had from it before, so that a
    corrected mistake is not offered again.

    Args:
        subject: Stable key of the document, such as ``work:<uuid>:en``; names the origin.
        name: Headline, for people.
        source: The revision that was translated.
        target: The revision published.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        approved_by: Who approved it; ``None`` for archives and sample data, which count as
            imported.
        domain: Field of use.
        now: The moment.

    Returns:
        How many units the memory has from this version.
    """
    pairs = [
        pair
        for found in version_pairs(source, target)
        for pair in _pairs_of(
            plain_text(found.source), plain_text(found.target), source_language, target_language
        )
    ]
    pairs = _with_neighbours(pairs)
    if approved_by is not None and not user_can_remember(approved_by):
        approved_by = None
    with transaction.atomic():
        kind = OriginKind.IMPORT if approved_by is None else OriginKind.DESK
        origin = memory_origin(kind=kind, key=subject, name=name[:255], domain=domain, now=now)
        remembered = remember_many(
            pairs=pairs,
            source_language=source_language,
            target_language=target_language,
            approved_by=approved_by,
            origin=origin,
            now=now,
        )
        old = MemoryOrigin.objects.filter(key=subject).values_list("units__pk", flat=True)
        delete_units(sorted({unit for unit in old if unit} - set(remembered.units)))
    return len(set(remembered.units))


def plain_text(text: str) -> str:
    """A desk text without inline tags.

    Args:
        text: Text of the desk; HTML when it holds a tag.
    """
    if "<" not in text:
        return nfc(text).strip()
    return nfc(html.unescape(_MARKS.sub("", _BREAKS.sub("\n", text)))).strip()


def _pairs_of(source: str, target: str, source_language: str, target_language: str) -> list[Pair]:
    """A block, and its sentences where it has several."""
    if not tokens(source) or not tokens(target):
        return []
    left, right = sentences(source), sentences(target)
    if len(left) == 1 and len(right) == 1:
        return [Pair(source, target)]
    block = Pair(source, target, is_block=True)
    return [block, *_sentence_pairs(left, right, source_language, target_language)]


def _sentence_pairs(
    left: list[str], right: list[str], source_language: str, target_language: str
) -> Iterable[Pair]:
    """Sentences of one block, aligned; what is doubtful stays in the block only."""
    rows = aligned_texts("\n".join(left), "\n".join(right), source_language, target_language)
    for source, target, bead in rows:
        if not bead.is_doubtful and tokens(source) and tokens(target):
            yield Pair(source, target)


def _with_neighbours(pairs: list[Pair]) -> list[Pair]:
    """Sentences with the source text before and after them, for the context bonus."""
    lines = [pair for pair in pairs if not pair.is_block]
    around = {
        id(pair): (
            lines[place - 1].source if place else "",
            lines[place + 1].source if place + 1 < len(lines) else "",
        )
        for place, pair in enumerate(lines)
    }
    return [
        pair
        if pair.is_block
        else Pair(pair.source, pair.target, False, around[id(pair)][0], around[id(pair)][1])
        for pair in pairs
    ]
