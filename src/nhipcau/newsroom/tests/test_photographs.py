"""Photographs in stories."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import CIVIL_ZONE, civil, now
from nhipcau.common.surfaces import registry
from nhipcau.library.exceptions import MediumNotPublishable
from nhipcau.library.rules import public_addresses
from nhipcau.library.services.photos import store_photo
from nhipcau.library.tests.photographs import encoded, picture
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.services.publication import publish_from_archive, submit_for_approval
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db


def test_a_story_that_shows_an_expired_photograph_is_not_published(site):
    image = store_photo(content=encoded(picture()), name="a.jpg", actor=None)
    page = create_work(
        actor=None, headline="Bài có ảnh", body=[("photo", {"image": image, "caption": "Ảnh"})]
    )
    image.rights_expire_on = civil(now()).date() - timedelta(days=1)
    image.save()
    with pytest.raises(MediumNotPublishable):
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    assert not page.live


def test_a_photograph_whose_right_ends_leaves_every_page_by_the_clock(site):
    image = store_photo(content=encoded(picture()), name="a.jpg", actor=None)
    page = create_work(
        actor=None,
        headline="Bài có ảnh",
        lead="Mở đầu.",
        body=[("photo", {"image": image, "caption": "Chú thích của ảnh"})],
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    last_day = civil(now()).date() + timedelta(days=3)
    image.rights_expire_on = last_day
    image.save()
    copies = list(public_addresses(image.uuid))
    after = datetime.combine(last_day + timedelta(days=1), time.min, CIVIL_ZONE)
    for address in (page.address, "/vi/", "/vi/tin-tuc/", copies[0]):
        shown = registry.render(address, now())
        assert (shown.status, shown.valid_until) == (200, after), address
    for address in (page.address, "/vi/", "/vi/tin-tuc/"):
        hidden = registry.render(address, after).body.decode()
        assert str(image.uuid) not in hidden
        assert "Chú thích của ảnh" not in hidden
    assert registry.render(copies[0], after).status == 404


def test_whoever_decides_on_a_text_sees_its_photographs_before_readers_do(site, client_as, client):
    image = store_photo(content=encoded(picture()), name="a.jpg", actor=None)
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    page = create_work(
        actor=reporter.user,
        headline="Bài có ảnh",
        lead="Mở đầu.",
        body=[("paragraph", "<p>Một.</p>"), ("photo", {"image": image, "caption": "Ảnh"})],
    )
    submit_for_approval(page=page, actor=reporter.user)
    places = (
        reverse("newsroom_approval", args=[page.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
    )
    for place in places:
        html = editor.get(place).content.decode()
        (shown,) = re.findall(r'<img src="([^"]*' + image.uuid.hex + r'[^"]*)"', html)
        answer = editor.get(shown)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg"), place
        assert "private" in answer["Cache-Control"]
        assert client.get(shown).status_code == 302
    assert registry.render(public_addresses(image.uuid)[0], now()).status == 404


def test_whoever_decides_is_told_of_a_photograph_that_may_not_be_published(site, client_as):
    image = store_photo(content=encoded(picture()), name="hoi-nghi.jpg", actor=None)
    reporter, editor = client_as(Role.REPORTER), client_as(Role.EDITOR)
    page = create_work(actor=reporter.user, headline="Bài", body=[("photo", {"image": image})])
    submit_for_approval(page=page, actor=reporter.user)
    image.rights_expire_on = civil(now()).date() - timedelta(days=1)
    image.save()
    html = editor.get(reverse("newsroom_approval", args=[page.pk])).content.decode()
    assert "không được xuất bản" in html
    assert image.title in html
