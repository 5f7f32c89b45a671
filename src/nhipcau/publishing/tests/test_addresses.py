"""Addresses never die: what has moved leads on, what is gone says so."""

import pytest

from nhipcau.agencies.models import Place, PlaceName
from nhipcau.common import clock
from nhipcau.common.surfaces import registry
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import Section, SectionName
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work
from nhipcau.publishing.models import KnownAddress
from nhipcau.publishing.services import drain

pytestmark = pytest.mark.django_db


def at(address):
    return registry.render(address, clock.now())


@pytest.fixture
def section(site):
    section = Section.objects.create(code="van-hoa")
    SectionName.objects.create(section=section, language="vi", name="Văn hóa", slug="van-hoa")
    return section


@pytest.fixture
def story(site):
    page = create_work(actor=None, headline="Lễ hội", published_at=clock.now())
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    return page


def test_section__slug_changed_twice__all_its_addresses_lead_to_the_last(section):
    name = section.names.get()
    for slug in ("van-hoa-du-lich", "du-lich"):
        name.slug = slug
        name.save()
    for old in ("van-hoa", "van-hoa-du-lich"):
        for rest in ("", "feed.atom", "feed.rss", "feed.json"):
            answer = at(f"/vi/chuyen-muc/{old}/{rest}")
            assert (answer.status, answer.location) == (301, f"/vi/chuyen-muc/du-lich/{rest}")
    assert at("/vi/chuyen-muc/du-lich/").status == 200


def test_section__slug_taken_back__is_no_loop(section):
    name = section.names.get()
    for slug in ("moi", "van-hoa"):
        name.slug = slug
        name.save()
    assert at("/vi/chuyen-muc/van-hoa/").status == 200
    assert at("/vi/chuyen-muc/moi/").location == "/vi/chuyen-muc/van-hoa/"


def test_section__name_removed_and_written_anew__leads_on(section):
    section.names.get().delete()
    assert at("/vi/chuyen-muc/van-hoa/").status == 410
    SectionName.objects.create(section=section, language="vi", name="Du lịch", slug="du-lich")
    assert at("/vi/chuyen-muc/van-hoa/").location == "/vi/chuyen-muc/du-lich/"


def test_section__another_takes_its_former_slug__that_one_is_shown(section):
    name = section.names.get()
    name.slug = "moi"
    name.save()
    other = Section.objects.create(code="khac")
    SectionName.objects.create(section=other, language="vi", name="Khác", slug="van-hoa")
    assert at("/vi/chuyen-muc/van-hoa/").status == 200


def test_place__code_changed__leads_on(site):
    place = Place.objects.create(code="krong-pac")
    PlaceName.objects.create(place=place, language="vi", name="Krông Pắc")
    place.code = "krong-pak"
    place.save()
    assert at("/vi/dia-danh/krong-pac/").location == "/vi/dia-danh/krong-pak/"


def test_story__slug_or_language_changed__leads_on(story):
    first = story.address
    story.slug = f"ten-khac-{story.work.short_id}"
    story.save()
    assert at(first).location == story.address
    second = story.address
    story.locale = type(story.locale).objects.get(language_code="en")
    story.save()
    assert {at(first).location, at(second).location} == {story.address}
    assert at(story.address).status == 200


def test_story__deleted__leaves_no_trace_in_addresses(story):
    first = story.address
    story.slug = f"ten-khac-{story.work.short_id}"
    story.save()
    story.approvals.all().delete()
    story.delete()
    assert {at(first).status, at(story.address).status} == {404}
    assert not KnownAddress.objects.exists()


def test_story__saved_without_moving__leaves_no_trace(story):
    story.save()
    assert not KnownAddress.objects.exists()


def test_page_that_vanishes__is_gone_not_unknown(section, settings):
    """Whatever the reason: readers who had found something are told that it is no more."""
    drain()
    SectionName.objects.all()._raw_delete("default")
    from nhipcau.common.surfaces import announce

    announce(addresses=["/vi/chuyen-muc/van-hoa/"])
    drain()
    assert at("/vi/chuyen-muc/van-hoa/").status == 410
    gone = settings.PUBLIC_ROOT / "gone/vi/chuyen-muc/van-hoa/index.html"
    assert "không còn được đăng" in gone.read_text()
