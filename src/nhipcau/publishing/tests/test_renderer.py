"""What readers find after changes, failures and the passing of time."""

import gzip
import os
from datetime import timedelta

import brotli
import pytest
from django.db import transaction

from nhipcau.common import clock, surfaces
from nhipcau.publishing.models import DirtyMark, StaleAddress, StoredAnswer
from nhipcau.publishing.services import drain, render_now, retry, verify
from nhipcau.publishing.services.store import site_store
from nhipcau.publishing.tests.small_site import START


@pytest.fixture(autouse=True)
def _stopped_clock():
    with clock.fixed_time(START):
        yield


def page(settings, address: str) -> bytes:
    return (settings.PUBLIC_ROOT / "files" / address.strip("/") / "index.html").read_bytes()


def test_change__page_list_and_both_encodings_are_live(small, settings):
    note = small.add("Lễ hội cà phê")
    drain()
    body = page(settings, "/vi/ghi-chu/so-1/")
    assert note.text in body.decode()
    assert note.text in page(settings, "/vi/").decode()
    path = settings.PUBLIC_ROOT / "files/vi/ghi-chu/so-1/index.html"
    assert gzip.decompress(path.with_name("index.html.gz").read_bytes()) == body
    assert brotli.decompress(path.with_name("index.html.br").read_bytes()) == body
    assert not StaleAddress.objects.exists()
    assert not DirtyMark.objects.exists()


def test_change__renders_only_what_depends_on_it(small):
    small.add("một")
    two = small.add("hai")
    drain()
    small.renders.clear()
    two.text = "hai, sửa"
    small.announce(two)
    drain()
    assert sorted(small.renders) == ["/vi/", "/vi/ghi-chu/so-2/"]


def test_same_change_announced_often__is_rendered_once(small):
    note = small.add("một")
    for _ in range(50):
        small.announce(note)
    drain()
    assert sorted(small.renders) == ["/vi/", "/vi/ghi-chu/so-1/"]


def test_load__is_one_change_and_every_page_follows(small, settings):
    small.add("có sẵn")
    drain()
    with transaction.atomic(), surfaces.announced_at_once("tests.loaded"):
        small.notes[1].text = "đã sửa"
        for text in ("một", "hai", "ba"):
            small.add(text)
    assert DirtyMark.objects.count() == 1
    drain()
    assert "đã sửa" in page(settings, "/vi/ghi-chu/so-1/").decode()
    assert all(f"so-{number}" in page(settings, "/vi/").decode() for number in (2, 3, 4))
    assert verify(now=START).differences == []


def test_load_that_fails__announces_nothing_and_the_next_change_is_announced(small):
    note = small.add("một")
    drain()

    def fail() -> None:
        with surfaces.announced_at_once("tests.loaded"):
            small.announce(note)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not DirtyMark.objects.exists()
    small.announce(note)
    assert DirtyMark.objects.exists()


def test_own_page__comes_before_what_lists_it(small):
    small.add("không")
    drain()
    StoredAnswer.objects.filter(address="/vi/").update(priority=surfaces.Priority.LIST)
    small.renders.clear()
    small.add("một")
    drain()
    assert small.renders == ["/vi/ghi-chu/so-2/", "/vi/"]


def test_embargo__is_not_on_disk_before_its_moment_and_is_after(small, settings):
    small.add("kín", embargo=START + timedelta(hours=1))
    drain()
    assert not list(settings.PUBLIC_ROOT.rglob("*so-1*"))
    assert "kín" not in page(settings, "/vi/").decode()
    assert StoredAnswer.objects.get(address="/vi/ghi-chu/so-1/").status == 404
    with clock.fixed_time(START + timedelta(hours=1)):
        drain()
    assert "kín" in page(settings, "/vi/ghi-chu/so-1/").decode()
    assert "kín" in page(settings, "/vi/").decode()


def test_withdrawal__takes_the_page_away_and_explains(small, settings):
    note = small.add("sai")
    drain()
    note.state = "withdrawn"
    small.announce(note)
    drain()
    assert not (settings.PUBLIC_ROOT / "files/vi/ghi-chu").exists()
    gone = settings.PUBLIC_ROOT / "gone/vi/ghi-chu/so-1/index.html"
    assert gone.read_bytes() == b"withdrawn"
    note.state = "live"
    small.announce(note)
    drain()
    assert not gone.exists()
    assert "sai" in page(settings, "/vi/ghi-chu/so-1/").decode()


