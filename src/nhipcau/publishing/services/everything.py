"""All addresses of the site: listing them, and making every one stale."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice

from django.db.models import Exists, OuterRef

from nhipcau.common import surfaces
from nhipcau.publishing.enums import Reason
from nhipcau.publishing.models import StaleAddress, StoredAnswer
from nhipcau.publishing.services.bulk import moment, write_rows
from nhipcau.publishing.types import REBUILD_PRIORITY

CHUNK = 1_000


def enqueue_everything(*, now: datetime, on_progress: Callable[[int], object] = int) -> int:
    """Make every address of the site stale, after everything that waits already.

    Needs constant memory, and the renderer's lock or a stopped renderer is not needed: rows that
    exist are left as they are.

    Args:
        now: The moment to list addresses for.
        on_progress: Called with the number of addresses added.

    Returns:
        How many addresses there are.
    """
    # What was given up gets another chance.
    StaleAddress.objects.filter(is_dead=True).update(is_dead=False, attempts=0, not_before=None)
    for chunk in in_chunks(surfaces.registry.listed(now)):
        _enqueue(chunk, now)
        on_progress(len(chunk))
    only_stored = StoredAnswer.objects.filter(
        ~Exists(StaleAddress.objects.filter(address=OuterRef("address")))
    ).values_list("address", flat=True)
    while chunk := list(only_stored[:CHUNK]):
        _enqueue(chunk, now)
        on_progress(len(chunk))
    return StaleAddress.objects.count()


def _enqueue(addresses: list[str], now: datetime) -> None:
    since = moment(now)
    write_rows(
        StaleAddress,
        ["address", "priority", "reason", "since", "attempts", "last_error", "is_dead"],
        [(address, REBUILD_PRIORITY, Reason.REBUILD, since, 0, "", False) for address in addresses],
        unique="address",
    )


def all_addresses(now: datetime) -> Iterator[str]:
    """Every address of the surfaces, then those that only the index knows."""
    seen = set()
    for address in surfaces.registry.addresses(now):
        seen.add(address)
        yield address
    last = ""
    while rows := list(
        StoredAnswer.objects.filter(address__gt=last)
        .order_by("address")
        .values_list("address", flat=True)[:CHUNK]
    ):
        last = rows[-1]
        yield from (address for address in rows if address not in seen)


def in_chunks(addresses: Iterator[str]) -> Iterator[list[str]]:
    """Addresses in lists of at most `CHUNK`."""
    while chunk := list(islice(addresses, CHUNK)):
        yield chunk
