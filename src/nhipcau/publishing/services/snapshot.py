"""The snapshot as a whole: rebuilding all of it, comparing it with a fresh rendering."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from nhipcau.common import surfaces
from nhipcau.common.reading import batch
from nhipcau.publishing.enums import Reason
from nhipcau.publishing.models import DirtyMark, StaleAddress, StoredAnswer
from nhipcau.publishing.rules import answers, locations
from nhipcau.publishing.services.everything import (
    CHUNK,
    all_addresses,
    enqueue_everything,
    in_chunks,
)
from nhipcau.publishing.services.parallel import drain_in_parallel
from nhipcau.publishing.services.renderer import drain, look_up_changes
from nhipcau.publishing.services.store import Store, holds_files, site_store


@dataclass
class Comparison:
    """The end of a verification.

    Attributes:
        compared: Addresses compared.
        waiting: Addresses and changes that were not rendered yet; they may explain differences.
        differences: Address and what differs.
    """

    compared: int = 0
    waiting: int = 0
    differences: list[tuple[str, str]] = field(default_factory=list)


def unfinished_rebuild() -> QuerySet[StaleAddress]:
    """What an interrupted rebuild has left to do."""
    return StaleAddress.objects.filter(reason=Reason.REBUILD, is_dead=False)


def rebuild(
    *,
    now: Callable[[], datetime],
    processes: int = 1,
    is_resumed: bool = False,
    on_total: Callable[[int], object] = int,
    on_progress: Callable[[int], object] = int,
    store: Store | None = None,
) -> int:
    """Render every address again and mend every file; only with the renderer's lock.

    Readers see the old files until the new ones are in place. Interrupted, it can be resumed,
    and the renderer would finish it by itself.

    Args:
        now: The clock.
        processes: How many render at once; one renders in this process.
        is_resumed: Finish an interrupted rebuild instead of beginning anew.
        on_total: Called once with the number of addresses to do.
        on_progress: Called with the number of addresses done since the last call.
        store: Where to; this site's store by default.

    Returns:
        How many addresses were rendered.
    """
    store = store or site_store()
    store.clear_drafts()
    look_up_changes()
    if not is_resumed:
        enqueue_everything(now=now())
    on_total(StaleAddress.objects.filter(is_dead=False).count())
    done = 0
    if processes > 1:
        done = drain_in_parallel(processes=processes, now=now, store=store, on_progress=on_progress)
    else:
        while step := drain(now=now, store=store, limit=CHUNK // 10):
            done += step
            on_progress(step)
    _sweep(store)
    return done


def _sweep(store: Store) -> None:
    """Remove files that the index does not know, as after a restore of an older database."""
    for names in in_chunks(store.names()):
        found = {name: locations.address_of(name) for name in names}
        statuses = dict(
            StoredAnswer.objects.filter(
                address__in={address for _, address in found.values()}
            ).values_list("address", "status")
        )
        for name, (folder, address) in found.items():
            if not holds_files(statuses.get(address, 404), folder):
                store.remove(name)


def verify(
    *,
    now: datetime,
    on_total: Callable[[int], object] = int,
    on_progress: Callable[[int], object] = int,
    store: Store | None = None,
) -> Comparison:
    """Compare the store and the index with a fresh rendering of every address.

    Args:
        now: The moment to render for.
        on_total: Called once with the number of addresses in the index.
        on_progress: Called with the number of addresses compared since the last call.
        store: What to compare; this site's store by default.

    Returns:
        What differs; nothing when the incremental snapshot equals a full rebuild.
    """
    store = store or site_store()
    result = Comparison(waiting=StaleAddress.objects.count() + DirtyMark.objects.count())
    on_total(StoredAnswer.objects.count())
    expected: set[str] = set()
    for chunk in in_chunks(all_addresses(now)):
        rows = {
            row.address: row
            for row in StoredAnswer.objects.filter(address__in=chunk).prefetch_related("keys")
        }
        with batch():
            surfaces.registry.prepare(chunk, now)
            for address in chunk:
                try:
                    rendered = surfaces.registry.render(address, now)
                except Exception as error:  # reported like any other difference
                    result.differences.append((address, f"{type(error).__name__}: {error}"))
                    continue
                expected |= store.names_of(address, rendered)
                result.differences.extend(
                    (address, what)
                    for what in (
                        *_index_differences(rows.get(address), rendered, now),
                        *store.differences(address, rendered),
                    )
                )
        result.compared += len(chunk)
        on_progress(len(chunk))
    result.differences.extend(
        (name, "superfluous file") for name in store.names() if name not in expected
    )
    return result


def _index_differences(
    row: StoredAnswer | None, rendered: surfaces.Rendered, now: datetime
) -> Iterator[str]:
    if row is None or not answers.is_kept(rendered):
        if (row is None) == answers.is_kept(rendered):
            yield "index: missing" if row is None else "index: superfluous"
        return
    if row.digest != answers.digest(rendered):
        yield "index: digest"
    if {key.key for key in row.keys.all()} != rendered.keys:
        yield "index: keys"
    if row.valid_until != rendered.valid_until:
        yield "index: valid until"
    content = rendered.last_modified
    # A moment still to come was stored as the time of rendering, which says nothing later.
    is_past = content is not None and content <= now
    if content is not None and is_past and row.modified_at < content.replace(microsecond=0):
        yield "index: last modified"
