"""How often a story's body is rendered for all that is composed of it."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from nhipcau.common import clock
from nhipcau.newsroom.blocks.text import ParagraphBlock
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.models import Section, SectionName
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


def publish(number: int, section: Section) -> None:
    page = create_work(
        actor=None,
        headline=f"Tin số {number}",
        lead="Mở đầu.",
        body=[("heading", "Mục"), ("paragraph", words(number))],
        published_at=THEN,
    )
    page.work.section = section
    page.work.save()
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)


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
