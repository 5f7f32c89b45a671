"""Waking the renderer: an empty datagram on the loopback, with polling behind it.

What arrives says only "look at the queue", so a stranger's datagram does no harm, and a lost one
costs a second.
"""

import contextlib
import os
import select
import socket
from pathlib import Path

from django.conf import settings

PORT_FILE = "renderer.port"


def wake() -> None:
    """Tell the renderer that there may be work; does nothing when none listens."""
    try:
        port = int((Path(settings.RUN_ROOT) / PORT_FILE).read_text())
    except (OSError, ValueError):
        return
    with (
        contextlib.suppress(OSError),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender,
    ):
        sender.sendto(b"", ("127.0.0.1", port))


class Bell:
    """The renderer's end: rings when somebody calls :func:`wake`.

    Use it as a context manager; its port is announced in a file while it is open.
    """

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def __enter__(self) -> "Bell":
        self._socket.bind(("127.0.0.1", 0))
        self._socket.setblocking(False)
        folder = Path(settings.RUN_ROOT)
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{PORT_FILE}.{os.getpid()}"
        draft.write_text(str(self._socket.getsockname()[1]))
        os.replace(draft, folder / PORT_FILE)
        return self

    def __exit__(self, *exception: object) -> None:
        (Path(settings.RUN_ROOT) / PORT_FILE).unlink(missing_ok=True)
        self._socket.close()

    def wait(self, timeout_seconds: float) -> bool:
        """Sleep until somebody rings.

        Args:
            timeout_seconds: How long to wait at most.

        Returns:
            Whether it rang. All rings so far count as one.
        """
        readable, _, _ = select.select([self._socket], [], [], timeout_seconds)
        with contextlib.suppress(BlockingIOError):
            while True:
                self._socket.recv(16)
        return bool(readable)