def test_renaming__leaves_a_redirect(small, settings):
    note = small.add("một")
    drain()
    note.old_slugs, note.slug = ["so-1"], "moi"
    small.announce(note, "so-1")
    drain()
    assert StoredAnswer.objects.get(address="/vi/ghi-chu/so-1/").location == "/vi/ghi-chu/moi/"
    assert not (settings.PUBLIC_ROOT / "files/vi/ghi-chu/so-1").exists()
    assert "một" in page(settings, "/vi/ghi-chu/moi/").decode()


def test_page_that_never_was__leaves_nothing(small):
    surfaces.announce(addresses=["/vi/ghi-chu/khong-co/"])
    drain()
    assert not StoredAnswer.objects.exists()
    assert not StaleAddress.objects.exists()


def test_modified__moves_on_even_within_a_second_and_only_with_the_bytes(small, settings):
    note = small.add("một")
    drain()
    path = settings.PUBLIC_ROOT / "files/vi/ghi-chu/so-1/index.html"
    first = path.stat().st_mtime
    small.announce(note)
    drain()
    assert path.stat().st_mtime == first == START.timestamp()
    note.text = "hai"
    small.announce(note)
    drain()
    assert path.stat().st_mtime == first + 1


def test_broken_page__others_go_on_and_it_is_tried_again_then_given_up(small):
    small.add("một")
    small.add("hai")
    small.broken.add("/vi/ghi-chu/so-1/")
    drain()
    stale = StaleAddress.objects.get()
    assert (stale.address, stale.attempts, stale.is_dead) == ("/vi/ghi-chu/so-1/", 1, False)
    assert "broken on purpose" in stale.last_error
    assert StoredAnswer.objects.filter(address="/vi/ghi-chu/so-2/").exists()
    moment = START
    for _ in range(10):
        moment += timedelta(minutes=6)
        with clock.fixed_time(moment):
            drain()
    stale.refresh_from_db()
    assert stale.is_dead
    assert stale.attempts == 8
    small.broken.clear()
    retry(addresses=[stale.address], now=moment)
    drain()
    assert not StaleAddress.objects.exists()
    assert StoredAnswer.objects.filter(address="/vi/ghi-chu/so-1/").exists()


def test_surface_valid_until_the_past__is_an_error_not_a_loop(small, monkeypatch):
    monkeypatch.setattr(small, "_list", lambda now: surfaces.Rendered(body=b"x", valid_until=now))
    surfaces.announce(addresses=["/vi/"])
    drain()
    assert "valid_until" in StaleAddress.objects.get().last_error


@pytest.mark.parametrize(
    "address", ["/../etc/passwd", "vi/", "/vi/../x/", "/vi//x/", "/a\n/", "/x.gz", "/" + "a" * 300]
)
def test_unsafe_address__is_refused_and_nothing_is_written(small, settings, address):
    surfaces.announce(addresses=[address])
    drain()
    assert "BadAddress" in StaleAddress.objects.get().last_error
    assert not settings.PUBLIC_ROOT.exists()


def test_killed_between_files_and_index__going_back_is_noticed(small, settings):
    note = small.add("một")
    drain()
    path = settings.PUBLIC_ROOT / "files/vi/ghi-chu/so-1/index.html"
    before = path.read_bytes()
    # As after a kill: the file was replaced, the index was not told, the edit was undone.
    path.write_bytes(before.replace("một".encode(), b"hai"))
    os.utime(path, (START.timestamp() + 1, START.timestamp() + 1))
    small.announce(note)
    drain()
    assert path.read_bytes() == before


def test_file_where_a_folder_is_needed__fails_alone(small, settings):
    store = site_store()
    store.publish([("/vi/ghi-chu", surfaces.Rendered(body=b"a file"), START)])
    small.add("một")
    drain()
    assert StaleAddress.objects.get().address == "/vi/ghi-chu/so-1/"
    assert "một" in page(settings, "/vi/").decode()


@pytest.mark.django_db(transaction=True)
def test_render_now__without_a_running_renderer_makes_it_live(small, settings):
    small.add("một")
    assert render_now(["/vi/ghi-chu/so-1/"])
    assert "một" in page(settings, "/vi/ghi-chu/so-1/").decode()


@pytest.mark.django_db(transaction=True)
def test_render_now__of_a_broken_page_says_no(small):
    small.broken.add("/vi/ghi-chu/so-1/")
    small.add("một")
    assert not render_now(["/vi/ghi-chu/so-1/"], timeout_seconds=0.1)
