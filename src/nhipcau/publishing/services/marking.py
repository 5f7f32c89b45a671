"""Writing down what has changed, inside the transaction that changes it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from nhipcau.publishing.enums import MarkKind, Reason
from nhipcau.publishing.models import DirtyMark
from nhipcau.publishing.services.waking import wake


def mark(
    *,
    keys: Iterable[str] = (),
    addresses: Iterable[str] = (),
    reason: str,
    now: datetime,
) -> None:
    """Note that keys and addresses are stale, and wake the renderer after the commit.

    Rows are only appended: two editors never wait for each other, whatever they change.

    Args:
        keys: Surrogate keys.
        addresses: Absolute paths.
        reason: Audit code of the change.
        now: When it was announced.
    """
    rows = [
        DirtyMark(kind=kind, name=name, reason=reason, since=now)
        for kind, names in ((MarkKind.ADDRESS, addresses), (MarkKind.KEY, keys))
        for name in sorted(set(names))
    ]
    if rows:
        DirtyMark.objects.bulk_create(rows, batch_size=500)
        transaction.on_commit(wake)


def mark_everything(*, reason: str, now: datetime) -> None:
    """Note that every address is stale, and wake the renderer after the commit.

    Args:
        reason: Audit code of the change.
        now: When it was announced.
    """
    DirtyMark.objects.create(kind=MarkKind.EVERYTHING, reason=reason, since=now)
    transaction.on_commit(wake)


def retry(*, addresses: Iterable[str], now: datetime) -> None:
    """Render addresses again that the publisher had given up.

    Args:
        addresses: Absolute paths.
        now: When a person asked for it.
    """
    mark(addresses=addresses, reason=Reason.RETRY, now=now)
