"""A folder brought in by the real command, unbroken and killed; part of `bench.ingest`."""

import contextlib
import hashlib
import json
import os
import pty
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.newsroom_fill import SYLLABLES
from bench.reporting import progress

LIMIT_MEGABYTES = 500
_PREPARE = "from nhipcau.config.preparation import prepare; prepare()"
#: Everything that a second storing would double or a lost one would miss.
_STATE = """
import json
from django.db import connection
from nhipcau.library.models import Image
from nhipcau.newsroom.models import StoryPage, Work
from wagtail.models import ReferenceIndex, Revision
print(json.dumps({
    "works": sorted(Work.objects.values_list("origin_key", "origin_digest")),
    "versions": sorted(StoryPage.objects.values_list("title", "locale__language_code")),
    "revisions": Revision.objects.count(),
    "photographs": sorted(Image.objects.values_list("file_hash", flat=True)),
    "files": sorted(Image.objects.values_list("file", flat=True)),
    "references": ReferenceIndex.objects.count(),
}))
"""
_COUNT = re.compile(r"(\d+)/(\d+)")


@dataclass(frozen=True)
class Call:
    """What one call of the command came to.

    Attributes:
        seconds: How long it took.
        megabytes: The most memory it held.
        code: Its exit code; negative for a signal.
        report: What it printed.
        shown: The last count of its progress bar, and of how many.
    """

    seconds: float
    megabytes: float
    code: int
    report: dict[str, Any]
    shown: tuple[int, int]


