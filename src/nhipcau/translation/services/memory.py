"""Putting approved text into the memory and taking it out again."""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.text import nfc
from nhipcau.translation.enums import OriginKind
from nhipcau.translation.exceptions import EmptySegment, SameLanguage
from nhipcau.translation.models import MemoryOrigin, MemorySegment, MemoryUnit
from nhipcau.translation.permissions import user_can_maintain_memory, user_can_remember
from nhipcau.translation.rules.sketch import Keys, digest_of, keys_of
from nhipcau.translation.services.memory_index import add_to_index, lock_index
from nhipcau.translation.types import Pair, Remembered

_BATCH = 300
#: So many new segments are indexed at once: a row of the index is then rewritten less often.
_INDEX_BATCH = 20_000


def memory_origin(
    *,
    kind: OriginKind,
    name: str,
    key: str = "",
    domain: str = "",
    note: str = "",
    added_by: User | None = None,
    now: datetime,
) -> MemoryOrigin:
    """The record of where text comes from, made at first need.

    Args:
        kind: The way in.
        name: What people call it.
        key: Stable name, such as ``work:<uuid>``; without one, kind, name and domain decide.
        domain: Field of use.
        note: Remarks.
        added_by: Who brings it in.
        now: The moment.
    """
    wanted = {"kind": kind, "key": key} | ({} if key else {"name": name, "domain": domain})
    found = MemoryOrigin.objects.filter(**wanted).order_by("pk").first()
    return found or MemoryOrigin.objects.create(
        kind=kind, key=key, name=name, domain=domain, note=note, added_by=added_by, added_at=now
    )


def remember(
    *,
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    approved_by: User,
    origin: MemoryOrigin,
    now: datetime,
    is_block: bool = False,
    before: str = "",
    after: str = "",
) -> int:
    """Put one approved pair into the memory; other processes find it at their next search.

    Args:
        source: Text translated, plain, without tags.
        target: Its translation.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        approved_by: The person who approved the translation.
        origin: Where it comes from; see :func:`memory_origin`.
        now: When it was approved.
        is_block: A whole paragraph rather than a sentence.
        before: Source text before it, for the context bonus.
        after: Source text after it.

    Returns:
        Primary key of the unit; the known one when the memory had the pair.

    Raises:
        EmptySegment: if a side has no letters or figures.
        SameLanguage: if both languages are the same.
        NotPermitted: if the person may not approve text.
    """
    pair = Pair(source, target, is_block, before, after)
    return remember_many(
        pairs=[pair],
        source_language=source_language,
        target_language=target_language,
        approved_by=approved_by,
        origin=origin,
        now=now,
    ).units[0]


def remember_many(
    *,
    pairs: Sequence[Pair],
    source_language: str,
    target_language: str,
    approved_by: User | None,
    origin: MemoryOrigin,
    now: datetime,
) -> Remembered:
    """Put approved pairs into the memory, all or none; see :func:`remember`.

    Args:
        pairs: The pairs.
        source_language: BCP 47 code of every source.
        target_language: BCP 47 code of every target.
        approved_by: The approving person; ``None`` only for imported files, whose origin
            answers for them.
        origin: Where they come from.
        now: When they were approved.
    """
    if source_language == target_language:
        raise SameLanguage
    if approved_by is None and origin.kind != OriginKind.IMPORT:
        raise NotPermitted
    if approved_by is not None and not user_can_remember(approved_by):
        raise NotPermitted
    units: list[int] = []
    added = 0
    new: dict[int, Sequence[int]] = {}
    with transaction.atomic():
        lock_index()
        for start in range(0, len(pairs), _BATCH):
            batch = pairs[start : start + _BATCH]
            sides = [(nfc(pair.source).strip(), source_language) for pair in batch]
            sides += [(nfc(pair.target).strip(), target_language) for pair in batch]
            numbers, grams = _segments(sides)
            new |= grams
            if len(new) >= _INDEX_BATCH:
                add_to_index(new.items())
                new = {}
            rows = [
                (
                    numbers[sides[index]],
                    numbers[sides[index + len(batch)]],
                    origin.pk,
                    pair.is_block,
                    digest_of(pair.before, source_language),
                    digest_of(pair.after, source_language),
                    approved_by.pk if approved_by else None,
                    now,
                )
                for index, pair in enumerate(batch)
            ]
            found, new_units = _units(rows)
            units += found
            added += new_units
        add_to_index(new.items())
    return Remembered(tuple(units), added, len(pairs) - added)


