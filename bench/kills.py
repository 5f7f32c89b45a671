"""``kill -9`` of web, renderer, worker, scheduler and database at random moments during publishing.

A real site runs in processes of its own; with ``--postgresql`` so does a database server, whose
processes are killed as well. Meanwhile one process publishes stories and a reader reads those
already public. At the end every page must be there and whole, and the store must equal a fresh
rendering of every address. The same in small is in ``config/tests/test_kill.py``.
"""

import argparse
import contextlib
import getpass
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.reporting import progress, report
from bench.servers import free_port, get

PATIENCE_SECONDS = 1800
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
#: A process of its own, as an editor's request would be; what fails is tried again.
PUBLISH = """
import sys, time
import django
django.setup()
from django.db import DatabaseError, connection
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work
number = 0
while number < int(sys.argv[1]):
    try:
        page = create_work(actor=None, headline=f"Tin {number}", lead="Đoạn mở đầu.",
                           body=[("paragraph", "<p>Nội dung.</p>")])
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
        page.refresh_from_db()
        address = page.address
    except DatabaseError:
        connection.close()
        time.sleep(0.2)
        continue
    number += 1
    print(address, flush=True)
"""


class Database:
    """A PostgreSQL server that may be killed; it comes back as its service manager would do."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder / "data", free_port()
        self.bin = PROGRAMS[-1]
        # PostgreSQL refuses to run as root.
        self.owner = "postgres" if getpass.getuser() == "root" else getpass.getuser()
        folder.mkdir()
        shutil.chown(folder, self.owner)
        self._run("initdb", "-D", str(self.folder), "-U", "nhipcau", "-A", "trust", "-E", "UTF8")
        self.process = self.start()
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "nhipcau", "kills")
        self.url = f"postgres://nhipcau@127.0.0.1:{self.port}/kills"

    def start(self) -> subprocess.Popen[bytes]:
        """Start it and wait until it takes connections."""
        options = f"-p {self.port} -k {self.folder.parent} -c listen_addresses=127.0.0.1"
        process = subprocess.Popen(
            [str(self.bin / "postgres"), "-D", str(self.folder), *options.split()],
            stderr=subprocess.DEVNULL,
            user=self.owner,
            cwd=self.folder.parent,
        )
        ready = [str(self.bin / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ready, check=False).returncode:
            if process.poll() is not None:
                # Children of the one that was killed still hold its shared memory.
                time.sleep(0.5)
                return self.start()
            time.sleep(0.1)
        return process

    def kill(self) -> None:
        """End it at once and start it again."""
        self.process.kill()
        self.process.wait()
        self.process = self.start()

    def stop(self) -> None:
        """End it in order."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait()

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [str(self.bin / program), *words],
            user=self.owner,
            cwd=self.folder.parent,
            check=True,
            stdout=subprocess.DEVNULL,
        )


