"""The renderer: turns announced changes into stale addresses, and those into stored answers.

One process at a time does this, held by a file lock. The order inside a round matters: changes
are looked up in the index only while no rendering is under way, so every answer whose rendering
began before a change was committed has its keys in the index when the change is looked up.
"""

import fcntl
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection, transaction
from django.db.models import Q

from nhipcau.common import clock
from nhipcau.common.reading import Memory
from nhipcau.common.surfaces import Priority, registry
from nhipcau.publishing.enums import MarkKind, Reason
from nhipcau.publishing.models import AnswerKey, DirtyMark, StaleAddress, StoredAnswer
from nhipcau.publishing.services.everything import enqueue_everything
from nhipcau.publishing.services.recording import record
from nhipcau.publishing.services.rendering import render_and_store
from nhipcau.publishing.services.store import Store, site_store
from nhipcau.publishing.services.waking import Bell
from nhipcau.publishing.types import HEARTBEAT

logger = logging.getLogger(__name__)

MARKS_AT_ONCE = 2_000
ADDRESSES_AT_ONCE = 1_000
OWN_PAGES_AT_ONCE = 16
SOON_AT_ONCE = 6
BATCH = 24
MEMORY_LASTS = timedelta(seconds=1)
POLL_SECONDS = 1.0
LONGEST_SLEEP_SECONDS = 30.0


