"""Desk work on stories: filing many, duplicating, scheduling, two people on one text."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from nhipcau.accounts.enums import Role
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.surfaces import registry
from nhipcau.newsroom.enums import ApprovalBasis, Republication
from nhipcau.newsroom.models import Section, StoryPage, Topic, Work
from nhipcau.newsroom.services.filing import duplicate_work
from nhipcau.newsroom.services.publication import publish_from_archive, submit_for_approval
from nhipcau.newsroom.services.schedule import keep_schedule
from nhipcau.newsroom.services.works import create_work
from nhipcau.newsroom.tests.test_back_office import form_data

pytestmark = pytest.mark.django_db


def bulk(action, works):
    address = reverse("wagtail_bulk_action", args=["newsroom", "work", action])
    return f"{address}?next=/admin/&" + "&".join(f"id={work.pk}" for work in works)


def test_many_works_are_filed_at_once_by_the_desk_only(site, client_as):
    pages = [create_work(actor=None, headline=f"Bài {number}", lead="x") for number in range(3)]
    works = [page.work for page in pages]
    section, topic = Section.objects.create(code="van-hoa"), Topic.objects.create(code="le-hoi")
    editor, reporter = client_as(Role.EDITOR), client_as(Role.REPORTER)
    reporter.post(bulk("set_section", works), {"section": section.pk})
    assert not Work.objects.filter(section=section).exists()
    html = editor.get(bulk("set_section", works[:2])).content.decode()
    assert "Bài 0" in html
    editor.post(bulk("set_section", works[:2]), {"section": section.pk})
    assert Work.objects.filter(section=section).count() == 2
    editor.post(bulk("add_topics", works), {"topics": [topic.pk]})
    assert topic.works.count() == 3
    editor.post(bulk("set_deadline", works), {"deadline": "2100-01-01 08:00"})
    assert Work.objects.exclude(deadline=None).count() == 3


def test_a_duplicate_is_a_new_draft_of_ones_own(site, client_as):
    reporter, other = client_as(Role.REPORTER), client_as(Role.REPORTER)
    page = create_work(actor=None, headline="Bài", lead="Một.", body=[("paragraph", "<p>Hai.</p>")])
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    response = reporter.post(reverse("newsroom_duplicate", args=[page.pk]))
    copy = StoryPage.objects.exclude(pk=page.pk).get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[copy.pk])
    assert copy.work != page.work
    assert (copy.owner, copy.live, copy.lead) == (reporter.user, False, "Một.")
    assert "Hai." in str(copy.get_latest_revision_as_object().body)
    assert copy.work.published_at is None
    with pytest.raises(NotPermitted):
        duplicate_work(page=copy, actor=other.user)


def test_a_duplicate_still_says_whose_words_they_are(site, client_as):
    page = create_work(actor=None, headline="Bài", lead="Một.")
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    source = {
        "source_name": "Báo Đắk Lắk",
        "source_address": "https://bao.vn/1",
        "republication": Republication.UNCLEAR,
    }
    Work.objects.filter(pk=page.work_id).update(**source)
    client_as(Role.REPORTER).post(reverse("newsroom_duplicate", args=[page.pk]))
    assert Work.objects.filter(**source).count() == 2


def test_a_text_for_a_later_moment_is_published_then_and_only_if_approved(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    pages = []
    for headline in ("Đã duyệt", "Chưa duyệt"):
        page = create_work(actor=reporter.user, headline=headline, lead="x")
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision(user=reporter.user)
        submit_for_approval(page=page, actor=reporter.user)
        pages.append(StoryPage.objects.get(pk=page.pk))
    state = pages[0].current_workflow_task_state
    answers = {"secrecy_checked": True, "information_kind": "image", "form": "events"}
    state.task.specific.on_action(state, editor.user, "approve", **answers)
    assert not StoryPage.objects.get(pk=pages[0].pk).live
    later = timezone.now() + timedelta(hours=2)
    from unittest import mock

    with mock.patch("django.utils.timezone.now", return_value=later):
        keep_schedule(later)
    assert StoryPage.objects.get(pk=pages[0].pk).live
    assert not StoryPage.objects.get(pk=pages[1].pk).live


def test_two_editors_on_one_text_lose_nothing_and_the_second_is_told(site, client_as):
    first, second = client_as(Role.EDITOR), client_as(Role.EDITOR)
    page = create_work(actor=first.user, headline="Bài", lead="Đoạn mở đầu.")
    loaded = page.latest_revision_id
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for client, headline in ((first, "Của người thứ nhất"), (second, "Của người thứ hai")):
        data = form_data(headline) | {"loaded_revision_id": loaded}
        response = client.post(edit, data, follow=True)
    revisions = StoryPage.objects.get(pk=page.pk).revisions.order_by("pk")
    titles = [revision.content["title"] for revision in revisions]
    assert titles == ["Bài", "Của người thứ nhất", "Của người thứ hai"]
    html = response.content.decode()
    ours, theirs = revisions[2].pk, revisions[1].pk
    assert reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, theirs, ours]) in html


def test_embargo_binds_at_every_outlet(site):
    page = create_work(actor=None, headline="Zyxquwert", lead="Mởđầukín.")
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page = StoryPage.objects.get(pk=page.pk)
    now = timezone.now()
    page.work.embargo_until = now + timedelta(hours=1)
    page.work.save()
    words = ("Zyxquwert", "Mởđầukín", page.slug)
    shown = [
        address
        for address in registry.addresses(now)
        if any(word.encode() in registry.render(address, now).body for word in words)
    ]
    assert shown == []
    after = page.work.embargo_until
    outlets = {
        address
        for address in registry.addresses(after)
        if b"Zyxquwert" in registry.render(address, after).body
    }
    assert {page.address, "/vi/", "/vi/tin-tuc/", "/vi/feed.atom", "/vi/feed.rss"} <= outlets
    assert {"/vi/feed.json", "/news-sitemap.xml"} <= outlets


def test_an_author_says_what_the_story_is_and_after_publication_only_the_desk(site, client_as):
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    section, topic = Section.objects.create(code="van-hoa"), Topic.objects.create(code="le-hoi")
    other = Section.objects.create(code="kinh-te")
    page = create_work(actor=reporter.user, headline="Bài", lead="x")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answers = {
        "work_shown": "1",
        "work_section": section.pk,
        "work_topics": [topic.pk],
        "work_publisher": page.work.publisher_id,
        "work_source_name": "Báo Đắk Lắk",
        "work_republication": "permitted",
        "work_deadline": "2100-01-01 08:00",
    }
    assert reporter.get(edit).status_code == 200
    reporter.post(edit, form_data("Bài") | answers)
    work = Work.objects.get()
    assert (work.section, list(work.topics.all())) == (section, [topic])
    assert (work.source_name, work.republication) == ("Báo Đắk Lắk", "permitted")
    assert work.deadline is not None
    # A form without these questions, such as an older one still open, clears nothing.
    reporter.post(edit, form_data("Bài"))
    assert Work.objects.get().section == section

    publish_from_archive(
        page=StoryPage.objects.get(pk=page.pk), actor=None, basis=ApprovalBasis.SAMPLE
    )
    reporter.post(edit, form_data("Bài") | answers | {"work_section": other.pk})
    assert Work.objects.get().section == section
    editor.post(edit, form_data("Bài") | answers | {"work_section": other.pk})
    assert Work.objects.get().section == other


def test_a_preview_changes_nothing_and_begins_no_work(site, client_as):
    reporter = client_as(Role.REPORTER)
    section, topic = Section.objects.create(code="van-hoa"), Topic.objects.create(code="le-hoi")
    page = create_work(actor=reporter.user, headline="Bài", lead="x")
    typed = form_data("Bài viết dở") | {
        "work_shown": "1",
        "work_section": section.pk,
        "work_topics": [topic.pk],
        "work_publisher": page.work.publisher_id,
        "work_republication": "permitted",
    }
    index = page.get_parent()
    for address in (
        reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]),
        reverse("wagtailadmin_pages:preview_on_add", args=["newsroom", "storypage", index.pk]),
    ):
        assert reporter.post(address, typed).json()["is_available"]
        shown = reporter.get(address, {"in_preview_panel": "true"})
        assert "Bài viết dở" in shown.content.decode()
        work = Work.objects.get()
        assert (work.section, list(work.topics.all())) == (None, [])
