"""Searching the memory: suggestions and concordance."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from nhipcau.common.text import nfc, tokens
from nhipcau.translation.rules.matching import (
    CONTEXT_PERCENT,
    EXACT_PERCENT,
    FUZZY_LIMIT_PERCENT,
    MINIMUM_PERCENT,
    differ_in_numbers_only,
    differences,
    match_percent,
)
from nhipcau.translation.rules.postings import bucket_of, most_shared, numbers_of
from nhipcau.translation.rules.sketch import Keys, digest_of, keys_of
from nhipcau.translation.rules.substitution import with_new_numbers
from nhipcau.translation.types import Context, Suggestion

#: This many candidates of the index are compared in full.
CANDIDATES = 32
#: In a large memory a hash with more segments than this says too little to be worth reading.
FREQUENT_SEGMENTS = 4_000
_DEFAULT_LIMIT = 5
_ROUGH_WORDS_LEAST = 6


@dataclass(frozen=True)
class Match:
    """A remembered text that is like the one searched.

    Attributes:
        segment: Number of the segment.
        percent: Score; see :func:`nhipcau.translation.rules.matching.match_percent`.
        text: The remembered text.
        words: Its tokens.
    """

    segment: int
    percent: int
    text: str
    words: list[str]


def similar_segments(
    text: str, language: str, limit: int = CANDIDATES, minimum_percent: int = MINIMUM_PERCENT
) -> list[Match]:
    """Remembered texts of one language that are like a text, best first.

    Args:
        text: Plain text, any Unicode form.
        language: BCP 47 code.
        limit: How many at most.
        minimum_percent: Nothing below this score.
    """
    text = nfc(text).strip()
    keys = keys_of(text, language)
    if not keys.tokens:
        return []
    with connection.cursor() as cursor:
        candidates = _candidates(cursor, keys)
        rows = _texts(cursor, keys, candidates)
    matches = []
    wanted = _rough_words(text)
    for number, stored_language, stored, digest in rows:
        if stored_language != language:
            continue
        if digest != keys.digest and not _shares_words(wanted, stored):
            continue
        words = tokens(stored)
        percent = match_percent(
            text=text, words=keys.tokens, candidate=stored, candidate_words=words
        )
        if percent >= minimum_percent:
            matches.append(Match(number, percent, stored, words))
    # The oldest segment first among equals, so that answers are stable.
    matches.sort(key=lambda match: (-match.percent, match.segment))
    return matches[:limit]


def _rough_words(text: str) -> frozenset[str]:
    """What stands between spaces, in lower case: a tenth of the work of proper tokens."""
    return frozenset(text.lower().split())


def _shares_words(wanted: frozenset[str], stored: str) -> bool:
    """Whether a stored text has enough words of the new one to be worth comparing in full.

    At the lowest score three tokens in five are the same. Punctuation and spelling hide some of
    them here, so that two in five are asked for; of short texts nothing is.
    """
    if len(wanted) < _ROUGH_WORDS_LEAST:
        return True
    return 5 * len(wanted.intersection(stored.lower().split())) >= 2 * len(wanted)


def _candidates(cursor: Any, keys: Keys) -> list[int]:
    """Numbers of segments that share most hashes with the text."""
    if not keys.grams:
        return []
    buckets = {bucket_of(gram) for gram in keys.grams}
    marks = ",".join(["%s"] * len(buckets))
    cursor.execute(
        f"SELECT bucket, postings FROM translation_memorygram WHERE bucket IN ({marks})",  # noqa: S608
        list(buckets),
    )
    rows: dict[int, list[bytes]] = defaultdict(list)
    for bucket, postings in cursor.fetchall():
        rows[bucket].append(postings)
    lists = sorted((numbers_of(gram, rows[bucket_of(gram)]) for gram in keys.grams), key=len)
    telling = [part for part in lists if len(part) <= FREQUENT_SEGMENTS]
    # A text made of frequent bigrams only still has its rarest two looked up.
    return most_shared(telling if len(telling) > 1 else lists[:2], CANDIDATES)


def _texts(cursor: Any, keys: Keys, candidates: Sequence[int]) -> list[tuple[int, str, str, int]]:
    """Number, language, text and digest of candidates and of exact matches by key."""
    condition, values = "digest = %s", [keys.digest, *candidates]
    if keys.skeleton is not None:
        condition += " OR skeleton = %s"
        values.insert(1, keys.skeleton)
    if candidates:
        condition += f" OR id IN ({','.join(['%s'] * len(candidates))})"
    cursor.execute(
        f"SELECT id, language, text, digest FROM translation_memorysegment WHERE {condition}"  # noqa: S608
        f" LIMIT {CANDIDATES * 4}",
        values,
    )
    return cursor.fetchall()


_UNIT_QUERY = """
    SELECT unit.id, unit.{near}_id, far.text, unit."before", unit."after", unit.approved_at,
        origin.name, origin.kind, origin.domain, person.full_name
    FROM translation_memoryunit unit
    JOIN translation_memorysegment far ON far.id = unit.{far}_id
    JOIN translation_memoryorigin origin ON origin.id = unit.origin_id
    LEFT JOIN accounts_user person ON person.id = unit.approved_by_id
    WHERE far.language = %s AND unit.{near}_id IN ({marks})
