"""The sample data: marked, without figures, loadable twice."""

import pytest

from nhipcau.agencies.models import AgencyName
from nhipcau.programme.models import GuidingDocument, Plan, ProgressReport, ReportedFigure, Task
from nhipcau.programme.services.sample import load_sample
from nhipcau.programme.tests.factories import NOW, make_agency

pytestmark = pytest.mark.django_db


def test_sample_carries_the_three_proposals_and_no_invented_figure():
    written = load_sample(now=NOW)
    assert written == Task.objects.filter(is_sample=True).count()
    assert load_sample(now=NOW) == 0
    plan = Plan.objects.get(first_year=2020)
    proposals = [task.current.text for task in plan.tasks.exclude(current__proposal="")]
    assert len(proposals) == 3
    assert any("phóng viên" in text for text in proposals)
    assert any("tiếng Anh" in text for text in proposals)
    assert any("tập huấn" in text for text in proposals)
    assert plan.copied_from.tasks.filter(task_key__in=plan.tasks.values("task_key")).exists(), (
        "recurring tasks keep their key over the years"
    )
    assert not ReportedFigure.objects.exists()
    assert not ProgressReport.objects.filter(confirmed_at__isnull=False).exists()
    assert not GuidingDocument.objects.filter(is_confirmed=True).exists()


def test_sample_makes_no_second_record_of_a_known_agency():
    known = make_agency("so-thong-tin-truyen-thong", "Sở Thông tin và Truyền thông")
    load_sample(now=NOW)
    same = AgencyName.objects.filter(language="vi", name="Sở Thông tin và Truyền thông")
    assert [row.agency for row in same] == [known]
