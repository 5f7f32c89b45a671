"""The first run of a real site, in processes of its own as an operator starts them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]
SOURCE = Path(__file__).resolve().parents[3]
FLAGS = [
    "--no-input",
    "--name-vi=Ban Chỉ đạo tỉnh Mẫu",
    "--name-en=Steering Committee of Sample Province",
    "--base-url=https://mau.example.vn/",
    "--languages=vi,en",
    "--admin-email=Quan.Tri@example.vn",
    "--admin-name=Quản trị viên (mẫu)",
]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("real")


def run(home, *words, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NHIPCAU")}
    kept.pop("DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "nhipcau", *words],
        env=kept
        | {
            "NHIPCAU_HOME": str(home),
            "PYTHONPATH": str(SOURCE),
            "DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.base",
        }
        | environment,
        capture_output=True,
        text=True,
        timeout=1500,
        check=False,
    )


def test_missing_answers_are_named_and_nothing_is_written(tmp_path):
    answer = run(tmp_path, "setup", "--no-input")
    assert answer.returncode == 1
    assert "--name-vi --name-en --base-url --admin-email --admin-name" in answer.stderr
    assert not (tmp_path / "nhipcau.env").exists()


def test_set_up_and_check(home):
    first = run(home, "setup", *FLAGS, "--json")
    assert first.returncode == 0, first.stderr
    # Nobody waits for migrations that the program carries applied.
    assert "Preparing the database" not in first.stderr
    told = json.loads(first.stdout)
    assert told["base_url"] == "https://mau.example.vn"
    assert told["invitation_link"].startswith("https://mau.example.vn/admin/invitation/")
    assert told["publisher"]["vi"] == "Ban Chỉ đạo tỉnh Mẫu"

    # Other answers would overwrite what is in use.
    refused = run(home, "setup", *FLAGS, "--base-url=https://khac.example.vn")
    assert refused.returncode == 1
    assert "nhipcau.env" in refused.stderr

    # The site is sound, but its administrator has yet to come.
    checked = run(home, "check", "--json", "--language=en")
    report = json.loads(checked.stdout)
    assert (checked.returncode, report["ok"]) == (0, True)
    codes = {item["code"] for item in report["findings"]}
    assert "accounts.administrator_invited" in codes
    # Address and languages are those that were chosen, in the settings and in the database.
    assert "security.no_proxy" in codes
    assert not {code for code in codes if code.startswith("config.language")}
