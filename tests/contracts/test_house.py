"""The house: imports and foreign keys point down, and other apps come in by the doors only."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent.parent
DOORS = {
    "services",
    "selectors",
    "permissions",
    # Pure functions: nothing can be written or read past an app's own permissions by them.
    "rules",
    "models",
    "signals",
    "enums",
    "exceptions",
    "types",
}
# Registries that an app offers to those above it, besides the doors that all apps have.
REGISTRIES = {"nhipcau.programme.measures", "nhipcau.programme.products"}
# Registered by name in settings or migrations, or read by Django itself.
OPEN_APPS = {"common", "config"}


def storeys():
    """Storey of each app by name, from the import contract; a higher number is further down."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        name.strip(" ()"): number
        for number, layer in enumerate(layers)
        for name in layer.split("|")
    }


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("nhipcau", cache_dir=None)


def forbidden_entries(graph):
    """Imports that enter another app by another way than its doors."""
    found = []
    for importer in graph.modules:
        parts = importer.split(".")
        if len(parts) < 2 or "tests" in parts:
            continue
        for imported in graph.find_modules_directly_imported_by(importer):
            target = imported.split(".")
            if len(target) < 3 or target[1] in OPEN_APPS or target[1] == parts[1]:
                continue
            if ".".join(target[:3]) in REGISTRIES:
                continue
            if target[2] not in DOORS and "tests" not in target:
                found.append((importer, imported))
    return sorted(found)


def test_other_apps_come_in_by_the_doors(graph):
    entries = [
        pair
        for pair in forbidden_entries(graph)
        # The top storey joins the apps: it includes their addresses and starts their processes.
        if not pair[0].startswith("nhipcau.config.")
    ]
    assert entries == []


def test_foreign_keys_point_down():
    order = storeys()
    upward = []
    for model in apps.get_models():
        if not model.__module__.startswith("nhipcau."):
            continue
        for field in model._meta.get_fields():
            related = getattr(field, "related_model", None)
            if not related or field.auto_created or isinstance(related, str):
                continue
            if not related.__module__.startswith("nhipcau."):
                continue
            here, there = order[model._meta.app_label], order[related._meta.app_label]
            if here > there or (here == there and model._meta.app_label != related._meta.app_label):
                upward.append(f"{model._meta.label}.{field.name} -> {related._meta.label}")
    assert upward == []


@pytest.mark.parametrize(
    ("where", "planted"),
    [
        ("common/clock.py", "import nhipcau.newsroom.models"),
        ("agencies/selectors.py", "from nhipcau.publishing import models as planted"),
        ("library/apps.py", "import nhipcau.programme.models"),
    ],
)
def test_a_planted_upward_import_fails_the_contract(tmp_path, where, planted):
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("*.pyc", "static", "locale")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "src" / "nhipcau" / where
    path.write_text(path.read_text() + f"\n{planted}\n")
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [linter, "--no-cache"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


def test_every_app_has_a_readme():
    missing = [
        path.parent.name
        for path in (ROOT / "src" / "nhipcau").glob("*/apps.py")
        if not (path.parent / "README.md").exists()
    ]
    assert missing == []


# Files that are longer than one sitting, each with its reason.
LONG_FILES: dict[str, str] = {}


def test_no_file_is_longer_than_one_sitting_without_a_reason():
    long_files = {
        str(path.relative_to(ROOT / "src" / "nhipcau"))
        for path in (ROOT / "src").rglob("*.py")
        if "migrations" not in path.parts and len(path.read_text().splitlines()) > 400
    }
    assert long_files == set(LONG_FILES)


def test_the_repository_names_no_place_and_no_tool():
    forbidden = ["/" + "work/", "/" + "root/", "sub" + "agent", "pypi.org/" + "simple"]
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    hits = []
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if not path.is_file() or path.suffix in {".woff2", ".png", ".jpg", ".docx", ".xlsx"}:
            continue
        text = path.read_text(errors="ignore")
        hits += [f"{name}: {word}" for word in forbidden if word in text]
    assert hits == []
