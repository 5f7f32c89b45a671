"""Restoring a backup: into either database, all of it or nothing."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from nhipcau.common import clock
from nhipcau.config import empty_database
from nhipcau.config.backup import archive, tables
from nhipcau.config.backup.exceptions import BackupError
from nhipcau.config.backup.making import SECRET
from nhipcau.config.preparation import collect_static
from nhipcau.config.purge import tombstones
from nhipcau.publishing.services import enqueue_everything, renderer_lock
from nhipcau.publishing.services.store import site_store
from nhipcau.web.services.searching import rebuild

Step = Callable[[str], object]
#: Tables that are made from the stories once everything is of this version.
MADE_AGAIN = frozenset({"web_searchentry"})


def restore_backup(
    *,
    path: Path,
    is_replacing: bool = False,
    tombstone_file: Path | None = None,
    on_step: Step = str,
) -> dict[str, int]:
    """Put a site back as it was when a backup was made.

    Everything is unpacked and checked before anything is touched. Public pages are not part of a
    backup: all of them are marked stale, and the renderer makes them again.

    Args:
        path: The backup.
        is_replacing: Whether an existing site may be replaced.
        tombstone_file: A list of purges kept elsewhere, besides the one in this home folder and
            those in both databases.
        on_step: Told what is being done.

    Returns:
        Rows restored, by table.

    Raises:
        BackupError: if the file is no whole backup, the site is running, or not empty; nothing
            has changed then.
    """
    home = Path(settings.HOME)
    home.mkdir(parents=True, exist_ok=True)
    staging = home / f".restore-{os.getpid()}"
    with renderer_lock() as is_stopped:
        if not is_stopped:
            raise BackupError("The site is running. Stop `nhipcau serve` first.")
        if not is_replacing:
            _refuse_existing()
        staging.mkdir()
        try:
            on_step("checking")
            purged = _purged_here(tombstone_file)
            header = archive.unpack(path, staging, _refuse_newer)
            _check_space(staging)
            with _fresh_database(staging):
                rows = _load(header, staging, on_step)
            _put_files(staging)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        collect_static(on_step)
        on_step("search index")
        call_command("update_index", verbosity=0)
        rebuild()
        # The folder itself stays with its owner and mode, and so does what nginx reads there.
        site_store().clear()
        # What was removed for good does not come back with an old backup.
        tombstones.replay([*purged, *tombstones.in_database()], on_step=on_step)
        enqueue_everything(now=clock.now())
    return rows


def _purged_here(tombstone_file: Path | None) -> list[tombstones.Stone]:
    """The purges that this site knows before its database is replaced."""
    if tombstone_file is not None and not tombstone_file.is_file():
        raise BackupError(f"There is no file {tombstone_file}.")
    stones = list(tombstones.read_file(tombstones.file_path()))
    if tombstone_file is not None:
        stones += tombstones.read_file(tombstone_file)
    name = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite" and not name.exists():
        # To look would make an empty file.
        return stones
    return [*stones, *tombstones.in_database()]


def _refuse_existing() -> None:
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        is_used = path.exists() and path.stat().st_size > 0 and bool(_table_names())
    else:
        is_used = bool(_table_names())
    media = Path(settings.MEDIA_ROOT)
    if is_used or (media.exists() and any(media.iterdir())):
        raise BackupError(
            "There is a site here already. Give --replace to put the backup in its place, "
            "or restore into another NHIPCAU_HOME and database."
        )


def _table_names() -> list[str]:
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def _refuse_newer(header: dict[str, Any]) -> None:
    known = MigrationExecutor(None).loader.disk_migrations or {}
    unknown = [f"{app}.{name}" for app, name in header["migrations"] if (app, name) not in known]
    if unknown:
        raise BackupError(
            f"The backup was made by version {header['version']}, which has changes of the "
            f"database that this version does not know ({', '.join(unknown[:3])}). "
            "Install that version first."
        )


def _check_space(staging: Path) -> None:
    needed = sum(path.stat().st_size for path in staging.rglob("*") if path.is_file())
    if shutil.disk_usage(staging).free < needed:
        raise BackupError("The disk is too full to restore this backup. Make room first.")


@contextmanager
def _fresh_database(staging: Path) -> Iterator[None]:
    """An empty database that takes the old one's place only if everything goes well."""
    if connection.vendor == "sqlite":
        with _fresh_file(staging):
            yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            # Migrations may not alter a table with checks still pending.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for name in _table_names():
                cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)} CASCADE")
        yield


@contextmanager
def _fresh_file(staging: Path) -> Iterator[None]:
    final = connection.settings_dict["NAME"]
    draft = str(staging / "database.sqlite3")
    connection.close()
    connection.settings_dict["NAME"] = draft
    try:
        yield
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = final
    for ending in ("-wal", "-shm"):
        Path(f"{final}{ending}").unlink(missing_ok=True)
    os.replace(draft, final)


def _load(header: dict[str, Any], staging: Path, on_step: Step) -> dict[str, int]:
    on_step("tables")
    if connection.vendor == "sqlite":
        _place_ready_made({tuple(pair) for pair in header["migrations"]})
    executor = MigrationExecutor(connection)
    targets = _leaves(executor, {tuple(pair) for pair in header["migrations"]})
    state = executor.migrate(targets)
    found = tables.stored_models(state.apps)
    rows = {}
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        tables.empty_tables(found, connection)
        by_table = {model._meta.db_table: model for model in found}
        for file in sorted((staging / "database").iterdir()):
            name = file.stem
            on_step(name)
            if name not in by_table:
                raise BackupError(f"The backup has a table that nobody knows: {name}.")
            if name in MADE_AGAIN:
                continue
            with file.open("rb") as source:
                rows[name] = tables.read_table(by_table[name], connection, source)
        tables.reset_sequences(found, connection)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    on_step("upgrade")
    call_command("migrate", verbosity=0, interactive=False)
    return rows


def _place_ready_made(applied: set[tuple[str, ...]]) -> None:
    """Spare the migrations that are applied already to a ready-made database."""
    path = Path(connection.settings_dict["NAME"])
    connection.close()
    path.unlink(missing_ok=True)
    if ready_made := empty_database.best_for(applied):
        empty_database.place(path, ready_made)


def _leaves(executor: MigrationExecutor, applied: set[tuple[str, ...]]) -> list[tuple[str, str]]:
    """The last applied migration of each app."""
    graph = executor.loader.graph
    known = {node for node in applied if node in graph.node_map}
    # Through the graph, since a migration may name a parent that was squashed since.
    inner = {
        parent.key
        for node in known
        for parent in graph.node_map[node].parents
        if parent.key[0] == node[0]
    }
    return sorted(known - inner)  # type: ignore[arg-type]


def _put_files(staging: Path) -> None:
    media = Path(settings.MEDIA_ROOT)
    old = staging / "replaced-media"
    (staging / "media").mkdir(exist_ok=True)
    if media.exists():
        os.replace(media, old)
    media.parent.mkdir(parents=True, exist_ok=True)
    os.replace(staging / "media", media)
    secret = staging / SECRET
    if secret.exists():
        secret.chmod(0o600)
        os.replace(secret, Path(settings.HOME) / SECRET)
