"""Approval steps by section, kind and language; deputies under dated delegation."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import now, today
from nhipcau.newsroom.exceptions import NotApproved, OwnText
from nhipcau.newsroom.models import (
    Approval,
    ApprovalRoute,
    Delegation,
    Section,
    StoryApprovalTask,
    StoryPage,
)
from nhipcau.newsroom.services.publication import publish_approved, submit_for_approval
from nhipcau.newsroom.services.schedule import keep_schedule
from nhipcau.newsroom.services.works import create_work
from nhipcau.programme.models import Classification

pytestmark = pytest.mark.django_db
ANSWERS = {"secrecy_checked": True, "information_kind": "image", "form": "events"}


def steps(name, *roles):
    workflow = Workflow.objects.create(name=name)
    for number, role in enumerate(roles):
        task = StoryApprovalTask.objects.create(name=f"{name} {number}", asks_classification=True)
        task.groups.add(Group.objects.get(name=role.value))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=number)
    return workflow


def approve(page, person, **answers):
    page = StoryPage.objects.get(pk=page.pk)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, person, "approve", **(ANSWERS | answers))
    return StoryPage.objects.get(pk=page.pk)


def test_the_most_particular_route_holds(site):
    section = Section.objects.create(code="chinh-tri")
    kind = Classification.objects.filter(scheme="information_kind").first()
    page = create_work(actor=None, headline="Bài", lead="x")
    usual = page.get_workflow()
    language = steps("Ngôn ngữ", Role.EDITOR)
    ApprovalRoute.objects.create(language="vi", workflow=language)
    ApprovalRoute.objects.create(language="en", workflow=steps("Anh", Role.REVISER))
    assert StoryPage.objects.get(pk=page.pk).get_workflow() == language != usual
    of_kind = steps("Loại", Role.EDITOR)
    ApprovalRoute.objects.create(language="vi", information_kind=kind, workflow=of_kind)
    of_section = steps("Mục", Role.EDITOR, Role.LEADER)
    ApprovalRoute.objects.create(language="vi", section=section, workflow=of_section)
    page.work.information_kind = kind
    page.work.save()
    assert StoryPage.objects.get(pk=page.pk).get_workflow() == of_kind
    page.work.section = section
    page.work.save()
    assert StoryPage.objects.get(pk=page.pk).get_workflow() == of_section
    of_section.active = False
    of_section.save()
    assert StoryPage.objects.get(pk=page.pk).get_workflow() == of_kind


def test_a_route_leads_only_through_steps_that_can_decide_on_a_story(site, client_as):
    administrator = client_as(Role.ADMINISTRATOR)
    usable = steps("Hai", Role.EDITOR, Role.LEADER)
    foreign, mixed, empty = steps("Lạ"), steps("Lẫn", Role.EDITOR), steps("Rỗng")
    of_wagtail = GroupApprovalTask.objects.create(name="Moderators approval")
    for workflow in (foreign, mixed):
        WorkflowTask.objects.create(workflow=workflow, task=of_wagtail, sort_order=1)
    retired = steps("Cũ", Role.EDITOR)
    retired.deactivate()
    address = reverse(ApprovalRoute.snippet_viewset.get_url_name("add"))
    html = administrator.get(address).content.decode()
    assert f'<option value="{usable.pk}">' in html
    for workflow in (foreign, mixed, retired, empty):
        assert f'<option value="{workflow.pk}"' not in html
    # A route that leads there already keeps saying so.
    route = ApprovalRoute.objects.create(language="vi", workflow=retired)
    address = reverse(ApprovalRoute.snippet_viewset.get_url_name("edit"), args=[route.pk])
    assert f'<option value="{retired.pk}" selected>' in administrator.get(address).content.decode()


def test_the_administrator_puts_steps_together(site, client_as):
    pages = [
        reverse(f"wagtailadmin_workflows:{name}")
        for name in ("index", "add", "task_index", "select_task_type")
    ]
    administrator, editor = client_as(Role.ADMINISTRATOR), client_as(Role.EDITOR)
    for address in pages:
        assert administrator.get(address).status_code == 200
        assert editor.get(address).url == reverse("wagtailadmin_home")


def test_who_decides_at_a_step_is_chosen_by_the_names_of_the_roles(site, client_as):
    administrator = client_as(Role.ADMINISTRATOR)
    ours = ["newsroom", "storyapprovaltask"]
    address = reverse("wagtailadmin_workflows:add_task", args=ours)
    html = administrator.get(address).content.decode()
    for label in ("Lãnh đạo", "Biên tập viên", "Phóng viên"):
        assert label in html.split('id="id_groups"')[1]
    assert "Moderators" not in html
    leader = Group.objects.get(name=Role.LEADER)
    administrator.post(address, {"name": "Lãnh đạo duyệt", "groups": [leader.pk]})
    task = StoryApprovalTask.objects.get(name="Lãnh đạo duyệt")
    assert list(task.groups.all()) == [leader]
    # A step that was given one of Wagtail's groups earlier keeps showing it.
    task.groups.set(Group.objects.filter(name="Moderators"))
    address = reverse("wagtailadmin_workflows:edit_task", args=[task.pk])
    assert "Moderators" in administrator.get(address).content.decode()


def test_of_two_steps_only_the_last_publishes(site, client_as):
    reporter, editor, leader = (
        client_as(role) for role in (Role.REPORTER, Role.EDITOR, Role.LEADER)
    )
    ApprovalRoute.objects.create(language="vi", workflow=steps("Hai", Role.EDITOR, Role.LEADER))
    page = create_work(actor=reporter.user, headline="Bài", lead="x")
    submit_for_approval(page=page, actor=reporter.user)
    page = approve(page, editor.user)
    assert not page.live
    assert not Approval.objects.get().is_final
    with pytest.raises(NotApproved):
        page.get_latest_revision().publish()
    html = leader.get(reverse("newsroom_approval", args=[page.pk])).content.decode()
    assert str(editor.user) in html
    page = approve(page, leader.user)
    assert page.live
    publish_approved(page=page, actor=leader.user)


def test_an_author_does_not_become_free_to_approve_by_an_earlier_step(site, client_as):
    editor, other = client_as(Role.EDITOR).user, client_as(Role.EDITOR).user
    ApprovalRoute.objects.create(language="vi", workflow=steps("Hai", Role.EDITOR, Role.EDITOR))
    page = create_work(actor=editor, headline="Bài", lead="x")
    submit_for_approval(page=page, actor=editor)
    page = approve(page, other)
    with pytest.raises(OwnText):
        approve(page, editor)


@pytest.fixture
def away(site, client_as):
    """An editor who is away, a deputy from the office, a reporter with a submitted text."""
    principal, deputy = client_as(Role.EDITOR), client_as(Role.OFFICE)
    reporter = client_as(Role.REPORTER)
    page = create_work(actor=reporter.user, headline="Bài", lead="x")
    submit_for_approval(page=page, actor=reporter.user)
    return principal, deputy, page


def delegate(principal, deputy, first=0, last=0):
    return Delegation.objects.create(
        principal=principal.user,
        deputy=deputy.user,
        first_day=today() + timedelta(days=first),
        last_day=today() + timedelta(days=last),
        document="12/GUQ-BBT",
    )


@pytest.mark.parametrize(
    ("first", "last", "may"), [(0, 0, True), (-3, 2, True), (1, 2, False), (-3, -1, False)]
)
def test_a_deputy_decides_on_the_days_of_the_delegation_only(away, first, last, may):
    principal, deputy, page = away
    delegate(principal, deputy, first, last)
    address = reverse("newsroom_approval", args=[page.pk])
    assert (deputy.get(address).status_code == 200) is may
    if may:
        assert approve(page, deputy.user).live
        approval = Approval.objects.get()
        assert (approval.approved_by, approval.on_behalf_of) == (deputy.user, principal.user)


def test_without_delegation_a_deputy_is_nobody(away):
    _principal, deputy, page = away
    assert deputy.get(reverse("newsroom_approval", args=[page.pk])).status_code in (302, 403)


def test_nobody_has_their_own_text_approved_by_their_own_deputy(site, client_as):
    principal, deputy = client_as(Role.EDITOR), client_as(Role.OFFICE)
    delegate(principal, deputy)
    page = create_work(actor=principal.user, headline="Bài", lead="x")
    submit_for_approval(page=page, actor=principal.user)
    with pytest.raises(OwnText):
        approve(page, deputy.user)


def test_a_delegation_needs_two_people_and_days_in_order(client_as):
    person = client_as(Role.EDITOR).user
    row = Delegation(principal=person, deputy=person, first_day=today(), last_day=today())
    with pytest.raises(ValidationError):
        row.clean()


def test_waiting_without_an_answer_approves_nothing(away):
    _principal, _deputy, page = away
    page.latest_revision_created_at -= timedelta(days=400)
    page.save()
    keep_schedule(now())
    assert not StoryPage.objects.get(pk=page.pk).live


def test_the_approval_that_wagtail_brings_has_a_vietnamese_name(site, client_as):
    html = client_as(Role.ADMINISTRATOR).get(reverse("wagtailadmin_workflows:index"))
    assert "Duyệt trang thông tin" in html.content.decode()
    assert "Moderators" not in html.content.decode()
