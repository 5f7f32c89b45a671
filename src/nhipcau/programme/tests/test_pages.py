"""Pages by role: who gets in, what they show, and the way from report to figure."""

import re
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nhipcau.programme import measures
from nhipcau.programme.enums import ReportState, VersionState, WorkState
from nhipcau.programme.models import Plan, ProgressReport
from nhipcau.programme.services.decisions import accept_report
from nhipcau.programme.services.freezing import freeze_figure
from nhipcau.programme.services.plans import move_version
from nhipcau.programme.services.reporting import ReportContent, Writer, begin_report, submit_report
from nhipcau.programme.tests import factories as make
from nhipcau.programme.views import plan_comparison, plan_pages


@pytest.fixture
def report(province):
    """The culture department's draft report, with private words in it."""
    writer = Writer(user=province.culture_focal)
    draft = begin_report(
        writer=writer,
        task=province.task,
        agency=province.culture,
        period=province.quarters[0],
        now=make.NOW,
    )
    draft.done = "Lời trong bản nháp"
    draft.save()
    return draft


def submitted(province, report):
    report.refresh_from_db()
    return submit_report(
        writer=Writer(user=province.culture_focal),
        report=report,
        revision=report.revision,
        content=ReportContent(
            work_state=WorkState.IN_PROGRESS,
            done="Đã mở hai lớp",
            actuals={str(province.indicator.indicator_key): 2},
        ),
        now=make.NOW,
    )


def address(province, name, report):
    version = province.plan.version_in_force
    arguments = {
        "programme_plan": [province.plan.pk],
        "programme_version": [version.pk],
        "programme_compare": [version.pk, version.pk],
        "programme_task": [province.task.pk],
        "programme_report": [report.pk],
        "programme_report_form": [report.pk],
        "programme_report_begin": [province.task.pk, province.quarters[1].pk],
        "programme_period": [province.quarters[0].pk],
        "programme_period_edit": [province.quarters[0].pk],
        "programme_missing": [province.quarters[0].pk, province.culture.pk],
        "programme_measure": ["accepted-reports"],
        "programme_wording_edit": [province.wording.pk],
        "programme_wording_add": [version.pk],
    }.get(name, [])
    return reverse(name, args=arguments)


IN, OUT, GONE = 200, 302, 404
PAGES = [
    # page, office, leader, editor, own focal point, other focal point
    ("wagtailadmin_home", IN, IN, IN, IN, IN),
    ("programme_dashboard", IN, IN, IN, IN, IN),
    ("programme_orphans", IN, IN, OUT, OUT, OUT),
    ("programme_documents", IN, IN, IN, IN, IN),
    ("programme_document_add", IN, OUT, OUT, OUT, OUT),
    ("programme_plans", IN, IN, IN, IN, IN),
    ("programme_plan_add", IN, OUT, OUT, OUT, OUT),
    ("programme_version", IN, IN, IN, IN, IN),
    ("programme_compare", IN, IN, IN, IN, IN),
    ("programme_tasks", IN, IN, IN, IN, IN),
    ("programme_timeline", IN, IN, IN, IN, IN),
    ("programme_board", IN, IN, IN, IN, IN),
    ("programme_task", IN, IN, IN, IN, IN),
    ("programme_reports", IN, IN, IN, IN, IN),
    # A draft is the agency's own: not even the office reads it before it is submitted.
    ("programme_report", GONE, GONE, GONE, IN, GONE),
    ("programme_report_form", GONE, GONE, GONE, IN, GONE),
    ("programme_periods", IN, IN, OUT, OUT, OUT),
    ("programme_year", IN, OUT, OUT, OUT, OUT),
    ("programme_period", IN, IN, OUT, OUT, OUT),
    ("programme_period_edit", IN, OUT, OUT, OUT, OUT),
    ("programme_missing", IN, IN, OUT, OUT, OUT),
    ("programme_measures", IN, IN, IN, IN, IN),
    ("programme_measure", IN, IN, IN, IN, IN),
    ("programme_frozen", IN, IN, OUT, OUT, OUT),
    # What is approved is not to be edited by anybody.
    ("programme_wording_edit", OUT, OUT, OUT, OUT, OUT),
    ("programme_wording_add", GONE, OUT, OUT, OUT, OUT),
]


