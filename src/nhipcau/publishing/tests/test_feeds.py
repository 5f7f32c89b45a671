"""Feeds and sitemaps as the programs that read them see them."""

import json
from datetime import UTC, datetime, timedelta

import fastfeedparser
import feedparser
import pytest
from lxml import etree

from nhipcau.common.surfaces import registry
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import Section, SectionName, Topic, TopicName
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import add_version, create_work

pytestmark = pytest.mark.django_db
THEN = datetime(2100, 3, 4, 10, 14, tzinfo=UTC)
NOW = THEN + timedelta(hours=1)
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LINK = '<p>Xem <a href="/vi/gioi-thieu/">giới thiệu</a> & hơn thế ]]></p>'


@pytest.fixture
def story(site):
    section = Section.objects.create(code="van-hoa")
    SectionName.objects.create(section=section, language="vi", name="Văn hóa", slug="van-hoa")
    page = create_work(
        actor=None,
        headline="Hội nghị <tổng kết> & triển khai \x0b",
        lead="Đoạn mở đầu.",
        body=[("paragraph", LINK)],
        byline="Đăng Triều",
        published_at=THEN,
    )
    page.work.section = section
    page.work.save()
    topic = Topic.objects.create(code="hop-tac")
    TopicName.objects.create(topic=topic, language="vi", name="Hợp tác", slug="hop-tac")
    page.work.topics.add(topic)
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    return page


def get(address, now=NOW):
    return registry.render(address, now)


@pytest.mark.parametrize("name", ["feed.atom", "feed.rss"])
def test_xml_feed__is_read_by_a_feed_reader_without_complaint(story, name):
    for page in ("/vi/", "/vi/chuyen-muc/van-hoa/"):
        rendered = get(f"{page}{name}")
        feed = feedparser.parse(
            rendered.body, response_headers={"content-type": rendered.content_type}
        )
        assert not feed.bozo, feed.get("bozo_exception")
        (entry,) = feed.entries
        assert "tổng kết" in entry.title
        assert entry.link == f"http://localhost:8000{story.address}"
        assert entry.id.startswith("urn:uuid:")
        assert entry.published_parsed[:5] == (2100, 3, 4, 10, 14)
        assert "http://localhost:8000/vi/gioi-thieu/" in entry.content[0].value
        assert entry.author == "Đăng Triều"
        assert entry.tags[0].term == "Văn hóa"


@pytest.mark.parametrize("page", ["/vi/", "/vi/chuyen-muc/van-hoa/", "/vi/chu-de/hop-tac/"])
def test_every_format__says_the_same_to_two_readers(story, page):
    told = set()
    for name in ("feed.atom", "feed.rss", "feed.json"):
        rendered = get(f"{page}{name}")
        readers = [fastfeedparser.parse(rendered.body)]
        if name == "feed.json":
            assert {"version", "title", "items"} <= set(json.loads(rendered.body))
        else:
            readers.append(feedparser.parse(rendered.body))
        for feed in readers:
            assert feed.feed.title.endswith(feedparser.parse(get("/vi/feed.atom").body).feed.title)
            (entry,) = feed.entries
            told.add((entry.id, entry.link, entry.title.strip()))
            assert entry.published.startswith(("2100-03-04", "Thu, 04 Mar 2100"))
    assert len(told) == 1


def test_an_english_feed__is_in_english_for_both_readers(story):
    version = add_version(work=story.work, actor=None, language="en", headline="Meeting", lead="x")
    publish_from_archive(page=version, actor=None, basis=ApprovalBasis.SAMPLE)
    version.refresh_from_db()
    for name in ("feed.atom", "feed.rss", "feed.json"):
        body = get(f"/en/{name}").body
        readers = [fastfeedparser.parse(body)]
        if name == "feed.json":
            assert json.loads(body)["language"] == "en"
        else:
            readers.append(feedparser.parse(body))
            assert not readers[1].bozo
            assert readers[1].feed.language == "en"
        for feed in readers:
            (entry,) = feed.entries
            assert entry.title == "Meeting"
            assert entry.link == f"http://localhost:8000{version.address}"


def test_formats__agree_on_the_name_of_a_story(story):
    data = json.loads(get("/vi/feed.json").body)
    atom = feedparser.parse(get("/vi/feed.atom").body)
    assert data["items"][0]["id"] == atom.entries[0].id
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert get("/vi/feed.json").content_type.startswith("application/feed+json")


def test_languages__have_names_of_their_own(story):
    version = add_version(work=story.work, actor=None, language="en", headline="Meeting", lead="x")
    publish_from_archive(page=version, actor=None, basis=ApprovalBasis.SAMPLE)
    names = {
        feedparser.parse(get(f"/{code}/feed.atom").body).entries[0].id for code in ("vi", "en")
    }
    assert len(names) == 2


def test_embargo__binds_in_every_feed_and_sitemap(story):
    until = NOW + timedelta(hours=2)
    story.work.embargo_until = until
    story.work.save()
    for address in ("/vi/feed.atom", "/vi/feed.rss", "/vi/feed.json", "/news-sitemap.xml"):
        rendered = get(address)
        assert story.slug not in rendered.body.decode(), address
        assert rendered.valid_until == until, address
        assert story.slug in get(address, until).body.decode(), address
    month = get("/sitemap/2100-03.xml")
    assert (month.status, month.valid_until) == (404, until)
    assert "2100-03" not in get("/sitemap.xml").body.decode()
    assert "2100-03" in get("/sitemap.xml", until).body.decode()


def test_withdrawal__is_told_to_those_who_took_the_story(story):
    name = feedparser.parse(get("/vi/feed.atom").body).entries[0].id
    story.work.withdrawn_at, story.work.withdrawal_reason = NOW, "Sai số liệu."
    story.work.save()
    body = get("/vi/feed.atom").body.decode()
    assert "<entry" not in body
    assert f'deleted-entry ref="{name}"' in body


def test_sitemap__names_every_language_version_mutually(story):
    version = add_version(work=story.work, actor=None, language="en", headline="Meeting", lead="x")
    publish_from_archive(page=version, actor=None, basis=ApprovalBasis.SAMPLE)
    root = etree.fromstring(get("/sitemap/2100-03.xml").body)
    links = {
        url.findtext("s:loc", namespaces=SITEMAP): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", SITEMAP)
        }
        for url in root.findall("s:url", SITEMAP)
    }
    assert len(links) == 2
    for here, others in links.items():
        assert here in others.values()
        assert others["x-default"] == others["en"], "guests from abroad read English"
        assert all(links[there] == others for there in others.values())


def test_sitemap_index__lists_what_exists(story):
    root = etree.fromstring(get("/sitemap.xml").body)
    for location in root.iterfind(".//s:loc", SITEMAP):
        assert get(location.text.removeprefix("http://localhost:8000")).status == 200
    assert get("/sitemap/2099-01.xml").status == 404


def test_news_sitemap__forgets_after_two_days_by_the_clock_alone(story):
    rendered = get("/news-sitemap.xml")
    assert story.slug in rendered.body.decode()
    assert rendered.valid_until == THEN + timedelta(days=2)
    assert story.slug not in get("/news-sitemap.xml", THEN + timedelta(days=2)).body.decode()
