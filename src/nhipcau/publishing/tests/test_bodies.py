"""How often a story's body is rendered for all that is composed of it."""

from collections import Counter
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture

from nhipcau.common import clock
from nhipcau.library.models import Document, Image
from nhipcau.newsroom.blocks.text import ParagraphBlock
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import Section, SectionName, StoryPage
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work
from nhipcau.publishing.services import drain, rebuild, verify

pytestmark = pytest.mark.django_db
THEN = datetime(2100, 3, 4, 10, 14, tzinfo=UTC)
NUMBERS = range(5)


@pytest.fixture(autouse=True)
def _stores(settings, tmp_path):
    settings.PUBLIC_ROOT = tmp_path / "public"
    settings.RUN_ROOT = tmp_path / "run"
    with clock.fixed_time(THEN):
        yield


@pytest.fixture
def renderings(monkeypatch):
    """What is rendered for real, and how often."""
    counted, render = Counter(), ParagraphBlock.render

    def count(self, value, context=None):
        counted[value.source] += 1
        return render(self, value, context)

    monkeypatch.setattr(ParagraphBlock, "render", count)
    return counted


def words(number: int) -> str:
    return f"<p>Nội dung của tin số {number}.</p>"


def publish(number: int, section: Section, *further) -> StoryPage:
    page = create_work(
        actor=None,
        headline=f"Tin số {number}",
        lead="Mở đầu.",
        body=[("heading", "Mục"), ("paragraph", words(number)), *further],
        published_at=THEN,
    )
    page.work.section = section
    page.work.save()
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return page


@pytest.fixture
def section(site):
    section = Section.objects.create(code="van-hoa")
    SectionName.objects.create(section=section, language="vi", name="Văn hóa", slug="van-hoa")
    return section


def addresses_with(settings, text: str) -> list[str]:
    root = settings.PUBLIC_ROOT / "files"
    return [
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.suffix in {".html", ".atom", ".json", ".xml"} and text in path.read_text()
    ]


def test_rebuild__renders_each_body_once(section, settings, renderings):
    for number in NUMBERS:
        publish(number, section)
    renderings.clear()
    rebuild(now=clock.now)
    assert renderings == {words(number): 1 for number in NUMBERS}
    for number in NUMBERS:
        composed = addresses_with(settings, f"Nội dung của tin số {number}.")
        assert len(composed) >= 6, "its page, feeds and wire items in two formats"
    assert verify(now=THEN).differences == []


def test_publication__renders_the_new_body_once(section, settings, renderings):
    publish(1, section)
    drain()
    renderings.clear()
    publish(2, section)
    drain()
    assert renderings[words(2)] == 1
    assert len(addresses_with(settings, "Nội dung của tin số 2.")) >= 6


def photo(credit: str) -> Image:
    data = BytesIO()
    Picture.new("RGB", (64, 48)).save(data, "PNG")
    file = SimpleUploadedFile("a.png", data.getvalue())
    return Image.objects.create(title="Ảnh", credit=credit, file=file)


def test_second_photograph__is_credited_anew_wherever_the_body_is(section, settings):
    first, second = photo("Thu Hà"), photo("Minh Anh")
    publish(1, section, ("photo", {"image": first}), ("photo", {"image": second}))
    rebuild(now=clock.now)
    assert (places := addresses_with(settings, "Minh Anh"))
    second.credit = "Hoàng Nam"
    second.save()
    drain()
    assert sorted(addresses_with(settings, "Hoàng Nam")) == sorted(places)
    assert verify(now=THEN).differences == []


def test_file__is_called_anew_wherever_the_body_is(section, settings):
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.4")
    document = Document.objects.create(title="Bản kế hoạch", file=file)
    publish(1, section, ("file", {"document": document, "title": ""}))
    rebuild(now=clock.now)
    assert (places := addresses_with(settings, "Bản kế hoạch"))
    document.title = "Kế hoạch đã sửa"
    document.save()
    drain()
    assert sorted(addresses_with(settings, "Kế hoạch đã sửa")) == sorted(places)
    assert verify(now=THEN).differences == []


def test_link__leads_to_the_new_address_of_a_story_wherever_the_body_is(section, settings):
    target = publish(1, section)
    link = f'<p><a linktype="page" id="{target.pk}">Xem thêm</a></p>'
    publish(2, section, ("paragraph", link))
    rebuild(now=clock.now)
    target = StoryPage.objects.get(pk=target.pk)
    target.slug = f"dia-chi-moi-{target.work.short_id}"
    target.save()
    drain()
    assert verify(now=THEN).differences == []