def test_table_of_pages_and_roles(province, report, client_as):
    clients = [
        client_as(user)
        for user in (
            province.office,
            province.leader,
            province.editor,
            province.culture_focal,
            province.foreign_focal,
        )
    ]
    wrong = []
    for name, *expected in PAGES:
        url = address(province, name, report)
        found = [client.get(url).status_code for client in clients]
        if found != expected:
            wrong.append((name, found, expected))
    assert wrong == []


def test_other_agency_never_sees_a_task_that_is_not_its_own(province, report, client_as):
    client = client_as(province.culture_focal)
    url = reverse("programme_task", args=[province.other_task.pk])
    assert client.get(url).status_code == 404
    assert "Mời phóng viên" not in client.get(reverse("programme_tasks")).content.decode()
    other = client_as(province.foreign_focal)
    for name in ("programme_tasks", "programme_reports", "programme_dashboard"):
        assert "Lời trong bản nháp" not in other.get(reverse(name)).content.decode()
    page = other.get(reverse("programme_task", args=[province.task.pk])).content.decode()
    assert "Lời trong bản nháp" not in page


def test_draft_plan_is_the_offices_until_it_is_out_for_comments(province, client_as):
    plan = make.make_plan(province.office, province.committee, 2021)
    wording = make.make_task(province.office, plan, province.culture, "Nhiệm vụ dự thảo")
    url = reverse("programme_version", args=[plan.versions.get().pk])
    focal, editor = client_as(province.culture_focal), client_as(province.editor)
    task_url = reverse("programme_task", args=[wording.task.pk])
    assert focal.get(url).status_code == editor.get(url).status_code == 404
    assert focal.get(task_url).status_code == 404
    move_version(actor=province.office, version=plan.versions.get(), state=VersionState.COMMENTS)
    assert focal.get(url).status_code == focal.get(task_url).status_code == 200
    assert editor.get(url).status_code == 404
    focal.post(url, {"action": "comment", "text": "Đề nghị bổ sung kinh phí"})
    page = client_as(province.office).get(url).content.decode()
    assert "Đề nghị bổ sung kinh phí" in page
    assert "Sở Văn hóa, Thể thao và Du lịch" in page


def test_from_report_to_figure_and_its_evidence(province, client_as):
    focal, office = client_as(province.culture_focal), client_as(province.office)
    begin = reverse("programme_report_begin", args=[province.task.pk, province.quarters[0].pk])
    assert focal.get(begin).status_code == 302
    report = ProgressReport.objects.get()
    form = reverse("programme_report_form", args=[report.pk])
    key = f"actual_{province.indicator.indicator_key}"
    answer = focal.post(form, {"revision": 1, "work_state": "in_progress", "done": "", key: "2,5"})
    assert answer.status_code == 422
    answer = focal.post(
        form,
        {
            "revision": 1,
            "work_state": "in_progress",
            "done": "Đã mở hai lớp",
            key: "2,5",
            "files": SimpleUploadedFile("danh-sach.pdf", b"%PDF-1.4 danh sach"),
        },
    )
    assert answer.status_code == 302
    page = reverse("programme_report", args=[report.pk])
    office.post(page, {"action": "return", "reason": ""})
    report.refresh_from_db()
    assert report.state == ReportState.SUBMITTED
    office.post(page, {"action": "accept"})
    measure = reverse("programme_measure", args=["reported-figures"])
    query = {
        "indicator": str(province.indicator.indicator_key),
        "start": "2020-01-01",
        "end": "2020-12-31",
    }
    text = office.get(measure, query).content.decode()
    assert "2,50" in text
    assert page in text
    assert "2,5" in office.get(reverse("programme_task", args=[province.task.pk])).content.decode()
    file = report.attachments.get()
    download = reverse("programme_attachment", args=[file.pk])
    assert b"".join(office.get(download).streaming_content) == b"%PDF-1.4 danh sach"
    assert client_as(province.editor).get(download).status_code == 200


