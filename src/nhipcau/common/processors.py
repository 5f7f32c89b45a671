"""Which processor a process runs on."""

import fcntl
import os
from pathlib import Path
from typing import BinaryIO

# A lock lasts as long as its file is open, which is as long as the process lives.
_held: list[BinaryIO] = []


def keep_to_one_processor(places: Path, *, first: int = 0) -> None:
    """Run this process and its threads to come on one processor, each sibling on another.

    For a process whose threads hand work to each other and do little at the same time: waking a
    thread on a processor that rests costs several times what the work itself does. When every
    processor has its process already, and on systems other than Linux, nothing happens.

    Args:
        places: A file in which siblings hold their places; a place is free again when its process
            dies, however it dies.
        first: The processor tried first, by its position among those that are allowed, so that
            several sites on one machine do not all choose the same ones.
    """
    if not hasattr(os, "sched_setaffinity"):
        return
    processors = sorted(os.sched_getaffinity(0))
    if len(processors) < 2:
        return
    places.parent.mkdir(parents=True, exist_ok=True)
    handle = places.open("ab")
    for step in range(len(processors)):
        place = (first + step) % len(processors)
        try:
            # Not ``flock``: these locks are a process's own, also where it was forked.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
        except OSError:
            continue
        os.sched_setaffinity(0, {processors[place]})
        _held.append(handle)
        return
    handle.close()
