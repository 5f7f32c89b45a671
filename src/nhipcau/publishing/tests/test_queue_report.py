"""The page of stale public pages as colleagues see it."""

import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.publishing.models import DirtyMark, StaleAddress
from nhipcau.publishing.tests.small_site import START

ADDRESS = "/vi/tin-tuc/hong/"


@pytest.fixture
def given_up(db):
    return StaleAddress.objects.create(
        address=ADDRESS,
        priority=0,
        reason="newsroom.version.published",
        since=START,
        attempts=8,
        last_error="TemplateSyntaxError: x",
        is_dead=True,
    )


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.ADMINISTRATOR, 200), (Role.EDITOR, 200), (Role.OFFICE, 200), (Role.REPORTER, 302)],
)
def test_page__is_for_those_it_concerns(client_as, given_up, role, status):
    answer = client_as(role).get(reverse("publishing_queue"))
    assert answer.status_code == status
    if status == 200:
        assert ADDRESS in answer.content.decode()
        assert "TemplateSyntaxError" in answer.content.decode()


def test_retry__asks_the_renderer_again(client_as, given_up):
    answer = client_as(Role.EDITOR).post(reverse("publishing_queue_retry"), follow=True)
    assert answer.status_code == 200
    assert DirtyMark.objects.get(name=ADDRESS).reason == "publishing.retry"


def test_retry__is_not_for_everybody(client_as, given_up):
    client_as(Role.OFFICE).post(reverse("publishing_queue_retry"))
    assert not DirtyMark.objects.filter(name=ADDRESS).exists()


def test_empty_queue__says_so(client_as):
    page = client_as(Role.EDITOR).get(reverse("publishing_queue_results")).content.decode()
    assert "Không có trang nào" in page


def test_export__holds_the_errors(client_as, given_up):
    answer = client_as(Role.EDITOR).get(reverse("publishing_queue") + "?export=csv")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert "TemplateSyntaxError" in body.decode()


def test_readyz__says_what_is_wrong(client, db, settings, tmp_path):
    settings.RUN_ROOT = tmp_path
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["checks"]["renderer"]["ok"] is False
    assert answer.json()["checks"]["database"]["ok"] is True
    (tmp_path / "renderer.alive").touch()
    assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize(
    ("origin", "has_figures"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, True),
        ({"REMOTE_ADDR": "::1"}, True),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, False),
        ({"REMOTE_ADDR": "192.0.2.7"}, False),
        ({"REMOTE_ADDR": ""}, False),
    ],
)
def test_readyz__tells_its_figures_on_this_machine_only(client, db, origin, has_figures):
    checks = client.get("/readyz", **origin).json()["checks"]
    assert isinstance(checks["disk"]["ok"], bool)
    assert ("free_bytes" in checks["disk"]) is has_figures
    assert ("waiting" in checks["queue"]) is has_figures
