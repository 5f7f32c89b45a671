"""Writing the index of the memory."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    append = _append_in_place if connection.vendor == "postgresql" else _append
    wanted = sorted(added)
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), _BATCH):
            append(cursor, {bucket: added[bucket] for bucket in wanted[start : start + _BATCH]})


def _append(cursor: Any, added: dict[int, list[tuple[int, int]]]) -> None:
    """Append to at most ``_BATCH`` buckets in one reading and one writing."""
    marks = ",".join(["%s"] * len(added))
    # Only the last row of a bucket has room, and full rows are never touched again.
    cursor.execute(
        "SELECT kept.bucket, kept.chunk, kept.postings FROM (SELECT bucket, max(chunk) AS chunk"  # noqa: S608
        f" FROM translation_memorygram WHERE bucket IN ({marks}) GROUP BY bucket) AS last"
        " JOIN translation_memorygram kept"
        " ON kept.bucket = last.bucket AND kept.chunk = last.chunk",
        list(added),
    )
    last = {bucket: (chunk, bytes(postings)) for bucket, chunk, postings in cursor.fetchall()}
    rows: list[object] = []
    for bucket, entries in added.items():
        chunk, content = last.get(bucket, (0, b""))
        for place, part in enumerate(_parts(content + pack(entries), 0)):
            rows += [bucket, chunk + place, part]
    step = 3 * _BATCH
    for start in range(0, len(rows), step):
        part_of_rows = rows[start : start + step]
        values = ",".join(["(%s,%s,%s)"] * (len(part_of_rows) // 3))
        cursor.execute(
            f"INSERT INTO translation_memorygram (bucket, chunk, postings) VALUES {values}"  # noqa: S608
            " ON CONFLICT (bucket, chunk) DO UPDATE SET postings = excluded.postings",
            part_of_rows,
        )


def _append_in_place(cursor: Any, added: dict[int, list[tuple[int, int]]]) -> None:
    """Append where the database joins bytes itself: nothing but what is new goes to the server."""
    cursor.execute(
        "SELECT wanted.bucket, last.chunk, octet_length(last.postings)"
        " FROM unnest(%s::smallint[]) AS wanted(bucket) CROSS JOIN LATERAL ("
        " SELECT chunk, postings FROM translation_memorygram kept"
        " WHERE kept.bucket = wanted.bucket ORDER BY chunk DESC LIMIT 1) AS last",
        [list(added)],
    )
    last = {bucket: (chunk, filled) for bucket, chunk, filled in cursor.fetchall()}
    buckets: list[int] = []
    chunks: list[int] = []
    starts: list[int] = []
    lengths: list[int] = []
    whole = bytearray()
    for bucket, entries in added.items():
        chunk, filled = last.get(bucket, (0, 0))
        for place, part in enumerate(_parts(pack(entries), filled)):
            buckets.append(bucket)
            chunks.append(chunk + place)
            starts.append(len(whole) + 1)
            lengths.append(len(part))
            whole += part
    # One run of bytes is less work to send and to read than as many values.
    cursor.execute(
        "INSERT INTO translation_memorygram (bucket, chunk, postings)"
        " SELECT part.bucket, part.chunk, substring(%s::bytea FROM part.start FOR part.length)"
        " FROM unnest(%s::smallint[], %s::smallint[], %s::int[], %s::int[])"
        " AS part(bucket, chunk, start, length)"
        " ON CONFLICT (bucket, chunk) DO UPDATE"
        " SET postings = translation_memorygram.postings || excluded.postings",
        [bytes(whole), buckets, chunks, starts, lengths],
    )


def _parts(content: bytes, filled: int) -> Iterator[bytes]:
    """What of some entries goes into a row that is partly filled, and into the rows after it.

    Args:
        content: Packed entries.
        filled: Bytes of the first row that are taken; its part is empty when it has no room.
    """
    end = ENTRIES_PER_ROW * ENTRY_BYTES - filled
    start = 0
    while start < len(content):
        yield content[start:end]
        start, end = end, end + ENTRIES_PER_ROW * ENTRY_BYTES


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
