"""The ready-made empty database: every migration applied, nothing else.

Applying some 250 migrations takes longer than everything else that a first start does. So the
program carries the result for SQLite, made by ``make schema`` together with a fingerprint of the
migrations, which a test compares. A database made from an older one is brought up by the
migrations that it lacks, as any other.

Beside it lies that of each earlier version, ``empty-VERSION.sqlite3.gz``, kept when a release is
made: a backup of that version is restored into it.
"""

import gzip
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from django.apps import apps

READY_MADE = Path(__file__).parent / "data" / "empty.sqlite3.gz"
FINGERPRINT = READY_MADE.with_name("empty.fingerprint")


def fingerprint() -> str:
    """A digest of every migration of every app, which says what a migrated database looks like."""
    digest = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for path in sorted((Path(config.path) / "migrations").glob("[!_]*.py")):
            digest.update(f"{config.label}.{path.stem}".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def best_for(applied: Collection[tuple[str, ...]]) -> Path | None:
    """The ready-made database nearest to a state of the migrations, and not beyond it.

    Args:
        applied: App and name of each migration that is applied in that state.

    Returns:
        ``None`` when each has a migration that the state lacks.
    """
    fitting: list[tuple[int, Path]] = []
    for path in READY_MADE.parent.glob("empty*.sqlite3.gz"):
        known = _migrations(path)
        if known <= set(applied):
            fitting.append((len(known), path))
    return max(fitting)[1] if fitting else None


def _migrations(ready_made: Path) -> set[tuple[str, ...]]:
    """What was applied to a ready-made database."""
    with tempfile.NamedTemporaryFile(suffix=".sqlite3") as file:
        file.write(gzip.decompress(ready_made.read_bytes()))
        file.flush()
        with closing(sqlite3.connect(file.name)) as connection:
            return set(connection.execute("SELECT app, name FROM django_migrations"))


def place(path: Path, ready_made: Path | None = None) -> bool:
    """Put a ready-made database where there is none yet.

    Args:
        path: Where the site's database belongs.
        ready_made: Which; this version's when left out.

    Returns:
        Whether it was put there; not when a database is there already, even an empty file.
    """
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(gzip.decompress((ready_made or READY_MADE).read_bytes()))
    try:
        # A link fails when another process was first: then that one's database counts.
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def keep(source: Path) -> int:
    """Make the ready-made database out of a migrated one.

    Args:
        source: A database to which nothing but the migrations was applied.

    Returns:
        Size of the compressed file in bytes.
    """
    compact = source.with_suffix(".compact")
    with sqlite3.connect(source) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM INTO ?", [str(compact)])
    READY_MADE.parent.mkdir(exist_ok=True)
    READY_MADE.write_bytes(gzip.compress(compact.read_bytes(), 9, mtime=0))
    compact.unlink()
    FINGERPRINT.write_text(f"{fingerprint()}\n")
    return READY_MADE.stat().st_size
