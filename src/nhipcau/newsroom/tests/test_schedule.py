"""Stories that go live and off again by the clock."""

import logging
from datetime import timedelta
from unittest import mock

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from nhipcau.accounts.enums import Role
from nhipcau.common import clock
from nhipcau.common.surfaces import changed, registry
from nhipcau.library.services.photos import store_photo
from nhipcau.library.tests.photographs import encoded, picture
from nhipcau.newsroom.enums import ApprovalBasis, WorkState
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.schedule import keep_schedule
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db


def at(moment):
    """Keep the schedule at a moment, also for the clock that Wagtail looks at."""
    with clock.fixed_time(moment), mock.patch.object(timezone, "now", clock.now):
        keep_schedule(moment)


def scheduled(headline, moment, **fields):
    page = create_work(actor=None, headline=headline, lead="Mở đầu.", **fields)
    page.go_live_at = moment
    page.expire_at = moment + timedelta(hours=1)
    page.save_revision()
    publish_from_archive(
        page=StoryPage.objects.get(pk=page.pk), actor=None, basis=ApprovalBasis.SAMPLE
    )
    return page


def test_expired_story__leaves_the_site_and_its_lists_are_told(site):
    start = clock.now()
    page = scheduled("Bài", start + timedelta(minutes=5))
    at(start + timedelta(minutes=6))
    page = StoryPage.objects.get(pk=page.pk)
    assert registry.render(page.address, clock.now()).status == 200
    told = set()

    def note(sender, keys, addresses, **kwargs):
        told.update(keys, addresses)

    changed.connect(note)
    at(start + timedelta(hours=2))
    assert registry.render(page.address, clock.now()).status != 200
    assert {page.address, page.work.key} <= told


def test_refusal__does_not_hold_up_what_is_due_later(site):
    start = clock.now()
    image = store_photo(content=encoded(picture()), name="a.jpg", actor=None)
    body = [("photo", {"image": image, "caption": "Ảnh"})]
    refused = scheduled("Ảnh hết hạn", start + timedelta(minutes=5), body=body)
    other = scheduled("Bài khác", start + timedelta(minutes=6))
    image.rights_expire_on = clock.civil(start).date() - timedelta(days=1)
    image.save()
    at(start + timedelta(minutes=7))
    assert not StoryPage.objects.get(pk=refused.pk).live
    assert StoryPage.objects.get(pk=other.pk).live


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVISER])
def test_refusal__stands_on_the_home_page_of_those_who_can_mend_it(site, client_as, role, caplog):
    cache.clear()
    caplog.set_level(logging.WARNING)
    start = clock.now() - timedelta(hours=1)
    image = store_photo(content=encoded(picture()), name="a.jpg", actor=None)
    body = [("photo", {"image": image, "caption": "Ảnh"})]
    with clock.fixed_time(start), mock.patch.object(timezone, "now", clock.now):
        page = scheduled("Bài bị từ chối", start + timedelta(minutes=5), body=body)
    home = reverse("wagtailadmin_home")
    client = client_as(role)
    image.rights_expire_on = clock.civil(start).date() - timedelta(days=1)
    image.save()
    for _again in range(3):
        at(start + timedelta(minutes=7))
    assert [row.message for row in caplog.records].count(
        "What was due could not be published."
    ) == 1, "tried every ten seconds, told once an hour"
    shown = client.get(home).content.decode()
    assert "Đến giờ nhưng chưa đăng được" in shown
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
    image.rights_expire_on = None
    image.save()
    at(start + timedelta(minutes=8))
    assert "Đến giờ nhưng chưa đăng được" not in client.get(home).content.decode()


def test_story_taken_off_until_its_new_text_is_due__is_listed_as_a_draft(site):
    page = create_work(actor=None, headline="Bài cũ", lead="Mở đầu.")
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    # As of a story that was brought in live: Wagtail cannot keep its old text until then.
    StoryPage.objects.filter(pk=page.pk).update(live_revision=None)
    draft = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.go_live_at = clock.now() + timedelta(hours=5)
    draft.save_revision()
    publish_from_archive(
        page=StoryPage.objects.get(pk=page.pk), actor=None, basis=ApprovalBasis.SAMPLE
    )
    page = StoryPage.objects.get(pk=page.pk)
    assert (page.live, page.work.state) == (False, WorkState.DRAFT)


def test_text_that_waits__is_not_told_by_the_page_of_a_story_that_is_off_the_site(site):
    start = clock.now()
    page = create_work(actor=None, headline="Bài cũ", lead="Mở đầu.")
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page = StoryPage.objects.get(pk=page.pk)
    page.unpublish()
    draft = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.title, draft.lead = "Tin chưa công bố", "Chưa đến giờ."
    draft.go_live_at = start + timedelta(hours=5)
    draft.save_revision()
    publish_from_archive(
        page=StoryPage.objects.get(pk=page.pk), actor=None, basis=ApprovalBasis.SAMPLE
    )
    said = registry.render(page.address, clock.now())
    assert (said.status, "Bài cũ" in said.body.decode()) == (410, True)
    assert "Tin chưa công bố" not in said.body.decode()
    at(start + timedelta(hours=6))
    said = registry.render(page.address, start + timedelta(hours=6))
    assert (said.status, "Tin chưa công bố" in said.body.decode()) == (200, True)


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, True), (Role.REPORTER, False)])
def test_what_was_approved_for_later_is_taken_back_by_who_decides(site, client_as, role, may):
    page = scheduled("Hẹn giờ", clock.now() + timedelta(days=1))
    revision = StoryPage.objects.get(pk=page.pk).scheduled_revision
    address = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk])
    browser = client_as(role)
    answer = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk]), follow=True)
    assert (address in answer.content.decode()) is may
    browser.post(address)
    assert (StoryPage.objects.get(pk=page.pk).scheduled_revision is None) is may
    at(clock.now() + timedelta(days=1, minutes=1))
    assert StoryPage.objects.get(pk=page.pk).live is not may


def test_works_list__names_the_hour_at_which_an_approved_story_appears(site, client_as):
    moment = clock.now() + timedelta(days=1)
    scheduled("Bài hẹn giờ", moment)
    create_work(actor=None, headline="Bài còn viết", lead="Mở đầu.")
    client = client_as(Role.EDITOR)
    address = reverse("wagtailsnippets_newsroom_work:list")
    shown = date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")
    assert client.get(address).content.decode().count(f"hẹn đăng lúc {shown}") == 1
    found = client.get(address, {"state": "scheduled"}).content.decode()
    assert "Bài hẹn giờ" in found
    assert "Bài còn viết" not in found
    at(moment + timedelta(minutes=1))
    assert "hẹn đăng lúc" not in client.get(address).content.decode()
