"""What other newsrooms get: checked against the official schemas of the IPTC."""

import json
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import etree
from PIL import Image as Picture
from wagtail.models import Locale

from nhipcau.common import clock
from nhipcau.common.reading import batch
from nhipcau.common.surfaces import registry
from nhipcau.library.models import Image
from nhipcau.newsroom.enums import ApprovalBasis, Change
from nhipcau.newsroom.ingest.readers import news_json, newsml
from nhipcau.newsroom.models import NewsIndexPage, Section, SectionName, StoryPage
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import add_version, create_work
from nhipcau.publishing.models import WireItem
from nhipcau.publishing.surfaces.wire import feed_addresses, item_addresses

pytestmark = pytest.mark.django_db
SCHEMAS = Path(__file__).parent / "schemas"
THEN = datetime(2100, 3, 4, 10, 14, tzinfo=UTC)
NOW = THEN + timedelta(hours=1)
G2 = {"n": "http://iptc.org/std/nar/2006-10-01/"}


@pytest.fixture(scope="module")
def ninjs_schema():
    schema = json.loads((SCHEMAS / "ninjs/ninjs-schema_3.1.json").read_text())
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


@pytest.fixture(scope="module")
def newsml_schema():
    return etree.XMLSchema(file=str(SCHEMAS / "newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd"))


@pytest.fixture(autouse=True)
def _clock():
    with clock.fixed_time(THEN):
        yield


@pytest.fixture
def story(site):
    section = Section.objects.create(code="van-hoa")
    SectionName.objects.create(section=section, language="vi", name="Văn hóa", slug="van-hoa")
    data = BytesIO()
    Picture.new("RGB", (64, 48)).save(data, "PNG")
    image = Image.objects.create(
        title="Ảnh", credit="Thu Hà", file=SimpleUploadedFile("a.png", data.getvalue())
    )
    page = create_work(
        actor=None,
        headline="Hội nghị <tổng kết> & triển khai \x0b",
        lead="Đoạn mở đầu.",
        body=[
            ("paragraph", '<p>Xem <a href="/vi/gioi-thieu/">giới thiệu</a> & hơn thế ]]></p>'),
            ("heading", "Tiểu mục"),
            ("photo", {"image": image, "caption": "Đại biểu", "alternative_text": "Hội trường"}),
        ],
        byline="Đăng Triều",
        published_at=THEN,
    )
    page.work.section = section
    page.work.save()
    publish(page)
    return page


def publish(page):
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    return WireItem.objects.get(page=page)


def documents(item, now=NOW):
    """The item in both formats and both feeds, as parsed documents."""
    answers = [registry.render(address, now) for address in item_addresses(item.guid)]
    answers += [registry.render(address, now) for address in feed_addresses(item.language)]
    assert {answer.status for answer in answers} == {200}
    ninjs, g2, feed, message = (answer.body for answer in answers)
    return json.loads(ninjs), etree.fromstring(g2), json.loads(feed), etree.fromstring(message)


def check(item, ninjs_schema, newsml_schema, now=NOW):
    """All four documents are valid; returns the item in both formats."""
    ninjs, g2, feed, message = documents(item, now)
    for document in (ninjs, feed):
        ninjs_schema.validate(document)
    for document in (g2, message):
        newsml_schema.assertValid(document)
    inside = next(one for one in feed["associations"] if one["uri"] == item.guid.urn)
    assert {name: inside[name] for name in ("version", "pubStatus")} == {
        name: ninjs[name] for name in ("version", "pubStatus")
    }
    assert message.xpath(f"//n:newsItem[@guid='{item.guid.urn}']/@version", namespaces=G2) == [
        str(item.number)
    ]
    return ninjs, g2


def text(document, path):
    return document.xpath(f"string({path})", namespaces=G2)


