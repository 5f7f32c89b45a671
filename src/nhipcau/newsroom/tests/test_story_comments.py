"""An editor remarks on a place of the text, and stays free to approve it."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Comment

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.models.workflow import authors_since_approval
from nhipcau.newsroom.services.publication import submit_for_approval
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db
WORDS = "Xem lại con số này"


@pytest.fixture
def submitted(site, client_as):
    """A reporter's submitted story, and the browsers of reporter and editor."""
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    page = create_work(actor=reporter.user, headline="Hội nghị", lead="Đoạn mở đầu.")
    submit_for_approval(page=page, actor=reporter.user)
    return StoryPage.objects.get(pk=page.pk), reporter, editor


def save(client, page, lead="Đoạn mở đầu.", comment=""):
    """What the editing page sends; a comment hangs on the lead."""
    data = {
        "title": "Hội nghị",
        "kicker": "",
        "lead": lead,
        "byline": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "1" if comment else "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comments-0-id": "",
        "comments-0-text": comment,
        "comments-0-contentpath": "lead",
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "",
    }
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert answer.status_code in (200, 302), answer.content.decode()[:1000]
    return StoryPage.objects.get(pk=page.pk)


def test_a_remark_reaches_the_author_and_is_no_text_of_the_editor(submitted):
    page, reporter, editor = submitted
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert 'id="comments-data"' in editor.get(edit).content.decode()
    page = save(editor, page, comment=WORDS)
    assert Comment.objects.get().text == WORDS
    assert json.dumps(WORDS).strip('"') in reporter.get(edit).content.decode()
    assert authors_since_approval(page) == {reporter.user.pk}
    approval = editor.get(reverse("newsroom_approval", args=[page.pk])).content.decode()
    assert 'value="approve"' in approval
    assert "1 nhận xét chưa xử lý" in approval


def test_whoever_changes_a_word_beside_the_remark_is_an_author(submitted):
    page, reporter, editor = submitted
    page = save(editor, page, lead="Đoạn khác.", comment=WORDS)
    assert authors_since_approval(page) == {reporter.user.pk, editor.user.pk}


def test_the_words_of_a_remark_are_in_no_revision(submitted):
    page, _reporter, editor = submitted
    page = save(editor, page, comment=WORDS)
    contents = [json.dumps(row.content, ensure_ascii=False) for row in page.revisions.all()]
    assert len(contents) > 1
    assert not any(WORDS in content for content in contents)


def test_a_stranger_sees_no_remark(submitted, client_as):
    page, _reporter, editor = submitted
    save(editor, page, comment=WORDS)
    stranger = client_as(Role.REPORTER)
    answer = stranger.get(reverse("wagtailadmin_pages:edit", args=[page.pk]), follow=True)
    assert WORDS not in answer.content.decode()
