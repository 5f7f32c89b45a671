"""What lies at the paths that a person gave: files, folders, archives, and photos beside them."""

import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from nhipcau.newsroom.ingest.companions import PHOTO_SUFFIXES, belongs_to, natural_order
from nhipcau.newsroom.ingest.exceptions import (
    DamagedSource,
    DangerousSource,
    NoStory,
    SourceTooLarge,
    UnreadableSource,
)
from nhipcau.newsroom.ingest.types import Photo

PHOTO_LIMIT_BYTES = 60_000_000
ZIP_LIMIT_BYTES = 2_000_000_000
ZIP_LIMIT_ENTRIES = 20_000
ZIP_LIMIT_RATIO = 200
PHOTO_FOLDERS = ("", "anh", "ảnh", "hinh", "hinh-anh", "images", "image", "photos", "img", "media")
# What programs leave behind; no person means these.
_IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "readme", "license"})
_SAVED_PAGE_FOLDER = ("_files", "_tệp", ".files")


@dataclass(frozen=True)
class Source:
    """One file to read.

    Attributes:
        label: How the person knows it: the path relative to what was given.
        key: Stable name for finding the work again.
        name: File name.
        size_bytes: Size of the file.
        load: Reads it.
        find_photo: Loads a photograph by relative path or file name, or returns ``None``.
        beside: Photographs that belong to it by their name or place.
        path: Where it is on disk, for files read a line at a time; ``None`` in an archive.
        error: Why it cannot be read at all, if that is known already.
    """

    label: str
    key: str
    name: str
    size_bytes: int = 0
    load: Callable[[], bytes] = field(default=lambda: b"", repr=False)
    find_photo: Callable[[str], Photo | None] = field(default=lambda name: None, repr=False)
    beside: tuple[str, ...] = ()
    path: Path | None = None
    error: UnreadableSource | None = None


def is_ignored(name: str) -> bool:
    """Whether a file or folder is one that programs leave behind."""
    folded = name.lower()
    return folded.startswith((".", "~$")) or folded in _IGNORED_NAMES or folded.endswith("~")


def file_key(path: Path) -> str:
    """Stable name of a file: a digest, since machine paths do not belong in the database."""
    return f"file:{sha256(str(path).encode()).hexdigest()[:40]}"


def find_sources(paths: list[Path]) -> Iterator[Source]:
    """Every file to read below the paths, folders in the order of their names.

    Args:
        paths: Files, folders or ZIP archives.

    Yields:
        Sources; one with an ``error`` for a path that does not exist.
    """
    for path in paths:
        if not path.exists():
            yield Source(str(path), "", path.name, error=_missing())
        elif path.is_dir():
            yield from _in_folder(path.resolve(), path.resolve())
        elif path.suffix.lower() == ".zip":
            yield from in_archive(path, label=path.name)
        else:
            folder = path.resolve().parent
            yield _file(path.resolve(), folder, photos_of(folder), only_story=False)


def _missing() -> UnreadableSource:
    """The error for a path at which nothing is."""
    from django.utils.translation import gettext as _

    return UnreadableSource(_("There is no such file or folder. Check the path."))


def photos_of(folder: Path) -> list[str]:
    """Names of the photographs in a folder, in natural order."""
    names = [
        entry.name
        for entry in os.scandir(folder)
        if entry.is_file() and PurePosixPath(entry.name).suffix.lower() in PHOTO_SUFFIXES
    ]
    return sorted(names, key=natural_order)


def _in_folder(folder: Path, root: Path) -> Iterator[Source]:
    """Sources in a folder and the folders below it; symbolic links to folders are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: natural_order(entry.name))
    except OSError:
        yield Source(str(folder.relative_to(root)), "", folder.name, error=UnreadableSource())
        return
    files = [
        entry
        for entry in entries
        if entry.is_file() and not is_ignored(entry.name) and _suffix(entry.name) != ""
    ]
    stories = [entry for entry in files if _suffix(entry.name) not in PHOTO_SUFFIXES]
    photos = [entry.name for entry in files if _suffix(entry.name) in PHOTO_SUFFIXES]
    for entry in stories:
        path = Path(entry.path)
        if _suffix(entry.name) == ".zip":
            yield from in_archive(path, label=path.relative_to(root).as_posix())
        else:
            yield _file(path, root, photos, only_story=len(stories) == 1)
    for entry in entries:
        is_saved_page = entry.name.lower().endswith(_SAVED_PAGE_FOLDER)
        if entry.is_dir(follow_symlinks=False) and not is_ignored(entry.name) and not is_saved_page:
            yield from _in_folder(Path(entry.path), root)


def _suffix(name: str) -> str:
    """The file name's ending in lower case, with its dot."""
    return PurePosixPath(name).suffix.lower()


def _beside(name: str, photos: list[str], *, only_story: bool) -> tuple[str, ...]:
    """Photographs that belong to a story: by name, else all when it is alone in its folder."""
    named = tuple(photo for photo in photos if belongs_to(photo, name))
    return named or (tuple(photos) if only_story else ())


