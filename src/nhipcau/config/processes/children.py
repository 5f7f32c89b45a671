"""What each kind of child does until it receives SIGTERM."""

import copy
import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, close_old_connections, connection

from nhipcau.common import clock
from nhipcau.common.kinship import die_with_parent
from nhipcau.common.loaded import keep_what_is_loaded
from nhipcau.common.logs import task_id
from nhipcau.common.processors import keep_to_one_processor
from nhipcau.config.processes.workers import worker_name
from nhipcau.publishing import services as publishing

logger = logging.getLogger(__name__)

LONGEST_SLEEP_SECONDS = 10.0
BLOCKING_THREADS = 4
# Threads keep their database connections, so they should live long.
IDLE_SECONDS = 600


def web(*, host: str, port: int, workers: int) -> None:
    """Answer HTTP with Granian.

    Args:
        host: Address to listen at.
        port: Port to listen at.
        workers: Processes; with two, a slow back-office page does not hold up readers. Each keeps
            to a processor of its own, as far as there are enough.
    """
    from granian import Granian
    from granian.constants import Interfaces

    parent = os.getpid()
    logs: dict[str, Any] = copy.deepcopy(settings.LOGGING)
    logs.setdefault("loggers", {})["_granian"] = {"level": "WARNING"}
    Granian(
        "nhipcau.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=BLOCKING_THREADS,
        blocking_threads_idle_timeout=IDLE_SECONDS,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_dictconfig=logs,
        log_level="warning",  # type: ignore[arg-type]  # takes the value of its enumeration too
    ).serve(target_loader=partial(_application, parent, port), wrap_loader=False)


def _application(parent: int, port: int) -> Callable[..., Any]:
    die_with_parent(parent, signal.SIGKILL)
    # A read passes from the thread that speaks HTTP to one that runs Python and back.
    keep_to_one_processor(Path(settings.RUN_ROOT) / "processors", first=port)
    from nhipcau.config.wsgi import application

    return application


def renderer() -> None:
    """Render what has changed, and everything once after the program itself has changed."""
    stopping = _stop_on_signal()
    # A look through all that is loaded would hold up a story by a twentieth of a second.
    keep_what_is_loaded()
    _render_again_after_upgrade(stopping)
    publishing.run_renderer(is_stopping=stopping.is_set)


def _render_again_after_upgrade(stopping: threading.Event) -> None:
    fingerprint = publishing.program_fingerprint()
    while not stopping.is_set():
        try:
            publishing.note_release(fingerprint=fingerprint, now=clock.now())
        except DatabaseError:
            logger.exception("The renderer waits.", extra={"event": "renderer_waits"})
            connection.close()
            _sleep(stopping, 1.0)
        else:
            return


def worker() -> None:
    """Do background tasks, one after the other."""
    from django_tasks.signals import task_finished, task_started

    def begin(sender: type, task_result: Any, **kwargs: Any) -> None:
        task_id.set(str(task_result.id))

    def end(sender: type, task_result: Any, **kwargs: Any) -> None:
        task_id.set("")

    task_started.connect(begin, dispatch_uid="processes.begin")
    task_finished.connect(end, dispatch_uid="processes.end")
    call_command(
        "db_worker",
        queue_name="*",
        reload=False,
        interval=0.5,
        startup_delay=False,
        worker_id=worker_name(socket.gethostname(), os.getpid()),
    )


def scheduler() -> None:
    """Run periodic jobs."""
    stopping = _stop_on_signal()
    while not stopping.is_set():
        pause = LONGEST_SLEEP_SECONDS
        try:
            close_old_connections()
            upcoming = publishing.run_due_jobs(now=clock.now())
            if upcoming is not None:
                pause = min(max((upcoming - clock.now()).total_seconds(), 0.2), pause)
        except DatabaseError:
            logger.exception("The scheduler waits.", extra={"event": "scheduler_waits"})
            connection.close()
        _sleep(stopping, pause)


def _stop_on_signal() -> threading.Event:
    stopping = threading.Event()

    def stop(number: int, frame: object) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return stopping


def _sleep(stopping: threading.Event, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not stopping.is_set() and (left := deadline - time.monotonic()) > 0:
        stopping.wait(min(left, 0.5))
