"""Agencies and places from a spreadsheet: dry run, import, and broken files."""

import io
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook

from nhipcau.accounts.enums import Role
from nhipcau.agencies.exceptions import UnreadableSheet
from nhipcau.agencies.models import Agency, Place
from nhipcau.agencies.services import reading, sheet
from nhipcau.agencies.services.kinds import KINDS, sample_file
from nhipcau.agencies.services.reading import read_sheet
from nhipcau.agencies.services.sheet import import_rows
from nhipcau.common.text import fold

pytestmark = pytest.mark.django_db
HEADING = ["TT", "Mã", "Tên", "Tên tiếng Anh", "Viết tắt", "Loại", "Từ ngày", "Thành viên"]
ROWS = [
    [1, "so-ngoai-vu", "Sở Ngoại vụ", "Department of Foreign Affairs", "SNgV", "", "", "x"],
    [2, "bao-dak-lak", "Báo Đắk Lắk", "Dak Lak Newspaper", "", "Cơ quan báo chí", "1/7/2025", ""],
    [3, "", "", "No Vietnamese name", "", "", "", ""],
    [4, "sai-ngay", "Sai ngày", "", "", "", "hôm qua", ""],
]


def workbook(rows=ROWS, heading=HEADING, title=True):
    book = Workbook()
    sheet = book.active
    if title:
        sheet.append(["DANH SÁCH CƠ QUAN"])
        sheet.append([])
    sheet.append(heading)
    for row in rows:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "agencies.xlsx"
    path.write_bytes(workbook())
    return path


def run(*arguments):
    output = io.StringIO()
    with pytest.raises(CommandError):  # two rows of the sheet are wrong
        call_command("agencies", *arguments, "--json", stdout=output)
    return json.loads(output.getvalue())


def test_a_dry_run_says_what_would_happen_and_writes_nothing(file):
    outcome = run("import", str(file), "--dry-run")
    assert outcome["created"] == ["so-ngoai-vu", "bao-dak-lak"]
    assert [number for number, _text in outcome["problems"]] == [6, 7]
    assert not Agency.objects.filter(code="so-ngoai-vu").exists()


def test_an_import_creates_once_and_completes_afterwards(file):
    assert run("import", str(file))["created"] == ["so-ngoai-vu", "bao-dak-lak"]
    assert run("import", str(file))["unchanged"] == ["so-ngoai-vu", "bao-dak-lak"]
    agency = Agency.objects.get(code="so-ngoai-vu")
    assert agency.is_committee_member
    assert agency.name("en") == "Department of Foreign Affairs"
    assert agency.short_name("vi") == "SNgV"
    assert Agency.objects.get(code="bao-dak-lak").kind == "press"


@pytest.mark.parametrize(
    "data",
    [b"", b"not a spreadsheet", workbook(heading=["A", "B"])],
    # A workbook's bytes hold the minute in which it was made.
    ids=["empty", "no spreadsheet", "other headings"],
)
def test_a_file_that_cannot_be_read_says_so(tmp_path, data):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(data)
    with pytest.raises(CommandError, match=r"broken\.xlsx"):
        call_command("agencies", "import", str(path))


def test_the_office_sees_what_was_understood_before_anything_is_written(client_as, site):
    office = client_as(Role.OFFICE)
    upload = io.BytesIO(workbook(rows=ROWS[:2]))
    upload.name = "agencies.xlsx"
    response = office.post(reverse("agencies_sheet"), {"what": "agencies", "file": upload})
    assert "Sở Ngoại vụ" in response.content.decode()
    assert not Agency.objects.filter(code="so-ngoai-vu").exists()
    office.post(
        reverse("agencies_sheet"),
        {"confirmed": "1", "package": response.context["package"]},
        follow=True,
    )
    assert Agency.objects.filter(code="so-ngoai-vu").exists()


def test_reporters_bring_nothing_in(client_as, site):
    assert client_as(Role.REPORTER).get(reverse("agencies_sheet")).status_code in (302, 403)


@pytest.mark.parametrize("model", ["agency", "office", "place", "focalpoint"])
def test_every_list_opens_and_searches_without_tone_marks(client_as, site, model):
    office = client_as(Role.OFFICE)
    address = reverse(f"wagtailsnippets_agencies_{model}:list")
    assert office.get(address).status_code == 200
    if model == "agency":
        committee = Agency.objects.get(is_publisher=True)
        link = reverse("wagtailsnippets_agencies_agency:edit", args=[committee.pk])
        assert link in office.get(address, {"q": "ban chi dao"}).content.decode()
        assert link not in office.get(address, {"q": "khong co"}).content.decode()
    assert office.get(reverse(f"wagtailsnippets_agencies_{model}:add")).status_code == 200


def test_places_come_in_too(tmp_path):
    path = tmp_path / "places.xlsx"
    path.write_bytes(
        workbook(
            heading=["Mã", "Tên địa danh", "Tên tiếng Anh", "Loại", "Đối tác"],
            rows=[["mondulkiri", "Tỉnh Mondulkiri", "Mondulkiri", "Địa phương nước ngoài", "x"]],
        )
    )
    call_command("agencies", "import", str(path), "--what", "places", stdout=io.StringIO())
    assert Place.objects.get(code="mondulkiri").is_partner


