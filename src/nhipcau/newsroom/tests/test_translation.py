"""English through the desk: nothing untranslated and nothing unapproved is ever public."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.exceptions import OwnText
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.selectors.versions import is_older_than_source
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.translation import (
    has_newer_source,
    start_translation,
    submit_translation,
)
from nhipcau.newsroom.services.works import create_work
from nhipcau.translation.exceptions import EditConflict, NotTranslated, UnusableText
from nhipcau.translation.services import localize

pytestmark = pytest.mark.django_db


def person(role):
    user = User.objects.create_user(f"{role}@example.vn", full_name=str(role))
    user.groups.add(Group.objects.get_or_create(name=role.value)[0])
    return user


@pytest.fixture
def translator(db):
    return person(Role.TRANSLATOR)


@pytest.fixture
def reviser(db):
    return person(Role.REVISER)


@pytest.fixture
def source(site):
    page = create_work(
        actor=None,
        headline="Hội nghị tổng kết",
        lead="Đoạn mở đầu.",
        body=[
            ("paragraph", '<p>Xem <a href="https://daklak.gov.vn">cổng thông tin</a>.</p>'),
            ("photo", {"caption": "Các đại biểu dự hội nghị."}),
        ],
        byline="Đăng Triều",
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return StoryPage.objects.get(pk=page.pk)


ENGLISH = {
    "Hội nghị tổng kết": "Review conference",
    "Đoạn mở đầu.": "Opening paragraph.",
    'Xem <a id="a1">cổng thông tin</a>.': 'See the <a id="a1">portal</a>.',
    "Các đại biểu dự hội nghị.": "Delegates at the conference.",
}


def translate(target, translator, only=None):
    for segment in localize.segments(target):
        if only is None or segment.source in only:
            localize.save_segment(
                target=target,
                segment_id=segment.id,
                text=ENGLISH[segment.source],
                actor_id=translator.pk,
                seen_version=segment.version,
            )


def approve(page, approver):
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, approver, "approve", secrecy_checked=True)
    return StoryPage.objects.get(pk=page.pk)


def test_a_translation_starts_as_a_draft_that_nobody_can_read(source, translator):
    target = start_translation(source=source, language="en", actor=translator)
    assert (target.live, target.language, target.work) == (False, "en", source.work)
    assert [segment.source for segment in localize.segments(target)] == list(ENGLISH)


def test_untranslated_text_cannot_be_submitted(source, translator):
    target = start_translation(source=source, language="en", actor=translator)
    translate(target, translator, only={"Hội nghị tổng kết"})
    with pytest.raises(NotTranslated):
        submit_translation(target=target, actor=translator)
    assert not StoryPage.objects.get(pk=target.pk).workflow_in_progress


def test_a_finished_translation_is_approved_by_a_reviser_and_public(source, translator, reviser):
    target = start_translation(source=source, language="en", actor=translator)
    translate(target, translator)
    submit_translation(target=target, actor=translator)
    page = approve(StoryPage.objects.get(pk=target.pk), reviser)
    assert page.live
    assert page.title == "Review conference"
    assert page.byline == "Đăng Triều"
    assert page.address.startswith("/en/news/review-conference-")
    assert 'href="https://daklak.gov.vn"' in str(page.body)
    assert "Hội nghị" not in str(page.body) + page.title + page.lead
    assert not is_older_than_source(page)


def test_the_desk_leads_to_the_decision_only_those_who_decide(source, client_as):
    translator, reviser = client_as(Role.TRANSLATOR), client_as(Role.REVISER)
    target = start_translation(source=source, language="en", actor=translator.user)
    translate(target, translator.user)
    submit_translation(target=target, actor=translator.user)
    desk = reverse("translation_desk", args=[target.pk])
    decision = reverse("newsroom_approval", args=[target.pk])
    for client, is_open in ((translator, False), (reviser, True)):
        html = client.get(desk).content.decode()
        assert "Chờ phê duyệt" in html
        assert (f'"{decision}"' in html) == is_open
        assert (client.get(decision).status_code == 200) == is_open


def test_a_returned_translation_says_why_and_is_submitted_again(
    source, translator, reviser, client_as
):
    target = start_translation(source=source, language="en", actor=translator)
    translate(target, translator)
    submit_translation(target=target, actor=translator)
    target = StoryPage.objects.get(pk=target.pk)
    state = target.current_workflow_task_state
    state.task.specific.on_action(state, reviser, "reject", comment="Rút gọn tít")
    address = reverse("translation_desk", args=[target.pk])
    client = client_as(Role.TRANSLATOR)
    assert "Rút gọn tít" in client.get(address).content.decode()
    client.post(address, {"action": "submit"})
    target = StoryPage.objects.get(pk=target.pk)
    assert target.workflow_in_progress
    assert "Rút gọn tít" not in client.get(address).content.decode()
    assert approve(target, reviser).live


def test_whoever_translated_a_segment_does_not_approve(source, translator, reviser):
    target = start_translation(source=source, language="en", actor=reviser)
    translate(target, reviser)
    submit_translation(target=target, actor=translator)
    with pytest.raises(OwnText):
        approve(StoryPage.objects.get(pk=target.pk), reviser)


def test_reporters_do_not_translate(source):
    with pytest.raises(NotPermitted):
        start_translation(source=source, language="en", actor=person(Role.REPORTER))


def test_a_changed_source_keeps_the_old_translation_and_says_so(source, translator, reviser):
    target = start_translation(source=source, language="en", actor=translator)
    translate(target, translator)
    submit_translation(target=target, actor=translator)
    page = approve(StoryPage.objects.get(pk=target.pk), reviser)
    source.lead = "Đoạn mở đầu đã sửa."
    source.save_revision()
    publish_from_archive(page=source, actor=None, basis=ApprovalBasis.SAMPLE)

    page = StoryPage.objects.get(pk=page.pk)
    assert page.lead == "Opening paragraph."
    assert is_older_than_source(page)
    assert has_newer_source(page)

    start_translation(source=StoryPage.objects.get(pk=source.pk), language="en", actor=translator)
    page = StoryPage.objects.get(pk=page.pk)
    assert page.live
    assert page.lead == "Opening paragraph.", "readers keep the approved text"
    open_segments = [row.source for row in localize.segments(page) if not row.target]
    assert open_segments == ["Đoạn mở đầu đã sửa."]


def test_two_translators_do_not_overwrite_each_other(source, translator, reviser):
    target = start_translation(source=source, language="en", actor=translator)
    segment = localize.segments(target)[0]
    save = {"target": target, "segment_id": segment.id, "seen_version": segment.version}
    localize.save_segment(**save, text="First", actor_id=translator.pk)
    with pytest.raises(EditConflict) as conflict:
        localize.save_segment(**save, text="Second", actor_id=reviser.pk)
    assert conflict.value.current == "First"
    localize.save_segment(**save, text="First", actor_id=translator.pk)  # the same text again
    assert localize.segments(target)[0].target == "First"


def test_a_lost_link_or_a_hostile_tag_is_refused_or_removed(source, translator):
    target = start_translation(source=source, language="en", actor=translator)
    segment = next(row for row in localize.segments(target) if row.is_html)
    with pytest.raises(UnusableText):
        localize.save_segment(
            target=target,
            segment_id=segment.id,
            text='<a id="a9">wrong</a>',
            actor_id=translator.pk,
            seen_version=None,
        )
    stored = localize.save_segment(
        target=target,
        segment_id=segment.id,
        text='See <a id="a1" onclick="x()">it</a><script>alert(1)</script>',
        actor_id=translator.pk,
        seen_version=None,
    )
    assert "script" not in stored.target
    assert "onclick" not in stored.target
