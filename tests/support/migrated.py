"""A migrated database made once for all test processes, and copied into each.

Applying every migration takes longer than many test files. The copy, a file for SQLite and a
template for PostgreSQL, is keyed by everything that can change its content, so that it is never
stale.
"""

import fcntl
import hashlib
import importlib.metadata
import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.db import connection

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"


def key() -> str:
    """Changes with every Python file of the product and every installed version."""
    digest = hashlib.sha256()
    for path in sorted(SOURCE.rglob("*.py")):
        if "tests" not in path.parts:
            digest.update(path.read_bytes())
    packages = {f"{item.name}=={item.version}" for item in importlib.metadata.distributions()}
    digest.update("\n".join(sorted(packages)).encode())
    return digest.hexdigest()[:20]


def copy_path() -> Path:
    """Where the migrated database of this source is kept."""
    folder = Path(tempfile.gettempdir()) / f"nhipcau-tests-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{key()}.sqlite3"


def prepared(migrate: Callable[[], None], create_empty: Callable[[], None]) -> None:
    """Fill the test database, from the copy if there is one.

    Args:
        migrate: Makes the test database with all migrations.
        create_empty: Makes the test database quickly, with any content or with what it has.
    """
    with copy_path().with_suffix(f".{connection.vendor}.lock").open("w") as lock:
        # One process migrates; the others wait for its copy.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if connection.vendor == "sqlite":
            _from_file(migrate, create_empty)
        else:
            _from_template(migrate, create_empty)


def _from_template(migrate: Callable[[], None], create_empty: Callable[[], None]) -> None:
    """The same on PostgreSQL, whose templates are copied by the server."""
    template = f"nhipcau_template_{key()}"
    name = connection.creation._get_test_db_name()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'nhipcau_template_%%'")
        known = {row[0] for row in cursor.fetchall()}
        if template in known:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    if template in known:
        create_empty()
        return
    migrate()
    connection.close()
    with connection._nodb_cursor() as cursor:
        for old in known:
            cursor.execute(f'DROP DATABASE IF EXISTS "{old}"')
        cursor.execute(f'CREATE DATABASE "{template}" TEMPLATE "{name}"')


def _from_file(migrate: Callable[[], None], create_empty: Callable[[], None]) -> None:
    """The same on SQLite."""
    copy = copy_path()
    if not copy.exists():
        migrate()
        draft = copy.with_suffix(f".{os.getpid()}")
        _copy_to(draft)
        draft.rename(copy)
        _forget_old(copy.parent)
        return
    create_empty()
    connection.ensure_connection()
    with sqlite3.connect(copy) as source:
        source.backup(connection.connection)


def _copy_to(path: Path) -> None:
    """Write the test database to a file."""
    connection.ensure_connection()
    with sqlite3.connect(path) as target:
        connection.connection.backup(target)


def _forget_old(folder: Path, keep: int = 6) -> None:
    """Remove all but the newest copies."""
    copies = sorted(folder.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in copies[keep:]:
        path.unlink(missing_ok=True)
