"""Figures about stories open the stories behind them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation
from wagtail.images.tests.utils import get_test_image_file

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import today
from nhipcau.library.models import Image
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import add_version, create_work
from nhipcau.programme import measures

pytestmark = pytest.mark.django_db
YEAR = measures.Query(date(2020, 1, 1), date(2020, 12, 31))


@pytest.fixture
def bilingual(site):
    page = create_work(
        actor=None,
        headline="Hội nghị",
        lead="Một.",
        published_at=datetime(2020, 3, 4, 10, 14, tzinfo=UTC),
    )
    english = add_version(work=page.work, actor=None, language="en", headline="Conference")
    for version in (page, english):
        publish_from_archive(page=version, actor=None, basis=ApprovalBasis.SAMPLE)
    return page.work


def test_a_year_without_stories_has_no_data_rather_than_nought(site):
    assert measures.get("works").value(YEAR) is None


def test_a_work_in_two_languages_is_one_work_and_two_versions(bilingual):
    assert measures.get("works").value(YEAR) == Decimal(1)
    # The plots count like the figure above them.
    assert measures.get("works").by_month(YEAR) == [(date(2020, 3, 1), Decimal(1))]
    assert measures.get("works").by_agency(YEAR) == [(bilingual.publisher_id, Decimal(1))]
    this_year = measures.Query(date(today().year, 1, 1), date(today().year, 12, 31))
    assert measures.get("language-versions").value(this_year) == Decimal(2)
    only = measures.Query(this_year.start, this_year.end, filters={"language": "en"})
    (record,) = measures.get("language-versions").evidence(only)
    assert (record.label, record.note) == ("Conference", "en")
    assert record.address.startswith("/en/news/conference-")


def test_whoever_reads_the_figures_may_open_the_works_behind_them(bilingual, client_as):
    (record,) = measures.get("works").evidence(YEAR)
    for role in (Role.LEADER, Role.OFFICE, Role.EDITOR):
        assert client_as(role).get(record.address).status_code == 200, role


def test_a_changed_headline_changes_the_evidence(bilingual):
    (before,) = measures.get("works").evidence(YEAR)
    page = bilingual.versions.get(locale__language_code="vi")
    page.title = "Hội nghị tổng kết"
    page.save_revision()
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    (after,) = measures.get("works").evidence(YEAR)
    assert before.reference.uuid == after.reference.uuid
    assert before.reference.digest != after.reference.digest


def test_a_withdrawn_work_counts_no_more(bilingual):
    bilingual.withdrawn_at, bilingual.withdrawal_reason = datetime(2020, 5, 1, tzinfo=UTC), "Sai."
    bilingual.save()
    assert measures.get("works").value(YEAR) is None


def test_a_translation_is_counted_apart_from_its_source(bilingual):
    this_year = measures.Query(date(today().year, 1, 1), date(today().year, 12, 31))
    measure = measures.get("translations")
    (record,) = measure.evidence(this_year)
    assert (measure.value(this_year), record.note) == (Decimal(1), "en")
    with translation.override("en"):
        units = [measure.unit_of(value) for value in (Decimal(1), Decimal("1.5"), None)]
    assert units == ["translation", "translations", "translations"]


def test_photographs_open_the_photograph_behind_the_figure(site):
    picture = Image.objects.create(
        title="Cồng chiêng", file=get_test_image_file(), credit="Ảnh: Văn Thành"
    )
    Image.objects.create(title="Hoa văn", file=get_test_image_file(), is_decorative=True)
    this_year = measures.Query(date(today().year, 1, 1), date(today().year, 12, 31))
    (record,) = measures.get("photos").evidence(this_year)
    assert (record.label, record.note) == ("Cồng chiêng", "Ảnh: Văn Thành")
    assert record.address.endswith(f"/{picture.pk}/")
