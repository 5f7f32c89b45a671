"""``kill -9`` in the middle of an import: the next call goes on, as if nothing had happened.

``python -m bench.ingest --files 10000`` does it with as many files as a province has.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import pytest
from PIL import Image as PillowImage

from nhipcau.config.tests.running import PATIENCE_SECONDS, command, environment
from nhipcau.newsroom.ingest.tests.texts import SEED

pytestmark = pytest.mark.slow
FILES, KILLS = 36, 2
PREPARE = "import django; django.setup(); from nhipcau.config.preparation import prepare; prepare()"
STATE = {
    "stories": """
        SELECT w.origin_key, w.origin_digest, p.title, l.language_code,
               (SELECT count(*) FROM wagtailcore_revision r WHERE r.object_id = CAST(p.id AS text))
        FROM newsroom_storypage s JOIN newsroom_work w ON w.id = s.work_id
        JOIN wagtailcore_page p ON p.id = s.page_ptr_id JOIN wagtailcore_locale l
        ON l.id = p.locale_id ORDER BY w.origin_key, p.title""",
    "works": "SELECT count(*) FROM newsroom_work",
    "photos": "SELECT file_hash FROM library_image ORDER BY file_hash",
}


class Home:
    """A site of its own, whose database is looked at past the program."""

    def __init__(self, path, database=""):
        self.path, self.database = path, database

    def start(self, *words):
        return subprocess.Popen(
            command("ingest", *words),
            env=environment(self.path, self.database),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, query):
        """Rows; ``None`` while there is no table yet."""
        if self.database:
            import psycopg

            with psycopg.connect(self.database) as connection:
                return connection.execute(query).fetchall()
        file = self.path / "nhipcau.sqlite3"
        if not file.exists():
            return None
        with closing(sqlite3.connect(file)) as connection:
            return connection.execute(query).fetchall()

    def stories(self):
        rows = self.ask(STATE["works"])
        return rows[0][0] if rows else 0

    def state(self):
        return {name: [tuple(row) for row in self.ask(query)] for name, query in STATE.items()}


@pytest.fixture
def folder(tmp_path):
    """Texts with photographs, items in lines, and what cannot be taken."""
    folder = tmp_path / "in"
    for number in range(FILES):
        path = folder / f"nam-{number % 3}" / f"bai-{number:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = SEED.replace("Tăng cường", f"Tăng cường lần {number}")
        path.write_text(text, encoding="utf-8")
        if number % 5 == 0:
            PillowImage.new("RGB", (60, 40), (number * 7, 0, 0)).save(
                path.with_name(f"bai-{number:02}-1.jpg")
            )
        if number % 9 == 0:
            path.with_name(f"bai-{number:02}-2.jpg").write_bytes(b"no photograph")
        if number % 12 == 0:
            path.with_name(f"bai-{number:02}b.txt").write_text(f"{text}Thêm.\n", encoding="utf-8")
    lines = [json.dumps({"headline": f"Tin {n}", "body": "Một.\nHai."}) for n in range(6)]
    (folder / "tin.jsonl").write_text("\n".join([*lines, "{"]), encoding="utf-8")
    (folder / "hong.docx").write_bytes(b"PK no package")
    (folder / "mat.txt").write_text(f"TỐI MẬT\n{SEED}", encoding="utf-8")
    return folder


@contextmanager
def postgresql_home(path):
    """A home whose database is a copy of the round's migrated one."""
    import psycopg

    from tests.support.migrated import template_name

    url = os.environ["DATABASE_URL"]
    name = f"nhipcau_killed_{os.getpid()}_{path.name}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template_name()}"')
    try:
        home = Home(path, urlsplit(url)._replace(path=f"/{name}").geturl())
        ready = environment(path, home.database)
        subprocess.run([sys.executable, "-c", PREPARE], env=ready, check=True)
        yield home
    finally:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def report_of(process):
    """What a call that ran to its end printed; failures make its exit code 1."""
    out, err = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 1, err
    return json.loads(out)


def doubts(report):
    """What the report asks a person to look at, whatever became of the stories."""
    return report["failed"], [
        (story["source"], story["not_understood"], story["notes"]) for story in report["stories"]
    ]


def assert_as_if_never_killed(folder, whole, killed):
    wanted = report_of(whole.start(str(folder), "--json"))
    assert len(wanted["failed"]) == 3
    assert any(story["notes"] for story in wanted["stories"])

    chance, before = random.Random(3), 0
    for _kill in range(KILLS):
        process = killed.start(str(folder), "--json")
        until = before + chance.randint(3, FILES // KILLS)
        while killed.stories() < until:
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.02)
        time.sleep(chance.uniform(0, 0.2))
        process.kill()
        process.communicate()
        before = killed.stories()
    assert before < whole.stories()
    report = report_of(killed.start(str(folder), "--json"))
    assert report["unchanged"] >= before
    assert doubts(report) == doubts(wanted)
    assert killed.state() == whole.state()


def test_an_import_killed_twice_ends_as_one_that_was_not(tmp_path, folder):
    assert_as_if_never_killed(folder, Home(tmp_path / "whole"), Home(tmp_path / "killed"))


@pytest.mark.postgresql
def test_an_import_killed_twice_ends_as_one_that_was_not_on_postgresql(
    tmp_path, folder, django_db_setup
):
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL server.")
    with (
        postgresql_home(tmp_path / "whole") as whole,
        postgresql_home(tmp_path / "killed") as killed,
    ):
        assert_as_if_never_killed(folder, whole, killed)
