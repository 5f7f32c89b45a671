"""Names are dated facts: each day prints the name of that day."""

from datetime import date

import pytest
from django.utils import translation

from nhipcau.agencies.enums import AgencyKind
from nhipcau.agencies.models import Agency, AgencyName, Office, OfficeHolding

pytestmark = pytest.mark.django_db


@pytest.fixture
def commission():
    agency = Agency.objects.create(code="ban-tuyen-giao", kind=AgencyKind.PARTY_BODY)
    until = date(2025, 2, 17)
    AgencyName.objects.create(
        agency=agency, language="vi", name="Ban Tuyên giáo Tỉnh ủy", valid_to=until
    )
    AgencyName.objects.create(
        agency=agency,
        language="vi",
        name="Ban Tuyên giáo và Dân vận Tỉnh ủy",
        short_name="Ban TG&DV",
        valid_from=date(2025, 2, 18),
    )
    return Agency.objects.prefetch_related("names").get(pk=agency.pk)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2019, 3, 4), "Ban Tuyên giáo Tỉnh ủy"),
        (date(2025, 2, 17), "Ban Tuyên giáo Tỉnh ủy"),
        (date(2025, 2, 18), "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        (date(2040, 1, 1), "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ],
)
def test_a_document_prints_the_name_of_its_day(commission, day, name, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert commission.name("vi", day) == name


def test_a_language_without_a_name_says_nothing(commission):
    assert commission.name("en") == ""


def test_an_office_names_its_holder_of_the_day(commission):
    office = Office.objects.create(code="truong-ban", agency=commission)
    OfficeHolding.objects.create(
        office=office, person_name="Người giữ chức trước", valid_to=date(2020, 12, 31)
    )
    OfficeHolding.objects.create(
        office=office, person_name="Người giữ chức sau", valid_from=date(2021, 1, 1)
    )
    assert office.holder_on(date(2020, 3, 4)) == "Người giữ chức trước"
    assert office.holder_on(date(2022, 1, 1)) == "Người giữ chức sau"


@pytest.mark.parametrize(
    ("language", "name"), [("vi", "Sở Ngoại vụ"), ("en", "Department"), ("ko", "Sở Ngoại vụ")]
)
def test_lists_and_choosers_name_it_in_the_language_of_the_screen(
    language, name, django_assert_num_queries
):
    agency = Agency.objects.create(code="so-ngoai-vu")
    AgencyName.objects.create(agency=agency, language="vi", name="Sở Ngoại vụ")
    AgencyName.objects.create(agency=agency, language="en", name="Department")
    with translation.override(language), django_assert_num_queries(1):
        assert str(agency) == name
    assert str(Agency(code="moi", pk=0)) == "moi"
