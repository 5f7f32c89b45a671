"""Rebuilding and verifying the whole snapshot through the command, as the operator does."""

import contextlib
import json
import shutil

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from nhipcau.common import clock
from nhipcau.publishing.models import StaleAddress, StoredAnswer
from nhipcau.publishing.services import drain, renderer_lock
from nhipcau.publishing.services.everything import enqueue_everything
from nhipcau.publishing.services.parallel import SMALLEST_SHARE, shares
from nhipcau.publishing.tests.small_site import START


@pytest.fixture(autouse=True)
def _stopped_clock():
    with clock.fixed_time(START):
        yield


def run(capsys, *words) -> dict:
    with contextlib.suppress(CommandError):
        call_command("snapshot", *words, "--json")
    return json.loads(capsys.readouterr().out)


def test_rebuild_then_verify__finds_nothing(small, capsys):
    for number in range(30):
        small.add(f"số {number}")
    assert run(capsys, "rebuild", "--processes", "1")["rendered"] == 31
    report = run(capsys, "verify")
    assert report["ok"]
    assert report["compared"] == 31


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("files/vi/ghi-chu/so-1/index.html", b"other"),
        ("files/vi/ghi-chu/so-1/index.html.br", b"other"),
        ("files/vi/ghi-chu/so-1/index.html.gz", b""),
        ("files/vi/ghi-chu/so-1/index.html", None),
        ("files/vi/ghi-chu/so-9/index.html", b"superfluous"),
        ("notes/vi/index.html.json", b"{}"),
    ],
)
def test_damage__is_found_and_mended(small, settings, capsys, name, what):
    small.add("một")
    drain()
    path = settings.PUBLIC_ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if what is not None:
        path.write_bytes(what)
    report = run(capsys, "verify")
    assert not report["ok"]
    assert name in {report["differences"][0]["what"], report["differences"][0]["address"]}
    run(capsys, "rebuild", "--processes", "1")
    assert run(capsys, "verify")["ok"]


def test_lost_store__is_rebuilt_from_the_database(small, settings, capsys):
    small.add("một")
    drain()
    shutil.rmtree(settings.PUBLIC_ROOT)
    run(capsys, "rebuild", "--processes", "1")
    assert run(capsys, "verify")["ok"]


def test_forgotten_announcement__is_found_and_mended(small, capsys):
    note = small.add("một")
    drain()
    note.text = "hai"
    report = run(capsys, "verify")
    assert {"address": "/vi/ghi-chu/so-1/", "what": "index: digest"} in report["differences"]
    run(capsys, "rebuild", "--processes", "1")
    assert run(capsys, "verify")["ok"]


def test_page_that_is_no_more__is_dropped_by_a_rebuild(small, capsys):
    small.add("một")
    drain()
    small.notes.clear()
    run(capsys, "rebuild", "--processes", "1")
    assert list(StoredAnswer.objects.values_list("address", flat=True)) == ["/vi/"]
    assert run(capsys, "verify")["ok"]


def test_interrupted_rebuild__is_finished_not_begun_anew(small, capsys):
    for number in range(5):
        small.add(f"số {number}")
    drain()
    enqueue_everything(now=START)
    with renderer_lock():
        drain(limit=1)
    StaleAddress.objects.filter(address="/vi/").delete()
    left = StaleAddress.objects.count()
    assert run(capsys, "rebuild", "--processes", "1", "--resume")["rendered"] == left


def test_broken_page__fails_the_command_by_name(small, capsys):
    small.add("một")
    small.broken.add("/vi/ghi-chu/so-1/")
    report = run(capsys, "rebuild", "--processes", "1")
    assert not report["ok"]
    assert report["failed"][0]["address"] == "/vi/ghi-chu/so-1/"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_rebuild__in_several_processes_gives_the_same(small, capsys):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("Other processes cannot see a database in memory.")
    for number in range(200):
        small.add(f"số {number}")
    assert run(capsys, "rebuild", "--processes", "2")["rendered"] == 201
    assert run(capsys, "verify")["ok"]


@pytest.mark.parametrize(("count", "processes"), [(0, 2), (1, 2), (19, 1), (1600, 2), (999, 8)])
def test_shares__hold_everything_once_and_the_last_are_small(count, processes):
    batch = list(range(count))
    divided = list(shares(batch, processes))
    assert [one for share in divided for one in share] == batch
    sizes = [len(share) for share in divided]
    assert sizes == sorted(sizes, reverse=True)
    assert not sizes or sizes[-1] <= SMALLEST_SHARE