def test_item__is_valid_and_complete(story, ninjs_schema, newsml_schema):
    item = WireItem.objects.get(page=story)
    ninjs, g2 = check(item, ninjs_schema, newsml_schema)
    assert (ninjs["version"], ninjs["pubStatus"], ninjs["language"]) == ("1", "usable", "vi")
    assert ninjs["headlines"][0]["value"].startswith("Hội nghị <tổng kết> & triển khai")
    assert "http://localhost:8000/vi/gioi-thieu/" in ninjs["bodies"][0]["value"]
    picture = ninjs["associations"][0]
    assert (picture["type"], picture["by"]) == ("picture", "Thu Hà")
    assert picture["renditions"][0]["href"].startswith("http://localhost:8000/media/")
    assert ninjs["subjects"][0]["name"] == "Văn hóa"
    assert ninjs["renditions"][0]["href"].endswith(story.address)
    assert g2.get("guid") == ninjs["uri"] == item.guid.urn
    assert text(g2, "//n:pubStatus/@qcode") == "stat:usable"
    assert text(g2, "//n:headline").startswith("Hội nghị <tổng kết>")
    assert "hơn thế ]]>" in "".join(g2.itertext())


def test_our_own_reader__takes_the_same_story_from_both_formats(story):
    addresses = item_addresses(WireItem.objects.get(page=story).guid)
    (one,) = news_json.read(registry.render(addresses[0], NOW).body)
    (two,) = newsml.read(registry.render(addresses[1], NOW).body)
    for read in (one, two):
        assert read.headline.startswith("Hội nghị <tổng kết> & triển khai")
        assert read.lead == "Đoạn mở đầu."
        assert read.byline == "Đăng Triều"
        assert read.language == "vi"


def test_edit__is_a_new_version_and_a_save_that_changes_nothing_is_not(
    story, ninjs_schema, newsml_schema
):
    story.work.save()
    assert WireItem.objects.get(page=story).number == 1
    story.title = "Sửa"
    story.save_revision()
    with clock.fixed_time(NOW):
        item = publish(story)
    ninjs, _ = check(item, ninjs_schema, newsml_schema)
    assert ninjs["version"] == "2"
    assert ninjs["versionCreated"] == "2100-03-04T11:14:00Z"
    assert ninjs["headlines"][0]["value"] == "Sửa"


def test_withdrawal__cancels_the_item_with_the_reason_and_without_the_text(
    story, ninjs_schema, newsml_schema
):
    story.work.withdrawn_at, story.work.withdrawal_reason = THEN, "Sai số liệu."
    story.work.save()
    item = WireItem.objects.get(page=story)
    ninjs, g2 = check(item, ninjs_schema, newsml_schema)
    assert (ninjs["version"], ninjs["pubStatus"]) == ("2", "canceled")
    assert "Sai số liệu." in ninjs["edNote"]
    assert "bodies" not in ninjs
    assert text(g2, "//n:pubStatus/@qcode") == "stat:canceled"
    assert "Sai số liệu." in text(g2, "//n:edNote")
    assert "giới thiệu" not in "".join(g2.itertext())


def test_unpublished_version__is_withheld_and_a_deleted_one_cancelled(
    story, ninjs_schema, newsml_schema
):
    guid = WireItem.objects.get(page=story).guid
    story.unpublish()
    ninjs, _ = check(WireItem.objects.get(guid=guid), ninjs_schema, newsml_schema)
    assert ninjs["pubStatus"] == "withheld"
    story.approvals.all().delete()
    story.delete()
    ninjs, _ = check(WireItem.objects.get(guid=guid), ninjs_schema, newsml_schema)
    assert ninjs["pubStatus"] == "canceled"


