"""Files that appear as a whole and survive a loss of power."""

import ctypes
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import count
from operator import attrgetter

from nhipcau.common.identifiers import short_id

# So many are forced by themselves, whatever else is being written on the machine; for more, one
# call for the whole file system is cheaper.
FEW_FILES = 48
# A file system writes its journal once for all that ask at the same time.
AT_ONCE = 8

# Drafts of several processes lie in one folder. Children of a process share its mark.
_mark, _numbers = short_id(), count()


def draft(folder: str, body: bytes, modified_seconds: float) -> str:
    """Write a new file.

    Args:
        folder: Where to; made if it is missing.
        body: All of its bytes.
        modified_seconds: Its time of modification, since 1970.

    Returns:
        Its path.
    """
    path = f"{folder}/{_mark}-{os.getpid()}-{next(_numbers)}"
    try:
        descriptor = _create(path)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
        descriptor = _create(path)
    try:
        left = memoryview(body)
        while left:
            left = left[os.write(descriptor, left) :]
        os.utime(descriptor, (modified_seconds, modified_seconds))
    finally:
        os.close(descriptor)
    return path


def move(draft: str, final: str) -> None:
    """Rename a file into place, making folders as needed.

    Raises:
        OSError: if another thing stands in the way.
    """
    # A folder may be pruned by another process between mkdir and rename.
    for _ in range(3):
        try:
            os.replace(draft, final)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(final), exist_ok=True)
        else:
            return
    os.replace(draft, final)


def remove(path: str, root: str) -> None:
    """Remove a file if it is there, and folders that become empty.

    Args:
        path: The file, at least two levels below the root.
        root: Neither it nor its own folders are removed.
    """
    try:
        os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        return
    folder = os.path.dirname(path)
    while (above := os.path.dirname(folder)) not in {root, folder}:
        try:
            os.rmdir(folder)
        except OSError:
            break
        folder = above


def below(folder: str) -> Iterator[str]:
    """Paths of the files in a folder and those in it, at any depth; none if it is missing."""
    try:
        entries = sorted(os.scandir(folder), key=attrgetter("name"))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir():
            yield from below(entry.path)
        else:
            yield entry.path


def make_durable(paths: Sequence[str]) -> None:
    """Force files or folders to the disk; a folder that is no more is left out.

    Args:
        paths: All on one file system.

    Raises:
        OSError: if the disk fails.
    """
    if len(paths) > FEW_FILES and (synchronise := _synchronise()):
        for path in paths:
            if _forced(path, synchronise):
                return
    if len(paths) == 1:
        _forced(paths[0], os.fsync)
        return
    with ThreadPoolExecutor(min(AT_ONCE, len(paths) or 1)) as threads:
        for _ in threads.map(lambda path: _forced(path, os.fsync), paths):
            pass  # a failing disk speaks up here


def make_all_durable(folder: str) -> None:
    """Force everything on the file system of a folder to the disk.

    Args:
        folder: Nothing happens if it is missing.

    Raises:
        OSError: if the disk fails.
    """
    if synchronise := _synchronise():
        _forced(folder, synchronise)
    else:
        os.sync()


def _forced(path: str, force: Callable[[int], object]) -> bool:
    """Whether the path was there to be forced."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        force(descriptor)
    finally:
        os.close(descriptor)
    return True


def _create(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)


@cache
def _synchronise() -> Callable[[int], object] | None:
    """``syncfs``; on Linux only, elsewhere each file is synchronised by itself."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        return None

    def synchronise(descriptor: int) -> None:
        if syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))

    return synchronise
