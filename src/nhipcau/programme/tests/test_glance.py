"""The year at a glance and the orphan finder: each number with the records that make it."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from nhipcau.programme.enums import BudgetSource, DocumentStatus, ReportState, WorkState
from nhipcau.programme.models import GuidingDocument, ProgressReport, ReportedFigure, TaskVersion
from nhipcau.programme.services.documents import save_document
from nhipcau.programme.tests import factories as make


def document(province, number: int, status=DocumentStatus.IN_FORCE) -> GuidingDocument:
    made = GuidingDocument(
        system="state", reference=f"{number}/2015/NĐ-CP", title="Nghị định", status=status,
        issuer_name="Chính phủ", issued_on=date(2015, 9, 7),
    )  # fmt: skip
    return save_document(actor=province.office, document=made) or made


def report(province, task, agency, state=ReportState.ACCEPTED) -> ProgressReport:
    return ProgressReport.objects.create(
        task=task,
        agency=agency,
        period=province.quarters[0],
        state=state,
        submitted_at=None if state == ReportState.DRAFT else make.NOW,
        confirmed_at=make.NOW,
    )


def sections(page: str) -> dict[str, str]:
    """What stands below each heading of a page."""
    parts = re.split(r"<h2>(.*?)</h2>", page)
    return {title.strip(): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}


def test_orphans_of_every_kind(province, client_as):
    cited, basis = document(province, 1), document(province, 2)
    document(province, 3)
    document(province, 4, DocumentStatus.REPLACED)
    TaskVersion.documents.through.objects.create(
        taskversion_id=province.wording.pk, guidingdocument_id=cited.pk
    )
    draft = make.make_plan(province.office, province.committee, 2021)
    draft.versions.get().legal_bases.add(basis)
    report(province, province.task, province.culture, ReportState.DRAFT)
    office = client_as(province.office)

    def found() -> dict[str, str]:
        return sections(office.get(reverse("programme_orphans")).content.decode())

    before = found()
    late = before["Quá hạn mà chưa có báo cáo (2)"]
    assert "lớp tập huấn" in late, "a draft is no report"
    assert "Mời phóng viên" in late
    assert "Nhiệm vụ chưa có sản phẩm (2)" in before
    loose = before["Văn bản còn hiệu lực chưa được viện dẫn (1)"]
    assert re.findall(r"\d/2015/NĐ-CP", loose) == ["3/2015/NĐ-CP"]

    report(province, province.other_task, province.foreign, ReportState.SUBMITTED)
    after = found()["Quá hạn mà chưa có báo cáo (1)"]
    assert "Mời phóng viên" not in after


@pytest.fixture
def year(province):
    """One task done, 3 of 4 courses reported and accepted, money known for one task."""
    province.task.work_state = WorkState.DONE
    province.task.save()
    done = report(province, province.task, province.culture)
    waiting = report(province, province.task, province.foreign, ReportState.SUBMITTED)
    for item, value in ((done, 3), (waiting, 40)):
        ReportedFigure.objects.create(
            report=item,
            indicator_key=province.indicator.indicator_key,
            name="Lớp tập huấn",
            unit="lớp",
            value=Decimal(value),
        )
    TaskVersion.objects.filter(pk=province.wording.pk).update(
        budget_source=BudgetSource.LOCAL, budget_dong=50_000_000
    )
    return province


def test_dashboard_shows_states_agencies_indicators_and_money(year, client_as):
    page = client_as(year.leader).get(reverse("programme_dashboard")).content.decode()
    charts = re.findall(r'aria-label="([^"]*)"', page)
    spoken = {text.split(". ")[0]: text for text in charts if ". " in text}
    assert "Hoàn thành: 1" in spoken["Nhiệm vụ theo tình trạng"]
    assert "Sở Văn hóa, Thể thao và Du lịch: 1/1" in spoken["Nhiệm vụ theo cơ quan chủ trì"]
    assert "Sở Ngoại vụ: 0/1" in spoken["Nhiệm vụ theo cơ quan chủ trì"]
    assert "3 / 4" in spoken["Chỉ tiêu so với mục tiêu"], "only what was accepted counts"
    assert "50.000.000" in page
    assert page.count("programme-bars") == page.count("<summary>Số liệu dạng bảng") == 3


def test_dashboard_of_a_focal_point_is_about_its_own_tasks(year, client_as):
    page = client_as(year.foreign_focal).get(reverse("programme_dashboard")).content.decode()
    assert "<strong>2</strong> nhiệm vụ" in page, "the one it leads and the one it coordinates"
    page = client_as(year.culture_focal).get(reverse("programme_dashboard")).content.decode()
    assert "<strong>1</strong> nhiệm vụ" in page
