"""Colleagues talk about a segment where they translate it."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Comment, PageLogEntry

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.translation import start_translation
from nhipcau.newsroom.services.works import create_work
from nhipcau.translation.services import localize

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def colleague(client_as):
    """A translator and a reviser, each with a browser."""
    return {role: client_as(role) for role in (Role.TRANSLATOR, Role.REVISER)}


@pytest.fixture
def target(site, colleague):
    page = create_work(
        actor=None,
        headline="Lễ hội Cà phê",
        lead="Đoạn mở đầu.",
        body=[("paragraph", "<p>Một.</p><p>Hai.</p>")],
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    source = StoryPage.objects.get(pk=page.pk)
    return start_translation(source=source, language="en", actor=colleague[Role.TRANSLATOR].user)


def address(target):
    return reverse("translation_desk", args=[target.pk])


def ask(client, target, segment, text="Lễ hội lần thứ mấy?", **more):
    data = {"action": f"comment-{segment.id}", f"comment-{segment.id}": text}
    return client.post(address(target), data, **more)


def shown(client, target, **parameters):
    html = client.get(address(target), parameters).content.decode()
    return dict(re.findall(r'id="comments-(\d+)"(.*?)</details>', html, re.DOTALL))


def test_a_question_is_asked_answered_and_settled(
    target, colleague, django_capture_on_commit_callbacks
):
    translator, reviser = colleague[Role.TRANSLATOR], colleague[Role.REVISER]
    segment = localize.segments(target)[1]
    part = ask(translator, target, segment, headers=HTMX).content.decode()
    assert "Lễ hội lần thứ mấy?" in part
    comment = Comment.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        reviser.post(
            address(target),
            {
                "action": f"reply-{segment.id}-{comment.pk}",
                f"reply-{comment.pk}": "Lần thứ chín.",
            },
            headers=HTMX,
        )
    assert mail.outbox[-1].to == [translator.user.email]
    assert "Lần thứ chín." in mail.outbox[-1].body
    assert f"{address(target)}#segment-{segment.id}" in mail.outbox[-1].body
    assert "Lần thứ chín." in shown(translator, target)[str(segment.id)]
    assert list(shown(translator, target, show="discussed")) == [str(segment.id)]

    translator.post(address(target), {"action": f"settle-{segment.id}-{comment.pk}"}, headers=HTMX)
    assert shown(translator, target, show="discussed") == {}
    reviser.post(address(target), {"action": f"reopen-{segment.id}-{comment.pk}"}, headers=HTMX)
    assert list(shown(translator, target, show="discussed")) == [str(segment.id)]


def test_without_a_script_the_translation_typed_meanwhile_is_saved_too(target, colleague):
    translator = colleague[Role.TRANSLATOR]
    segment = localize.segments(target)[0]
    response = translator.post(
        address(target),
        {
            "action": f"comment-{segment.id}",
            f"comment-{segment.id}": "Tên chính thức?",
            f"target-{segment.id}": "Coffee Festival",
            f"version-{segment.id}": segment.version,
        },
    )
    assert response.url == f"{address(target)}#segment-{segment.id}"
    assert localize.segments(target)[0].target == "Coffee Festival"
    assert Comment.objects.get().text == "Tên chính thức?"


def test_what_cannot_be_stored_is_explained_and_kept(target, colleague):
    translator, reviser = colleague[Role.TRANSLATOR], colleague[Role.REVISER]
    segment = localize.segments(target)[0]
    assert 'role="alert"' in ask(translator, target, segment, "  ", headers=HTMX).content.decode()
    ask(translator, target, segment)
    comment = Comment.objects.get()
    gone = {"action": f"delete-{segment.id}-{comment.pk}"}
    refused = reviser.post(address(target), gone, headers=HTMX).content.decode()
    assert 'role="alert"' in refused
    translator.post(address(target), gone, headers=HTMX)
    assert not Comment.objects.exists()
    late = reviser.post(
        address(target),
        {"action": f"reply-{segment.id}-{comment.pk}", f"reply-{comment.pk}": "Lần thứ chín."},
        headers=HTMX,
    ).content.decode()
    assert "Lần thứ chín.</textarea>" in late
    assert not Comment.objects.exists()
    for action in ("comment-999999", "reply-x-y", "settle", "delete--"):
        response = translator.post(address(target), {"action": action}, headers=HTMX)
        assert response.status_code == 404, action


def test_a_comment_stays_with_its_text_when_the_source_changes(target, colleague):
    translator = colleague[Role.TRANSLATOR]
    first, second = [s for s in localize.segments(target) if s.source in {"Một.", "Hai."}]
    ask(translator, target, first, "Về câu một", headers=HTMX)
    ask(translator, target, second, "Về câu hai", headers=HTMX)
    source = StoryPage.objects.get(locale__language_code="vi")
    block = source.body.get_prep_value()[0]
    source.body = [block | {"value": "<p>Mới.</p><p>Hai.</p>"}]
    source.save_revision()
    publish_from_archive(page=source, actor=None, basis=ApprovalBasis.SAMPLE)
    source.refresh_from_db()
    start_translation(source=source, language="en", actor=translator.user)
    now = {s.source: shown(translator, target)[str(s.id)] for s in localize.segments(target)}
    assert "Về câu hai" in now["Hai."]
    # Its sentence is gone, the question is not: it stands where the sentence was.
    assert "Về câu một" in now["Mới."]
    assert sum(page.count("Về câu") for page in now.values()) == 2


def test_who_may_not_translate_neither_reads_nor_writes_comments(target, colleague, client_as):
    segment = localize.segments(target)[0]
    for role in (Role.REPORTER, Role.FOCAL_POINT, Role.LEADER):
        response = ask(client_as(role), target, segment)
        assert response.status_code in {302, 403}
        assert not Comment.objects.exists()


def test_the_log_knows_who_asked(target, colleague):
    translator = colleague[Role.TRANSLATOR]
    ask(translator, target, localize.segments(target)[0])
    entry = PageLogEntry.objects.get(action="wagtail.comments.create", page_id=target.pk)
    assert entry.user == translator.user