def _segments(
    sides: Sequence[tuple[str, str]],
) -> tuple[dict[tuple[str, str], int], dict[int, Sequence[int]]]:
    """Numbers of texts, stored when they are new.

    Args:
        sides: Text in NFC without outer space, and its language.

    Returns:
        Number by text, and the sketches of new texts by number, to be indexed by the caller.

    Raises:
        EmptySegment: if a text has no token.
    """
    keys: dict[tuple[str, str], Keys] = {}
    for side in sides:
        if side not in keys:
            keys[side] = keys_of(*side)
            if not keys[side].tokens:
                raise EmptySegment
    numbers: dict[tuple[str, str], int] = {}
    with connection.cursor() as cursor:
        digests = [found.digest for found in keys.values()]
        marks = ",".join(["%s"] * len(digests))
        cursor.execute(
            "SELECT id, language, text FROM translation_memorysegment"  # noqa: S608
            f" WHERE digest IN ({marks}) ORDER BY id DESC",
            digests,
        )
        for number, language, text in cursor.fetchall():
            numbers[(text, language)] = number
        new = [side for side in keys if side not in numbers]
        if not new:
            return {side: numbers[side] for side in keys}, {}
        values: list[Any] = []
        for text, language in new:
            found = keys[(text, language)]
            values += [language, text, found.digest, found.skeleton]
        rows = ",".join(["(%s,%s,%s,%s)"] * len(new))
        cursor.execute(
            "INSERT INTO translation_memorysegment (language, text, digest, skeleton)"  # noqa: S608
            f" VALUES {rows} RETURNING id, language, text",
            values,
        )
        for number, language, text in cursor.fetchall():
            numbers[(text, language)] = number
    return numbers, {numbers[side]: keys[side].grams for side in new}


def _units(rows: Sequence[tuple]) -> tuple[list[int], int]:
    """Numbers of units in the order of their rows, and how many are new."""
    pairs = {(row[0], row[1]): row for row in rows}
    with connection.cursor() as cursor:
        known = _known_units(cursor, list(pairs))
        new = [row for pair, row in pairs.items() if pair not in known]
        if new:
            places = ",".join(["(%s,%s,%s,%s,%s,%s,%s,%s)"] * len(new))
            values = [value for row in new for value in (*row[:7], _moment(row[7]))]
            cursor.execute(
                "INSERT INTO translation_memoryunit (source_id, target_id, origin_id, is_block,"  # noqa: S608
                f' "before", "after", approved_by_id, approved_at) VALUES {places}'
                " RETURNING id, source_id, target_id",
                values,
            )
            known |= {(source, target): unit for unit, source, target in cursor.fetchall()}
    return [known[(row[0], row[1])] for row in rows], len(new)


def _moment(moment: datetime) -> object:
    """A moment as the database stores it when written without the model layer."""
    return connection.ops.adapt_datetimefield_value(moment)


def _known_units(cursor: Any, pairs: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Units of pairs that exist."""
    sources = sorted({source for source, _target in pairs})
    marks = ",".join(["%s"] * len(sources))
    cursor.execute(
        "SELECT id, source_id, target_id FROM translation_memoryunit"  # noqa: S608
        f" WHERE source_id IN ({marks})",
        sources,
    )
    return {(source, target): unit for unit, source, target in cursor.fetchall()}


def forget_units(*, units: Sequence[int], actor: User) -> int:
    """Take units out of the memory, with texts that no other unit needs.

    Args:
        units: Primary keys.
        actor: The person; needs the right to maintain the memory.

    Returns:
        How many units were deleted.

    Raises:
        NotPermitted: if the person may not.
    """
    if not user_can_maintain_memory(actor):
        raise NotPermitted
    return delete_units(units)


def delete_units(units: Sequence[int]) -> int:
    """Delete units with texts that no other unit needs; for services that replace them.

    Args:
        units: Primary keys.

    Returns:
        How many units were deleted.
    """
    deleted = 0
    with transaction.atomic():
        remaining = iter(units)
        while batch := list(islice(remaining, _BATCH)):
            rows = MemoryUnit.objects.filter(pk__in=batch)
            segments = {
                number for pair in rows.values_list("source_id", "target_id") for number in pair
            }
            deleted += rows.delete()[0]
            # The index keeps the numbers; a search drops those whose text is gone.
            MemorySegment.objects.filter(
                pk__in=segments, as_source__isnull=True, as_target__isnull=True
            ).delete()
    return deleted


def forget_origin(*, origin: MemoryOrigin, actor: User) -> int:
    """Take everything of one origin out of the memory, and the origin itself.

    Args:
        origin: Where the units came from.
        actor: The person; needs the right to maintain the memory.

    Returns:
        How many units were deleted.
    """
    with transaction.atomic():
        units = list(origin.units.order_by("pk").values_list("pk", flat=True))
        deleted = forget_units(units=units, actor=actor)
        origin.delete()
    return deleted
