"""Offices, focal points and names in every language from a spreadsheet."""

import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from nhipcau.accounts.enums import Role
from nhipcau.agencies.models import Agency, AgencyName, FocalPoint, Office
from nhipcau.agencies.services.kinds import KINDS, sample_file
from nhipcau.agencies.services.reading import language_in_vietnamese, read_sheet

pytestmark = pytest.mark.django_db


def book(*rows) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def bring_in(kind: str, *rows, dry_run=False):
    found = KINDS[kind]
    read = read_sheet(book(*rows), found.columns, found.needed)
    return found.bring_in(rows=read, actor=None, dry_run=dry_run)


@pytest.fixture
def department(db):
    agency = Agency.objects.create(code="so-ngoai-vu")
    AgencyName.objects.create(agency=agency, language="vi", name="Sở Ngoại vụ", short_name="SNgV")
    return agency


def test_offices__with_their_holders(department):
    heading = ["Chức danh", "Tên tiếng Anh", "Cơ quan", "Họ tên", "Từ ngày", "Đến ngày"]
    rows = [
        heading,
        ["Giám đốc", "Director", "Sở Ngoại vụ", "Người Thứ Nhất", "1/1/2020", "30/6/2025"],
        ["Giám đốc", "", "SNgV", "Người Thứ Hai", "1/7/2025", ""],
        ["Giám đốc", "", "Sở Không Có", "Ai Đó", "", ""],
        ["Phó Giám đốc", "", "so-ngoai-vu", "", "1/7/2025", "1/1/2025"],
    ]
    dry = bring_in("offices", *rows, dry_run=True)
    assert not Office.objects.exists()
    outcome = bring_in("offices", *rows)
    assert outcome.created == dry.created == ["giam-doc-so-ngoai-vu"]
    assert [number for number, _text in outcome.problems] == [4, 5]
    office = Office.objects.get()
    assert office.name("en") == "Director"
    assert office.holder_on(date(2024, 1, 1)) == "Người Thứ Nhất"
    assert office.holder_on(date(2026, 1, 1)) == "Người Thứ Hai"
    assert bring_in("offices", *rows).unchanged == ["giam-doc-so-ngoai-vu"] * 2


def test_focal_points__need_an_account(department, user_with_role):
    user = user_with_role(Role.FOCAL_POINT)
    rows = [
        ["Thư điện tử", "Cơ quan", "Từ ngày"],
        [user.email.upper(), "SNgV", "01/07/2025"],
        ["ai-do@example.org", "SNgV", ""],
    ]
    outcome = bring_in("focal-points", *rows)
    assert outcome.created == [user.email]
    assert [number for number, _text in outcome.problems] == [3]
    assert FocalPoint.objects.get().valid_from == date(2025, 7, 1)
    assert bring_in("focal-points", *rows).unchanged == [user.email]


def test_names__in_every_language_of_the_site(settings):
    settings.LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English"), ("ko", "한국어"), ("lo", "ລາວ")]
    outcome = bring_in(
        "places",
        ["Tên", "Tên tiếng Anh", "Tên tiếng Hàn", "Tên tiếng Lào", "Đối tác"],
        ["Jeonbuk", "Jeonbuk", "전북", "ຈອນບຸກ", "x"],
    )
    from nhipcau.agencies.models import Place

    place = Place.objects.get(code=outcome.created[0])
    assert [place.name(code) for code in ("en", "ko", "lo")] == ["Jeonbuk", "전북", "ຈອນບຸກ"]
    assert place.is_partner
    assert language_in_vietnamese("lo") == "tiếng Lào"


@pytest.mark.parametrize("kind", KINDS)
def test_sample_file__is_read_by_its_own_reader(client_as, kind):
    answer = client_as(Role.OFFICE).get(reverse("agencies_sample", args=[kind]))
    found = KINDS[kind]
    assert read_sheet(answer.content, found.columns, found.needed)
    assert load_workbook(io.BytesIO(sample_file(found))).active["A1"].font.bold


def test_upload_page__shows_what_was_read_before_it_writes(department, client_as):
    client = client_as(Role.OFFICE)
    file = io.BytesIO(book(["Chức danh", "Cơ quan"], ["Giám đốc", "SNgV"]))
    file.name = "chuc-danh.xlsx"
    answer = client.post(reverse("agencies_sheet"), {"what": "offices", "file": file})
    assert "Giám đốc" in answer.content.decode()
    assert not Office.objects.exists()
    client.post(reverse("agencies_sheet"), {"confirmed": "1", "package": answer.context["package"]})
    assert Office.objects.get().agency == department


@pytest.mark.parametrize("name", ["agency", "office", "place", "focalpoint"])
def test_lists__export_names(department, client_as, name):
    address = reverse(f"wagtailsnippets_agencies_{name}:list")
    answer = client_as(Role.OFFICE).get(address, {"export": "csv"})
    assert answer.status_code == 200
    if name == "agency":
        assert "Sở Ngoại vụ" in b"".join(answer.streaming_content).decode()


def test_names__a_new_one_ends_the_one_before(department):
    heading = ["Mã", "Tên", "Từ ngày"]
    outcome = bring_in("agencies", heading, ["so-ngoai-vu", "Sở Đối ngoại", "1/7/2025"])
    assert outcome.changed == ["so-ngoai-vu"]
    department = Agency.objects.prefetch_related("names").get()
    assert department.name("vi", date(2025, 6, 30)) == "Sở Ngoại vụ"
    assert department.name("vi", date(2025, 7, 1)) == "Sở Đối ngoại"
    refused = bring_in("agencies", heading, ["so-ngoai-vu", "Sở Khác", ""])
    assert refused.problems


def test_names__two_on_the_same_day_are_refused_in_the_form(department, client_as):
    client = client_as(Role.OFFICE)
    address = reverse("wagtailsnippets_agencies_agency:edit", args=[department.pk])
    first = department.names.get()
    data = {
        "code": "so-ngoai-vu",
        "kind": "department",
        "document_system": "state",
        "names-TOTAL_FORMS": "2",
        "names-INITIAL_FORMS": "1",
        "names-MIN_NUM_FORMS": "1",
        "names-MAX_NUM_FORMS": "1000",
        "names-0-id": str(first.pk),
        "names-0-language": "vi",
        "names-0-name": "Sở Ngoại vụ",
        "names-0-ORDER": "1",
        "names-1-language": "vi",
        "names-1-name": "Sở Đối ngoại",
        "names-1-valid_from": "2025-07-01",
        "names-1-ORDER": "2",
    }
    assert client.post(address, data).status_code == 200
    assert department.names.count() == 1
    assert client.post(address, data | {"names-0-valid_to": "2025-06-30"}).status_code == 302
    assert department.names.count() == 2
