"""The ready-made empty database: every migration applied, nothing else.

Applying some 250 migrations takes longer than everything else that a first start does. So the
program carries the result for SQLite, made by ``make schema`` together with a fingerprint of the
migrations, which a test compares. A database made from an older one is brought up by the
migrations that it lacks, as any other.
"""

import gzip
import hashlib
import os
import sqlite3
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


def place(path: Path) -> bool:
    """Put the ready-made database where there is none yet.

    Args:
        path: Where the site's database belongs.

    Returns:
        Whether it was put there; not when a database is there already, even an empty file.
    """
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(gzip.decompress(READY_MADE.read_bytes()))
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
