"""Remembering former addresses, so that they lead on or say what became of the thing."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from nhipcau.publishing.models import KnownAddress
from nhipcau.publishing.services.marking import mark


@transaction.atomic
def settle_address(
    *, subject: str, address: str, former: str = "", reason: str, now: datetime
) -> None:
    """Note where a thing is found from now on.

    Nothing is kept of a thing that has always been at the same place.

    Args:
        subject: Permanent name of the thing.
        address: Its address from now on; empty when it is gone.
        former: Its address before, in case it is not known yet.
        reason: Audit code of the change.
        now: When it was announced.
    """
    if former and former != address:
        _write(former, subject, is_current=False, now=now)
    known = set(KnownAddress.objects.filter(subject=subject).values_list("address", flat=True))
    if not known:
        return
    KnownAddress.objects.filter(subject=subject, is_current=True).update(is_current=False)
    if address:
        _write(address, subject, is_current=True, now=now)
    mark(addresses={*known, address} - {""}, reason=reason, now=now)


@transaction.atomic
def forget_addresses(*, subject: str, now: datetime) -> None:
    """Keep nothing of where a thing was found: its addresses answer 404 from now on.

    Args:
        subject: Permanent name of the thing.
        now: When that was decided.
    """
    rows = KnownAddress.objects.filter(subject=subject)
    known = set(rows.values_list("address", flat=True))
    rows.delete()
    mark(addresses=known, reason="publishing.address.forgotten", now=now)


def note_lost(addresses: Iterable[str], *, now: datetime) -> list[str]:
    """Note addresses at which readers found something and nothing is any more.

    Args:
        addresses: Addresses that were public and now are not there.
        now: The moment they were found to be gone.

    Returns:
        Those of which that was not known before; they say so from now on.
    """
    news = []
    for address in addresses:
        row = KnownAddress.objects.filter(address=address).first()
        if row is None:
            KnownAddress.objects.create(address=address, since=now)
        elif row.is_current:
            row.is_current = False
            row.save(update_fields=["is_current"])
        else:
            continue
        news.append(address)
    return news


def _write(address: str, subject: str, *, is_current: bool, now: datetime) -> None:
    KnownAddress.objects.update_or_create(
        address=address, defaults={"subject": subject, "is_current": is_current, "since": now}
    )
