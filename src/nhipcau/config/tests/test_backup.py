"""What was backed up is what is restored, whatever the database; anything else is refused."""

import gzip
import json
import os
import sqlite3
import tarfile
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from nhipcau.config.tests.running import run

pytestmark = pytest.mark.slow


def contents(path) -> dict:
    """Tables as sets of rows and files as bytes; jsonb keeps its own order of keys."""
    found = {}
    with tarfile.open(path) as tar:
        for member in tar:
            body = tar.extractfile(member).read()
            if member.name.startswith("database/"):
                found[member.name] = [json.loads(line) for line in body.splitlines()]
            elif member.name.startswith(("media/", "secret-key")):
                found[member.name] = body
    return found


@pytest.fixture(scope="module")
def backup(home, tmp_path_factory):
    path = tmp_path_factory.mktemp("backup") / "site.tar.gz"
    done = run(home, "backup", str(path), "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["tables"]["newsroom_storypage"] == 4
    assert report["files"] >= 1
    assert oct(path.stat().st_mode)[-3:] == "600"
    return path


def assert_same_site(backup, home, tmp_path, database=""):
    again = tmp_path / "again.tar.gz"
    done = run(home, "backup", str(again), database=database)
    assert done.returncode == 0, done.stderr
    before, after = contents(backup), contents(again)
    # All public pages wait for the renderer after a restore.
    stale = "database/publishing_staleaddress.jsonl"
    before.pop(stale)
    assert len(after.pop(stale)) > 1
    assert before.keys() == after.keys()
    for name in before:
        assert before[name] == after[name], name


def test_restore__elsewhere_is_the_same_site(backup, tmp_path):
    home = tmp_path / "elsewhere"
    done = run(home, "restore", str(backup))
    assert done.returncode == 0, done.stderr
    assert_same_site(backup, home, tmp_path)
    with closing(sqlite3.connect(home / "nhipcau.sqlite3")) as database:
        counts = "SELECT (SELECT count(*) FROM web_searchindex), count(*) FROM web_searchentry"
        words, entries = database.execute(counts).fetchone()
    assert words == entries > 0, "readers find what was restored"
    assert run(home, "snapshot", "rebuild", "--processes", "2").returncode == 0
    assert (home / "public/files/vi/index.html.br").exists()
    (home / "public/nginx").mkdir(exist_ok=True)
    (home / "public/nginx/redirects.map").touch()
    (home / "public").chmod(0o2750)
    refused = run(home, "restore", str(backup))
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert run(home, "restore", str(backup), "--replace").returncode == 0
    assert not (home / "public/files").exists()
    assert (home / "public/nginx/redirects.map").exists(), "without it nginx would not start"
    assert oct((home / "public").stat().st_mode)[-4:] == "2750", "nginx still gets in"


@pytest.mark.postgresql
def test_restore__moves_a_site_to_postgresql(backup, tmp_path):
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL server.")
    import psycopg

    name = f"nhipcau_restore_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        database = urlsplit(url)._replace(path=f"/{name}").geturl()
        done = run(tmp_path / "pg", "restore", str(backup), database=database)
        assert done.returncode == 0, done.stderr
        assert_same_site(backup, tmp_path / "pg", tmp_path, database)
    finally:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def spoiled(path, kind, folder):
    body = path.read_bytes()
    target = folder / "spoiled.tar.gz"
    if kind == "cut off":
        target.write_bytes(body[: len(body) // 2])
    elif kind == "empty":
        target.write_bytes(b"")
    elif kind == "text":
        target.write_bytes("Đây không phải là bản sao lưu.".encode())
    elif kind == "other archive":
        with tarfile.open(target, "w:gz") as tar:
            tar.add(__file__, arcname="something.py")
    elif kind == "changed":
        plain = bytearray(gzip.decompress(body))
        plain[plain.index(b"Ban Ch")] = ord("X")
        target.write_bytes(gzip.compress(bytes(plain)))
    return target


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("cut off", "cut off"),
        ("empty", "not a backup"),
        ("text", "not a backup"),
        ("other archive", "not a backup"),
        ("changed", "damaged"),
        ("missing", "no file"),
    ],
)
def test_restore__refuses_what_is_no_whole_backup(backup, tmp_path, kind, sentence):
    from nhipcau.config.backup.archive import unpack
    from nhipcau.config.backup.exceptions import BackupError

    with pytest.raises(BackupError, match=sentence):
        unpack(spoiled(backup, kind, tmp_path), tmp_path / "staging", lambda header: None)