def test_what_is_typed_survives_a_lost_line(province, report, client_as):
    focal = client_as(province.culture_focal)
    typed = reverse("programme_report_typed", args=[report.pk])
    assert focal.post(typed, {"done": "Đang gõ dở", "work_state": "done"}).status_code == 200
    text = focal.get(reverse("programme_report_form", args=[report.pk])).content.decode()
    assert "Đang gõ dở" in text
    assert client_as(province.foreign_focal).post(typed, {"done": "x"}).status_code == 404
    assert client_as(province.office).post(typed, {"done": "x"}).status_code == 404


def test_conflict_page_shows_both_texts_and_loses_none(province, client_as):
    plan = make.make_plan(province.office, province.committee, 2021)
    wording = make.make_task(province.office, plan, province.culture)
    url = reverse("programme_wording_edit", args=[wording.pk])
    first, second = client_as(province.office), client_as(province.office)
    values = {
        "revision": 1,
        "group": "I",
        "number": "1",
        "budget_source": "none",
        "lead": province.culture.pk,
        "due": "2021-06-30",
        "indicators-TOTAL_FORMS": 0,
        "indicators-INITIAL_FORMS": 0,
    }
    assert first.post(url, values | {"text": "Của người thứ nhất"}).status_code == 302
    answer = second.post(url, values | {"text": "Của người thứ hai"})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Của người thứ nhất" in text
    assert "Của người thứ hai" in text
    wording.refresh_from_db()
    assert wording.text == "Của người thứ nhất"
    revision = re.search(r'name="revision" value="(\d+)"', text).group(1)
    again = second.post(url, values | {"text": "Của người thứ hai", "revision": revision})
    assert again.status_code == 302
    wording.refresh_from_db()
    assert wording.text == "Của người thứ hai"


def test_plan_is_made_approved_and_amended_in_the_browser(province, client_as):
    office = client_as(province.office)
    office.post(
        reverse("programme_plan_add"),
        {
            "title": "Kế hoạch 2022",
            "horizon": "annual",
            "first_year": 2022,
            "issuer": province.committee.pk,
            "reporting_kind": "quarter",
            "state": "draft",
        },
    )
    plan = Plan.objects.get(first_year=2022)
    version = plan.versions.get()
    url = reverse("programme_version", args=[version.pk])
    approval = {
        "action": "approve",
        "document_number": "9/KH-UBND",
        "approved_on": "2022-01-10",
        "signatory_name": "Người ký mẫu",
    }
    office.post(url, approval)
    version.refresh_from_db()
    assert version.state == VersionState.DRAFT, "a plan without tasks must not be approved"
    office.post(
        reverse("programme_wording_add", args=[version.pk]),
        {
            "group": "I",
            "number": "1",
            "text": "Nhiệm vụ mới",
            "lead": province.culture.pk,
            "due": "2022-06-30",
            "budget_source": "local",
            "budget_dong": "50000000",
            "indicators-TOTAL_FORMS": 1,
            "indicators-INITIAL_FORMS": 0,
            "indicators-0-name": "Lớp",
            "indicators-0-target": "3",
        },
    )
    office.post(url, approval)
    version.refresh_from_db()
    assert version.state == VersionState.APPROVED
    assert version.tasks.get().indicators.get().target == 3
    office.post(url, {"action": "amend", "reason": "Bổ sung nhiệm vụ"})
    assert plan.versions.count() == 2


def test_long_plans_are_shown_page_by_page(province, client_as, monkeypatch):
    monkeypatch.setattr(plan_pages, "TASKS_ON_A_PAGE", 1)
    monkeypatch.setattr(plan_comparison, "TASKS_ON_A_PAGE", 1)
    client = client_as(province.office)
    version = province.plan.version_in_force_id
    for url in (
        reverse("programme_version", args=[version]),
        f"{reverse('programme_compare', args=[version, version])}?all=1",
    ):
        mark = "&" if "?" in url else "?"
        first, second = (client.get(f"{url}{mark}p={number}").content.decode() for number in (1, 2))
        assert ("lớp tập huấn" in first, "Mời phóng viên" in first) == (True, False)
        assert ("lớp tập huấn" in second, "Mời phóng viên" in second) == (False, True)
        assert "p=2" in first


