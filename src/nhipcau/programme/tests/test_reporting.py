"""Reporting: who may, what counts, what is late, links without account."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from nhipcau.common.exceptions import NotPermitted
from nhipcau.programme import measures
from nhipcau.programme.enums import EnteredVia, PeriodKind, ReportState, WorkState
from nhipcau.programme.exceptions import (
    BadPeriod,
    EditConflict,
    Incomplete,
    LinkExpired,
    WrongState,
)
from nhipcau.programme.rules.periods import windows
from nhipcau.programme.selectors.reporting import (
    period_status,
    period_to_report,
    unreported_tasks,
)
from nhipcau.programme.services.decisions import accept_report, confirm_report, return_report
from nhipcau.programme.services.freezing import freeze_figure, recompute
from nhipcau.programme.services.periods import make_link, open_link, revoke_link, save_period
from nhipcau.programme.services.reporting import (
    ReportContent,
    Writer,
    begin_report,
    keep_typed,
    submit_report,
)
from nhipcau.programme.tests.factories import NOW


def begin(province, writer, agency=None, task=None):
    return begin_report(
        writer=writer,
        task=task or province.task,
        agency=agency or province.culture,
        period=province.quarters[0],
        now=NOW,
    )


def submit(province, writer, report, value=Decimal(2), **fields):
    content = ReportContent(
        work_state=fields.pop("work_state", WorkState.IN_PROGRESS),
        done="Đã mở hai lớp",
        actuals={str(province.indicator.indicator_key): value},
        **fields,
    )
    report.refresh_from_db()
    return submit_report(
        writer=writer, report=report, revision=report.revision, content=content, now=NOW
    )


def figure(province, **kwargs):
    query = measures.Query(
        start=date(2020, 1, 1),
        end=date(2020, 12, 31),
        filters={"indicator": str(province.indicator.indicator_key)},
        **kwargs,
    )
    return measures.get("reported-figures"), query


def test_figure_counts_only_once_accepted_and_no_data_is_not_zero(province):
    measure, query = figure(province)
    assert measure.value(query) is None
    writer = Writer(user=province.culture_focal)
    report = submit(province, writer, begin(province, writer))
    assert measure.value(query) is None
    accept_report(actor=province.office, report=report, now=NOW)
    assert measure.value(query) == Decimal(2)
    assert measure.by_agency(query) == [(province.culture.pk, Decimal(2))]
    assert measure.by_month(query) == [(date(2020, 3, 1), Decimal(2))]
    (evidence,) = measure.evidence(query)
    assert evidence.agency == "Sở Văn hóa, Thể thao và Du lịch"


def test_a_reported_zero_is_a_zero(province):
    measure, query = figure(province)
    writer = Writer(user=province.culture_focal)
    report = submit(province, writer, begin(province, writer), value=Decimal(0))
    accept_report(actor=province.office, report=report, now=NOW)
    assert measure.value(query) == Decimal(0)


def test_frozen_figure_shows_changed_and_deleted_evidence(province):
    measure, query = figure(province)
    writer = Writer(user=province.culture_focal)
    report = submit(province, writer, begin(province, writer))
    accept_report(actor=province.office, report=report, now=NOW)
    frozen = freeze_figure(actor=province.office, measure=measure, query=query, now=NOW)
    assert recompute(frozen).is_unchanged

    row = report.figures.get()
    row.value = Decimal(3)
    row.save()
    again = recompute(frozen)
    assert (again.value, len(again.changed)) == (Decimal(3), 1)
    assert frozen.value == Decimal(2)

    row.delete()
    again = recompute(frozen)
    assert again.value is None
    assert len(again.removed) == 1

    frozen.records[0]["amount"] = "9.00"
    assert not recompute(frozen).is_intact


def test_returned_report_no_longer_counts_and_comes_back(province):
    measure, query = figure(province)
    writer = Writer(user=province.culture_focal)
    report = submit(province, writer, begin(province, writer), work_state=WorkState.DONE)
    accept_report(actor=province.office, report=report, now=NOW)
    province.task.refresh_from_db()
    assert province.task.work_state == WorkState.DONE
    with pytest.raises(Incomplete):
        return_report(actor=province.office, report=report, reason=" ", now=NOW)
    return_report(actor=province.office, report=report, reason="Thiếu danh sách", now=NOW)
    assert measure.value(query) is None
    submit(province, writer, report, value=Decimal(4))
    report.refresh_from_db()
    assert (report.state, report.return_reason) == (ReportState.SUBMITTED, "")


def test_office_names_the_letter_and_the_agency_confirms(province):
    with pytest.raises(Incomplete):
        begin(province, Writer(user=province.office))
    writer = Writer(user=province.office, letter_reference="125/SVHTTDL-VP ngày 03/4/2020")
    report = submit(province, writer, begin(province, writer))
    assert report.entered_via == EnteredVia.OFFICE
    accept_report(actor=province.office, report=report, now=NOW)
    measure, query = figure(province)
    assert next(measure.evidence(query)).note
    with pytest.raises(NotPermitted):
        confirm_report(report=report, actor=province.office, now=NOW)
    with pytest.raises(NotPermitted):
        confirm_report(report=report, actor=province.foreign_focal, now=NOW)
    confirm_report(report=report, actor=province.culture_focal, now=NOW)
    assert next(measure.evidence(query)).note == ""


def test_typed_text_is_kept_as_it_is_and_gone_after_submission(province):
    writer = Writer(user=province.culture_focal)
    report = begin(province, writer)
    keep_typed(writer=writer, report=report, typed={"done": "Đã mở", "x": "12a"}, now=NOW)
    report.refresh_from_db()
    assert report.typed == {"done": "Đã mở", "x": "12a"}
    submit(province, writer, report)
    report.refresh_from_db()
    assert report.typed == {}
    with pytest.raises(WrongState):
        keep_typed(writer=writer, report=report, typed={"done": "Muộn"}, now=NOW)


def test_two_people_reporting_at_once(province):
    writer = Writer(user=province.culture_focal)
    report = begin(province, writer)
    content = ReportContent(work_state=WorkState.DONE, done="Một")
    submit_report(writer=writer, report=report, revision=1, content=content, now=NOW)
    with pytest.raises(EditConflict):
        submit_report(writer=writer, report=report, revision=1, content=content, now=NOW)


def test_link_opens_only_its_agency_and_period_and_expires(province):
    opened = make_link(
        actor=province.office, agency=province.culture, period=province.quarters[0], now=NOW
    )
    link = open_link(secret=opened.secret, now=NOW)
    assert opened.secret not in str(vars(link))
    writer = Writer(link=link)
    report = submit(province, writer, begin(province, writer))
    assert report.is_confirmed
    assert report.entered_via == EnteredVia.LINK
    with pytest.raises(NotPermitted):
        begin(province, writer, agency=province.foreign)
    with pytest.raises(NotPermitted):
        begin_report(
            writer=writer,
            task=province.task,
            agency=province.culture,
            period=province.quarters[1],
            now=NOW,
        )
    with pytest.raises(NotPermitted):
        begin(province, writer, task=province.other_task)
    with pytest.raises(LinkExpired):
        open_link(secret=opened.secret, now=NOW + timedelta(days=60))
    revoke_link(actor=province.office, link=link, now=NOW)
    with pytest.raises(LinkExpired):
        open_link(secret=opened.secret, now=NOW)
    with pytest.raises(LinkExpired):
        open_link(secret="sai", now=NOW)


def test_missing_and_late_are_visible(province):
    quarter = province.quarters[0]
    rows = {row.agency: row for row in period_status(quarter)}
    assert rows[province.culture].missing == rows[province.foreign].missing == 1
    writer = Writer(user=province.culture_focal)
    report = begin(province, writer)
    content = ReportContent(work_state=WorkState.IN_PROGRESS, done="Muộn")
    submit_report(
        writer=writer, report=report, revision=1, content=content, now=NOW + timedelta(days=10)
    )
    row = {row.agency: row for row in period_status(quarter)}[province.culture]
    assert (row.missing, row.submitted, row.late) == (0, 1, 1)
    assert list(unreported_tasks(quarter)) == [province.other_task]


def test_coordinator_reports_its_own_part_but_owes_none(province):
    writer = Writer(user=province.foreign_focal)
    report = begin(province, writer, agency=province.foreign)
    assert report.agency == province.foreign
    rows = {row.agency: row.expected for row in period_status(province.quarters[0])}
    assert rows[province.foreign] == 1


@pytest.mark.parametrize(
    ("kind", "count", "first", "last"),
    [
        (PeriodKind.MONTH, 12, date(2020, 1, 14), date(2020, 12, 14)),
        (PeriodKind.QUARTER, 4, date(2020, 3, 14), date(2020, 12, 14)),
        (PeriodKind.HALF_YEAR, 2, date(2020, 6, 14), date(2020, 12, 14)),
        (PeriodKind.NINE_MONTHS, 1, date(2020, 9, 14), date(2020, 9, 14)),
        (PeriodKind.YEAR, 1, date(2020, 12, 14), date(2020, 12, 14)),
    ],
)
def test_year_from_15_december_to_14_december(kind, count, first, last):
    rows = windows(year=2020, first_day=date(2019, 12, 15), kind=kind, days_to_report=5)
    assert len(rows) == count
    assert rows[0].start == date(2019, 12, 15)
    assert (rows[0].end, rows[-1].end) == (first, last)
    for before, after in pairwise(rows):
        assert after.start == before.end + timedelta(days=1)


def test_period_days_are_fixed_once_somebody_reported(province):
    begin(province, Writer(user=province.culture_focal))
    quarter = province.quarters[0]
    quarter.end = date(2020, 3, 20)
    with pytest.raises(BadPeriod):
        save_period(actor=province.office, period=quarter)


def test_after_the_cut_off_people_still_report_on_what_ended(province):
    assert period_to_report(date(2020, 4, 5), PeriodKind.QUARTER) == province.quarters[0]
    assert period_to_report(date(2020, 6, 20), PeriodKind.QUARTER) == province.quarters[1]
    assert period_to_report(date(2019, 6, 20), PeriodKind.QUARTER) is None