@contextmanager
def renderer_lock(*, is_waiting: bool = False) -> Iterator[bool]:
    """Hold the right to render, which only one process has at a time.

    The operating system gives the lock back when a process dies, however it dies.

    Args:
        is_waiting: Whether to wait for the process that holds it.

    Yields:
        Whether this process holds it now.
    """
    folder = Path(settings.RUN_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "renderer.lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if is_waiting else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


def look_up_changes() -> int:
    """Turn all announced changes into stale addresses.

    Returns:
        How many changes were looked up. A change announced meanwhile stays for the next call.
    """
    done = 0
    while rows := list(
        DirtyMark.objects.order_by("pk").values_list("pk", "kind", "name", "reason", "since")[
            :MARKS_AT_ONCE
        ]
    ):
        oldest: dict[tuple[str, str], tuple[str, datetime]] = {}
        for _, kind, name, reason, since in rows:
            oldest.setdefault((kind, name), (reason, since))
        named = {name for kind, name in oldest if kind == MarkKind.ADDRESS}
        priorities = dict(
            StoredAnswer.objects.filter(address__in=named).values_list("address", "priority")
        )
        together: dict[tuple[str, datetime], list[tuple[str, int]]] = {}
        for (kind, name), (reason, since) in oldest.items():
            if kind == MarkKind.EVERYTHING:
                enqueue_everything(now=since)
            elif kind == MarkKind.ADDRESS:
                priority = priorities.get(name, registry.expected_priority(name))
                # Whoever asked for it waits.
                waits = reason == Reason.REQUESTED
                row = (name, Priority.OWN_PAGE if waits else priority)
                together.setdefault((reason, since), []).append(row)
            else:
                _make_key_stale(name, reason, since)
        for (reason, since), stale in together.items():
            make_stale(stale, reason, since)
        # Only now: if the process dies before, the same changes are looked up again.
        DirtyMark.objects.filter(pk__in=[row[0] for row in rows]).delete()
        done += len(rows)
    return done


def look_at_clock(now: datetime) -> int:
    """Make stale what the passing of time alone has changed.

    Returns:
        How many answers had expired.
    """
    done = 0
    while rows := list(
        StoredAnswer.objects.filter(valid_until__lte=now)
        .exclude(address__in=StaleAddress.objects.values("address"))
        .values_list("address", "priority")[:ADDRESSES_AT_ONCE]
    ):
        make_stale(rows, Reason.CLOCK, now)
        done += len(rows)
    return done


def next_batch(now: datetime, size: int | None = None) -> list[tuple[str, bool]]:
    """The addresses to render next, the most wanted first.

    A batch is on the disk only as a whole. So stories' own pages go alone, what leads to them in
    small batches, and a rebuild in batches that do not hold up a story for long.

    Args:
        now: Addresses that failed and wait for a later moment are left out.
        size: How many at most, where several processes share a batch.

    Returns:
        Address, and whether its files are to be compared byte for byte as well.
    """
    rows = list(
        StaleAddress.objects.filter(Q(not_before=None) | Q(not_before__lte=now), is_dead=False)
        .order_by("priority", "since", "pk")
        .values_list("address", "priority", "reason")[: size or BATCH]
    )
    own = [row for row in rows if row[1] == Priority.OWN_PAGE][:OWN_PAGES_AT_ONCE]
    soon = [row for row in rows if row[1] < Priority.ARCHIVE][:SOON_AT_ONCE]
    chosen = own or (rows if size else soon or rows)
    return [(address, reason == Reason.REBUILD) for address, _, reason in chosen]


def drain(
    *, now: Callable[[], datetime] = clock.now, store: Store | None = None, limit: int | None = None
) -> int:
    """Render until nothing is stale; only with the renderer's lock.

    Args:
        now: The clock.
        store: Where to; this site's store by default.
        limit: Stop after about that many addresses.

    Returns:
        How many addresses were rendered.
    """
    store = store or site_store()
    done = 0
    # An embargo must end on time also while a long rebuild is under way.
    look_at_clock(now())
    moment, memory = now(), Memory()
    while limit is None or done < limit:
        # What was read serves until something has changed or a second has passed.
        if look_up_changes() or not moment <= now() < moment + MEMORY_LASTS:
            moment, memory = now(), Memory()
        batch = next_batch(moment)
        if not batch:
            if look_at_clock(moment):
                continue
            break
        rendered = render_and_store(dict(batch), now=moment, store=store, memory=memory)
        record(*rendered, now=moment)
        done += len(batch)
    return done


def run_renderer(*, is_stopping: Callable[[], bool]) -> None:
    """Render for as long as the site runs.

    Trouble with the database or the disk is logged and waited out: nothing is lost, since what
    is stale stays written down.

    Args:
        is_stopping: Asked between two rounds.
    """
    store = site_store()
    pause = POLL_SECONDS
    with renderer_lock(is_waiting=True), Bell() as bell:
        store.clear_drafts()
        while not is_stopping():
            try:
                show_life()
                close_old_connections()
                drain(store=store, limit=BATCH)
                pause = POLL_SECONDS
                if has_work(clock.now()):
                    continue
            except (DatabaseError, OSError):
                logger.exception("The renderer waits.", extra={"event": "renderer_waits"})
                connection.close()
                pause = min(pause * 2, LONGEST_SLEEP_SECONDS)
            bell.wait(pause)


def has_work(now: datetime) -> bool:
    """Whether a round would find something to do."""
    return (
        DirtyMark.objects.exists()
        or bool(next_batch(now))
        or StoredAnswer.objects.filter(valid_until__lte=now)
        .exclude(address__in=StaleAddress.objects.values("address"))
        .exists()
    )


def show_life() -> None:
    """Leave a sign of life that ``/readyz`` looks at; needs no database."""
    path = Path(settings.RUN_ROOT) / HEARTBEAT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.utime(path, (time.time(), time.time()))


def _make_key_stale(key: str, reason: str, since: datetime) -> None:
    last = 0
    while rows := list(
        AnswerKey.objects.filter(key=key, pk__gt=last)
        .order_by("pk")
        .values_list("pk", "answer__address", "answer__priority")[:ADDRESSES_AT_ONCE]
    ):
        last = rows[-1][0]
        make_stale([row[1:] for row in rows], reason, since)


def make_stale(rows: Iterable[tuple[str, int]], reason: str, since: datetime) -> None:
    """Put addresses on the list of stale ones; only with the renderer's lock.

    Args:
        rows: Address and priority of each, at most a few thousand.
        reason: Audit code.
        since: Since when; an address that is stale already keeps its own.
    """
    with transaction.atomic():
        StaleAddress.objects.bulk_create(
            [
                StaleAddress(address=address, priority=priority, reason=reason, since=since)
                for address, priority in rows
            ],
            update_conflicts=True,
            unique_fields=["address"],
            # ``since`` keeps saying when it first became stale.
            update_fields=["priority", "reason", "attempts", "not_before", "last_error", "is_dead"],
        )
