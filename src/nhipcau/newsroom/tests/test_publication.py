"""From draft to the public site: only what a second person approved."""

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.library.enums import Rights
from nhipcau.library.models import Image
from nhipcau.library.services.photos import store_photo
from nhipcau.library.tests.photographs import encoded, picture
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.exceptions import NotApproved, NotReadyToPublish, OwnText
from nhipcau.newsroom.models import Approval, StoryPage, Topic
from nhipcau.newsroom.services.publication import (
    publish_from_archive,
    submit_for_approval,
    withdraw_work,
)
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db
ANSWERS = {"secrecy_checked": True, "information_kind": "image", "form": "events"}
#: As a running site keeps them: search is indexed later.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
#: The most that publishing a story may ask; about half of it are Wagtail's own checks and records.
PUBLISHING_QUERIES = 78


@pytest.fixture
def person(django_user_model):
    """Makes colleagues with a role."""
    from django.contrib.auth.models import Group

    def make(role: Role, email: str = "") -> User:
        user = User.objects.create_user(email or f"{role}@example.vn", full_name=str(role))
        user.groups.add(Group.objects.get_or_create(name=role.value)[0])
        return user

    return make


def draft(reporter, **fields):
    return create_work(actor=reporter, headline="Lễ hội Cà phê", lead="Đoạn mở đầu.", **fields)


def approve(page, approver, **answers):
    task_state = page.current_workflow_task_state
    task_state.task.specific.on_action(task_state, approver, "approve", **answers)
    page.refresh_from_db()
    return page


def test_a_draft_is_not_public(site, person):
    page = draft(person(Role.REPORTER))
    assert not page.live
    assert page.slug == f"le-hoi-ca-phe-{page.work.short_id}"


def test_nobody_publishes_without_approval_not_even_the_machines_administrator(site, person):
    page = draft(person(Role.REPORTER))
    root = User.objects.create_superuser("root@example.vn", full_name="Root")
    assert not page.permissions_for_user(root).can_publish()
    with pytest.raises(NotApproved):
        page.get_latest_revision().publish(user=root)
    page.refresh_from_db()
    assert not page.live


def test_a_second_person_approves_and_exactly_that_revision_goes_live(site, person):
    reporter, editor = person(Role.REPORTER), person(Role.EDITOR)
    page = draft(reporter)
    submit_for_approval(page=page, actor=reporter)
    page = approve(page, editor, **ANSWERS)
    assert page.live
    assert page.work.published_at is not None
    assert page.work.information_kind.code == "image"
    approval = Approval.objects.get()
    assert (approval.approved_by, approval.revision_id) == (editor, page.live_revision_id)


def test_nobody_approves_their_own_text(site, person):
    editor = person(Role.EDITOR)
    page = draft(editor)
    submit_for_approval(page=page, actor=editor)
    actions = [name for name, *_ in page.current_workflow_task.get_actions(page, editor)]
    assert actions == ["reject"]
    with pytest.raises(OwnText):
        approve(page, editor, **ANSWERS)
    assert not Approval.objects.exists()


@pytest.mark.parametrize("missing", ["secrecy_checked", "information_kind", "form"])
def test_an_unanswered_question_stops_approval(site, person, missing):
    reporter, editor = person(Role.REPORTER), person(Role.EDITOR)
    page = draft(reporter)
    submit_for_approval(page=page, actor=reporter)
    with pytest.raises(NotReadyToPublish):
        approve(page, editor, **{k: v for k, v in ANSWERS.items() if k != missing})
    page.refresh_from_db()
    assert not page.live


def test_a_revision_changed_after_approval_is_not_the_approved_one(site, person):
    page = draft(person(Role.REPORTER))
    revision = page.get_latest_revision()
    Approval.record(page=page, revision=revision, approved_by=person(Role.EDITOR))
    revision.content["title"] = "Changed by autosave"
    revision.save()
    with pytest.raises(NotApproved):
        revision.publish()


def test_a_withdrawn_work_names_its_reason(site, person):
    page = draft(person(Role.REPORTER))
    editor = person(Role.EDITOR)
    publish_from_archive(page=page, actor=editor, basis=ApprovalBasis.SAMPLE)
    with pytest.raises(NotReadyToPublish):
        withdraw_work(work=page.work, actor=editor, reason=" ", now=timezone.now())
    work = withdraw_work(work=page.work, actor=editor, reason="Sai số liệu.", now=timezone.now())
    assert not work.is_public_at(timezone.now())


def test_no_page_follows_a_story_past_its_own_approval(site, person):
    page = draft(person(Role.REPORTER))
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    follower = page.create_alias(update_slug="ban-sao", reset_translation_key=True)
    page.title = "Tít mới"
    page.save_revision()
    with CaptureQueriesContext(connection) as captured:
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    assert StoryPage.objects.get(pk=page.pk).title == "Tít mới"
    assert StoryPage.objects.get(pk=follower.pk).title != "Tít mới"
    asked = [query["sql"].rpartition("WHERE")[2] for query in captured]
    assert not [where for where in asked if "alias_of" in where]


def queries_of_publishing(page) -> int:
    """How often publishing a version for the first time asks the database, as a site does it."""
    with override_settings(TASKS=TASKS), CaptureQueriesContext(connection) as captured:
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    assert page.live
    return len(captured)


def test_publishing_asks_a_bounded_number_of_queries_however_many_stories_there_are(site):
    def story(number):
        return create_work(actor=None, headline=f"Bài {number}", lead="Một.")

    queries_of_publishing(story("đầu tiên"))
    few = queries_of_publishing(story("thứ hai"))
    for number in range(30):
        publish_from_archive(page=story(number), actor=None, basis=ApprovalBasis.SAMPLE)
    assert queries_of_publishing(story("cuối cùng")) <= few <= PUBLISHING_QUERIES


def test_photographs_and_topics_do_not_make_publishing_ask_more_often(site):
    def story(count):
        shifts = range(10 * count, 11 * count)
        images = [
            store_photo(content=encoded(picture(shift=shift)), name=f"{shift}.jpg", actor=None)
            for shift in shifts
        ]
        Image.objects.update(rights=Rights.OWN)
        body = [("photo", {"image": image, "caption": "Ảnh", "credit": ""}) for image in images]
        page = create_work(actor=None, headline="Bài", body=body)
        page.work.topics.set(Topic.objects.create(code=f"chu-de-{shift}") for shift in shifts)
        return page

    queries_of_publishing(story(1))
    few = queries_of_publishing(story(2))
    assert queries_of_publishing(story(6)) <= few
