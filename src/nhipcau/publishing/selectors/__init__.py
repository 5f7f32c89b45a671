"""What is stale, since when, and whether the machinery behind the site is well."""

import shutil
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypedDict

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Min, Q, QuerySet

from nhipcau.publishing.models import DirtyMark, StaleAddress
from nhipcau.publishing.types import HEARTBEAT

SILENCE_SECONDS = 60
QUEUE_AGE = timedelta(minutes=5)
SMALLEST_FREE_BYTES = 500 * 1024 * 1024


class QueueState(TypedDict):
    """How far readers are behind.

    Attributes:
        waiting: Addresses and changes still to be done.
        dead: Addresses given up.
        oldest: Since when the oldest of the waiting is stale.
    """

    waiting: int
    dead: int
    oldest: datetime | None


def stale_addresses() -> QuerySet[StaleAddress]:
    """Every stale address: the given up first, then the oldest."""
    return StaleAddress.objects.order_by("-is_dead", "since", "pk")


def queue_state() -> QueueState:
    """How many addresses wait, how many were given up, and since when the oldest waits."""
    living = StaleAddress.objects.filter(is_dead=False)
    moments = [
        living.aggregate(value=Min("since"))["value"],
        DirtyMark.objects.aggregate(value=Min("since"))["value"],
    ]
    return QueueState(
        waiting=living.count() + DirtyMark.objects.count(),
        dead=StaleAddress.objects.filter(is_dead=True).count(),
        oldest=min((moment for moment in moments if moment), default=None),
    )


def failing_addresses() -> QuerySet[StaleAddress]:
    """Addresses whose last rendering failed."""
    return StaleAddress.objects.filter(Q(attempts__gt=0) | Q(is_dead=True))


def renderer_silence_seconds() -> float | None:
    """Seconds since the renderer's last sign of life; ``None`` if it never ran here."""
    try:
        return max(
            time.time() - (Path(settings.RUN_ROOT) / HEARTBEAT).stat().st_mtime,
            0.0,
        )
    except OSError:
        return None


def readiness(*, now: datetime) -> dict[str, dict[str, object]]:
    """Checks of what lies behind the public pages.

    Args:
        now: The present moment (UTC).

    Returns:
        For each check ``ok`` and figures that explain it.
    """
    silence = renderer_silence_seconds()
    checks: dict[str, dict[str, object]] = {
        "renderer": {
            "ok": silence is not None and silence < SILENCE_SECONDS,
            "silence_seconds": None if silence is None else round(silence, 1),
        },
        "disk": _disk(),
    }
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        state = queue_state()
    except DatabaseError as error:
        connection.close()
        checks["database"] = {"ok": False, "error": type(error).__name__}
        return checks
    age = (now - state["oldest"]).total_seconds() if state["oldest"] else 0.0
    checks["database"] = {"ok": True}
    checks["queue"] = {
        "ok": age < QUEUE_AGE.total_seconds(),
        "waiting": state["waiting"],
        "dead": state["dead"],
        "oldest_seconds": round(age, 1),
    }
    return checks


def _disk() -> dict[str, object]:
    folder = Path(settings.PUBLIC_ROOT)
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return {"ok": free > SMALLEST_FREE_BYTES, "free_bytes": free}
