"""Importing a plan: agencies are matched or asked, tasks merge, nothing is lost."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command

from nhipcau.accounts.enums import Role
from nhipcau.accounts.types import SYSTEM
from nhipcau.agencies.models import AgencyName
from nhipcau.common.exceptions import NotPermitted
from nhipcau.programme.exceptions import FinalVersion
from nhipcau.programme.models import Plan, TaskVersion
from nhipcau.programme.plan_import.exceptions import UndecidedImport
from nhipcau.programme.plan_import.reading import read_plan
from nhipcau.programme.plan_import.services import Decision, import_plan, match_names
from nhipcau.programme.plan_import.tests.samples.documents import ANNEX
from nhipcau.programme.plan_import.types import ReadPlan, ReadTask
from nhipcau.programme.tests import factories as make

NOW = datetime(2020, 3, 20, tzinfo=UTC)
OFFICE, FOREIGN = "Văn phòng UBND tỉnh", "Sở Ngoại vụ"


@pytest.fixture
def office(db):
    return make.make_user(Role.OFFICE)


@pytest.fixture
def issuer(db):
    return make.make_agency("ubnd-tinh", "Ủy ban nhân dân tỉnh Đắk Lắk")


@pytest.fixture
def foreign(db):
    return make.make_agency("songv", "Sở Ngoại vụ tỉnh Đắk Lắk")


def a_plan(*tasks: ReadTask) -> ReadPlan:
    return ReadPlan(year=2020, last_year=2020, title="Kế hoạch năm 2020", tasks=list(tasks))


def a_task(text: str = "Đón đoàn phóng viên nước ngoài", lead: str = FOREIGN, **fields) -> ReadTask:
    values = {"number": "1", "groups": ("Nhóm",), "due": date(2020, 6, 30)} | fields
    return ReadTask(text=text, lead=lead, **values)


def test_name_is_matched_by_abbreviation_and_province(foreign):
    culture = make.make_agency("svhttdl", "Sở Văn hóa, Thể thao và Du lịch")
    plan = a_plan(a_task(coordinators=["Sở VHTTDL", "Sở NgV", "Sở Y tế"]))
    found = {match.name: match.agency_id for match in match_names(plan)}
    assert found == {
        FOREIGN: foreign.pk, "Sở VHTTDL": culture.pk, "Sở NgV": foreign.pk, "Sở Y tế": None,
    }  # fmt: skip


def test_name_of_another_time_is_only_suggested(foreign):
    later = make.make_agency("svh2025", "Sở Văn hóa và Đối ngoại")
    AgencyName.objects.filter(agency=later).update(valid_from=date(2025, 7, 1))
    (match,) = match_names(a_plan(a_task(lead="Sở Văn hóa và Đối ngoại")))
    assert match.agency_id is None
    assert match.suggestions[0] == later.pk


def test_two_agencies_of_one_name_are_asked(foreign):
    make.make_agency("songv-2", "Sở Ngoại vụ")
    (match,) = match_names(a_plan(a_task()))
    assert match.agency_id is None
    assert len(match.suggestions) == 2


def test_unknown_names_stop_everything(office, issuer, foreign):
    with pytest.raises(UndecidedImport, match="Sở Y tế"):
        import_plan(
            actor=office, plan=a_plan(a_task(), a_task("Khác", "Sở Y tế")), issuer=issuer, now=NOW
        )
    assert not Plan.objects.exists()
    assert not TaskVersion.objects.exists()


def test_decisions_are_followed_and_left_out_names_are_noted(office, issuer, foreign):
    plan = a_plan(a_task(coordinators=["Sở Y tế", "các sở, ban, ngành"]))
    decisions = {"Sở Y tế": Decision(create=True), "các sở, ban, ngành": Decision(leave_out=True)}
    result = import_plan(actor=office, plan=plan, issuer=issuer, now=NOW, decisions=decisions)
    wording = result.version.tasks.get()
    assert wording.lead == foreign
    assert [agency.name() for agency in wording.coordinators.all()] == ["Sở Y tế"]
    assert result.new_agencies == ["Sở Y tế"]
    assert "các sở, ban, ngành" in wording.task.comments.get().text


def test_second_import_changes_nothing(office, issuer, foreign):
    plan = a_plan(a_task(), a_task("Việc khác"), a_task(groups=("Nhóm hai",)))
    first = import_plan(actor=office, plan=plan, issuer=issuer, now=NOW)
    again = import_plan(actor=office, plan=plan, issuer=issuer, now=NOW)
    assert (len(first.created), again.unchanged) == (3, 3)
    assert (again.created, again.changed, again.not_in_file) == ([], [], [])
    assert TaskVersion.objects.count() == 3


def test_changed_and_reworded_tasks_keep_their_key(office, issuer, foreign):
    first = import_plan(
        actor=office, plan=a_plan(a_task(), a_task("Việc bỏ đi")), issuer=issuer, now=NOW
    )
    key = first.version.tasks.get(text__startswith="Đón").task.task_key
    reworded = a_plan(a_task("Đón các đoàn phóng viên nước ngoài", due=date(2020, 9, 30)))
    again = import_plan(actor=office, plan=reworded, issuer=issuer, now=NOW)
    wording = again.version.tasks.get(text__startswith="Đón")
    assert wording.task.task_key == key
    assert wording.due == date(2020, 9, 30)
    assert again.not_in_file == ["Việc bỏ đi"]
    assert again.version.tasks.count() == 2


def test_same_task_of_next_year_keeps_its_key(office, issuer, foreign):
    first = import_plan(
        actor=office, plan=a_plan(a_task(start=date(2020, 4, 1))), issuer=issuer, now=NOW
    )
    make.approve(office, first.version.plan)
    following = a_plan(a_task(due=date(2021, 6, 30)))
    following.year = following.last_year = 2021
    second = import_plan(actor=office, plan=following, issuer=issuer, now=NOW)
    assert second.version.tasks.get().task.task_key == first.version.tasks.get().task.task_key
    assert second.version.plan != first.version.plan


def test_approved_plan_is_not_touched(office, issuer, foreign):
    first = import_plan(
        actor=office, plan=a_plan(a_task(start=date(2020, 4, 1))), issuer=issuer, now=NOW
    )
    make.approve(office, first.version.plan)
    with pytest.raises(FinalVersion):
        import_plan(actor=office, plan=a_plan(a_task("Mới")), issuer=issuer, now=NOW)


def test_another_number_in_the_same_year_is_another_plan(office, issuer, foreign):
    first = import_plan(
        actor=office, plan=a_plan(a_task(start=date(2020, 4, 1))), issuer=issuer, now=NOW
    )
    make.approve(office, first.version.plan, "02/KH-BCĐ")
    other = a_plan(a_task(start=date(2020, 4, 1)))
    other.number = "88/KH-UBND"
    second = import_plan(actor=office, plan=other, issuer=issuer, now=NOW)
    assert second.version.plan != first.version.plan
    assert first.version.plan.versions.get().tasks.count() == 1


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.EDITOR, Role.LEADER])
def test_only_the_office_imports(role, issuer, foreign):
    with pytest.raises(NotPermitted):
        import_plan(actor=make.make_user(role), plan=a_plan(a_task()), issuer=issuer, now=NOW)


def test_unwanted_rows_stay_out(office, issuer, foreign):
    plan = a_plan(a_task(), a_task("Việc khác", "Sở Lạ"))
    result = import_plan(actor=office, plan=plan, issuer=issuer, now=NOW, left_out_rows=[1])
    assert result.created == ["Đón đoàn phóng viên nước ngoài"]


def test_start_after_due_is_not_stored(office, issuer, foreign):
    plan = a_plan(a_task(start=date(2020, 12, 1), doubts=["Ngày kết thúc trước ngày bắt đầu."]))
    wording = import_plan(actor=office, plan=plan, issuer=issuer, now=NOW).version.tasks.get()
    assert (wording.start, wording.due) == (None, date(2020, 6, 30))
    assert "Ngày kết thúc" in wording.task.comments.get().text


def test_whole_sample_goes_in(office, issuer):
    plan = read_plan(ANNEX.build())
    decisions = {
        match.name: Decision(create=True) for match in match_names(plan) if not match.agency_id
    }
    result = import_plan(actor=SYSTEM, plan=plan, issuer=issuer, now=NOW, decisions=decisions)
    assert len(result.created) == len(ANNEX.tasks)
    again = import_plan(actor=SYSTEM, plan=plan, issuer=issuer, now=NOW)
    assert again.unchanged == len(ANNEX.tasks)


def test_command_asks_for_unknown_names(tmp_path, issuer, capsys):
    file = tmp_path / "kế hoạch.docx"
    file.write_bytes(ANNEX.build())
    with pytest.raises(CommandError, match="--match"):
        call_command("plan", "import", str(file), issuer="ubnd-tinh")
    assert not Plan.objects.exists()
