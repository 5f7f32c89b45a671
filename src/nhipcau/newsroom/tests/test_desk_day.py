"""A day at the desk: texts that come back and go out again, and what people are told of it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import now
from nhipcau.newsroom.models import ApprovalRoute, NewsIndexPage, StoryPage
from nhipcau.newsroom.services.publication import submit_for_approval
from nhipcau.newsroom.services.works import create_work
from nhipcau.newsroom.tests.test_approval_steps import steps
from nhipcau.newsroom.tests.test_back_office import form_data

pytestmark = pytest.mark.django_db
ANSWERS = {
    "decision": "approve",
    "information_kind": "image",
    "form": "events",
    "secrecy_checked": "on",
}
OVERTAKEN = "Một đồng nghiệp đã lưu bài này"


@pytest.fixture
def waiting(site, client_as):
    """A reporter's text that awaits approval."""
    reporter = client_as(Role.REPORTER, full_name="Phóng viên")
    page = create_work(actor=reporter.user, headline="Tin mới", lead="Một.")
    submit_for_approval(page=page, actor=reporter.user)
    return reporter, StoryPage.objects.get(pk=page.pk)


def approval(page):
    return reverse("newsroom_approval", args=[page.pk])


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def returned(page, editor):
    editor.post(approval(page), {"decision": "return", "comment": "Thiếu giờ bắt đầu."})


def test_each_label_of_an_approval_leads_to_its_own_field(waiting, client_as):
    _reporter, page = waiting
    html = client_as(Role.EDITOR).get(approval(page)).content.decode()
    fields = re.findall(r'\sid="([^"]+)"', html)
    assert len(fields) == len(set(fields))
    label = re.search(r'for="([^"]+)"[^>]*>\s*Cần sửa những gì', html).group(1)
    field = re.search(rf'<textarea[^>]*id="{label}"', html).group(0)
    assert 'name="comment"' in field
    assert html.index(field) > html.index('value="approve"')


@pytest.mark.parametrize("decision", ["approve", "return"])
def test_a_decision_with_an_answer_missing_says_so_and_shows_where(waiting, client_as, decision):
    _reporter, page = waiting
    data = {"decision": decision, "revision": page.latest_revision_id}
    html = client_as(Role.EDITOR).post(approval(page), data).content.decode()
    assert "Chưa có quyết định nào" in html
    assert len(re.findall(r"<(?:select|textarea|input)[^>]*\sautofocus", html)) == 1


def test_whoever_opens_a_returned_text_reads_who_returned_it_and_why(waiting, client_as):
    reporter, page = waiting
    assert "đã trả lại bài này" not in reporter.get(edit(page)).content.decode()
    returned(page, client_as(Role.EDITOR, full_name="Trần Thị B"))
    html = reporter.get(edit(page)).content.decode()
    assert "Trần Thị B đã trả lại bài này: “Thiếu giờ bắt đầu.”" in html


def test_whoever_decides_again_sees_what_was_asked_and_what_has_changed(waiting, client_as):
    reporter, page = waiting
    editor = client_as(Role.EDITOR)
    read = page.latest_revision_id
    returned(page, editor)
    state = StoryPage.objects.get(pk=page.pk).current_workflow_state
    reporter.post(edit(page), form_data("Tin mới, 19 giờ"))
    state.resume(reporter.user)
    page.refresh_from_db()
    html = editor.get(approval(page)).content.decode()
    assert "Thiếu giờ bắt đầu." in html
    compare = [page.pk, read, page.latest_revision_id]
    assert reverse("wagtailadmin_pages:revisions_compare", args=compare) in html
    assert edit(page) in html


def test_an_approver_of_a_changed_text_compares_it_with_what_readers_have(waiting, client_as):
    reporter, page = waiting
    editor = client_as(Role.EDITOR)
    editor.post(approval(page), ANSWERS | {"revision": page.latest_revision_id})
    page.refresh_from_db()
    assert page.live
    public = page.live_revision_id
    reporter.post(edit(page), form_data("Tin mới hơn") | {"action-submit": "1"})
    page.refresh_from_db()
    html = editor.get(approval(page)).content.decode()
    compare = [page.pk, public, page.latest_revision_id]
    assert reverse("wagtailadmin_pages:revisions_compare", args=compare) in html