"""


def _units(cursor: Any, numbers: Sequence[int], target_language: str) -> list[tuple[bool, tuple]]:
    """Units of segments with their other side in a language, in both directions."""
    marks = ",".join(["%s"] * len(numbers))
    found = []
    for is_reversed, near, far in ((False, "source", "target"), (True, "target", "source")):
        cursor.execute(
            _UNIT_QUERY.format(near=near, far=far, marks=marks), [target_language, *numbers]
        )
        found += [(is_reversed, row) for row in cursor.fetchall()]
    return found


def suggestions(
    text: str,
    source_language: str,
    target_language: str,
    limit: int = _DEFAULT_LIMIT,
    context: Context | None = None,
    minimum_percent: int = MINIMUM_PERCENT,
) -> list[Suggestion]:
    """What the memory knows about a text, best first.

    Args:
        text: The text to translate, plain.
        source_language: BCP 47 code of the text.
        target_language: BCP 47 code wanted.
        limit: How many at most.
        context: What stands around the text; the same surroundings lift an exact match to 101.
        minimum_percent: Nothing below this score.

    Returns:
        Suggestions with provenance. Pairs translated in the other direction count too and say so.
        When only numbers differ they are put into the translation and the suggestion is marked.
    """
    text = nfc(text).strip()
    matches = similar_segments(text, source_language, minimum_percent=minimum_percent)
    if not matches:
        return []
    context = context or Context()
    around = (
        digest_of(context.before, source_language),
        digest_of(context.after, source_language),
    )
    by_number = {match.segment: match for match in matches}
    with connection.cursor() as cursor:
        rows = _units(cursor, list(by_number), target_language)
    words = tokens(text)
    found: dict[tuple[str, str], tuple[tuple, Suggestion]] = {}
    for is_reversed, row in rows:
        unit, near, target, before, after, approved_at, name, kind, domain, person = row
        match = by_number[near]
        shared = (before is not None and before == around[0]) + (
            after is not None and after == around[1]
        )
        percent, substituted = match.percent, None
        if percent == EXACT_PERCENT and shared and not is_reversed:
            percent = CONTEXT_PERCENT
        elif differ_in_numbers_only(match.words, words):
            substituted = with_new_numbers(
                remembered=match.text,
                translation=target,
                text=text,
                source_language=source_language,
                target_language=target_language,
            )
            if substituted is not None:
                percent = FUZZY_LIMIT_PERCENT
        suggestion = Suggestion(
            percent=percent,
            source=match.text,
            target=target if substituted is None else substituted,
            is_substituted=substituted is not None,
            target_as_stored=target,
            differences=(),
            unit=unit,
            is_reversed=is_reversed,
            origin=name,
            origin_kind=kind,
            domain=domain,
            approved_by=person or "",
            approved_at=_aware(approved_at),
        )
        rank = (
            percent,
            substituted is not None,
            shared,
            bool(context.domain) and domain == context.domain,
            not is_reversed,
            suggestion.approved_at,
        )
        key = (suggestion.source, suggestion.target)
        if key not in found or rank > found[key][0]:
            found[key] = (rank, suggestion)
    ranked = sorted(found.values(), key=lambda item: item[0], reverse=True)[:limit]
    return [_with_differences(suggestion, text) for _rank, suggestion in ranked]


def _with_differences(suggestion: Suggestion, text: str) -> Suggestion:
    """The suggestion with its differences, computed for the few that are shown."""
    return replace(suggestion, differences=tuple(differences(suggestion.source, text)))


def _aware(moment: datetime | str) -> datetime:
    """A stored moment as an aware datetime; SQLite hands back a plain one without models."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
