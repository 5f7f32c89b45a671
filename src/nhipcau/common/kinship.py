"""Children that do not outlive their parent."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def die_with_parent(parent: int, number: int = signal.SIGTERM) -> None:
    """Have the kernel end this process when its parent dies, even by ``kill -9``.

    On systems other than Linux this does nothing: there the children notice at their next look.

    Args:
        parent: Process id of the parent, taken before the fork.
        number: Signal to receive.

    Raises:
        SystemExit: if the parent is dead already.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit(1)
