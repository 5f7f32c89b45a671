"""Opening stored files: once, so that size, time and bytes belong together."""

import hashlib
import json
import os
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from nhipcau.publishing.rules.conditions import http_date
from nhipcau.publishing.rules.locations import SIBLINGS, is_compressible, media_type

#: Larger files are sent in pieces and tagged by time and size.
LARGEST_WHOLE_BYTES = 1 << 20
PIECE_BYTES = 1 << 16
REMEMBERED = 20_000
#: What is read most stays in memory, so that a reader costs one look at the file's identity.
KEPT_WHOLE_BYTES = 8 << 20
LARGEST_KEPT_BYTES = 1 << 17
#: What stands around it in memory: name, headers.
AROUND_KEPT_BYTES = 1 << 10
Headers = list[tuple[str, str]]
HASHED_NAME = re.compile(r"\.[0-9a-f]{12}\.[^/]+$")


@dataclass(frozen=True, slots=True)
class Details:
    """What does not change while a file stays the same.

    Attributes:
        etag: Entity tag of these bytes, quoted.
        content_type: Media type with its charset.
        headers: Further headers of the page.
        varies: Whether other encodings of it may exist.
        modified: Last-Modified as an HTTP date.
    """

    etag: str
    content_type: str
    headers: tuple[tuple[str, str], ...]
    varies: bool
    modified: str


@dataclass(slots=True)
class Representation:
    """One opened answer.

    Attributes:
        details: Tag, type and headers.
        coding: ``br``, ``gzip`` or empty.
        size_bytes: Length of the bytes as sent.
        modified_seconds: Last-Modified, since 1970.
        body: The bytes, or ``None`` when ``descriptor`` is to be read in pieces.
        descriptor: Open file of a large answer; whoever takes it closes it.
        headers: Of an answer that sends all of it, once they were put together.
    """

    details: Details
    coding: str
    size_bytes: int
    modified_seconds: int
    body: bytes | None
    descriptor: int = -1
    headers: Headers | None = None

    def pieces(self, start: int, end: int) -> Iterator[bytes]:
        """The bytes of a large file in pieces; closes it at the end.

        Args:
            start: First byte.
            end: The one after the last.
        """
        try:
            while start < end:
                piece = os.pread(self.descriptor, min(PIECE_BYTES, end - start), start)
                if not piece:
                    return
                start += len(piece)
                yield piece
        finally:
            self.close()

    def close(self) -> None:
        """Close the file of a large answer; harmless otherwise."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


#: Of a file's bytes: while it is the same, so are they.
Identity = tuple[int, int, int, int]


def _identity(found: os.stat_result) -> Identity:
    return (found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size)


def _identity_at(path: str) -> Identity | None:
    try:
        return _identity(os.stat(path))
    except OSError:
        return None


class Folder:
    """A folder of stored answers, with what is known of its files.

    Attributes:
        root: Absolute path without a slash at the end.
        notes: Folder of notes about these files, or empty.
    """

    def __init__(self, root: str, notes: str = "") -> None:
        self.root = root
        self.notes = notes
        self._details: OrderedDict[tuple, Details] = OrderedDict()
        self._kept: OrderedDict[str, tuple[Identity, Representation]] = OrderedDict()
        self._kept_bytes = 0
        self._lock = Lock()

    def open(self, name: str, codings: tuple[str, ...]) -> Representation | None:
        """Open the best representation of a file.

        Args:
            name: Relative file name, already checked to stay inside the folder.
            codings: Accepted content codings, the best first.

        Returns:
            ``None`` when there is no such file.
        """
        for coding in (*codings, ""):
            path = f"{self.root}/{name}{SIBLINGS.get(coding, '')}"
            if (kept := self._kept.get(path)) is not None and kept[0] == _identity_at(path):
                return kept[1]
            try:
                descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            except (FileNotFoundError, NotADirectoryError, ValueError):
                continue
            except OSError:
                return None
            return self._read(descriptor, path, name, coding)
        return None

    def _read(self, descriptor: int, path: str, name: str, coding: str) -> Representation | None:
        is_kept_open = False
        try:
            found = os.fstat(descriptor)
            size = found.st_size
            if not found.st_mode & 0o100000:  # a folder
                return None
            body = None
            if size <= LARGEST_WHOLE_BYTES:
                body = os.read(descriptor, size + 1)
                size = len(body)
            else:
                is_kept_open = True
        except IsADirectoryError:
            return None
        finally:
            if not is_kept_open:
                os.close(descriptor)
        identity = (path, found.st_ino, found.st_mtime_ns, found.st_ctime_ns, size)
        details = self._details.get(identity)
        if details is None:
            details = self._remember(identity, name, body, int(found.st_mtime))
        representation = Representation(
            details, coding, size, int(found.st_mtime), body, descriptor if is_kept_open else -1
        )
        if body is not None and size == found.st_size <= LARGEST_KEPT_BYTES:
            self._keep(path, _identity(found), representation)
        return representation

    def _keep(self, path: str, identity: Identity, representation: Representation) -> None:
        with self._lock:
            self._forget(path)
            self._kept[path] = (identity, representation)
            self._kept_bytes += representation.size_bytes + AROUND_KEPT_BYTES
            while self._kept_bytes > KEPT_WHOLE_BYTES:
                self._forget(next(iter(self._kept)))

    def _forget(self, path: str) -> None:
        if (kept := self._kept.pop(path, None)) is not None:
            self._kept_bytes -= kept[1].size_bytes + AROUND_KEPT_BYTES

    def _remember(self, identity: tuple, name: str, body: bytes | None, modified: int) -> Details:
        note = self._note(name)
        content_type = str(note.get("content_type") or media_type(name))
        tag = (
            f"{identity[2]:x}-{identity[4]:x}"
            if body is None
            else hashlib.blake2b(body, digest_size=12).hexdigest()
        )
        details = Details(
            etag=f'"{tag}"',
            content_type=content_type,
            headers=tuple((str(key), str(value)) for key, value in note.get("headers", ())),
            varies=is_compressible(content_type),
            modified=http_date(modified),
        )
        self._details[identity] = details
        while len(self._details) > REMEMBERED:
            self._details.popitem(last=False)
        return details

    def _note(self, name: str) -> dict:
        if not self.notes:
            return {}
        try:
            with open(f"{self.notes}/{name}.json", "rb") as handle:
                return json.load(handle)
        except (OSError, ValueError):
            return {}

    def redirect(self, name: str) -> tuple[int, str] | None:
        """Status and target of a stored redirect, if there is one at that name."""
        note = self._note(name)
        return (int(note["status"]), str(note["location"])) if "location" in note else None
