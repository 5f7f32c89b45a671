"""One parent that starts children, restarts what dies and stops everything cleanly."""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from nhipcau.common.kinship import die_with_parent

logger = logging.getLogger(__name__)

STOP_SECONDS = 8.0
HEALTHY_SECONDS = 30.0
LONGEST_PAUSE_SECONDS = 30.0
GLANCE_SECONDS = 0.25
WATCHED = (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@dataclass
class Child:
    """One supervised process.

    Attributes:
        name: As in ``--only``.
        target: What it does until it is told to stop by SIGTERM.
        pid: Its process id while it runs, else 0.
        failures: Deaths in a row, each soon after the start.
        start_at: Monotonic time of the next start.
    """

    name: str
    target: Callable[[], None]
    pid: int = 0
    failures: int = 0
    started_at: float = 0.0
    start_at: float = 0.0


@dataclass
class Supervisor:
    """Runs children in processes forked from this one, which must have no threads.

    Attributes:
        children: What to run.
        on_tick: Called a few times a second while running.
    """

    children: list[Child]
    on_tick: Callable[[], None] = field(default=lambda: None)
    _is_stopping: bool = False

    def run(self) -> None:
        """Run until SIGTERM or SIGINT; returns when no child is left, within ten seconds."""
        parent_mask = signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
        try:
            while not self._is_stopping:
                self._start_due(parent_mask)
                received = signal.sigtimedwait(WATCHED, GLANCE_SECONDS)
                if received is not None and received.si_signo != signal.SIGCHLD:
                    self._is_stopping = True
                self._bury()
                if not self._is_stopping:
                    self.on_tick()
        finally:
            self._stop()
            signal.pthread_sigmask(signal.SIG_SETMASK, parent_mask)

    def _start_due(self, mask: set[int | signal.Signals]) -> None:
        for child in self.children:
            if child.pid == 0 and time.monotonic() >= child.start_at:
                self._start(child, mask)

    def _start(self, child: Child, mask: set[int | signal.Signals]) -> None:
        parent = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        child.pid = os.fork()
        child.started_at = time.monotonic()
        if child.pid == 0:
            _become(child, parent, mask)
        logger.info(
            "A process was started.",
            extra={"event": "process_started", "child": child.name, "pid": child.pid},
        )

    def _bury(self) -> None:
        for child in self.children:
            if child.pid == 0:
                continue
            pid, status = os.waitpid(child.pid, os.WNOHANG)
            if pid == 0:
                continue
            lived = time.monotonic() - child.started_at
            child.pid = 0
            child.failures = 0 if lived > HEALTHY_SECONDS else child.failures + 1
            pause = min(0.2 * 2**child.failures, LONGEST_PAUSE_SECONDS)
            child.start_at = time.monotonic() + pause
            if not self._is_stopping:
                logger.error(
                    "A process died and is started again.",
                    extra={
                        "event": "process_died",
                        "child": child.name,
                        "exit": os.waitstatus_to_exitcode(status),
                        "pause_seconds": pause,
                    },
                )

    def _stop(self) -> None:
        deadline = time.monotonic() + STOP_SECONDS
        self._signal_all(signal.SIGTERM)
        while any(child.pid for child in self.children) and time.monotonic() < deadline:
            signal.sigtimedwait([signal.SIGCHLD], 0.05)
            self._bury()
        self._signal_all(signal.SIGKILL)
        for child in self.children:
            if child.pid:
                os.waitpid(child.pid, 0)
                child.pid = 0

    def _signal_all(self, number: signal.Signals) -> None:
        for child in self.children:
            if child.pid:
                os.kill(child.pid, number)


def _become(child: Child, parent: int, mask: set[int | signal.Signals]) -> None:
    """Turn the forked process into the child; never returns."""
    code = 1
    try:
        # A Ctrl-C in the terminal reaches the parent alone, which then stops everybody.
        os.setpgid(0, 0)
        for number in WATCHED:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        die_with_parent(parent)
        child.target()
        code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    except BaseException:
        logger.exception(
            "A process failed.", extra={"event": "process_failed", "child": child.name}
        )
    finally:
        logging.shutdown()
        os._exit(code)