class Home:
    """A site in a folder, with a database that is dropped at the end."""

    def __init__(self, path: Path, server: str) -> None:
        path.mkdir()
        self.path, self.server, self.name = path, server, f"nhipcau_{path.name}_{os.getpid()}"
        url = urlsplit(server)._replace(path=f"/{self.name}").geturl() if server else ""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("NHIPCAU")}
        self.environment = kept | {
            "NHIPCAU_HOME": str(path),
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.base",
        }
        if server:
            self._on_server(f"CREATE DATABASE {self.name}")
            self.run(_PREPARE)

    def _on_server(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]

    def drop(self) -> None:
        """Remove the database on a server."""
        if self.server:
            self._on_server(f"DROP DATABASE {self.name} WITH (FORCE)")

    def run(self, code: str) -> str:
        """Run Python in this site."""
        words = [sys.executable, "-c", f"import django; django.setup()\n{code}"]
        done = subprocess.run(words, env=self.environment, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode()

    def state(self) -> dict[str, Any]:
        """What it holds."""
        return dict(json.loads(self.run(_STATE)))

    def strays(self, state: dict[str, Any]) -> int:
        """Original photographs on disk that no row knows."""
        found = (self.path / "media" / "original_images").glob("*")
        return len({f"original_images/{path.name}" for path in found} - set(state["files"]))

    def ingest(self, folder: Path, kill_after: float | None = None) -> Call:
        """Call the command with a terminal for its progress bar.

        Args:
            folder: What to bring in.
            kill_after: Seconds after which it is killed.
        """
        terminal, end = pty.openpty()
        seen = bytearray()

        def watch() -> None:
            with contextlib.suppress(OSError):
                while part := os.read(terminal, 65536):
                    seen.extend(part)
                    del seen[:-4096]

        with tempfile.TemporaryFile() as out:
            words = [sys.executable, "-m", "nhipcau", "ingest", str(folder), "--json"]
            began = time.perf_counter()
            process = subprocess.Popen(
                words, env=self.environment | {"TERM": "xterm"}, stdout=out, stderr=end
            )
            os.close(end)
            watching = threading.Thread(target=watch)
            watching.start()
            if kill_after is not None:
                threading.Timer(kill_after, process.kill).start()
            _pid, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
            watching.join()
            os.close(terminal)
            out.seek(0)
            text = out.read()
        counts = _COUNT.findall(seen.decode(errors="replace")) or [("0", "0")]
        return Call(
            seconds,
            usage.ru_maxrss / 1000,
            process.returncode,
            json.loads(text) if process.returncode in {0, 1} and text else {},
            (int(counts[-1][0]), int(counts[-1][1])),
        )


def _write(folder: Path, files: int) -> None:
    """Texts, pages and lines as newspapers hand them over, some of them beyond understanding."""
    import PIL.Image

    chance = random.Random(17)
    sentences = [" ".join(chance.choices(SYLLABLES, k=25)).capitalize() + "." for _ in range(400)]
    for number in range(files):
        place = folder / f"{2000 + number % 20}" / f"{number % 12 + 1:02}"
        place.mkdir(parents=True, exist_ok=True)
        name, headline = f"bai-{number:05}", f"{chance.choice(sentences)[:-1]} {number}"
        at = (
            f"{7 + number % 12:02}:{number % 60:02}, {number % 28 + 1:02}/{number % 12 + 1:02}/2019"
        )
        body = chance.choices(sentences, k=6)
        if number % 250 == 3:
            (place / f"{name}.docx").write_bytes(b"PK cut off")
        elif number % 500 == 7:
            (place / f"{name}.txt").write_text(f"TỐI MẬT\n{headline}\n{at}\n{body[0]}\n", "utf-8")
        elif number % 4 == 1:
            paragraphs = "".join(f"<p>{text}</p>" for text in body)
            (place / f"{name}.html").write_text(
                f"<html lang=vi><head><title>{headline}</title></head><body><article>"
                f"<h1>{headline}</h1><time>{at}</time>{paragraphs}</article></body></html>",
                "utf-8",
            )
        else:
            text = "\n".join([headline, at, *body])
            (place / f"{name}.txt").write_text(f"{text}\n", "utf-8")
            if number % 10 == 0:
                out = BytesIO()
                noise = PIL.Image.effect_noise((300, 200), 20 + number % 60).resize((900, 600))
                noise.convert("RGB").save(out, "JPEG", quality=80)
                content = out.getvalue()
                is_whole = number % 200 != 0
                (place / f"{name}-1.jpg").write_bytes(content if is_whole else content[:4000])


def _doubts(call: Call) -> str:
    """A digest of all that a report asks a person to look at."""
    looked = [
        (story["source"], story["not_understood"], story["notes"])
        for story in call.report.get("stories", [])
    ]
    whole = json.dumps([call.report.get("failed"), looked], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def measure(files: int, kills: int, server: str) -> dict[str, Any]:
    """Bring a folder in twice, once unbroken, once killed again and again.

    Args:
        files: How many files.
        kills: How often the second import is killed.
        server: ``DATABASE_URL`` of a PostgreSQL server; SQLite without one.
    """
    with (
        tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as name,
        contextlib.ExitStack() as end,
    ):
        root, chance = Path(name), random.Random(kills)
        _write(root / "in", files)
        homes = [Home(root / place, server) for place in ("whole", "killed")]
        for home in homes:
            end.callback(home.drop)
        whole, killed = homes
        unbroken = whole.ingest(root / "in")
        progress(f"unbroken: {unbroken.seconds:.0f} s, {unbroken.report['created']} created")
        moments, done = [], False
        while len(moments) < kills:
            after = chance.uniform(2, max(4.0, 2 * unbroken.seconds / (kills + 1)))
            call = killed.ingest(root / "in", after)
            done = done or call.code >= 0
            moments.append(call.shown[0])
            progress(f"killed after {call.seconds:.0f} s at {call.shown[0]} of {call.shown[1]}")
        last = killed.ingest(root / "in")
        progress(f"the last call: {last.seconds:.0f} s, {last.report['created']} created")
        again = killed.ingest(root / "in")
        states = [home.state() for home in homes]
        strays = killed.strays(states[1])
        for state in states:
            # A name is taken by what a killed call had written; the bytes are compared by digest.
            del state["files"]
    row = {
        "database": "postgresql" if server else "sqlite",
        "files": files,
        "created": unbroken.report["created"],
        "failed": len(unbroken.report["failed"]),
        "seconds": unbroken.seconds,
        "files_per_second": files / unbroken.seconds,
        "peak_megabytes": max(unbroken.megabytes, last.megabytes, again.megabytes),
        "killed_at": ", ".join(map(str, moments)),
        "finished_before_a_kill": done,
        "last_call_created": last.report["created"],
        "seconds_with_nothing_new": again.seconds,
        "created_or_updated_again": again.report["created"] + again.report["updated"],
        "bar": "/".join(map(str, unbroken.shown)),
        "same_state": states[0] == states[1],
        "same_report": _doubts(unbroken) == _doubts(last) == _doubts(again),
        "stray_files": strays,
    }
    row["met"] = bool(
        row["same_state"]
        and row["same_report"]
        and not row["created_or_updated_again"]
        and unbroken.shown[0] == unbroken.shown[1] > 0
        and row["peak_megabytes"] <= LIMIT_MEGABYTES
    )
    return row
