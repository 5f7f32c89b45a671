"""What readers get at the newsroom's addresses."""

from datetime import UTC, datetime, timedelta

import pytest

from nhipcau.common.reading import batch
from nhipcau.common.surfaces import registry
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db
THEN = datetime(2020, 3, 4, 10, 14, tzinfo=UTC)
NOW = datetime(2020, 3, 5, tzinfo=UTC)


@pytest.fixture
def story(site):
    page = create_work(
        actor=None,
        headline="Hội nghị tổng kết",
        lead="Đoạn mở đầu.",
        body=[("paragraph", "<p>Đoạn hai.</p>"), ("photo", {"caption": "Chưa có ảnh."})],
        byline="Đăng Triều",
        published_at=THEN,
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    return page


def test_a_story_is_shown_with_its_publisher_and_hreflang(story):
    rendered = registry.render(story.address, NOW)
    html = rendered.body.decode()
    assert rendered.status == 200
    assert "Ban Chỉ đạo công tác thông tin đối ngoại tỉnh Đắk Lắk" in html
    assert "17:14, 04/03/2020" in html
    assert "Chưa có ảnh." not in html, "a caption without a photograph waits"
    assert f'hreflang="vi" href="http://localhost:8000{story.address}"' in html
    assert story.work.key in rendered.keys


def test_paragraphs_do_not_stand_inside_one_another(story):
    html = registry.render(story.address, NOW).body.decode()
    assert "<p>Đoạn hai.</p>" in html
    assert "<p><p>" not in html


def test_a_batch_renders_the_same_bytes_with_few_queries(story, django_assert_max_num_queries):
    others = [
        create_work(actor=None, headline=f"Tin {number}", lead="Một.", published_at=THEN)
        for number in range(12)
    ]
    for page in others:
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
        page.refresh_from_db()
    addresses = [story.address, *(page.address for page in others)]
    alone = {address: registry.render(address, NOW) for address in addresses}
    with django_assert_max_num_queries(60), batch():
        registry.prepare(addresses, NOW)
        together = {address: registry.render(address, NOW) for address in addresses}
    assert together == alone


def test_lists_archive_and_front_show_it(story):
    for address in ("/vi/", "/vi/tin-tuc/", "/vi/tin-tuc/2020/03/"):
        assert story.title in registry.render(address, NOW).body.decode(), address
    assert registry.render("/vi/tin-tuc/2020/04/", NOW).status == 404
    assert story.title not in registry.render("/en/news/", NOW).body.decode()


def test_embargo_binds_at_every_address(story):
    until = NOW + timedelta(hours=2)
    story.work.embargo_until = until
    story.work.save()
    rendered = registry.render(story.address, NOW)
    assert (rendered.status, rendered.valid_until) == (404, until)
    for address in ("/vi/", "/vi/tin-tuc/", "/vi/tin-tuc/2020/03/"):
        rendered = registry.render(address, NOW)
        assert story.title not in rendered.body.decode()
        assert rendered.valid_until == until
    assert registry.render(story.address, until).status == 200


def test_every_listed_address_can_be_rendered(story):
    addresses = list(registry.addresses(NOW))
    assert {story.address, "/vi/", "/en/news/", "/vi/tin-tuc/2020/03/"} <= set(addresses)
    empty = {address for address in addresses if registry.render(address, NOW).status != 200}
    # Nothing to hand out yet: this small site has no photograph.
    assert empty <= {address for address in addresses if address.endswith("/press-kit.zip")}


def test_rendering_is_a_pure_function(story):
    assert registry.render(story.address, NOW) == registry.render(story.address, NOW)
