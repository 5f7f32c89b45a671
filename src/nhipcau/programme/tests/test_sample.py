"""The sample data: marked, without figures, loadable twice."""

import pytest

from nhipcau.programme.models import GuidingDocument, Plan, ProgressReport, ReportedFigure, Task
from nhipcau.programme.services.sample import load_sample
from nhipcau.programme.tests.factories import NOW

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
