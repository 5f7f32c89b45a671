"""Plans: states, immutable versions, amendments, copies."""

from datetime import date

import pytest

from nhipcau.programme.enums import Standing, VersionState
from nhipcau.programme.exceptions import (
    BadReference,
    EditConflict,
    FinalVersion,
    Incomplete,
    WrongState,
)
from nhipcau.programme.rules.periods import days_into_plan_year
from nhipcau.programme.selectors.comparing import comparison, worded
from nhipcau.programme.selectors.content import version_digest
from nhipcau.programme.services.plans import (
    Approval,
    approve_version,
    copy_plan,
    edit_version,
    move_version,
    start_amendment,
)
from nhipcau.programme.services.tasks import edit_task, remove_task
from nhipcau.programme.tests import factories as make


def test_approved_version_refuses_every_change(province):
    version = province.plan.version_in_force
    with pytest.raises(FinalVersion):
        edit_task(
            actor=province.office,
            wording=province.wording,
            revision=province.wording.revision,
            values={"text": "Khác"},
        )
    with pytest.raises(FinalVersion):
        edit_version(
            actor=province.office, version=version, revision=1, values={"purposes": "Khác"}
        )
    with pytest.raises(FinalVersion):
        remove_task(actor=province.office, wording=province.wording)
    province.wording.text = "Khác"
    with pytest.raises(FinalVersion):
        province.wording.save()
    with pytest.raises(FinalVersion):
        province.wording.delete()
    assert version_digest(version) == version.content_digest


def test_change_behind_the_programs_back_breaks_the_digest(province):
    version = province.plan.version_in_force
    type(province.wording).objects.filter(pk=province.wording.pk).update(text="Khác")
    assert version_digest(version) != version.content_digest


def test_amendment_keeps_both_versions_readable_and_compares_by_key(province):
    office = province.office
    version = start_amendment(actor=office, plan=province.plan, reason="Hoãn vì dịch bệnh")
    kept = version.tasks.get(task=province.task)
    dropped = version.tasks.get(task=province.other_task)
    edit_task(
        actor=office, wording=kept, revision=kept.revision, values={"due": date(2020, 11, 30)}
    )
    remove_task(actor=office, wording=dropped)
    new = make.make_task(office, province.plan, province.culture, "Nhiệm vụ bổ sung", number="3")
    province.task.refresh_from_db()
    assert province.task.current == province.wording, "a draft must not count before approval"
    make.approve(office, province.plan, "120/KH-UBND")

    old = province.plan.versions.get(sequence=1)
    assert old.state == VersionState.AMENDED
    assert old.tasks.count() == 2
    in_force = province.plan.version_in_force
    rows = comparison(old, in_force)
    assert {row.key: row.kind for row in rows} == {
        str(province.task.pk): "changed",
        str(province.other_task.pk): "removed",
        str(new.task.pk): "added",
    }
    [changed] = [row for row in worded(rows, old, in_force) if row.kind == "changed"]
    assert changed.changed == ("due",)
    assert changed.left["lead"] == changed.right["lead"] == province.culture.name()
    assert (changed.right["due"], changed.left["text"]) == (date(2020, 11, 30), kept.text)
    province.task.refresh_from_db()
    province.other_task.refresh_from_db()
    assert province.task.current.due == date(2020, 11, 30)
    assert province.other_task.standing == Standing.DROPPED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("coordinators", lambda province: [province.foreign, province.committee]),
        ("coordinators", lambda _province: []),
        ("indicators", lambda _province: [{"name": "Lớp tập huấn", "unit": "lớp", "target": 5}]),
        ("indicators", lambda _province: []),
    ],
)
def test_comparison_sees_what_only_a_list_gained_or_lost(province, field, value):
    office, old = province.office, province.plan.version_in_force
    version = start_amendment(actor=office, plan=province.plan, reason="Điều chỉnh")
    wording = version.tasks.get(task=province.task)
    edit_task(
        actor=office, wording=wording, revision=wording.revision, values={field: value(province)}
    )
    for earlier, later in ((old, version), (version, old)):
        rows = worded(comparison(earlier, later), earlier, later)
        assert [row.changed for row in rows] == [(field,), ()]


def test_copy_keeps_keys_and_moves_dates_but_no_work(province):
    plan = copy_plan(
        actor=province.office,
        source=province.plan.version_in_force,
        first_year=2021,
        title="Kế hoạch 2021",
    )
    this_year, next_year = province.plan.version_in_force, plan.versions.get()
    kinds = [row.kind for row in comparison(this_year, next_year)]
    assert kinds == ["changed", "changed"], "two years are compared by the key that stays"
    copy = plan.tasks.get(task_key=province.task.task_key)
    assert copy.current.start == date(2021, 1, 1)
    assert copy.standing == Standing.PROPOSED
    assert copy.current.coordinators.get() == province.foreign
    indicator = copy.current.indicators.get()
    assert indicator.indicator_key == province.indicator.indicator_key
    assert plan.versions.get().state == VersionState.DRAFT


def test_approval_needs_lead_and_time_for_each_task(province):
    plan = make.make_plan(province.office, province.committee, 2021)
    make.make_task(province.office, plan, None)
    with pytest.raises(Incomplete, match="1"):
        make.approve(province.office, plan)
    assert plan.versions.get().state == VersionState.DRAFT


def test_number_must_fit_the_document_system(province):
    plan = make.make_plan(province.office, province.committee, 2021)
    make.make_task(province.office, plan, province.culture)
    with pytest.raises(BadReference):
        approve_version(
            actor=province.office,
            version=plan.versions.get(),
            approval=Approval("88-KH/BCĐ", date(2021, 1, 4), ""),
            now=make.NOW,
        )


def test_steps_between_states(province):
    plan = make.make_plan(province.office, province.committee, 2021)
    version = move_version(
        actor=province.office, version=plan.versions.get(), state=VersionState.COMMENTS
    )
    version = move_version(actor=province.office, version=version, state=VersionState.DRAFT)
    with pytest.raises(WrongState):
        move_version(actor=province.office, version=version, state=VersionState.APPROVED)
    with pytest.raises(WrongState):
        move_version(actor=province.office, version=version, state=VersionState.GUIDANCE)


def test_second_editor_gets_a_conflict_and_nothing_is_lost(province):
    plan = make.make_plan(province.office, province.committee, 2021)
    wording = make.make_task(province.office, plan, province.culture)
    edit_task(actor=province.office, wording=wording, revision=1, values={"text": "Của người 1"})
    with pytest.raises(EditConflict) as conflict:
        edit_task(
            actor=province.office, wording=wording, revision=1, values={"text": "Của người 2"}
        )
    assert conflict.value.current.text == "Của người 1"
    wording.refresh_from_db()
    assert wording.text == "Của người 1"


@pytest.mark.parametrize(
    ("approved_on", "days"),
    [(date(2020, 1, 1), 0), (date(2020, 1, 16), 15), (date(2019, 12, 19), -13)],
)
def test_days_into_the_plan_year(approved_on, days):
    assert days_into_plan_year(approved_on=approved_on, first_year=2020) == days
