"""Names of task workers, from which another process can tell whether one is still alive."""

import os
from pathlib import Path


def worker_name(host: str, pid: int) -> str:
    """Name of a worker process, at most 64 characters.

    Args:
        host: Name of the machine.
        pid: Process id there.

    Returns:
        Host, process id and start time of the process, so that a reused id does not deceive.
    """
    return f"{host[:30]}:{pid}:{_started(pid)}"


def is_alive(name: str, host: str) -> bool | None:
    """Whether the worker of that name is still running.

    Args:
        name: As made by :func:`worker_name`.
        host: Name of this machine.

    Returns:
        ``None`` when it ran elsewhere or the name is not one of ours.
    """
    machine, _, rest = name.rpartition(":")[0].rpartition(":")
    started = name.rpartition(":")[2]
    if machine != host[:30] or not rest.isdigit():
        return None
    pid = int(rest)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return _started(pid) == started


def _started(pid: int) -> str:
    """Start of a process in clock ticks since the machine's (proc(5), field 22); else ``0``."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return "0"
    return fields[19]
