"""Run every test: on SQLite, then what touches the database again on PostgreSQL, with a browser.

PostgreSQL, Chromium and nginx are used when they are on the machine; what is skipped without them
is said plainly, and with ``CI=true`` such a skip is a failure.

PostgreSQL: the server named in ``NHIPCAU_TEST_DATABASE_URL``, or else a private one that this
script starts from the programs of a Debian package and stops again.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IS_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
OURS = ("NHIPCAU_HOME", "NHIPCAU_BASE", "NHIPCAU_SECRET", "NHIPCAU_DEMO", "DATABASE_URL")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def find_postgresql() -> Path | None:
    """Folder of the PostgreSQL server programs, the newest version first."""
    if found := shutil.which("postgres"):
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), reverse=True)
    return versions[0].parent if versions else None


def _as_other_user() -> dict[str, object]:
    """PostgreSQL refuses to run as root: then its own account runs it."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            return {"user": account.pw_uid, "group": account.pw_gid}
    return {}


@contextlib.contextmanager
def postgresql() -> Iterator[str | None]:
    """A PostgreSQL server for the length of the block.

    Yields:
        Its ``DATABASE_URL``, or ``None`` when there is none on the machine.
    """
    if given := os.environ.get("NHIPCAU_TEST_DATABASE_URL"):
        yield given
        return
    programs = find_postgresql()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="nhipcau-postgresql-"))
    account = _as_other_user()
    if account:
        os.chown(folder, int(str(account["user"])), int(str(account["group"])))
    options = {"cwd": folder, "stdout": subprocess.DEVNULL, **account}
    data = folder / "data"
    init = [programs / "initdb", "-E", "UTF8", "--locale=C.UTF-8"]
    port = str(20000 + os.getpid() % 20000)
    subprocess.run(
        [*init, "-D", data, "-U", "nhipcau", "--auth=trust", "--no-sync"],
        check=True,
        **options,
    )
    settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    settings += " -c full_page_writes=off -c synchronous_commit=off -c max_connections=60"
    control = [programs / "pg_ctl", "-D", data, "-w"]
    subprocess.run([*control, "-o", settings, "-l", folder / "log", "start"], check=True, **options)
    try:
        yield f"postgres://nhipcau@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, **options)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def prepared(environment: dict[str, str]) -> Iterator[None]:
    """Make the migrated database that a later round copies, beside what the block does.

    Args:
        environment: Of that round, added to the process's own.
    """
    test = "tests/contracts/test_empty_database.py::test_database_of_the_tests__has_every_migration"
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "--tb=short", test],
        cwd=ROOT,
        env=_environment(environment),
        stdout=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        # What goes wrong here, the round itself meets and tells.
        process.wait()


def _environment(added: dict[str, str]) -> dict[str, str]:
    """Whatever the shell says, tests use their own settings and no site of this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return kept | {"DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.test"} | added


def run(title: str, arguments: list[str], environment: dict[str, str]) -> bool:
    """Run one round of tests.

    Args:
        title: Said before it.
        arguments: For pytest.
        environment: Added to the process's own.

    Returns:
        Whether it passed.
    """
    print(f"\n== {title}", flush=True)
    workers = os.environ.get("NHIPCAU_TEST_WORKERS", str(min(4, os.cpu_count() or 1)))
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short"]
    command += ["-n", workers, "--dist", "loadgroup"]
    result = subprocess.run(
        [*command, *arguments], cwd=ROOT, env=_environment(environment), check=False
    )
    return result.returncode == 0


def main() -> int:
    """Run all rounds; the exit code says whether everything passed."""
    skipped = []
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    without_browser = "" if browser else " and not browser"
    if not browser:
        skipped.append("browser tests: Chromium is not on this machine (Debian package: chromium)")
    if not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
        skipped.append("nginx tests: nginx is not on this machine (Debian package: nginx-light)")
    chosen = {"NHIPCAU_TEST_BROWSER": browser or ""}
    failed = []
    with postgresql() as address:
        later = prepared({"DATABASE_URL": address}) if address else contextlib.nullcontext()
        with later:
            arguments = ["-m", f"not postgresql{without_browser}", *sys.argv[1:]]
            if not run("SQLite", arguments, chosen):
                failed.append("SQLite")
        if address is None:
            skipped.append("PostgreSQL tests: no server here (Debian package: postgresql)")
        else:
            # Browser journeys and tests without a database say nothing new here.
            marks = "not browser and not sqlite_only"
            arguments = ["-m", marks, *sys.argv[1:]]
            if not run("PostgreSQL", arguments, {"DATABASE_URL": address}):
                failed.append("PostgreSQL")
    for text in skipped:
        print(f"SKIPPED {text}", flush=True)
    for text in failed:
        print(f"FAILED the round on {text}; its list of failures is above.", flush=True)
    if skipped and IS_CI:
        print("In CI nothing may be skipped.", flush=True)
        return 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
