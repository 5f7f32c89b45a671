"""Files: official documents open, forms make the round trip, issued reports are locked."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from nhipcau.programme.enums import EnteredVia, ReportState, WorkState
from nhipcau.programme.models import PeriodReport, ProgressReport
from nhipcau.programme.selectors.outlines import header_for
from nhipcau.programme.services.decisions import accept_report
from nhipcau.programme.services.reporting import ReportContent, Writer, begin_report, submit_report
from nhipcau.programme.tests import factories as make


def opened(kind, content):
    if kind == "docx":
        document = Document(BytesIO(content))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(line.text for line in document.paragraphs), *cells])
    if kind == "pdf":
        pages = (page.extract_text() for page in PdfReader(BytesIO(content)).pages)
        return " ".join(" ".join(pages).split())
    if kind == "xlsx":
        sheet = load_workbook(BytesIO(content)).active
        return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    return content.decode()


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_plan_as_a_file(province, client_as, kind):
    version = province.plan.version_in_force
    url = reverse("programme_plan_export", args=[version.pk, kind])
    answer = client_as(province.office).get(url)
    assert "lớp tập huấn" in opened(kind, answer.content)
    outsider = make.make_plan(province.office, province.committee, 2021).versions.get()
    url = reverse("programme_plan_export", args=[outsider.pk, kind])
    assert client_as(province.culture_focal).get(url).status_code == 404


def test_letter_names_the_tasks_that_are_missing(province, client_as):
    arguments = [province.quarters[0].pk, province.culture.pk, "docx"]
    office = client_as(province.office)
    text = opened("docx", office.get(reverse("programme_letter_export", args=arguments)).content)
    assert "Sở Văn hóa, Thể thao và Du lịch" in text
    assert "lớp tập huấn" in text
    assert "Mời phóng viên" not in text


def filled_form(province, client_as):
    arguments = [province.quarters[0].pk, province.culture.pk, "xlsx"]
    office = client_as(province.office)
    content = office.get(reverse("programme_form_export", args=arguments)).content
    book = load_workbook(BytesIO(content))
    for row in book.active.iter_rows():
        code = str(row[8].value or "")
        if code.startswith("T-"):
            row[2].value = "Đang thực hiện"
            row[3].value = "Đã mở hai lớp"
        elif code.startswith("I-"):
            row[4].value = 2
    stream = BytesIO()
    book.save(stream)
    return office, stream.getvalue()


def test_form_makes_the_round_trip_and_stays_unconfirmed(province, client_as):
    office, content = filled_form(province, client_as)
    url = reverse("programme_missing", args=[province.quarters[0].pk, province.culture.pk])
    file = SimpleUploadedFile("bieu.xlsx", content)
    answer = office.post(url, {"file": file, "letter_reference": "125/SVHTTDL-VP"})
    assert answer.status_code == 200
    report = ProgressReport.objects.get()
    assert (report.state, report.entered_via) == (ReportState.SUBMITTED, EnteredVia.FORM)
    assert not report.is_confirmed
    assert report.figures.get().value == Decimal(2)


def test_form_of_another_agency_is_refused_and_nothing_is_stored(province, client_as):
    office, content = filled_form(province, client_as)
    url = reverse("programme_missing", args=[province.quarters[0].pk, province.foreign.pk])
    file = SimpleUploadedFile("bieu.xlsx", content)
    answer = office.post(url, {"file": file, "letter_reference": "125/SVHTTDL-VP"})
    assert answer.status_code == 422
    assert not ProgressReport.objects.exists()


def test_period_report_is_frozen_issued_and_locked(province, client_as):
    writer = Writer(user=province.culture_focal)
    report = begin_report(
        writer=writer,
        task=province.task,
        agency=province.culture,
        period=province.quarters[0],
        now=make.NOW,
    )
    content = ReportContent(
        work_state=WorkState.IN_PROGRESS,
        done="Đã mở hai lớp",
        actuals={str(province.indicator.indicator_key): Decimal(2)},
    )
    submit_report(writer=writer, report=report, revision=1, content=content, now=make.NOW)
    accept_report(actor=province.office, report=report, now=make.NOW)
    office = client_as(province.office)
    office.post(
        reverse("programme_period", args=[province.quarters[0].pk]),
        {"action": "report", "plan": province.plan.pk},
    )
    made = PeriodReport.objects.get()
    url = reverse("programme_period_report", args=[made.pk])
    issue = {"action": "issue", "document_number": "15/BC-UBND", "issued_on": "2020-04-20"}
    office.post(url, issue)
    made.refresh_from_db()
    assert made.document_number == "", "nothing is issued before its evidence is frozen"
    office.post(url, {"action": "freeze"})
    office.post(url, issue)
    made.refresh_from_db()
    assert made.document_number == "15/BC-UBND"
    assert [row["is_reported"] for row in made.annex] == [True, False]
    assert made.figures.get().value == Decimal(2)
    texts = {"action": "texts", "revision": made.revision, "results": "Sửa sau khi ban hành"}
    assert office.post(url, texts).status_code == 422
    made.refresh_from_db()
    assert made.results == ""
    for kind in ("docx", "pdf", "xlsx"):
        export = reverse("programme_period_report_export", args=[made.pk, kind])
        assert "Đã mở hai lớp" in opened(kind, office.get(export).content)


@pytest.mark.parametrize(
    ("system", "kind", "symbol", "authority"),
    [
        ("state", "letter", "UBND", "TM. ỦY BAN NHÂN DÂN"),
        ("state", "report", "BC-UBND", "TM. ỦY BAN NHÂN DÂN"),
        ("party", "letter", "CV/UBND", "T/M ỦY BAN NHÂN DÂN"),
    ],
)
def test_blank_names_the_body_and_leaves_the_number(province, system, kind, symbol, authority):
    province.committee.document_system = system
    header = header_for(province.committee, kind=kind, day=date(2020, 3, 4))
    assert (header.symbol, header.authority, header.number) == (symbol, authority, "")
