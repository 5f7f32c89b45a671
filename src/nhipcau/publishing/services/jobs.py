"""Running periodic jobs and keeping a record of it."""

import logging
from datetime import datetime

from nhipcau.common import clock
from nhipcau.common.schedule import Job, registry
from nhipcau.publishing.models import JobRun

logger = logging.getLogger(__name__)


def run_due_jobs(*, now: datetime) -> datetime | None:
    """Run every job whose time has come, one after the other.

    A job that fails is logged and tried again at its next time; the others go on.

    Args:
        now: The present moment (UTC).

    Returns:
        When the next job is due, or ``None`` without jobs.

    Raises:
        DatabaseError: if the record of runs itself cannot be read or written.
    """
    started = dict(JobRun.objects.values_list("name", "started_at"))
    upcoming = []
    for job in registry:
        due = job.due_at(started.get(job.name), now)
        if due <= now:
            run_job(job, now=now)
            due = job.due_at(now, now)
        upcoming.append(due)
    return min(upcoming, default=None)


def run_job(job: Job, *, now: datetime) -> bool:
    """Run one job and record how it ended.

    Args:
        job: The job.
        now: The moment it runs for.

    Returns:
        Whether it ended well.
    """
    row, _ = JobRun.objects.update_or_create(
        name=job.name, defaults={"started_at": now, "finished_at": None}
    )
    try:
        job.run(now)
    except Exception as error:  # one bad job must not stop the night's others
        logger.exception("A periodic job failed.", extra={"event": "job_failed", "job": job.name})
        row.last_error = f"{type(error).__name__}: {error}"[:4000]
        row.failures += 1
    else:
        row.last_error, row.failures = "", 0
        row.succeeded_at = clock.now()
    row.finished_at = clock.now()
    row.save()
    return not row.last_error