def bring_in(*rows, model=Agency, heading=("Mã", "Tên", "Loại", "Từ ngày", "Viết tắt")):
    read = read_sheet(workbook(rows=[list(row) for row in rows], heading=list(heading)))
    return import_rows(model=model, rows=read, actor=None, dry_run=False)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_sample_file_can_be_brought_in_as_it_is(kind, language):
    with translation.override(language):
        bring_in(["so-mau", "Sở Mẫu"])
        rows = read_sheet(sample_file(kind), kind.columns, kind.needed)
        outcome = kind.bring_in(rows=rows, actor=None, dry_run=True)
    # Nobody has the sample's e-mail address.
    assert len(outcome.problems) == (kind.name == "focal-points"), outcome.problems


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("written", "model", "kind"),
    [
        ("Sở", Agency, "department"),
        ("Sở, ban, ngành", Agency, "department"),
        ("Department", Agency, "department"),
        ("đoàn thể", Agency, "union"),
        ("Quân sự", Agency, "force"),
        ("Phường", Place, "commune"),
        ("xã", Place, "commune"),
        ("Cấp huyện", Place, "district"),
        ("Huyện", Place, "district"),
        ("tỉnh", Place, "province"),
        ("Site or landmark", Place, "site"),
    ],
)
def test_kinds_are_known_as_offices_write_them_in_either_language(written, model, kind, language):
    with translation.override(language):
        outcome = bring_in(["thu", "Tên thử", written], model=model)
    assert outcome.problems == []
    assert model.objects.get(code="thu").kind == kind


def test_a_kind_that_is_not_known_is_told_with_those_that_are():
    (_number, text) = bring_in(["thu", "Tên thử", "Câu lạc bộ"]).problems[0]
    assert "Câu lạc bộ" in text
    assert "Cơ quan báo chí" in text


def test_two_agencies_never_get_one_name():
    outcome = bring_in(["so-a", "Sở Trùng"], ["so-b", "sở trùng"], ["", "Sở Trùng"])
    assert outcome.created == ["so-a"]
    assert outcome.unchanged == ["so-a"], "without a code it is known by its name"
    assert [number for number, _text in outcome.problems] == [5]
    assert "so-a" in outcome.problems[0][1]
    # Communes of two provinces may share one.
    outcome = bring_in(["tan-lap-1", "Xã Tân Lập"], ["tan-lap-2", "Xã Tân Lập"], model=Place)
    assert len(outcome.created) == 2


def test_a_row_that_is_left_out_changes_nothing():
    bring_in(["so-a", "Sở A", "Sở", "1/7/2025"])
    for other in (["so-a", "Sở B", "Báo chí", ""], ["so-a", "Sở B", "Báo chí", "1/7/2025"]):
        assert len(bring_in(other).problems) == 1
        agency = Agency.objects.get(code="so-a")
        assert (agency.kind, agency.name()) == ("department", "Sở A")
        assert agency.names.count() == 1


def test_nothing_is_offered_where_nothing_was_understood(client_as, site):
    upload = io.BytesIO(workbook(rows=ROWS[2:]))
    upload.name = "agencies.xlsx"
    office = client_as(Role.OFFICE)
    page = office.post(reverse("agencies_sheet"), {"what": "agencies", "file": upload})
    assert 'name="confirmed"' not in page.content.decode()


def test_a_row_that_the_database_would_refuse_is_left_out_and_said():
    rows = [
        [1, "nguoc", "Sở Ngược", "", "", "", "01/07/2025", ""],
        [2, "dai", "S" * 400, "", "", "", "", ""],
        [3, "dung", "Sở Đúng", "", "", "", "", ""],
    ]
    heading = [*HEADING[:6], "Từ ngày", "Đến ngày"]
    rows[0][7] = "01/01/2020"
    outcome = import_rows(
        model=Agency,
        rows=read_sheet(workbook(rows, heading, title=False)),
        actor=None,
        dry_run=False,
    )
    assert [number for number, _text in outcome.problems] == [2, 3]
    assert outcome.created == ["dung"]
    assert not Agency.objects.filter(code__in=["nguoc", "dai"]).exists()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_workbook_that_broke_off_is_refused_in_words(part):
    whole, broken = io.BytesIO(workbook()), io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            target.writestr(item, content[:150] if item.filename == part else content)
    with pytest.raises(UnreadableSheet):
        read_sheet(broken.getvalue())


def test_many_rows_do_not_read_all_agencies_again_for_each(monkeypatch):
    rows = [[n, f"so-{n}", f"Sở {n}", "", "", "", "", ""] for n in range(40)]
    read = read_sheet(workbook(rows))
    for agency in range(30):
        Agency.objects.create(code=f"cu-{agency}")
    folded = []
    monkeypatch.setattr(sheet, "fold", lambda text: folded.append(text) or fold(text))
    import_rows(model=Agency, rows=read, actor=None, dry_run=True)
    assert len(folded) < 40 * 3 + 50
    outcome = import_rows(model=Agency, rows=[*read, *read], actor=None, dry_run=False)
    assert (len(outcome.created), len(outcome.unchanged)) == (40, 40)


def test_a_sheet_that_would_keep_everybody_waiting_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_ROWS", 3)
    with pytest.raises(UnreadableSheet):
        read_sheet(workbook())


def test_a_sheet_of_nothing_but_headings_is_told_what_it_lacks():
    with pytest.raises(UnreadableSheet) as refusal:
        read_sheet(workbook([]))
    assert "dưới dòng tiêu đề" in str(refusal.value)
