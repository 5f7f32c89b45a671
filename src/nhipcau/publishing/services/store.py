"""The store: answers as files that nginx and the embedded layer serve.

Under the root lie ``files`` (status 200, nginx's root), ``gone`` (bodies of 410), ``notes`` (JSON
with redirects and with headers that a file's name does not tell) and ``drafts`` (files being
written). Every file appears by an atomic rename, so that no reader sees half of one. Writing the
same answer twice does nothing the second time.
"""

import ctypes
import gzip
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import brotli
from django.conf import settings

from nhipcau.common.identifiers import short_id
from nhipcau.common.surfaces import Rendered
from nhipcau.publishing.rules import locations
from nhipcau.publishing.types import Known

GZIP_LEVEL = 6
# Level 9 halves the rate of a full rebuild; see the measurements in docs/publishing.md.
BROTLI_QUALITY = 5
# Below this, headers outweigh what compression saves.
SMALLEST_COMPRESSED_BYTES = 256
FOLDERS = {200: "files", 410: "gone", 301: "notes", 302: "notes"}


class Store:
    """A folder of stored answers.

    Attributes:
        root: The folder.
        is_durable: Whether files are forced to the disk before :meth:`publish` returns.
    """

    def __init__(self, root: Path, *, is_durable: bool = True) -> None:
        self.root = root
        self.is_durable = is_durable
        self.drafts = root / "drafts"

    def path(self, folder: str, address: str) -> Path:
        """Path of an address's file in one of the folders.

        Raises:
            BadAddress: if the address cannot be a file name.
        """
        return self.root / folder / locations.file_name(address)

    def note_path(self, address: str) -> Path:
        """Path of an address's note."""
        path = self.path("notes", address)
        return path.with_name(f"{path.name}.json")

    def clear_drafts(self) -> None:
        """Remove what a killed renderer left half written; only with the renderer's lock."""
        shutil.rmtree(self.drafts, ignore_errors=True)

    def clear(self) -> None:
        """Remove everything that readers are served."""
        for folder in {*FOLDERS.values(), "drafts"}:
            shutil.rmtree(self.root / folder, ignore_errors=True)

    def holds(self, address: str, known: Known) -> bool:
        """Whether the files are those the index speaks of.

        A renderer may have been killed after it replaced a file and before the index said so.
        """
        if known.status == 404:
            return not any(
                path.exists() for path in (self.path("files", address), self.path("gone", address))
            )
        folder = FOLDERS[known.status]
        path = self.note_path(address) if folder == "notes" else self.path(folder, address)
        try:
            found = path.stat()
        except OSError:
            return False
        is_same = found.st_mtime == known.modified_at.timestamp()
        return is_same and (folder == "notes" or found.st_size == known.size_bytes)

    def differences(self, address: str, rendered: Rendered) -> list[str]:
        """Compare an address's files with an answer, byte for byte.

        Args:
            address: The address.
            rendered: What ought to be stored.

        Returns:
            Names of the files, relative to the store, that are missing, superfluous or differ.
            Compressed siblings are unpacked for that.
        """
        wanted = self._wanted(address, rendered)
        found = []
        for folder in ("files", "gone"):
            for coding, ending in {"": "", **locations.SIBLINGS}.items():
                path = self._sibling(folder, address, ending)
                body = _unpacked(path, coding)
                if body != (rendered.body if path in wanted else None):
                    found.append(path)
        note = self.note_path(address)
        if _unpacked(note, "") != wanted.get(note):
            found.append(note)
        return [str(path.relative_to(self.root)) for path in found]

    def names(self) -> Iterator[str]:
        """Every file in the store, relative to it, without drafts."""
        for folder in sorted(set(FOLDERS.values())):
            for path in sorted((self.root / folder).rglob("*")):
                if path.is_file():
                    yield str(path.relative_to(self.root))

    def remove(self, name: str) -> None:
        """Remove a file by its name relative to the store, and folders that become empty."""
        _remove(self.root / name, self.root)

    def names_of(self, address: str, rendered: Rendered) -> set[str]:
        """Files that an answer ought to have, relative to the store."""
        return {str(path.relative_to(self.root)) for path in self._wanted(address, rendered)}

    def publish(self, answers: Iterable[tuple[str, Rendered, datetime]]) -> None:
        """Put answers in place of what was stored at their addresses.

        Args:
            answers: Address, answer and Last-Modified of each.

        Raises:
            BadAddress: if an address cannot be a file name; nothing is written then.
            OSError: if the disk is full or not writable; addresses already replaced stay so.
        """
        moves: list[tuple[Path, Path]] = []
        removals: list[Path] = []
        for address, rendered, modified in answers:
            self._prepare(address, rendered, modified, moves, removals)
        if self.is_durable:
            _make_durable([draft for draft, _ in moves])
        for draft, final in moves:
            _rename(draft, final)
        for path in removals:
            _remove(path, self.root)
        if self.is_durable:
            _make_folders_durable({final.parent for _, final in moves})

    def _prepare(
        self,
        address: str,
        rendered: Rendered,
        modified: datetime,
        moves: list[tuple[Path, Path]],
        removals: list[Path],
    ) -> None:
        wanted = self._wanted(address, rendered)
        # The body goes last: a reader who finds it finds its note as well.
        for path in reversed(wanted):
            moves.append((self._draft(_packed(wanted[path], path), modified), path))
        removals.extend(
            path
            for folder in ("files", "gone")
            for ending in ("", *locations.SIBLINGS.values())
            if (path := self._sibling(folder, address, ending)) not in wanted
        )
        if self.note_path(address) not in wanted:
            removals.append(self.note_path(address))

    def _wanted(self, address: str, rendered: Rendered) -> dict[Path, bytes]:
        """Files of an answer and what they hold, siblings not yet compressed."""
        wanted: dict[Path, bytes] = {}
        if rendered.status in {200, 410}:
            folder = FOLDERS[rendered.status]
            wanted[self.path(folder, address)] = rendered.body
            if locations.is_compressible(rendered.content_type) and (
                len(rendered.body) >= SMALLEST_COMPRESSED_BYTES
            ):
                for ending in locations.SIBLINGS.values():
                    wanted[self._sibling(folder, address, ending)] = rendered.body
        if note := _note(address, rendered):
            wanted[self.note_path(address)] = note
        return wanted

    def _sibling(self, folder: str, address: str, ending: str) -> Path:
        path = self.path(folder, address)
        return path.with_name(path.name + ending)

    def _draft(self, body: bytes, modified: datetime) -> Path:
        draft = self.drafts / f"{os.getpid()}-{short_id()}"
        try:
            draft.write_bytes(body)
        except FileNotFoundError:
            self.drafts.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(body)
        seconds = modified.timestamp()
        os.utime(draft, (seconds, seconds))
        return draft


