"""The store: answers as files that nginx and the embedded layer serve.

Under the root lie ``files`` (status 200, nginx's root), ``gone`` (bodies of 410), ``notes`` (JSON
with redirects and with headers that a file's name does not tell) and ``drafts`` (files being
written). Every file appears by an atomic rename, so that no reader sees half of one. Writing the
same answer twice does nothing the second time.

Files are called by their names relative to the root, such as ``files/vi/index.html.br``.
"""

import gzip
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import brotli
import deflate
from django.conf import settings

from nhipcau.common.surfaces import Rendered
from nhipcau.publishing.rules import locations
from nhipcau.publishing.services import files
from nhipcau.publishing.types import Known

# libdeflate makes the same bytes on every processor, as small as zlib's in less than half the time.
GZIP_LEVEL = 6
# Level 9 halves the rate of a full rebuild; see the measurements in docs/publishing.md.
BROTLI_QUALITY = 5
# Below this, headers outweigh what compression saves.
SMALLEST_COMPRESSED_BYTES = 256
FOLDERS = {200: "files", 410: "gone", 301: "notes", 302: "notes"}
ENDINGS = {"": "", **locations.SIBLINGS}


class Store:
    """A folder of stored answers.

    Attributes:
        root: The folder.
        is_durable: Whether files are forced to the disk before :meth:`publish` returns.
        is_settled_later: Whether their names are not, but when somebody calls :meth:`settle`, as
            before the index may speak of them.
    """

    def __init__(
        self, root: Path, *, is_durable: bool = True, is_settled_later: bool = False
    ) -> None:
        self.root = root
        self.is_durable = is_durable
        self.is_settled_later = is_settled_later
        self.drafts = root / "drafts"

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
        name = locations.file_name(address)
        if known.status == 404:
            return not any(
                os.path.lexists(f"{self.root}/{folder}/{name}") for folder in ("files", "gone")
            )
        folder = FOLDERS[known.status]
        ending = ".json" if folder == "notes" else ""
        try:
            found = os.stat(f"{self.root}/{folder}/{name}{ending}")
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
            Names of the files that are missing, superfluous or differ. Compressed siblings are
            unpacked for that.
        """
        wanted = _wanted(address, rendered)
        return [
            name
            for name in _possible(address)
            if _unpacked(f"{self.root}/{name}") != wanted.get(name)
        ]

    def names(self) -> Iterator[str]:
        """Every file in the store, without drafts."""
        for folder in sorted(set(FOLDERS.values())):
            for path in files.below(f"{self.root}/{folder}"):
                yield path.removeprefix(f"{self.root}/")

    def remove(self, name: str) -> None:
        """Remove a file by its name, and folders that become empty."""
        files.remove(f"{self.root}/{name}", str(self.root))

    def names_of(self, address: str, rendered: Rendered) -> set[str]:
        """Files that an answer ought to have."""
        return set(_wanted(address, rendered))

    def publish(self, answers: Iterable[tuple[str, Rendered, datetime]]) -> None:
        """Put answers in place of what was stored at their addresses.

        Args:
            answers: Address, answer and Last-Modified of each.

        Raises:
            BadAddress: if an address cannot be a file name; nothing is written then.
            OSError: if the disk is full or not writable; addresses already replaced stay so.
        """
        moves: list[tuple[str, str]] = []
        removals: list[str] = []
        for address, rendered, modified in answers:
            wanted = _wanted(address, rendered)
            seconds = modified.timestamp()
            # The body goes last: a reader who finds it finds its note as well.
            for name in reversed(wanted):
                draft = files.draft(str(self.drafts), _packed(wanted[name], name), seconds)
                moves.append((draft, f"{self.root}/{name}"))
            removals.extend(name for name in _possible(address) if name not in wanted)
        if self.is_durable:
            files.make_durable([draft for draft, _ in moves])
        for draft, final in moves:
            files.move(draft, final)
        for name in removals:
            self.remove(name)
        if self.is_durable and not self.is_settled_later:
            files.make_durable(sorted({os.path.dirname(final) for _, final in moves}))

    def settle(self) -> None:
        """Force the names of all files to the disk that were published to be settled later."""
        if self.is_durable:
            files.make_all_durable(str(self.root))


def holds_files(status: int, folder: str) -> bool:
    """Whether an answer with that status may have files in that folder of the store."""
    return folder == FOLDERS.get(status) or (folder == "notes" and status in FOLDERS)


def site_store() -> Store:
    """The store of this site."""
    return Store(Path(settings.PUBLIC_ROOT), is_durable=settings.PUBLISHING_IS_DURABLE)


def _possible(address: str) -> list[str]:
    """All files that an address may have, whatever its answer."""
    name = locations.file_name(address)
    bodies = [
        f"{folder}/{name}{ending}" for folder in ("files", "gone") for ending in ENDINGS.values()
    ]
    return [*bodies, f"notes/{name}.json"]


def _wanted(address: str, rendered: Rendered) -> dict[str, bytes]:
    """Files of an answer and what they hold, siblings not yet compressed."""
    wanted: dict[str, bytes] = {}
    name = locations.file_name(address)
    if rendered.status in {200, 410}:
        folder = FOLDERS[rendered.status]
        is_compressed = len(rendered.body) >= SMALLEST_COMPRESSED_BYTES and (
            locations.is_compressible(rendered.content_type)
        )
        for ending in ENDINGS.values() if is_compressed else [""]:
            wanted[f"{folder}/{name}{ending}"] = rendered.body
    if note := _note(name, rendered):
        wanted[f"notes/{name}.json"] = note
    return wanted


def _packed(body: bytes, name: str) -> bytes:
    if name.endswith(locations.SIBLINGS["br"]):
        # A window as large as the body: tables for a larger one would have to be cleared.
        window = min(max(len(body).bit_length(), 10), 22)
        return brotli.compress(body, quality=BROTLI_QUALITY, lgwin=window)
    if name.endswith(locations.SIBLINGS["gzip"]):
        return bytes(deflate.gzip_compress(body, GZIP_LEVEL))
    return body


def _unpacked(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            body = file.read()
        if path.endswith(locations.SIBLINGS["br"]):
            return brotli.decompress(body)
        return gzip.decompress(body) if path.endswith(locations.SIBLINGS["gzip"]) else body
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, EOFError, zlib.error, brotli.error):
        return b""


def _note(name: str, rendered: Rendered) -> bytes:
    note: dict[str, object] = {}
    if rendered.location:
        note = {"status": rendered.status, "location": rendered.location}
    elif rendered.status in {200, 410}:
        if rendered.content_type != locations.media_type(name):
            note["content_type"] = rendered.content_type
        if rendered.headers:
            note["headers"] = sorted(rendered.headers)
    return json.dumps(note).encode() if note else b""
