"""Topics and related stories as readers find them."""

from datetime import UTC, datetime, timedelta

import pytest

from nhipcau.common.surfaces import changed, registry
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import RelatedWork, StoryPage, Topic, TopicName
from nhipcau.newsroom.selectors.topics import featured_topics
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db
NOW = datetime(2100, 3, 5, tzinfo=UTC)


def published(headline):
    page = create_work(
        actor=None, headline=headline, lead="Một.", published_at=NOW - timedelta(days=1)
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return StoryPage.objects.get(pk=page.pk)


@pytest.fixture
def topic(site):
    made = Topic.objects.create(code="le-hoi-ca-phe")
    TopicName.objects.create(
        topic=made,
        language="vi",
        name="Lễ hội Cà phê",
        slug="le-hoi-ca-phe",
        introduction="Từ 2005.",
    )
    TopicName.objects.create(topic=made, language="en", name="Coffee Festival", slug="coffee")
    return made


def test_a_topic_has_a_page_in_every_language_it_has_a_name_in(topic):
    page, other = published("Khai mạc"), published("Chuyện khác")
    page.work.topics.add(topic)
    html = registry.render("/vi/chu-de/le-hoi-ca-phe/", NOW).body.decode()
    assert "Khai mạc" in html
    assert other.title not in html
    assert "Từ 2005." in html
    assert 'hreflang="en"' in html
    assert registry.render("/en/topics/coffee/", NOW).status == 200
    assert registry.render("/fr/themes/coffee/", NOW).status == 404
    assert {"/vi/chu-de/le-hoi-ca-phe/", "/en/topics/coffee/"} <= set(registry.addresses(NOW))
    assert "/vi/chu-de/le-hoi-ca-phe/" in registry.render(page.address, NOW).body.decode()
    assert [row["name"] for row in featured_topics("en")] == ["Coffee Festival"]


def test_related_stories_are_named_on_both_sides_once_readers_may_see_them(site):
    first, second = published("Bài một"), published("Bài hai")
    RelatedWork.objects.create(work=first.work, related=second.work)
    for page, other in ((first, second), (second, first)):
        assert other.address in registry.render(page.address, NOW).body.decode()
    until = NOW + timedelta(hours=3)
    second.work.embargo_until = until
    second.work.save()
    rendered = registry.render(first.address, NOW)
    assert second.title not in rendered.body.decode()
    assert rendered.valid_until == until
    assert second.work.key in rendered.keys


def test_filing_under_a_topic_and_relating_make_the_pages_stale(topic):
    first, second = published("Bài một"), published("Bài hai")
    heard = []

    def hear(keys, **kwargs):
        heard.append(keys)

    changed.connect(hear)
    try:
        topic.works.add(first.work)
        assert any(first.work.key in keys for keys in heard)
        heard.clear()
        RelatedWork.objects.create(work=first.work, related=second.work)
        assert {first.work.key, second.work.key} <= frozenset().union(*heard)
        heard.clear()
        topic.works.clear()
        assert any(first.work.key in keys for keys in heard)
    finally:
        changed.disconnect(hear)