def test_frozen_figure_page_says_what_changed(province, report, client_as):
    done = submitted(province, report)
    accept_report(actor=province.office, report=done, now=make.NOW)
    frozen = freeze_figure(
        actor=province.office,
        measure=measures.get("accepted-reports"),
        query=measures.Query(start=date(2020, 1, 1), end=date(2020, 12, 31)),
        now=make.NOW,
    )
    office = client_as(province.office)
    url = reverse("programme_frozen_figure", args=[frozen.pk])
    assert "help-critical" not in office.get(url).content.decode()
    ProgressReport.objects.filter(pk=done.pk).update(done="Đã sửa")
    assert "help-critical" in office.get(url).content.decode()


def test_reporting_without_account(province, client_as, client, caplog):
    office = client_as(province.office)
    page = office.post(
        reverse("programme_period", args=[province.quarters[0].pk]),
        {"action": "link", "agency": province.culture.pk},
    )
    link = re.search(r"http://testserver(/bao-cao/[^\"]+)", page.content.decode()).group(1)
    home = client.get(link)
    text = home.content.decode()
    assert "Tổ chức lớp tập huấn" in text
    assert "Mời phóng viên" not in text
    # The address goes to nobody else, and the browser still says where its forms come from.
    assert home["Referrer-Policy"] == "same-origin"
    form = f"{link}{province.task.uuid}/"
    assert client.get(form).status_code == 200
    assert client.post(f"{form}typed/", {"done": "Đang gõ"}).status_code == 200
    assert client.post(form, {"revision": 1, "work_state": "done"}).status_code == 422
    assert link not in caplog.text, "the address is a key: no log may keep it"
    answer = client.post(form, {"revision": 1, "work_state": "done", "done": "Đã xong"})
    assert answer.status_code == 302
    report = ProgressReport.objects.get()
    assert (report.state, report.is_confirmed) == (ReportState.SUBMITTED, True)
    assert client.get(f"{link}{province.other_task.uuid}/").status_code == 404
    assert client.get("/bao-cao/sai/").status_code == 410


def test_search_without_tone_marks(province, client_as):
    office = client_as(province.office)
    text = office.get(reverse("programme_tasks"), {"q": "tap huan"}).content.decode()
    assert "Tổ chức lớp tập huấn" in text
    assert "Mời phóng viên" not in text


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_lists_can_be_exported(province, report, client_as, kind):
    office = client_as(province.office)
    for name in ("programme_tasks", "programme_reports", "programme_plans", "programme_documents"):
        answer = office.get(reverse(name), {"export": kind})
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content)


def test_exports_speak_the_language_and_the_time_of_the_office(province, report, client_as):
    submitted(province, report)
    ProgressReport.objects.update(submitted_at=datetime(2020, 3, 31, 20, 30, tzinfo=UTC))
    office = client_as(province.office)

    def exported(name):
        answer = office.get(reverse(name), {"export": "csv"})
        return b"".join(answer.streaming_content).decode()

    submitted_at = exported("programme_reports").strip().splitlines()[-1]
    assert "2020-04-01 03:30:00" in submitted_at, "the day it was in Vietnam"
    assert ",có," in submitted_at, "confirmed by the agency, in words"
    for name in ("programme_plans", "programme_periods", "programme_documents"):
        heading = exported(name).splitlines()[0]
        assert "method" not in heading
        assert "_" not in heading


def test_bulk_accept(province, report, client_as):
    submitted(province, report)
    office = client_as(province.office)
    url = reverse("wagtail_bulk_action", args=["programme", "progressreport", "accept"])
    assert office.get(f"{url}?id={report.pk}").status_code == 200
    office.post(f"{url}?id={report.pk}")
    report.refresh_from_db()
    assert report.state == ReportState.ACCEPTED