class Site:
    """``nhipcau serve`` in a home of its own."""

    def __init__(self, home: Path, url: str) -> None:
        home.mkdir()
        self.port, self.log = free_port(), home / "serve.log"
        kept = {key: value for key, value in os.environ.items() if not key.startswith("NHIPCAU")}
        self.environment = kept | {
            "NHIPCAU_HOME": str(home),
            "DATABASE_URL": url,
            "NHIPCAU_LOG_LEVEL": "INFO",
            "DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.base",
        }
        # A database server is brought up to date by its operator, never by a start.
        ready = "import django; django.setup(); from nhipcau.config.preparation import prepare; "
        subprocess.run(
            [sys.executable, "-c", f"{ready} prepare()"], env=self.environment, check=True
        )
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "nhipcau", "serve"),
                    *("--port", str(self.port), "--workers", "1"),
                ],
                env=self.environment,
                stderr=log,
                stdout=subprocess.DEVNULL,
            )
        self.wait_until_idle()

    def children(self) -> list[tuple[str, int]]:
        """Name and process id of the children as last started."""
        latest: dict[str, int] = {}
        for line in self.log.read_text().splitlines():
            with contextlib.suppress(ValueError):
                entry = json.loads(line)
                if entry.get("event") == "process_started":
                    latest[entry["child"]] = entry["pid"]
        return sorted(latest.items())

    def wait_until_idle(self) -> None:
        """Wait until the site is well and nothing is stale."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError, ValueError, KeyError):
                status, body = get(self.port, "/readyz")
                queue = json.loads(body)["checks"]["queue"]
                if status == 200 and queue["waiting"] == 0 and queue["dead"] == 0:
                    return
            time.sleep(0.2)
        raise RuntimeError(self.log.read_text()[-2000:])

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the program in this home."""
        return subprocess.run(
            [sys.executable, "-m", "nhipcau", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )


@contextlib.contextmanager
def reading(port: int, addresses: list[str], torn: list[str]) -> Iterator[None]:
    """Read public stories all the time and note those that are not whole."""
    ending = threading.Event()

    def read() -> None:
        while not ending.is_set():
            for address in [*addresses[-3:], "/vi/", "/vi/tin-tuc/"]:
                with contextlib.suppress(OSError):
                    status, body = get(port, address)
                    if status == 200 and not body.rstrip().endswith(b"</html>"):
                        torn.append(address)
            ending.wait(0.05)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join()


def measure(
    publications: int, seed: int, pause_seconds: float, *, has_postgresql: bool, folder: Path
) -> dict[str, Any]:
    """One run.

    Args:
        publications: Stories to publish.
        seed: Of the moments and victims.
        pause_seconds: The longest time between two kills.
        has_postgresql: Whether the database is a server that is killed as well.
        folder: An empty folder that its owner and the database's may enter.
    """
    database = Database(folder / "postgresql") if has_postgresql else None
    site = Site(folder / "home", database.url if database else "")
    chance, killed, torn = random.Random(seed), Counter[str](), list[str]()
    addresses: list[str] = []
    began = time.perf_counter()
    writer = subprocess.Popen(
        [sys.executable, "-c", PUBLISH, str(publications)],
        env=site.environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    output = writer.stdout
    collecting = threading.Thread(target=lambda: addresses.extend(line.strip() for line in output))
    collecting.start()
    try:
        with reading(site.port, addresses, torn):
            while writer.poll() is None:
                name, pid = chance.choice([*site.children(), *([("database", 0)] * bool(database))])
                if database and name == "database":
                    database.kill()
                    killed[name] += 1
                else:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
                        killed[name] += 1
                time.sleep(chance.uniform(0.05, pause_seconds))
        collecting.join()
        if writer.returncode:
            raise RuntimeError("The publishing process failed.")
        progress(f"{len(addresses)} published; {dict(killed)} killed; waiting for the queue …")
        site.wait_until_idle()
        seconds = time.perf_counter() - began
        missing = [one for one in addresses if get(site.port, one)[0] != 200]
    finally:
        writer.kill()
        site.process.terminate()
        site.process.wait()
    verified = site.run("snapshot", "verify", "--json")
    if database:
        database.stop()
    return {
        "database": "postgresql" if database else "sqlite",
        "publications": len(addresses),
        "kills": sum(killed.values()),
        "killed": ", ".join(f"{name} {count}" for name, count in sorted(killed.items())),
        "seconds": seconds,
        "torn": len(torn),
        "missing": len(missing),
        "differs_from_fresh_rendering": 0 if verified.returncode == 0 else verified.stdout[-500:],
    }


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--publications", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause", type=float, default=1.0, metavar="SECONDS")
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.postgresql and not PROGRAMS:
        parser.error("PostgreSQL's programs are not installed under /usr/lib/postgresql.")
    with tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        row = measure(
            options.publications,
            options.seed,
            options.pause,
            has_postgresql=options.postgresql,
            folder=folder,
        )
    passed = not (row["torn"] or row["missing"] or row["differs_from_fresh_rendering"])
    return report("kills", [row], as_json=options.json, passed=passed)


if __name__ == "__main__":
    sys.exit(main())
