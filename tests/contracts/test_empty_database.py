"""The ready-made empty database is what the migrations make."""

import gzip
import sqlite3

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from nhipcau.config import empty_database
from nhipcau.config.preparation import is_database_current
from tests.support import migrated

pytestmark = pytest.mark.sqlite_only
# Differ at every making: moments, random identifiers, and the order in which permissions are made.
VOLATILE_TYPES = {"datetime", "char(32)", "integer", "bigint", ""}


def contents(path):
    """Statements of the schema, and rows by table without what differs at every making."""
    with sqlite3.connect(path) as connection:
        schema = set(connection.execute("SELECT type, name, sql FROM sqlite_master"))
        rows = {}
        for kind, name, sql in schema:
            if kind != "table" or sql.upper().startswith("CREATE VIRTUAL"):
                continue
            columns = [
                column[1]
                for column in connection.execute(f'PRAGMA table_info("{name}")')
                if column[2].lower() not in VOLATILE_TYPES
            ]
            wanted = ", ".join(f'"{column}"' for column in columns) or "1"
            rows[name] = sorted(connection.execute(f'SELECT {wanted} FROM "{name}"'), key=repr)
    return schema, rows


def test_empty_database__is_what_the_migrations_make(db, tmp_path):
    ready_made = tmp_path / "ready-made.sqlite3"
    ready_made.write_bytes(gzip.decompress(empty_database.READY_MADE.read_bytes()))
    advice = "A migration was added or changed: run `make schema`."
    assert empty_database.FINGERPRINT.read_text().strip() == empty_database.fingerprint(), advice
    kept = contents(ready_made)
    fresh = contents(migrated.copy_path())
    assert kept[1]["django_migrations"] == fresh[1]["django_migrations"], advice
    assert kept[0] == fresh[0], advice
    assert kept[1].keys() == fresh[1].keys(), advice
    for table in kept[1]:
        assert kept[1][table] == fresh[1][table], f"{table}: {advice}"


def test_database_of_the_tests__has_every_migration(db):
    assert is_database_current()


def test_empty_database__never_takes_the_place_of_another(tmp_path):
    path = tmp_path / "site.sqlite3"
    path.write_bytes(b"")
    assert not empty_database.place(path)
    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]


def test_database_of_the_tests__is_the_one_whose_keys_are_remembered(db):
    remembered = ContentType.objects.get_for_models(*apps.get_models())
    known = {(kind.app_label, kind.model): kind.pk for kind in ContentType.objects.all()}
    assert {(kind.app_label, kind.model): kind.pk for kind in remembered.values()} == known
