"""What readers get at an address whose page is not stored yet, as right after a restore."""

from datetime import timedelta

import pytest
from django.conf import settings as site_settings

from nhipcau.common import clock
from nhipcau.publishing.services import drain
from nhipcau.publishing.services.renderer import look_up_changes
from nhipcau.publishing.tests.small_site import START


@pytest.fixture(autouse=True)
def _stopped_clock():
    with clock.fixed_time(START):
        yield


def test_page_that_waits__is_answered_like_the_one_that_will_be_stored(small, client):
    note = small.add("Lễ hội cà phê")
    look_up_changes()
    answer = client.get("/vi/ghi-chu/so-1/")
    assert answer.status_code == 200
    assert note.text in answer.content.decode()
    assert answer["Content-Security-Policy"] == site_settings.PUBLIC_CONTENT_SECURITY_POLICY
    assert answer["Cache-Control"] == "no-store"


def test_page_that_the_renderer_has_only_been_told_of__is_answered_too(small, client):
    small.add("Lễ hội cà phê")
    assert client.get("/vi/ghi-chu/so-1/").status_code == 200


def test_page_that_waits__does_not_depend_on_the_language_of_whoever_asks(small, client):
    small.add("Lễ hội cà phê")
    look_up_changes()
    answers = [
        client.get("/vi/ghi-chu/so-1/", headers={"accept-language": language})
        for language in ("vi", "en")
    ]
    assert answers[0].content == answers[1].content
    assert [answer.get("Content-Language") for answer in answers] == ["vi", "vi"]


def test_withdrawn_moved_and_embargoed__say_so_while_they_wait(small, client):
    small.add("rút", state="withdrawn")
    moved = small.add("dời")
    moved.old_slugs.append("cu")
    small.announce(moved, "cu")
    small.add("kín", embargo=START + timedelta(hours=1))
    look_up_changes()
    assert client.get("/vi/ghi-chu/so-1/").status_code == 410
    assert client.get("/vi/ghi-chu/cu/")["Location"] == "/vi/ghi-chu/so-2/"
    hidden = client.get("/vi/ghi-chu/so-3/")
    assert hidden.status_code == 404
    assert "kín" not in hidden.content.decode()


def test_what_waits_for_nothing__is_not_rendered_for_whoever_asks(small, client):
    small.add("một")
    drain()
    small.renders.clear()
    for address in ("/vi/ghi-chu/so-1/", "/vi/ghi-chu/khong-co/", "/vi/" + "a/" * 2000, "/vi/%00/"):
        assert client.get(address).status_code == 404
    assert client.post("/vi/ghi-chu/so-1/").status_code == 404
    assert small.renders == []
