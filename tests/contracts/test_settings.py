"""Every environment variable is documented; wrong values are refused in plain words."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from nhipcau.config import env

TABLE = (Path(__file__).resolve().parent.parent.parent / "docs" / "settings.md").read_text()


@pytest.mark.parametrize("variable", env.VARIABLES.values(), ids=lambda v: v.name)
def test_every_variable_is_in_the_table(variable):
    row = next(line for line in TABLE.splitlines() if line.startswith(f"| `{variable.name}` |"))
    assert variable.meaning in row
    assert f"`{variable.default}`" in row if variable.default else "| — |" in row


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("NHIPCAU_DEMO", "perhaps", lambda: env.flag("NHIPCAU_DEMO")),
        ("NHIPCAU_BASE_URL", "tinh.example.vn", env.base_url),
        ("NHIPCAU_BASE_URL", "https://tinh.example.vn/path", env.base_url),
        ("NHIPCAU_SECRET_KEY", "short", env.secret_key),
        ("DATABASE_URL", "mysql://localhost/x", env.database),
        ("DATABASE_URL", "postgres://localhost", env.database),
        ("DATABASE_URL", "postgres:///nhipcau?sslmode=require", env.database),
        ("NHIPCAU_EMAIL_URL", "mail.example.vn", env.email),
    ],
)
def test_a_wrong_value_is_refused_with_what_to_write(monkeypatch, name, value, read):
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name):
        read()


def test_a_database_behind_a_socket_is_found_in_its_folder(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres:///nhipcau?host=/run/postgresql")
    assert env.database()["HOST"] == "/run/postgresql"
    assert env.database()["NAME"] == "nhipcau"


def test_a_secret_is_made_once_and_only_its_owner_reads_it(monkeypatch, tmp_path):
    monkeypatch.setenv("NHIPCAU_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NHIPCAU_SECRET_KEY", raising=False)
    first = env.secret_key()
    assert len(first) >= 50
    assert env.secret_key() == first
    assert (tmp_path / "home" / "secret-key").stat().st_mode & 0o777 == 0o600
