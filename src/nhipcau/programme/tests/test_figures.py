"""Figures and amounts are read as people write them; nothing is taken for a thousandth of it."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from nhipcau.programme.forms.figures import AmountField, FigureField
from nhipcau.programme.models import PlanIndicator, ProgressReport, TaskVersion
from nhipcau.programme.services.reporting import Writer, begin_report
from nhipcau.programme.tests import factories as make


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("vi", "1.200", "1200"),
        ("vi", "1.234.567,5", "1234567.5"),
        ("vi", "2,5", "2.5"),
        ("vi", "2.5", "2.5"),
        ("vi", " 12 000 ", "12000"),
        ("vi", "0", "0"),
        ("vi", "1200", "1200"),
        ("vi", "1.2345", None),
        ("vi", "12.34.567", None),
        ("en", "1,200", "1200"),
        ("en", "1,234.5", "1234.5"),
        ("en", "2.5", "2.5"),
        ("en", "2,5", None),
    ],
)
def test_figure(language, typed, read):
    field = FigureField(max_digits=18, decimal_places=2)
    with override(language):
        if read is None:
            with pytest.raises(ValidationError):
                field.clean(typed)
        else:
            assert field.clean(typed) == Decimal(read)


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("vi", "500.000", 500_000),
        ("vi", "50.000.000", 50_000_000),
        ("vi", "50 000 000", 50_000_000),
        ("vi", "500000", 500_000),
        ("vi", "500.00", None),
        ("vi", "1,5", None),
        ("vi", "1,5 triệu", None),
        ("en", "500,000", 500_000),
        ("en", "500.000", None),
    ],
)
def test_amount(language, typed, read):
    field = AmountField(min_value=0)
    with override(language):
        if read is None:
            with pytest.raises(ValidationError):
                field.clean(typed)
        else:
            assert field.clean(typed) == read
            assert field.clean(field.prepare_value(read)) == read


def test_task_keeps_amount_and_targets_as_written(province, client_as):
    plan = make.make_plan(province.office, province.committee, 2021)
    wording = make.make_task(province.office, plan, province.culture)
    url = reverse("programme_wording_edit", args=[wording.pk])
    office = client_as(province.office)
    values = {
        "revision": 1,
        "text": "Tổ chức lớp tập huấn",
        "budget_source": "local",
        "budget_dong": "50.000.000",
        "lead": province.culture.pk,
        "due": "2021-06-30",
        "indicators-TOTAL_FORMS": 1,
        "indicators-INITIAL_FORMS": 0,
        "indicators-0-name": "Học viên",
        "indicators-0-target": "1.200",
        "indicators-0-target_q1": "250,5",
    }
    assert office.post(url, values).status_code == 302
    saved = TaskVersion.objects.get(pk=wording.pk)
    assert saved.budget_dong == 50_000_000
    indicator = saved.indicators.get()
    assert (indicator.target, indicator.target_q1) == (Decimal(1200), Decimal("250.5"))
    page = office.get(url).content.decode()
    assert 'value="50.000.000"' in page
    shown = {"budget_dong": "50.000.000", "indicators-0-target": "1200,00", "revision": 2}
    key = {"indicators-0-key": indicator.indicator_key, "indicators-INITIAL_FORMS": 1}
    assert office.post(url, values | shown | key).status_code == 302
    saved.refresh_from_db()
    assert saved.budget_dong == 50_000_000
    assert saved.indicators.get().target == Decimal(1200)


def test_report_and_objective_keep_figures_as_written(province, client_as):
    writer = Writer(user=province.culture_focal)
    report = begin_report(
        writer=writer, task=province.task, agency=province.culture,
        period=province.quarters[0], now=make.NOW,
    )  # fmt: skip
    focal = client_as(province.culture_focal)
    key = f"actual_{province.indicator.indicator_key}"
    values = {"revision": report.revision, "work_state": "in_progress", "done": "Đã mở lớp"}
    url = reverse("programme_report_form", args=[report.pk])
    assert focal.post(url, values | {key: "1.200"}).status_code == 302
    assert ProgressReport.objects.get().figures.get().value == Decimal(1200)

    draft = make.make_plan(province.office, province.committee, 2022).versions.get()
    office = client_as(province.office)
    objective = {"objective": "Tăng tin, bài", "name": "Tin, bài", "unit": "tin", "direction": "up"}
    url = reverse("programme_indicator_add", args=[draft.pk])
    office.post(url, objective | {"baseline": "1.000", "target": "1.250,5"})
    row = PlanIndicator.objects.get()
    assert (row.baseline, row.target) == (Decimal(1000), Decimal("1250.5"))