def test_version_filed_under_the_wrong_language__is_another_item_and_the_first_is_cancelled(
    story, ninjs_schema, newsml_schema
):
    first = WireItem.objects.get(page=story)
    story.move(NewsIndexPage.objects.get(locale__language_code="en"), pos="last-child")
    page = StoryPage.objects.get(pk=story.pk)
    page.locale = Locale.objects.get(language_code="en")
    page.save()
    second = WireItem.objects.get(page=page)
    assert (second.language, second.guid != first.guid) == ("en", True)
    first.refresh_from_db()
    ninjs, _g2 = check(first, ninjs_schema, newsml_schema)
    assert (ninjs["version"], ninjs["pubStatus"]) == ("2", "canceled")
    ninjs, _g2 = check(second, ninjs_schema, newsml_schema)
    assert (ninjs["language"], ninjs["pubStatus"]) == ("en", "usable")
    page.work.section = None
    page.work.save()
    second.refresh_from_db()
    assert second.number == 2, "the desk goes on with it as with any other"


def test_embargo__binds_on_the_wire_and_is_named_after_its_end(story, ninjs_schema, newsml_schema):
    until = NOW + timedelta(hours=2)
    story.work.embargo_until = until
    story.work.save()
    item = WireItem.objects.get(page=story)
    for address in item_addresses(item.guid) + feed_addresses("vi"):
        answer = registry.render(address, NOW)
        assert (answer.status, answer.valid_until) == (404, until), address
    ninjs, g2 = check(item, ninjs_schema, newsml_schema, until)
    assert ninjs["embargoedUntil"] == "2100-03-04T13:14:00Z" == text(g2, "//n:embargoed")
    assert ninjs["versionCreated"] == ninjs["embargoedUntil"]


def test_translation__names_its_source_and_shares_the_work(story, ninjs_schema, newsml_schema):
    version = add_version(work=story.work, actor=None, language="en", headline="Meeting", lead="x")
    version.source_revision_id = story.live_revision_id
    version.save()
    version.save_revision()
    item = publish(version)
    ninjs, g2 = check(item, ninjs_schema, newsml_schema)
    source = WireItem.objects.get(page=story).guid.urn
    assert ninjs["associations"][0]["uri"] == source
    assert text(g2, "//n:link/@residref") == source
    assert (
        ninjs["altIds"]
        == json.loads(
            registry.render(item_addresses(WireItem.objects.get(page=story).guid)[0], NOW).body
        )["altIds"]
    )


def test_correction__travels_with_the_new_version(story, ninjs_schema, newsml_schema):
    story.lead = "Đoạn mở đầu đã sửa."
    story.save_revision()
    with clock.fixed_time(NOW):
        publish_from_archive(
            page=story,
            actor=None,
            basis=ApprovalBasis.SAMPLE,
            change=Change.CORRECTION,
            correction="Bản trước ghi sai số đại biểu.",
        )
    item = WireItem.objects.get(page=story)
    ninjs, g2 = check(item, ninjs_schema, newsml_schema)
    assert ninjs["version"] == "2"
    assert ninjs["edNote"] == text(g2, "//n:edNote") == "Đính chính: Bản trước ghi sai số đại biểu."
    assert text(g2, "//n:signal/@qcode") == "sig:correction"
    for name in ("feed.atom", "feed.rss", "feed.json"):
        body = registry.render(f"/vi/{name}", NOW).body.decode()
        assert "Bản trước ghi sai số đại biểu." in body, name


def test_page_and_items_of_a_story__come_together_and_are_the_same_in_a_batch(
    story, django_assert_max_num_queries
):
    for number in range(8):
        publish(create_work(actor=None, headline=f"Tin {number}", lead="Một.", published_at=THEN))
    listed = list(registry.addresses(NOW))
    items = list(WireItem.objects.order_by("page_id"))
    together = [
        address for item in items for address in (item.page.address, *item_addresses(item.guid))
    ]
    places = [listed.index(address) for address in together]
    assert max(places) - min(places) == len(together) - 1, "nothing stands between them"
    alone = {address: registry.render(address, NOW) for address in together}
    with django_assert_max_num_queries(60), batch():
        registry.prepare(together, NOW)
        assert {address: registry.render(address, NOW) for address in together} == alone
