"""What a process keeps in memory: what it loaded once, and nothing that it has let go."""

import ctypes
import gc
from contextlib import suppress

from django.urls import get_resolver


def keep_what_is_loaded() -> None:
    """Take all that is loaded so far out of the collector's rounds.

    Code, models and addresses live as long as the process. The collector of reference cycles
    would walk through these half a million objects again and again in the middle of requests:
    on the largest back-office pages that took a fifth of the time.
    """
    get_resolver().url_patterns  # noqa: B018 loads the addresses and the views behind them
    gc.collect()
    gc.freeze()


def give_back_freed_memory() -> None:
    """Have the C library give large pieces back to the system as soon as they are freed.

    It would learn from photographs to keep pieces of their size, for each thread anew, and a
    process that has once unpacked a few stays that large. Children inherit it; a C library that
    knows none of this is left as it is.
    """
    trim_threshold, mmap_threshold, arena_max = -1, -3, -8
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(mmap_threshold, 128 * 1024)
        mallopt(trim_threshold, 128 * 1024)
        mallopt(arena_max, 2)
