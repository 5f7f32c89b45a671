"""A site of every released version comes up with this one: nothing is lost on the way.

``site-<version>.tar.gz`` is a backup made by that version of a small filled site: works in two
languages with a photograph, a register of documents, two years' plans with their reports. A
release adds its own; none is ever taken away.
"""

import json
import tarfile
from pathlib import Path

import pytest

from nhipcau.config.tests.running import run

BACKUPS = sorted(Path(__file__).parent.glob("site-*.tar.gz"))
pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]
# Made anew after a restore, or bound to the machine.
DERIVED = ("publishing_", "django_session", "django_migrations", "web_searchentry")


def rows(path):
    """Number of rows by table in a backup."""
    with tarfile.open(path) as tar:
        return {
            Path(member.name).stem: tar.extractfile(member).read().count(b"\n")
            for member in tar
            if member.name.startswith("database/")
        }


@pytest.mark.parametrize("backup", BACKUPS, ids=lambda path: path.name)
def test_a_site_of_an_earlier_version_comes_up_whole(backup, tmp_path):
    home = tmp_path / "home"
    done = run(home, "restore", str(backup))
    assert done.returncode == 0, done.stderr
    again = tmp_path / "again.tar.gz"
    done = run(home, "backup", str(again))
    assert done.returncode == 0, done.stderr
    before, after = rows(backup), rows(again)
    lost = {
        table: (count, after.get(table, 0))
        for table, count in before.items()
        if count > after.get(table, 0) and not table.startswith(DERIVED)
    }
    assert lost == {}
    done = run(home, "snapshot", "rebuild", "--json")
    assert done.returncode == 0, done.stderr
    done = run(home, "snapshot", "verify", "--json")
    assert json.loads(done.stdout)["ok"], done.stdout
    assert (home / "public" / "files" / "vi" / "index.html").exists()


def test_there_is_a_site_of_some_version():
    assert BACKUPS
