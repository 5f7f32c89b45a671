"""Stories as products of the plan's tasks."""

import json

import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import FulfilledTask
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work
from nhipcau.programme.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(site):
    """A task of a plan in force."""
    office = make.make_user(Role.OFFICE)
    agency = make.make_agency("svhttdl", "Sở Văn hóa, Thể thao và Du lịch")
    plan = make.make_plan(office, agency)
    wording = make.make_task(office, plan, agency, "Quảng bá Lễ hội Cà phê")
    make.approve(office, plan)
    return wording.task


@pytest.fixture
def page(site):
    """A story that is not public yet."""
    return create_work(actor=None, headline="Lễ hội Cà phê khai mạc", lead="Một.")


def text(client, name, *arguments):
    return client.get(reverse(name, args=arguments)).content.decode()


def orphans(client):
    """The two halves of the finder: tasks without products, works without tasks."""
    body = text(client, "programme_orphans").split("Nhiệm vụ chưa có sản phẩm")[1]
    tasks, works = body.split("Tác phẩm: ")
    return tasks, works


def test_a_task_and_a_story_are_orphans_until_the_public_story_names_the_task(
    task, page, client_as
):
    office = client_as(Role.OFFICE)
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    tasks, works = orphans(office)
    assert "Quảng bá Lễ hội Cà phê" in tasks
    assert "Lễ hội Cà phê khai mạc" in works

    FulfilledTask.objects.create(work=page.work, task=task)
    tasks, works = orphans(office)
    assert "Quảng bá Lễ hội Cà phê" not in tasks
    assert "Lễ hội Cà phê khai mạc" not in works
    page.refresh_from_db()
    assert f'href="{page.address}"' in text(office, "programme_task", task.pk)


def test_a_draft_carries_out_nothing(task, page, client_as):
    office = client_as(Role.OFFICE)
    FulfilledTask.objects.create(work=page.work, task=task)
    assert "Quảng bá Lễ hội Cà phê" in orphans(office)[0]
    assert "Lễ hội Cà phê khai mạc" not in text(office, "programme_task", task.pk)


def test_an_editor_chooses_the_task_by_words_without_marks(task, page, client_as):
    editor = client_as(Role.EDITOR)
    form = text(editor, "wagtailsnippets_newsroom_work:edit", page.work.pk)
    assert reverse("newsroom_task_chooser:choose") in form
    found = editor.get(reverse("newsroom_task_chooser:choose_results"), {"q": "quang ba"})
    assert "Quảng bá Lễ hội Cà phê" in found.content.decode()
    nothing = editor.get(reverse("newsroom_task_chooser:choose_results"), {"q": "khongco"})
    assert "Quảng bá Lễ hội Cà phê" not in nothing.content.decode()


def test_a_title_is_not_learnt_by_asking_for_the_chosen_thing(task, page, client_as):
    # Nothing is theirs: a focal point of no agency, a reporter who did not write the draft.
    focal_point, reporter = client_as(Role.FOCAL_POINT), client_as(Role.REPORTER)
    author = make.make_user(Role.REPORTER)
    type(page).objects.filter(pk=page.pk).update(owner=author)
    asked = [
        (focal_point, "newsroom_task_chooser", task.pk),
        (reporter, "wagtailsnippetchoosers_newsroom_work", page.work.pk),
    ]
    for client, chooser, pk in asked:
        one = client.get(reverse(f"{chooser}:chosen", args=[pk]))
        many = client.get(reverse(f"{chooser}:chosen_multiple"), {"id": pk})
        assert "Lễ hội Cà phê" not in json.dumps(many.json(), ensure_ascii=False)
        assert one.status_code == 404

    editor = client_as(Role.EDITOR)
    for _client, chooser, pk in asked:
        given = editor.get(reverse(f"{chooser}:chosen", args=[pk])).json()
        assert "Lễ hội Cà phê" in json.dumps(given, ensure_ascii=False)


def test_the_same_task_of_two_plans_is_told_apart(task, page, client_as):
    FulfilledTask.objects.create(work=page.work, task=task)
    editor = client_as(Role.EDITOR)
    listed = text(editor, "newsroom_task_chooser:choose_results")
    chosen = text(editor, "newsroom_task_chooser:chosen", task.pk)
    form = text(editor, "wagtailsnippets_newsroom_work:edit", page.work.pk)
    assert str(task.plan) in listed
    assert json.loads(chosen)["result"]["title"] == f"{task} ({task.plan})"
    assert f"{task} ({task.plan})" in form