def _file(path: Path, root: Path, photos: list[str], *, only_story: bool) -> Source:
    """The source of a file on disk."""
    label = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Source(label, file_key(path), path.name, error=UnreadableSource())
    except OSError:
        return Source(label, file_key(path), path.name, error=UnreadableSource())

    def find_photo(name: str) -> Photo | None:
        return _photo_on_disk(path.parent, root, name)

    return Source(
        label=label,
        key=file_key(path),
        name=path.name,
        size_bytes=status.st_size,
        load=path.read_bytes,
        find_photo=find_photo,
        beside=_beside(path.name, photos, only_story=only_story),
        path=path,
    )


def _photo_on_disk(folder: Path, root: Path, name: str) -> Photo | None:
    """A photograph beside a file, never one outside the folder that the person gave."""
    bare = PurePosixPath(name).name
    if not bare or _suffix(bare) not in PHOTO_SUFFIXES:
        return None
    for candidate in (
        folder / name.lstrip("/"),
        *(folder / place / bare for place in PHOTO_FOLDERS),
    ):
        try:
            found = candidate.resolve()
            if found.is_relative_to(root) and found.is_file():
                if found.stat().st_size > PHOTO_LIMIT_BYTES:
                    raise SourceTooLarge(found.stat().st_size, PHOTO_LIMIT_BYTES)
                return Photo(bare, found.read_bytes())
        except (OSError, ValueError):
            continue
    return None


def in_archive(path: Path, *, label: str) -> Iterator[Source]:
    """Sources in a ZIP archive; nothing is unpacked to disk.

    Args:
        path: The archive.
        label: How the person knows it.
    """
    try:
        archive = zipfile.ZipFile(path)
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        yield Source(label, file_key(path), path.name, error=DamagedSource())
        return
    with archive:
        total = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries) or 1
        if (
            len(entries) > ZIP_LIMIT_ENTRIES
            or total > ZIP_LIMIT_BYTES
            or (total > 50_000_000 and total / packed > ZIP_LIMIT_RATIO)
        ):
            yield Source(label, file_key(path), path.name, error=DangerousSource())
            return
        is_empty = True
        for source in _entries(archive, entries, path, label):
            is_empty = False
            yield source
        if is_empty:
            # Photographs alone, or names that lead outside: nobody may think it was taken in.
            yield Source(label, file_key(path), path.name, error=NoStory())


def _entries(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], path: Path, label: str
) -> Iterator[Source]:
    """The sources among the entries of an open archive."""
    by_folder: dict[PurePosixPath, list[str]] = {}
    known = {}
    for entry in entries:
        place = PurePosixPath(_entry_name(entry))
        if any(is_ignored(part) for part in place.parts) or ".." in place.parts:
            continue
        known[place.as_posix()] = entry
        by_folder.setdefault(place.parent, []).append(place.name)
    for folder, names in sorted(by_folder.items(), key=lambda pair: natural_order(str(pair[0]))):
        photos = sorted((n for n in names if _suffix(n) in PHOTO_SUFFIXES), key=natural_order)
        stories = sorted((n for n in names if _suffix(n) not in PHOTO_SUFFIXES), key=natural_order)
        for name in stories:
            place = folder / name
            entry = known[place.as_posix()]

            def find_photo(photo: str, folder: PurePosixPath = folder) -> Photo | None:
                return _photo_in_archive(archive, known, folder, photo)

            yield Source(
                label=f"{label}/{place}",
                key=f"{file_key(path)}:{sha256(str(place).encode()).hexdigest()[:40]}",
                name=name,
                size_bytes=entry.file_size,
                load=partial(_read_entry, archive, entry),
                find_photo=find_photo,
                beside=_beside(name, photos, only_story=len(stories) == 1),
            )


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """The entry's name; Windows writes Vietnamese names in the code page of the machine."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of an entry.

    Raises:
        DamagedSource: if the archive is cut off, encrypted or wrong there.
        DangerousSource: if it unfolds to more than it declares.
    """
    try:
        with archive.open(entry) as stream:
            content = stream.read(entry.file_size + 1)
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError, NotImplementedError) as error:
        raise DamagedSource from error
    if len(content) > entry.file_size:
        raise DangerousSource
    return content


def _photo_in_archive(
    archive: zipfile.ZipFile,
    known: dict[str, zipfile.ZipInfo],
    folder: PurePosixPath,
    name: str,
) -> Photo | None:
    """A photograph of the same archive."""
    bare = PurePosixPath(name).name
    if not bare or _suffix(bare) not in PHOTO_SUFFIXES:
        return None
    places = [folder / name.lstrip("/"), *(folder / place / bare for place in PHOTO_FOLDERS)]
    for place in places:
        entry = known.get(place.as_posix())
        if entry is not None:
            if entry.file_size > PHOTO_LIMIT_BYTES:
                raise SourceTooLarge(entry.file_size, PHOTO_LIMIT_BYTES)
            return Photo(bare, _read_entry(archive, entry))
    return None
