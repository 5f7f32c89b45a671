"""Making an empty home ready: database, structure, files, so that any command may come first."""

import hashlib
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

import nhipcau
from nhipcau.config import empty_database
from nhipcau.web.services.structure import ensure_site

DEFAULT_PUBLISHER = {
    "vi": "Ban Chỉ đạo công tác thông tin đối ngoại",
    "en": "Steering Committee for External Information Work",
    "fr": "Comité de pilotage de l’information extérieure",
}

Report = Callable[[str], object]


def silent(message: str) -> None:
    """A report that goes nowhere."""


def _unopened_file() -> Path | None:
    """The embedded database's file while nothing has opened it; one in memory has none."""
    is_unopened = connection.vendor == "sqlite" and connection.connection is None
    return Path(connection.settings_dict["NAME"]) if is_unopened else None


def is_database_current() -> bool:
    """Whether every migration has been applied; asking makes no database."""
    file = _unopened_file()
    # Looking into a file that is not there would make an empty one, which then stays.
    if file and not file.exists():
        return False
    if _are_all_names_applied():
        return True
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _are_all_names_applied() -> bool:
    """Whether each migration's file is recorded as applied, without loading any of them.

    It is the usual answer at a start, and reading 250 files for it takes a second.
    """
    applied = set(MigrationRecorder(connection).applied_migrations())
    return bool(applied) and all(
        (config.label, path.stem) in applied
        for config in apps.get_app_configs()
        for path in (Path(config.path) / "migrations").glob("[!_]*.py")
    )


def prepare(report: Report = silent, *, publisher_names: Mapping[str, str] | None = None) -> None:
    """Bring the home folder up to what this version of the program needs.

    It may be called any number of times; what is there already stays as it is.

    Args:
        report: Told in one sentence of each step that takes time.
        publisher_names: Name of the publishing body by language, for a site that has none yet.
    """
    settings.HOME.mkdir(parents=True, exist_ok=True)
    if file := _unopened_file():
        empty_database.place(file)
    if not is_database_current():
        report("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
    address = urlsplit(settings.NHIPCAU_BASE_URL)
    ensure_site(
        languages=[code for code, _name in settings.LANGUAGES],
        publisher_names=publisher_names or DEFAULT_PUBLISHER,
        hostname=str(address.hostname),
        port=address.port or (443 if address.scheme == "https" else 80),
    )


def collect_static(report: Report = silent) -> None:
    """Copy style sheets, scripts and fonts to where readers get them, if they have changed.

    Args:
        report: Told in one sentence when there is something to do.
    """
    stamp = settings.STATIC_ROOT / ".stamp"
    current = _static_stamp()
    if stamp.exists() and stamp.read_text() == current:
        return
    report("Collecting style sheets, scripts and fonts …")
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(current)


def _static_stamp() -> str:
    """Changes whenever a static file of ours or a library's version does."""
    digest = hashlib.sha256(f"{nhipcau.__version__} {sys.version}".encode())
    for config in apps.get_app_configs():
        folder = Path(config.path) / "static"
        if not folder.is_dir():
            continue
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                state = path.stat()
                digest.update(f"{path} {state.st_size} {state.st_mtime_ns}".encode())
    return digest.hexdigest()
