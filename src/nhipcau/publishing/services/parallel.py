"""Rendering in several processes while one keeps the index.

Changes are looked up only between rounds, when no rendering is under way; a round is short, so
that an edit made during a rebuild is live within a second or so.
"""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import datetime
from itertools import count
from typing import TypeVar

from django.db import connections

from nhipcau.common.kinship import die_with_parent
from nhipcau.common.reading import Memory
from nhipcau.publishing.services.bulk import map_little
from nhipcau.publishing.services.recording import record
from nhipcau.publishing.services.renderer import (
    look_at_clock,
    look_up_changes,
    next_batch,
    show_life,
)
from nhipcau.publishing.services.rendering import render_and_store
from nhipcau.publishing.services.store import Store
from nhipcau.publishing.types import Failure, Outcome

T = TypeVar("T")
ADDRESSES_PER_PROCESS = 800
SMALLEST_SHARE = 40
OBJECTS_BETWEEN_COLLECTIONS = 20_000


def drain_in_parallel(
    *,
    processes: int,
    now: Callable[[], datetime],
    store: Store,
    on_progress: Callable[[int], object],
) -> int:
    """Render until nothing is stale; only with the renderer's lock and without threads.

    Args:
        processes: How many render.
        now: The clock.
        store: Where to.
        on_progress: Called with the number of addresses done since the last call.

    Returns:
        How many addresses were rendered.

    Raises:
        BrokenProcessPool: if one of the processes was killed; what it had not finished is
            still stale.
    """
    done = 0
    rounds = count()
    # While this process waits for the disk, the others render on.
    theirs = Store(store.root, is_durable=store.is_durable, is_settled_later=True)
    # Connections are not shared with the children; each opens its own.
    connections.close_all()
    with ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_begin,
        initargs=(os.getpid(),),
    ) as pool:
        # The pool forks at its first task: before this process opens a connection again, which
        # all children would then speak through at once.
        pool.submit(os.getpid).result()
        map_little()
        while True:
            show_life()
            look_up_changes()
            moment = now()
            look_at_clock(moment)
            batch = next_batch(moment, ADDRESSES_PER_PROCESS * processes)
            if not batch:
                return done
            number = next(rounds)
            futures = [
                pool.submit(_render, dict(share), moment, theirs, number)
                for share in shares(batch, processes)
            ]
            for future in as_completed(futures):
                outcomes, failures = future.result()
                store.settle()
                record(outcomes, failures, now=moment)
                done += len(outcomes) + len(failures)
                on_progress(len(outcomes) + len(failures))


def shares(batch: Sequence[T], processes: int) -> Iterator[Sequence[T]]:
    """Divide a batch so that all processes end at about the same time.

    The first shares are large, since much is read once for each; the last are small, since
    pictures take fifty times as long as pages.

    Args:
        batch: What is to be done.
        processes: How many do it.
    """
    start = 0
    while start < len(batch):
        size = max((len(batch) - start) // (3 * processes), SMALLEST_SHARE)
        yield batch[start : start + size]
        start += size


def _begin(parent: int) -> None:
    die_with_parent(parent)
    # A batch makes hundreds of thousands of objects and drops them together. What was there before
    # stays for ever; looking through both all the time took a tenth of the work.
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, 10, 10)
    map_little()


# Of this process: the round, and what its batches have read.
_memory: tuple[int, Memory] = (-1, {})


def _render(
    addresses: dict[str, bool], now: datetime, store: Store, number: int
) -> tuple[list[Outcome], list[Failure]]:
    global _memory
    if _memory[0] != number:
        _memory = (number, {})
        # Stories and what was read with them point at each other.
        gc.collect()
    return render_and_store(addresses, now=now, store=store, memory=_memory[1])
