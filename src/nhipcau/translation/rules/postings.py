"""Packed lists of the memory's index.

Hashes are kept in 16,384 buckets. An entry of a bucket is eight bytes: the rest of the hash above,
the segment's number below. A row for every hash would be smaller to read but cost PostgreSQL, with
24 bytes before any content of a row, more than the segment's text.
"""

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice

BUCKET_BITS = 14
_REST_BITS = 32 - BUCKET_BITS
_REST_MASK = (1 << _REST_BITS) - 1
_NUMBER_MASK = (1 << 32) - 1
#: A row holds at most this many entries, so that adding one rewrites a kilobyte.
ENTRIES_PER_ROW = 128
ENTRY_BYTES = 8


def bucket_of(gram: int) -> int:
    """The bucket of an unsigned 32-bit hash."""
    return gram >> _REST_BITS


def pack(entries: Iterable[tuple[int, int]]) -> bytes:
    """Pack hashes with segment numbers (both below 2³²) into bytes."""
    packed = array("Q", ((gram & _REST_MASK) << 32 | number for gram, number in entries))
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def numbers_of(gram: int, rows: Sequence[bytes]) -> list[int]:
    """The segment numbers of one hash in the rows of its bucket.

    Args:
        gram: Unsigned 32-bit hash.
        rows: Packed rows.
    """
    entries = array("Q")
    entries.frombytes(b"".join(rows))
    if sys.byteorder == "big":
        entries.byteswap()
    low = (gram & _REST_MASK) << 32
    high = low + _NUMBER_MASK
    return [entry & _NUMBER_MASK for entry in entries if low <= entry <= high]


def most_shared(lists: Sequence[Sequence[int]], limit: int) -> list[int]:
    """Numbers that occur in most lists.

    Args:
        lists: Segment numbers, one list a hash, the rarest hash first.
        limit: How many to return at most.

    Returns:
        Numbers by how many lists they are in; among equals those in the rarest list come first,
        since a shared rare bigram says more than a shared frequent one.
    """
    counts = Counter(chain.from_iterable(lists))
    shared = [item for item in counts.items() if item[1] > 1]
    shared.sort(key=lambda item: -item[1])
    best = [number for number, _count in shared[:limit]]
    if len(best) < limit:
        missing = limit - len(best)
        best.extend(islice((number for number, count in counts.items() if count == 1), missing))
    return best
