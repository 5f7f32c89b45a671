"""A migrated database made once for all test processes, and copied into each.

Applying every migration takes longer than many test files. The copy, a file for SQLite and a
template for PostgreSQL, is keyed by everything that can change its content, so that it is never
stale. SQLite's begins as the ready-made database that new sites begin with; a test sees to it that
no migration has changed since that was made.
"""

import fcntl
import hashlib
import importlib.metadata
import os
import sqlite3
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from nhipcau.config import empty_database

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"


def key() -> str:
    """Changes with every Python file of the product and every installed version."""
    digest = hashlib.sha256()
    for path in sorted(SOURCE.rglob("*.py")):
        if "tests" not in path.parts:
            digest.update(path.read_bytes())
    digest.update(empty_database.READY_MADE.read_bytes())
    packages = {f"{item.name}=={item.version}" for item in importlib.metadata.distributions()}
    digest.update("\n".join(sorted(packages)).encode())
    return digest.hexdigest()[:20]


def copy_path() -> Path:
    """Where the migrated SQLite database of this source is kept."""
    folder = Path(tempfile.gettempdir()) / f"nhipcau-tests-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{key()}.sqlite3"


def use_test_database() -> None:
    """Let this process work with a migrated database of its own instead of the configured one."""
    name = connection.creation._get_test_db_name()
    with copy_path().with_suffix(f".{connection.vendor}.lock").open("w") as lock:
        # One process makes the copy; the others wait for it.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if connection.vendor == "sqlite":
            _copy_file(name)
        else:
            _copy_template(name)


def _connect_to(name: str) -> None:
    """Turn the default connection to another database."""
    connection.close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name
    connection.ensure_connection()


def _copy_file(name: str) -> None:
    """Fill a database in memory from the copy."""
    copy = copy_path()
    if not copy.exists():
        draft = copy.with_suffix(f".{os.getpid()}")
        empty_database.place(draft)
        _connect_to(str(draft))
        call_command("migrate", verbosity=0, interactive=False)
        # A database in memory cannot take over a write-ahead log.
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")
        connection.close()
        draft.rename(copy)
        _forget_old(copy.parent)
    _connect_to(name)
    with sqlite3.connect(copy) as source:
        source.backup(connection.connection)


def template_name() -> str:
    """The migrated database that a PostgreSQL server keeps, once a round has begun on it."""
    return f"nhipcau_template_{key()}"


def _copy_template(name: str) -> None:
    """Have the server copy a database that it keeps."""
    template = template_name()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'nhipcau_template_%%'")
        known = {row[0] for row in cursor.fetchall()}
        if template not in known:
            for old in known:
                cursor.execute(f'DROP DATABASE IF EXISTS "{old}"')
            draft = f"nhipcau_draft_{os.getpid()}"
            cursor.execute(f'CREATE DATABASE "{draft}"')
            _connect_to(draft)
            call_command("migrate", verbosity=0, interactive=False)
            connection.close()
            cursor.execute(f'ALTER DATABASE "{draft}" RENAME TO "{template}"')
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    _connect_to(name)


def _forget_old(folder: Path, keep: int = 6) -> None:
    """Remove all but the newest copies."""
    copies = sorted(folder.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in copies[keep:]:
        path.unlink(missing_ok=True)
