"""Making addresses live while somebody waits."""

import time
from collections.abc import Iterable

from django.db import connection

from nhipcau.common import clock
from nhipcau.publishing.enums import MarkKind, Reason
from nhipcau.publishing.models import DirtyMark, StaleAddress
from nhipcau.publishing.services.marking import mark
from nhipcau.publishing.services.renderer import drain, renderer_lock

GLANCE_SECONDS = 0.01


def render_now(addresses: Iterable[str], timeout_seconds: float = 2.0) -> bool:
    """Have addresses rendered ahead of everything else and wait until they are live.

    The running renderer does it; where none runs (a command, a test), this process does. Inside
    a transaction nothing is live before its end, so nothing is waited for.

    Args:
        addresses: Absolute paths.
        timeout_seconds: How long to wait; the work goes on after that.

    Returns:
        Whether all are live. False as well when one of them could not be rendered.
    """
    wanted = set(addresses)
    if not wanted:
        return True
    mark(addresses=wanted, reason=Reason.REQUESTED, now=clock.now())
    if connection.in_atomic_block:
        return False
    with renderer_lock() as is_ours:
        if is_ours:
            drain(limit=len(wanted))
            return not _waiting(wanted)
    deadline = time.monotonic() + timeout_seconds
    while _waiting(wanted):
        if time.monotonic() > deadline:
            return False
        time.sleep(GLANCE_SECONDS)
    return True


def _waiting(addresses: set[str]) -> bool:
    return (
        StaleAddress.objects.filter(address__in=addresses).exists()
        or DirtyMark.objects.filter(kind=MarkKind.ADDRESS, name__in=addresses).exists()
    )
