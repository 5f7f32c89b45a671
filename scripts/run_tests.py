"""Run every test: on SQLite, then what touches the database again on PostgreSQL, with a browser.

The browser's journeys share one served site and so are one long chain; they go on beside the rest,
before which they have the processors, and what they say is shown at the end.

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
from collections.abc import Callable, Iterator
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


def _command(*arguments: str) -> list[str]:
    """How pytest is called."""
    return [sys.executable, "-m", "pytest", "-q", "--tb=short", *arguments]


def run(title: str, marks: str, environment: dict[str, str]) -> bool:
    """Run one round of tests in as many processes as there are processors, up to four.

    Args:
        title: Said before it.
        marks: Which tests, as an expression for pytest.
        environment: Added to the process's own.

    Returns:
        Whether it passed.
    """
    print(f"\n== {title}", flush=True)
    workers = os.environ.get("NHIPCAU_TEST_WORKERS", str(min(4, os.cpu_count() or 1)))
    processes = ["-n", workers, "--dist", "loadgroup"]
    result = subprocess.run(
        _command(*processes, "-m", marks, *sys.argv[1:]),
        cwd=ROOT,
        env=_environment(environment),
        preexec_fn=_step_back,
        check=False,
    )
    # Names on the command line may have no test for this round.
    return result.returncode in _passes()


def _passes() -> set[int]:
    """Exit codes of a round without a failure: only a choice of tests may leave a round none."""
    nothing_chosen = 5
    return {0, nothing_chosen} if sys.argv[1:] else {0}


def _step_back() -> None:
    """Let the browser's journeys, the longest chain, go before this process."""
    os.nice(5)


@contextlib.contextmanager
def journeys(browser: str) -> Iterator[Callable[[], bool]]:
    """The tests with a browser, going on beside what the block does.

    Args:
        browser: Path of Chromium.

    Yields:
        A function that waits for their end, shows what they said, and returns whether they passed.
    """
    with tempfile.TemporaryFile(mode="w+") as said:
        process = subprocess.Popen(
            _command("-m", "browser", *sys.argv[1:]),
            cwd=ROOT,
            env=_environment({"NHIPCAU_TEST_BROWSER": browser}),
            stdout=said,
            stderr=subprocess.STDOUT,
        )

        def finish() -> bool:
            code = process.wait()
            print("\n== In a browser", flush=True)
            said.seek(0)
            print(said.read(), flush=True)
            return code in _passes()

        try:
            yield finish
        finally:
            # They still go on only when the block was broken off.
            process.terminate()
            process.wait()


def main() -> int:
    """Run all rounds; the exit code says whether everything passed."""
    skipped = []
    failed = []
    with contextlib.ExitStack() as running:
        browser = next(filter(None, map(shutil.which, BROWSERS)), None)
        if browser:
            browser_passed = running.enter_context(journeys(browser))
        else:
            skipped.append(
                "browser tests: Chromium is not on this machine (Debian package: chromium)"
            )
        if not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
            skipped.append(
                "nginx tests: nginx is not on this machine (Debian package: nginx-light)"
            )
        address = running.enter_context(postgresql())
        with prepared({"DATABASE_URL": address}) if address else contextlib.nullcontext():
            if not run("SQLite", "not postgresql and not browser", {}):
                failed.append("SQLite")
        if address is None:
            skipped.append("PostgreSQL tests: no server here (Debian package: postgresql)")
        # Tests without a database say nothing new here.
        elif not run("PostgreSQL", "not browser and not sqlite_only", {"DATABASE_URL": address}):
            failed.append("PostgreSQL")
        if browser and not browser_passed():
            failed.append("the browser")
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
