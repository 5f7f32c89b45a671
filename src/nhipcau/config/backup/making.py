"""Making a backup while the site runs."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.conf import settings
from django.db import connection

from nhipcau.config.backup import archive, tables
from nhipcau.config.backup.exceptions import BackupError

SECRET = "secret-key"  # noqa: S105 - the name of a file


@dataclass
class Made:
    """What a backup holds.

    Attributes:
        rows: Rows by table.
        files: Number of originals.
        vanished: Originals deleted while the backup was made.
        size_bytes: Size of the backup.
    """

    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0
    vanished: list[str] = field(default_factory=list)
    size_bytes: int = 0


def make_backup(
    *, path: Path, now: datetime, is_replacing: bool = False, on_step: Callable[[str], object] = str
) -> Made:
    """Write everything the site owns into one file.

    The database is read as of one moment; originals are copied after it, so that every file a
    row names is there unless it was deleted meanwhile.

    Args:
        path: Where to; it appears when it is complete.
        now: When.
        is_replacing: Whether an existing file may be replaced.
        on_step: Told what is being done.

    Raises:
        BackupError: if the file exists or its folder does not.
    """
    if path.exists() and not is_replacing:
        raise BackupError(f"{path} exists. Give another name, or --replace to overwrite it.")
    if not path.parent.is_dir():
        raise BackupError(f"There is no folder {path.parent}. Make it first.")
    made = Made()
    with tables.consistent_reading() as alias:
        migrations = tables.applied_migrations(alias)
        if not migrations:
            raise BackupError("This site has no data yet: there is nothing to back up.")
        header = {
            "product": "nhipcau",
            "version": program_version(),
            "created_at": now.isoformat(),
            "database": connection.vendor,
            "migrations": migrations,
        }
        with archive.written(path, header) as writer:
            for model in tables.stored_models():
                on_step(model._meta.db_table)
                made.rows[model._meta.db_table] = _add_table(writer, model, alias)
            _add_media(writer, made, on_step)
            secret = Path(settings.HOME) / SECRET
            if secret.exists():
                writer.add(SECRET, secret)
    made.size_bytes = path.stat().st_size
    return made


def program_version() -> str:
    """Version of this program, as installed."""
    try:
        return version("nhipcau")
    except PackageNotFoundError:
        return "unknown"


def _add_table(writer: archive.Writer, model: type, alias: str) -> int:
    with tempfile.NamedTemporaryFile(dir=settings.HOME, prefix=".backup-") as draft:
        count = tables.write_table(model, alias, draft)
        draft.flush()
        name = f"database/{model._meta.db_table}.jsonl"  # type: ignore[attr-defined]
        writer.add(name, Path(draft.name))
    return count


def _add_media(writer: archive.Writer, made: Made, on_step: Callable[[str], object]) -> None:
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        name = f"media/{path.relative_to(root).as_posix()}"
        on_step(name)
        try:
            writer.add(name, path)
        except FileNotFoundError:
            made.vanished.append(name)
        else:
            made.files += 1
