"""The periodic jobs of the program as a whole; apps register their own."""

import logging
import socket
from datetime import datetime, time, timedelta

from django.core.management import call_command
from django.db import connection, transaction

from nhipcau.common.schedule import Job, registry
from nhipcau.config.processes.workers import is_alive
from nhipcau.newsroom.services.schedule import keep_schedule

logger = logging.getLogger(__name__)

ATTEMPTS = 3
# A worker on another machine cannot be looked at; no task of ours takes that long.
LEASE = timedelta(hours=6)


def register() -> None:
    """Add the jobs to the registry; called once at start."""
    for job in (
        Job("newsroom.keep_schedule", keep_schedule, every=timedelta(seconds=10)),
        Job("tasks.recover", recover_tasks, every=timedelta(minutes=1)),
        Job("tasks.prune", prune_tasks, at=time(2, 10)),
        Job("sessions.clear", clear_sessions, at=time(2, 20)),
        Job("database.analyze", analyze, at=time(2, 30)),
    ):
        registry.register(job)


def clear_sessions(now: datetime) -> None:
    """Forget sessions that have ended."""
    call_command("clearsessions", verbosity=0)


def prune_tasks(now: datetime) -> None:
    """Forget finished tasks after two weeks, failed ones after three months."""
    call_command(
        "prune_db_task_results",
        queue_name="*",
        min_age_days=14,
        failed_min_age_days=90,
        verbosity=0,
    )


def analyze(now: datetime) -> None:
    """Refresh the statistics without which searches choose bad plans."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def recover_tasks(now: datetime) -> int:
    """Give tasks back that a dead worker left running.

    Args:
        now: The present moment.

    Returns:
        How many were given back or, after three attempts, given up.
    """
    from django_tasks_db.models import DBTaskResult

    host = socket.gethostname()
    done = 0
    with transaction.atomic():
        for task in DBTaskResult.objects.running().select_for_update():
            last = task.worker_ids[-1] if task.worker_ids else ""
            alive = is_alive(last, host)
            if alive is None:
                alive = task.started_at is None or task.started_at > now - LEASE
            if alive:
                continue
            done += 1
            if len(task.worker_ids) < ATTEMPTS:
                task.status, task.started_at = "READY", None
            else:
                task.status, task.finished_at = "FAILED", now
                task.traceback = f"The worker died {ATTEMPTS} times while doing it."
            task.save(update_fields=["status", "started_at", "finished_at", "traceback"])
            logger.warning(
                "A task outlived its worker.",
                extra={"event": "task_recovered", "task": str(task.pk), "status": task.status},
            )
    return done
