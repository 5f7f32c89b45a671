"""Writing the index of the memory."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from nhipcau.translation.models import MemoryGram, MemoryIndexState, MemorySegment
from nhipcau.translation.rules.postings import (
    ENTRIES_PER_ROW,
    ENTRY_BYTES,
    bucket_of,
    pack,
)
from nhipcau.translation.rules.sketch import INDEX_VERSION, keys_of

# Any number that is the same in every process: PostgreSQL's name of this lock.
_LOCK = 7_310_001
_BATCH = 400


def lock_index() -> None:
    """Let one transaction at a time append to the index.

    SQLite does so by itself; on PostgreSQL two appends to one row would lose one of them.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def add_to_index(grams_by_segment: Iterable[tuple[int, Sequence[int]]]) -> None:
    """Append segments to the index; call it inside a transaction, after :func:`lock_index`.

    Args:
        grams_by_segment: Segment number and its sketch.
    """
    added: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for segment, grams in grams_by_segment:
        for gram in grams:
            added[bucket_of(gram)].append((gram, segment))
    wanted = sorted(added)
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), _BATCH):
            _append(cursor, {bucket: added[bucket] for bucket in wanted[start : start + _BATCH]})


def _append(cursor: Any, added: dict[int, list[tuple[int, int]]]) -> None:
    """Append to at most ``_BATCH`` buckets in one reading and one writing."""
    marks = ",".join(["%s"] * len(added))
    # Only the last row of a bucket has room, and full rows are never touched again.
    cursor.execute(
        "SELECT bucket, chunk, postings FROM translation_memorygram kept"  # noqa: S608
        f" WHERE bucket IN ({marks}) AND chunk = (SELECT max(chunk) FROM translation_memorygram"
        " every WHERE every.bucket = kept.bucket)",
        list(added),
    )
    last = {bucket: (chunk, bytes(postings)) for bucket, chunk, postings in cursor.fetchall()}
    row_bytes = ENTRIES_PER_ROW * ENTRY_BYTES
    rows: list[object] = []
    for bucket, entries in added.items():
        chunk, content = last.get(bucket, (0, b""))
        content += pack(entries)
        while content:
            rows += [bucket, chunk, content[:row_bytes]]
            content = content[row_bytes:]
            chunk += 1
    step = 3 * _BATCH
    for start in range(0, len(rows), step):
        part = rows[start : start + step]
        values = ",".join(["(%s,%s,%s)"] * (len(part) // 3))
        cursor.execute(
            f"INSERT INTO translation_memorygram (bucket, chunk, postings) VALUES {values}"  # noqa: S608
            " ON CONFLICT (bucket, chunk) DO UPDATE SET postings = excluded.postings",
            part,
        )


def rebuild_index(*, now: datetime) -> int:
    """Compute every key again, after a change of the normaliser or a large deletion.

    Args:
        now: The moment, for the record.

    Returns:
        How many segments were indexed.
    """
    done = 0
    with transaction.atomic():
        lock_index()
        MemoryGram.objects.all().delete()
        batch: list[MemorySegment] = []

        def write() -> None:
            grams = []
            for segment in batch:
                keys = keys_of(segment.text, segment.language)
                segment.digest, segment.skeleton = keys.digest, keys.skeleton
                grams.append((segment.pk, keys.grams))
            MemorySegment.objects.bulk_update(batch, ["digest", "skeleton"], batch_size=200)
            add_to_index(grams)

        for segment in MemorySegment.objects.order_by("pk").iterator(chunk_size=5000):
            batch.append(segment)
            done += 1
            if len(batch) == 5000:
                write()
                batch = []
        write()
        MemoryIndexState.objects.update_or_create(
            pk=1, defaults={"normaliser_version": INDEX_VERSION, "rebuilt_at": now}
        )
    return done


def index_is_current() -> bool:
    """Whether the stored keys were made by this version of the normaliser."""
    state = MemoryIndexState.objects.filter(pk=1).first()
    if state is None:
        return not MemorySegment.objects.exists()
    return state.normaliser_version == INDEX_VERSION