def test_an_approval_under_embargo_does_not_claim_that_readers_have_the_text(waiting, client_as):
    _reporter, page = waiting
    editor = client_as(Role.EDITOR)
    page.work.embargo_until = now() + timedelta(days=2)
    page.work.save()
    assert "Đang cấm đăng" in editor.get(approval(page)).content.decode()
    data = ANSWERS | {"revision": page.latest_revision_id}
    html = editor.post(approval(page), data, follow=True).content.decode()
    assert "Đã phê duyệt: Tin mới. Bạn đọc xem được từ" in html
    assert "Đã phê duyệt và xuất bản" not in html


def test_whoever_submits_sees_what_is_next_and_not_the_tree_of_pages(site, client_as):
    reporter = client_as(Role.REPORTER)
    index = NewsIndexPage.objects.get(locale__language_code="vi")
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "storypage", index.pk])
    answer = reporter.post(add, form_data("Tin mới") | {"action-submit": "1"})
    assert answer.url == reverse("wagtailadmin_home")
    page = StoryPage.objects.get()
    returned(page, client_as(Role.EDITOR))
    data = form_data("Tin mới, đã sửa") | {"action-restart-workflow": "1"}
    assert reporter.post(edit(page), data).url == reverse("wagtailadmin_home")


def test_the_desk_gets_from_a_story_to_its_embargo(waiting, client_as):
    reporter, page = waiting
    work = reverse("wagtailsnippets_newsroom_work:edit", args=[page.work_id])
    assert work in client_as(Role.EDITOR).get(edit(page)).content.decode()
    assert work not in reporter.get(edit(page)).content.decode()


def test_an_approval_names_the_hour_from_which_readers_see_the_new_text(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    page = create_work(actor=reporter.user, headline="Tin mới", lead="Một.")
    submit_for_approval(page=page, actor=reporter.user)
    page.refresh_from_db()
    editor.post(approval(page), ANSWERS | {"revision": page.latest_revision_id})
    page.work.embargo_until = now() + timedelta(days=1)
    page.work.save()
    # Readers have the old text; the new one waits for its own hour, later than the embargo's end.
    draft = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.lead, draft.go_live_at = "Hai.", now() + timedelta(days=3)
    draft.save_revision(user=reporter.user)
    submit_for_approval(page=StoryPage.objects.get(pk=page.pk), actor=reporter.user)
    page.refresh_from_db()
    answers = ANSWERS | {"revision": page.latest_revision_id, "change": "update"}
    html = editor.post(approval(page), answers, follow=True).content.decode()
    moment = date_format(localtime(draft.go_live_at), "SHORT_DATETIME_FORMAT")
    assert f"Bạn đọc xem được từ {moment}" in html


@pytest.mark.parametrize("revision", ["²", "-1", "x"])
def test_a_form_that_names_no_revision_is_saved(site, client_as, revision):
    editor = client_as(Role.EDITOR)
    page = create_work(actor=editor.user, headline="Bài", lead="Một.")
    data = form_data("Bài mới") | {"loaded_revision_id": revision}
    assert editor.post(edit(page), data, follow=True).status_code == 200


def test_an_approval_that_is_not_the_last_claims_nothing_of_readers(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    ApprovalRoute.objects.create(language="vi", workflow=steps("Hai", Role.EDITOR, Role.LEADER))
    page = create_work(actor=reporter.user, headline="Tin mới", lead="Một.")
    page.work.embargo_until = now() + timedelta(days=1)
    page.work.save()
    submit_for_approval(page=page, actor=reporter.user)
    page.refresh_from_db()
    answers = ANSWERS | {"revision": page.latest_revision_id}
    html = editor.post(approval(page), answers, follow=True).content.decode()
    assert "Đã phê duyệt: Tin mới" in html
    assert "Bạn đọc xem được" not in html


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("report", "column"), [("workflow", "Người yêu cầu"), ("workflow_tasks", "Kết thúc lúc")]
)
def test_what_is_under_way_is_taken_along_as_a_table(waiting, client_as, report, column, kind):
    answer = client_as(Role.EDITOR).get(reverse(f"wagtailadmin_reports:{report}"), {"export": kind})
    assert answer.status_code == 200
    table = answer.getvalue()
    if kind == "csv":
        assert "Tin mới" in table.decode()
        assert column in table.decode()
