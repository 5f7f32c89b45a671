"""Corrections: a record readers see; small fixes leave the date of update."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.common import clock
from nhipcau.common.surfaces import registry
from nhipcau.newsroom.enums import ApprovalBasis, Change
from nhipcau.newsroom.exceptions import NotReadyToPublish
from nhipcau.newsroom.models import Approval, Correction, StoryPage
from nhipcau.newsroom.selectors.corrections import (
    corrections_by_page,
    public_corrections,
    withdrawals,
)
from nhipcau.newsroom.services.publication import publish_from_archive, withdraw_work
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db
FIRST = datetime(2100, 3, 4, 10, 14, tzinfo=UTC)
LATER = FIRST + timedelta(days=1)
NOTE = "Bài ban đầu viết 300 đại biểu; con số đúng là 230."


@pytest.fixture
def story(site):
    with clock.fixed_time(FIRST):
        page = create_work(actor=None, headline="Hội nghị", lead="300 đại biểu.")
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return StoryPage.objects.get(pk=page.pk)


def republish(page, change, correction="", lead="230 đại biểu."):
    draft = page.get_latest_revision_as_object()
    draft.lead = lead
    draft.save_revision()
    with clock.fixed_time(LATER):
        publish_from_archive(
            page=StoryPage.objects.get(pk=page.pk),
            actor=None,
            basis=ApprovalBasis.SAMPLE,
            change=change,
            correction=correction,
        )
    return StoryPage.objects.get(pk=page.pk)


def html_of(page):
    return registry.render(page.address, LATER).body.decode()


@pytest.mark.parametrize(
    ("change", "moves"),
    [(Change.SMALL_FIX, False), (Change.UPDATE, True), (Change.CORRECTION, True)],
)
def test_only_what_changes_the_meaning_moves_the_date_of_update(story, change, moves):
    assert story.shown_as_updated_at == story.work.published_at
    page = republish(story, change, NOTE if change == Change.CORRECTION else "")
    assert (page.updated_at == LATER) is moves
    assert "230 đại biểu." in html_of(page)
    assert ("2100-03-05T17:14" in html_of(page)) is moves
    again = republish(page, Change.SMALL_FIX, lead="231 đại biểu.")
    assert again.updated_at == page.updated_at, "a later small fix leaves the date, too"


def test_a_correction_is_read_on_the_story_and_in_the_log(story):
    page = republish(story, Change.CORRECTION, NOTE)
    html = html_of(page)
    assert NOTE in html
    assert "CorrectionComment" in html
    assert [row.text for row in public_corrections("vi", LATER)] == [NOTE]
    assert not public_corrections("en", LATER).exists()
    assert [row.text for row in corrections_by_page([page])[page.pk]] == [NOTE]


def test_embargo_hides_a_correction_and_withdrawal_takes_its_place(story, client_as):
    page = republish(story, Change.CORRECTION, NOTE)
    page.work.embargo_until = LATER + timedelta(hours=1)
    page.work.save()
    assert not public_corrections("vi", LATER).exists()
    assert public_corrections("vi", LATER + timedelta(hours=1)).exists()
    editor = client_as(Role.EDITOR).user
    withdraw_work(work=page.work, actor=editor, reason="Sai.", now=LATER)
    assert not public_corrections("vi", LATER + timedelta(hours=1)).exists()
    assert [row.work.withdrawal_reason for row in withdrawals("vi")] == ["Sai."]


def test_a_correction_without_a_note_is_refused(story):
    with pytest.raises(NotReadyToPublish):
        republish(story, Change.CORRECTION, " ")
    assert not Correction.objects.exists()


def test_a_reporter_proposes_and_an_editor_publishes_the_correction(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    page = create_work(actor=reporter.user, headline="Hội nghị", lead="300 đại biểu.")
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    address = reverse("newsroom_correction", args=[page.pk])
    assert "help-info" in reporter.get(address).content.decode()
    assert reporter.post(address, {"text": ""}).status_code == 200
    assert reporter.post(address, {"text": NOTE}).status_code == 302
    page = StoryPage.objects.get(pk=page.pk)
    draft = page.get_latest_revision_as_object()
    draft.lead = "230 đại biểu."
    draft.save_revision(user=reporter.user)
    page.get_workflow().start(page, reporter.user)

    approval = reverse("newsroom_approval", args=[page.pk])
    assert NOTE in editor.get(approval).content.decode()
    answers = {
        "decision": "approve",
        "revision": StoryPage.objects.get(pk=page.pk).latest_revision_id,
        "information_kind": "image",
        "form": "external_activity",
        "secrecy_checked": "on",
    }
    response = editor.post(approval, answers)
    assert response.status_code == 200, "it asks what has changed"
    assert not public_corrections("vi", clock.now()).exists()
    editor.post(approval, answers | {"change": "correction", "correction": NOTE})
    correction = Correction.objects.get()
    assert correction.published_at is not None
    assert (correction.proposed_by, correction.approval.approved_by) == (
        reporter.user,
        editor.user,
    )
    assert Approval.objects.first().change == Change.CORRECTION


def test_only_who_may_edit_a_story_proposes_its_correction(story, client_as):
    for role in (Role.LEADER, Role.FOCAL_POINT, Role.TRANSLATOR, Role.REPORTER):
        response = client_as(role).get(reverse("newsroom_correction", args=[story.pk]))
        assert response.status_code in (302, 403), role
