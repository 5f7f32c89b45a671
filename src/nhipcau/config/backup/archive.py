"""The file format: a compressed tar that begins with what it is and ends with its digests."""

import contextlib
import hashlib
import io
import json
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from nhipcau.config.backup.exceptions import BackupError

HEADER = "nhipcau-backup.json"
MANIFEST = "manifest.json"
FORMAT = 1
TOP_NAMES = frozenset({"database", "media", "secret-key"})
BLOCK = 1 << 20
GZIP_LEVEL = 6


class Writer:
    """Adds files to a backup and keeps their digests.

    Attributes:
        files: Digest (SHA-256) and size in bytes of each file added.
    """

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.files: dict[str, dict[str, Any]] = {}

    def add_json(self, name: str, value: object) -> None:
        """Add a small JSON file that is not part of the manifest."""
        body = json.dumps(value, ensure_ascii=False, indent=1).encode()
        member = tarfile.TarInfo(name)
        member.size = len(body)
        self._tar.addfile(member, io.BytesIO(body))

    def add(self, name: str, path: Path) -> None:
        """Add a file as it is now.

        Args:
            name: Its name in the backup.
            path: Where it is.

        Raises:
            FileNotFoundError: if it is gone.
        """
        with path.open("rb") as source:
            size = os.fstat(source.fileno()).st_size
            member = tarfile.TarInfo(name)
            member.size = size
            member.mtime = int(os.fstat(source.fileno()).st_mtime)
            reader = _Digesting(source)
            self._tar.addfile(member, reader)
        self.files[name] = {"sha256": reader.digest.hexdigest(), "size_bytes": size}


class _Digesting:
    """Reads a file and digests what passes."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        block = self._source.read(size)
        self.digest.update(block)
        return block


@contextmanager
def written(path: Path, header: dict[str, Any]) -> Iterator[Writer]:
    """Write a backup; it appears under its name when it is complete and on the disk.

    Args:
        path: Its name.
        header: What the backup is of.

    Yields:
        To add files with.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            with tarfile.open(fileobj=out, mode="w:gz", compresslevel=GZIP_LEVEL) as tar:
                writer = Writer(tar)
                writer.add_json(HEADER, {"format": FORMAT} | header)
                yield writer
                writer.add_json(MANIFEST, {"files": writer.files})
            out.flush()
            os.fsync(out.fileno())
        os.replace(draft, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()


def unpack(
    path: Path, folder: Path, check_header: Callable[[dict[str, Any]], None]
) -> dict[str, Any]:
    """Unpack a backup into a folder and check every digest.

    Args:
        path: The backup.
        folder: An empty folder; on an error it holds rubbish.
        check_header: Called with the header before anything is unpacked; raises to refuse.

    Returns:
        The header.

    Raises:
        BackupError: if it is no backup of ours, truncated or damaged.
    """
    try:
        with tarfile.open(path, mode="r:gz") as tar:
            first = tar.next()
            if first is None or first.name != HEADER:
                raise BackupError(_FOREIGN.format(path))
            header = json.load(_content(tar, first))
            if header.get("format") != FORMAT:
                raise BackupError(
                    f"{path} has format {header.get('format')}, this version reads {FORMAT}. "
                    "Restore it with the version that made it."
                )
            check_header(header)
            manifest, digests = _unpack_rest(tar, folder)
    except FileNotFoundError as error:
        raise BackupError(f"There is no file {path}.") from error
    except (EOFError, zlib.error) as error:
        raise BackupError(f"{path} is damaged or was cut off. Use another backup.") from error
    except (tarfile.TarError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise BackupError(_FOREIGN.format(path)) from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise BackupError(_FOREIGN.format(path)) from error
    if manifest is None:
        raise BackupError(f"{path} was cut off: its end is missing. Use another backup.")
    if manifest["files"] != digests:
        wrong = sorted(
            name
            for name in manifest["files"].keys() | digests.keys()
            if manifest["files"].get(name) != digests.get(name)
        )
        raise BackupError(f"{path} is damaged: {', '.join(wrong[:5])}. Use another backup.")
    return header


_FOREIGN = "{} is not a backup made by `nhipcau backup`, or its beginning is damaged."


def _unpack_rest(
    tar: tarfile.TarFile, folder: Path
) -> tuple[dict[str, Any] | None, dict[str, dict[str, Any]]]:
    digests: dict[str, dict[str, Any]] = {}
    while (member := tar.next()) is not None:
        if member.name == MANIFEST:
            return json.load(_content(tar, member)), digests
        name = PurePosixPath(member.name)
        if not member.isfile() or name.is_absolute() or ".." in name.parts:
            raise BackupError(f"The backup holds something that does not belong: {member.name}")
        if name.parts[0] not in TOP_NAMES:
            raise BackupError(f"The backup holds something that does not belong: {member.name}")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        reader = _Digesting(_content(tar, member))
        with target.open("wb") as out:
            while block := reader.read(BLOCK):
                out.write(block)
        digests[member.name] = {
            "sha256": reader.digest.hexdigest(),
            "size_bytes": target.stat().st_size,
        }
    return None, digests


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    content = tar.extractfile(member)
    if content is None:
        raise BackupError(f"The backup holds something that does not belong: {member.name}")
    return content
