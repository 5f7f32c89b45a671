"""Uploaded files on their way in: kept privately until their import is done, then removed."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings

from nhipcau.common.identifiers import short_id
from nhipcau.newsroom.ingest.sources import Source, find_sources

LIFETIME = timedelta(hours=24)
_NAME = re.compile(r"[^\w .()\-]+")


@dataclass
class Batch:
    """What one person uploaded together.

    Attributes:
        key: Random name of its folder.
        user_id: Whose it is.
        language: Language of items that do not say theirs.
        publisher_code: Code of the publishing agency; empty for the site's own.
        republication: Whether we may publish it.
        is_confirmed: Whether the person has looked at the review and said yes.
        done: How many sources have been brought in.
        total: How many there are.
        rows: What was understood, and later what became of it, one row a story.
        failed: What could not be read, with the reason.
        left_out: Sources that the person decided not to bring in.
    """

    key: str
    user_id: int
    language: str = "vi"
    publisher_code: str = ""
    republication: str = "unclear"
    is_confirmed: bool = False
    done: int = 0
    total: int = 0
    rows: list[dict[str, Any]] = field(default_factory=list)
    failed: list[dict[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return root() / self.key

    @property
    def is_finished(self) -> bool:
        """Whether everything has been brought in."""
        return self.is_confirmed and self.done >= self.total

    @property
    def percent(self) -> int:
        """How far it is."""
        return round(100 * self.done / self.total) if self.total else 100

    def sources(self) -> Iterator[Source]:
        """Its files in a stable order; those of an archive must be read while iterating."""
        files = self.folder / "files"
        return find_sources([files]) if files.is_dir() else iter(())

    def save(self) -> None:
        """Keep its state; a torn file never replaces a whole one."""
        draft = self.folder / "state.json.new"
        draft.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
        draft.replace(self.folder / "state.json")

    def remove_files(self) -> None:
        """Remove what was uploaded; the report stays until the batch grows old."""
        shutil.rmtree(self.folder / "files", ignore_errors=True)

    def remove(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


def root() -> Path:
    """The folder of all batches; private, like the originals beside it."""
    return Path(settings.MEDIA_ROOT) / "incoming"


def start_batch(
    *,
    user_id: int,
    files: Iterable[Any],
    now: datetime,
    language: str,
    publisher_code: str,
    republication: str,
) -> Batch:
    """Keep uploaded files that have been checked.

    Args:
        user_id: Whose they are.
        files: Uploaded files with ``name`` and ``chunks()``.
        now: The moment; older batches are cleared away.
        language: BCP 47 code of items that do not say theirs.
        publisher_code: Code of the publishing agency; empty for the site's own.
        republication: Whether we may publish it.
    """
    remove_old(now)
    batch = Batch(
        key=short_id() + short_id(),
        user_id=user_id,
        language=language,
        publisher_code=publisher_code,
        republication=republication,
    )
    folder = batch.folder / "files"
    folder.mkdir(parents=True)
    for file in files:
        with free_path(folder, file.name).open("wb") as out:
            for chunk in file.chunks():
                out.write(chunk)
    batch.total = sum(1 for _source in batch.sources())
    batch.save()
    return batch


def free_path(folder: Path, name: str) -> Path:
    """A path in a folder for an uploaded file's name, never outside the folder, never taken."""
    bare = PurePosixPath(name.replace("\\", "/")).name
    safe = _NAME.sub("_", bare).lstrip(".")[-120:] or "tep"
    path, number = folder / safe, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(safe).stem} ({number}){Path(safe).suffix}"
    return path


def find_batch(key: str, user_id: int) -> Batch | None:
    """A person's own batch, or ``None``."""
    if not re.fullmatch(r"[0-9a-z]{16}", key):
        return None
    state = root() / key / "state.json"
    if not state.is_file():
        return None
    batch = Batch(**json.loads(state.read_text(encoding="utf-8")))
    return batch if batch.user_id == user_id else None


def remove_old(now: datetime) -> None:
    """Remove batches that nobody finished within a day."""
    if not root().is_dir():
        return
    for folder in root().iterdir():
        if folder.stat().st_mtime < (now - LIFETIME).timestamp():
            shutil.rmtree(folder, ignore_errors=True)
