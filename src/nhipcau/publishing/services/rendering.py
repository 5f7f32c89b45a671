"""Rendering addresses and putting the answers into the store."""

import errno
import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from django.db import InterfaceError, OperationalError

from nhipcau.common import surfaces
from nhipcau.common.reading import Memory, batch
from nhipcau.common.surfaces import Rendered
from nhipcau.publishing.models import StoredAnswer
from nhipcau.publishing.rules import answers, locations
from nhipcau.publishing.services.store import Store
from nhipcau.publishing.types import Failure, Known, Outcome

logger = logging.getLogger(__name__)

BYTES_AT_ONCE = 16_000_000

#: Not the fault of any page: the whole batch waits until the machine is well again.
MACHINE_TROUBLE = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE, errno.EACCES}
)


def known_answers(addresses: Iterable[str]) -> dict[str, Known]:
    """What the index says about addresses.

    Args:
        addresses: At most a few hundred.
    """
    rows = StoredAnswer.objects.filter(address__in=list(addresses)).values_list(
        "address", "digest", "status", "size_bytes", "modified_at"
    )
    return {
        address: Known(digest, status, size_bytes, modified_at)
        for address, digest, status, size_bytes, modified_at in rows
    }


def render_and_store(
    addresses: Mapping[str, bool], *, now: datetime, store: Store, memory: Memory | None = None
) -> tuple[list[Outcome], list[Failure]]:
    """Render addresses as one batch and write those whose answer has changed.

    The index is not touched: if this process dies here, the addresses are still stale and are
    rendered again.

    Args:
        addresses: At most a few hundred, each with whether the stored bytes are to be compared
            as well, which also mends files that were damaged.
        now: The moment to render for.
        store: Where to.
        memory: What earlier batches have read; see ``common.reading``.

    Returns:
        What was stored, and what failed.

    Raises:
        OperationalError: if the database is away.
        OSError: if the disk is full or not writable.
    """
    known = known_answers(addresses)
    outcomes: list[Outcome] = []
    failures: list[Failure] = []
    changed: list[tuple[str, Rendered, datetime]] = []
    waiting_bytes = 0
    unwritten: dict[str, str] = {}
    with batch(memory):
        surfaces.registry.prepare(addresses, now)
        for address, is_thorough in addresses.items():
            previous = known.get(address)
            try:
                outcome, is_changed = _render(address, now, previous, store, is_thorough)
            except (OperationalError, InterfaceError):
                raise
            except Exception as error:  # one broken page must not keep the others from readers
                logger.exception(
                    "An address could not be rendered.",
                    extra={"event": "rendering_failed", "address": address},
                )
                failures.append(Failure(address, f"{type(error).__name__}: {error}"))
                continue
            if is_changed:
                changed.append((address, outcome.rendered, outcome.modified_at))
                waiting_bytes += outcome.size_bytes
            outcomes.append(replace(outcome, rendered=replace(outcome.rendered, body=b"")))
            # Bodies of a whole batch of photographs would not stay small in memory.
            if waiting_bytes > BYTES_AT_ONCE:
                unwritten |= _write(changed, store)
                changed, waiting_bytes = [], 0
    unwritten |= _write(changed, store)
    failures.extend(Failure(address, error) for address, error in unwritten.items())
    return [outcome for outcome in outcomes if outcome.address not in unwritten], failures


def _write(changed: list[tuple[str, Rendered, datetime]], store: Store) -> dict[str, str]:
    try:
        store.publish(changed)
    except OSError as error:
        if error.errno in MACHINE_TROUBLE:
            raise
        # One name stands in another's way (a file where a folder is needed): find which.
        return _write_each(changed, store)
    return {}


def _write_each(changed: list[tuple[str, Rendered, datetime]], store: Store) -> dict[str, str]:
    errors = {}
    for answer in changed:
        try:
            store.publish([answer])
        except OSError as error:
            if error.errno in MACHINE_TROUBLE:
                raise
            errors[answer[0]] = f"{type(error).__name__}: {error.strerror}"
    return errors


def _render(
    address: str, now: datetime, previous: Known | None, store: Store, is_thorough: bool
) -> tuple[Outcome, bool]:
    locations.file_name(address)
    rendered, priority = surfaces.registry.resolve(address, now)
    answers.check(rendered, now)
    digest = answers.digest(rendered)
    is_changed = previous is None or previous.digest != digest
    modified = answers.modified_at(
        content=rendered.last_modified,
        previous=previous.modified_at if previous else None,
        is_changed=is_changed,
        now=now,
    )
    outcome = Outcome(
        address=address,
        rendered=rendered,
        priority=priority,
        digest=digest,
        size_bytes=len(rendered.body),
        modified_at=modified,
        was_there=previous is not None and previous.status != 404,
    )
    if previous is None or is_changed or modified != previous.modified_at:
        return outcome, True
    is_damaged = is_thorough and bool(store.differences(address, rendered))
    return outcome, is_damaged or not store.holds(address, previous)