def holds_files(status: int, folder: str) -> bool:
    """Whether an answer with that status may have files in that folder of the store."""
    return folder == FOLDERS.get(status) or (folder == "notes" and status in FOLDERS)


def site_store() -> Store:
    """The store of this site."""
    return Store(Path(settings.PUBLIC_ROOT), is_durable=settings.PUBLISHING_IS_DURABLE)


def _packed(body: bytes, path: Path) -> bytes:
    if path.suffix == locations.SIBLINGS["br"]:
        return brotli.compress(body, quality=BROTLI_QUALITY)
    if path.suffix == locations.SIBLINGS["gzip"]:
        return gzip.compress(body, GZIP_LEVEL, mtime=0)
    return body


def _unpacked(path: Path, coding: str) -> bytes | None:
    try:
        body = path.read_bytes()
        if coding == "br":
            return brotli.decompress(body)
        return gzip.decompress(body) if coding == "gzip" else body
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, EOFError, zlib.error, brotli.error):
        return b""


def _note(address: str, rendered: Rendered) -> bytes:
    note: dict[str, object] = {}
    if rendered.location:
        note = {"status": rendered.status, "location": rendered.location}
    elif rendered.status in {200, 410}:
        if rendered.content_type != locations.media_type(locations.file_name(address)):
            note["content_type"] = rendered.content_type
        if rendered.headers:
            note["headers"] = sorted(rendered.headers)
    return json.dumps(note).encode() if note else b""


def _rename(draft: Path, final: Path) -> None:
    # A folder may be pruned by another process between mkdir and rename.
    for _ in range(3):
        try:
            os.replace(draft, final)
        except FileNotFoundError:
            final.parent.mkdir(parents=True, exist_ok=True)
        else:
            return
    os.replace(draft, final)


def _remove(path: Path, root: Path) -> None:
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return
    for folder in path.parents:
        if folder.parent in {root, folder}:
            break
        try:
            folder.rmdir()
        except OSError:
            break


def _make_durable(paths: list[Path]) -> None:
    # A few files are cheaper one by one; for many, one call for the whole file system.
    if len(paths) > 12 and (synchronise := _synchronise()) and paths:
        descriptor = os.open(paths[0].parent, os.O_RDONLY)
        try:
            synchronise(descriptor)
        finally:
            os.close(descriptor)
        return
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _make_folders_durable(folders: set[Path]) -> None:
    for folder in folders:
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except FileNotFoundError:
            continue
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@cache
def _synchronise() -> Any:
    # Linux only; elsewhere each file is synchronised by itself.
    return getattr(ctypes.CDLL(None), "syncfs", None)
