"""The permission table: every action by every role, for its own agency's task and for another's."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.common.exceptions import NotPermitted
from nhipcau.programme import measures
from nhipcau.programme.enums import DocumentStatus, PeriodKind, VersionState, WorkState
from nhipcau.programme.models import GuidingDocument, PeriodReport, PlanIndicator
from nhipcau.programme.services import decisions, drafting, freezing, periods, plans, tasks
from nhipcau.programme.services.documents import save_document
from nhipcau.programme.services.reporting import ReportContent, Writer, begin_report, submit_report
from nhipcau.programme.tests import factories as make

# Who may do what is decided in Python: nothing here is said in SQL that other tests do not say.
pytestmark = pytest.mark.sqlite_only
# The columns: standing office, administrator, leader, editor, reporter, translator, reviser, and
# the focal points of the agency that leads the task, of one that coordinates it, of a third one.
ROLES = (
    *("office", "administrator", "leader", "editor", "reporter", "translator", "reviser"),
    *("leads", "coordinates", "third"),
)
OFFICE = {"office", "administrator"}
OVERSEERS = OFFICE | {"leader"}
FOCAL = {"leads", "coordinates", "third"}
READERS = {"editor", "reporter", "translator", "reviser"}
CONCERNED = OVERSEERS | {"leads", "coordinates"}


@pytest.fixture
def people(province):
    third = make.make_agency("so-y-te", "Sở Y tế")
    province.third = third
    return {
        "office": province.office,
        "administrator": make.make_user(Role.ADMINISTRATOR),
        "leader": province.leader,
        "editor": province.editor,
        "reporter": make.make_user(Role.REPORTER),
        "translator": make.make_user(Role.TRANSLATOR),
        "reviser": make.make_user(Role.REVISER),
        "leads": province.culture_focal,
        "coordinates": province.foreign_focal,
        "third": make.make_focal_point(third),
    }


@pytest.fixture
def desk(province):
    """A submitted report, one the office entered, a draft plan and one out for comments."""
    writer = Writer(user=province.culture_focal)
    facts = {"task": province.task, "agency": province.culture, "now": make.NOW}
    report = begin_report(writer=writer, period=province.quarters[0], **facts)
    province.report = submit(province, writer, report)
    entered = Writer(user=province.office, letter_reference="12/SVHTTDL ngày 02/7/2020")
    other = begin_report(writer=entered, period=province.quarters[1], **facts)
    province.entered = submit(province, entered, other)
    province.next_year = make.make_plan(province.office, province.committee, 2021)
    province.draft = province.next_year.versions.get()
    province.draft_wording = make.make_task(
        province.office, province.next_year, province.culture, coordinators=[province.foreign]
    )
    out = make.make_plan(province.office, province.committee, 2022)
    make.make_task(province.office, out, province.culture, coordinators=[province.foreign])
    province.commented = plans.move_version(
        actor=province.office, version=out.versions.get(), state=VersionState.COMMENTS
    )
    return province


def submit(province, writer, report):
    content = ReportContent(
        work_state=WorkState.IN_PROGRESS,
        done="Đã mở một lớp",
        actuals={str(province.indicator.indicator_key): 1},
    )
    return submit_report(
        writer=writer, report=report, revision=report.revision, content=content, now=make.NOW
    )


def document() -> GuidingDocument:
    return GuidingDocument(
        system="state", reference="72/2015/NĐ-CP", title="Nghị định", issuer_name="Chính phủ",
        issued_on=date(2015, 9, 7), status=DocumentStatus.IN_FORCE,
    )  # fmt: skip


def report_as(actor: Any, d: Any, task: Any, agency: Any) -> Any:
    return begin_report(
        writer=Writer(user=actor, letter_reference="01/CV"),
        task=task, agency=agency, period=d.quarters[2], now=make.NOW,
    )  # fmt: skip


def plan_comment(actor: Any, d: Any, agency: Any) -> Any:
    return drafting.comment_on_version(
        actor=actor, version=d.commented, text="Ý kiến", agency=agency, now=make.NOW
    )


def upload() -> SimpleUploadedFile:
    return SimpleUploadedFile("anh.pdf", b"%PDF-1.4")


# What is done, and who may. `a` is the actor, `d` the desk.
ACTIONS: list[tuple[str, Callable[[Any, Any], Any], set[str]]] = [
    ("enter a document", lambda a, d: save_document(actor=a, document=document()), OFFICE),
    ("begin a plan", lambda a, d: make.make_plan(a, d.committee, 2030), OFFICE),
    (
        "copy last year's plan",
        lambda a, d: plans.copy_plan(
            actor=a, source=d.plan.version_in_force, first_year=2031, title="Kế hoạch 2031"
        ),
        OFFICE,
    ),
    ("add a task", lambda a, d: make.make_task(a, d.next_year, d.culture, "Việc mới"), OFFICE),
    (
        "change a task",
        lambda a, d: tasks.edit_task(
            actor=a, wording=d.draft_wording, revision=d.draft_wording.revision,
            values={"text": "Sửa"},
        ),
        OFFICE,
    ),
    ("remove a task", lambda a, d: tasks.remove_task(actor=a, wording=d.draft_wording), OFFICE),
    (
        "add an objective",
        lambda a, d: drafting.save_indicator(
            actor=a, indicator=PlanIndicator(version=d.draft, name="Tin, bài")
        ),
        OFFICE,
    ),
    (
        "send a draft out",
        lambda a, d: plans.move_version(actor=a, version=d.draft, state=VersionState.COMMENTS),
        OFFICE,
    ),
    ("approve a plan", lambda a, d: make.approve(a, d.commented.plan, "9/KH-UBND"), OVERSEERS),
    ("amend a plan", lambda a, d: plans.start_amendment(actor=a, plan=d.plan, reason="Bổ sung"),
     OFFICE),
    ("comment on a draft for the lead", lambda a, d: plan_comment(a, d, d.culture),
     OVERSEERS | {"leads"}),
    ("comment on a draft for a third", lambda a, d: plan_comment(a, d, d.third),
     OVERSEERS | {"third"}),
    (
        "comment on a task",
        lambda a, d: tasks.comment_on_task(actor=a, task=d.task, text="Ý kiến", now=make.NOW),
        CONCERNED,
    ),
    (
        "comment on a task of a draft",
        lambda a, d: tasks.comment_on_task(
            actor=a, task=d.draft_wording.task, text="Ý kiến", now=make.NOW
        ),
        OVERSEERS,
    ),
    (
        "add a sub-task",
        lambda a, d: tasks.add_step(
            actor=a, task=d.task, text="Bước", agency=None, due=None, now=make.NOW
        ),
        CONCERNED,
    ),
    (
        "attach a file to a task",
        lambda a, d: tasks.attach_file(actor=a, task=d.task, file=upload(), now=make.NOW),
        CONCERNED,
    ),
    (
        "set the state of the work",
        lambda a, d: tasks.set_work_state(
            actor=a, task=d.task, work_state=WorkState.DONE, now=make.NOW
        ),
        OFFICE,
    ),
    ("report for the lead", lambda a, d: report_as(a, d, d.task, d.culture), OFFICE | {"leads"}),
    ("report for a coordinator", lambda a, d: report_as(a, d, d.task, d.foreign),
     OFFICE | {"coordinates"}),
    ("report for an agency the task does not name", lambda a, d: report_as(a, d, d.task, d.third),
     set()),
    ("accept a report",
     lambda a, d: decisions.accept_report(actor=a, report=d.report, now=make.NOW), OFFICE),
    (
        "return a report",
        lambda a, d: decisions.return_report(
            actor=a, report=d.report, reason="Thiếu số liệu", now=make.NOW
        ),
        OFFICE,
    ),
    # The office never confirms what it entered itself.
    ("confirm what the office entered",
     lambda a, d: decisions.confirm_report(actor=a, report=d.entered, now=make.NOW), {"leads"}),
    (
        "open a year of periods",
        lambda a, d: periods.open_year(
            actor=a, year=2033, first_day=date(2033, 1, 1), kinds=[PeriodKind.YEAR],
            days_to_report=5,
        ),
        OFFICE,
    ),
    (
        "make a link",
        lambda a, d: periods.make_link(
            actor=a, agency=d.culture, period=d.quarters[3], now=make.NOW
        ),
        OFFICE,
    ),
    (
        "freeze a figure",
        lambda a, d: freezing.freeze_figure(
            actor=a,
            measure=measures.get("accepted-reports"),
            query=measures.Query(start=date(2020, 1, 1), end=date(2020, 12, 31)),
            now=make.NOW,
        ),
        OFFICE,
    ),
    (
        "write a period report",
        lambda a, d: freezing.save_period_report(
            actor=a,
            report=PeriodReport(plan=d.plan, period=d.quarters[0]),
            revision=0,
            values={},
        ),
        OFFICE,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "act", "allowed"), ACTIONS, ids=[row[0] for row in ACTIONS])
def test_action(name, act, allowed, desk, people):
    found = set()
    for role in ROLES:
        try:
            with transaction.atomic():
                act(people[role], desk)
                transaction.set_rollback(True)
        except NotPermitted:
            continue
        found.add(role)
    assert found == allowed


def opened(client_as, people, url: str) -> set[str]:
    return {role for role in ROLES if client_as(people[role]).get(url).status_code == 200}


# What is opened, and who may.
ALL = OVERSEERS | READERS | FOCAL
DOORS: list[tuple[str, Callable[[Any], list[Any]], set[str]]] = [
    ("programme_dashboard", lambda d: [], ALL),
    ("programme_documents", lambda d: [], ALL),
    ("programme_orphans", lambda d: [], OVERSEERS),
    ("programme_plan_import", lambda d: [], OFFICE),
    ("programme_version", lambda d: [d.plan.version_in_force_id], ALL),
    ("programme_version", lambda d: [d.draft.pk], OVERSEERS),
    ("programme_version", lambda d: [d.commented.pk], OVERSEERS | FOCAL),
    ("programme_plan_export", lambda d: [d.draft.pk, "xlsx"], OVERSEERS),
    ("programme_plan_export", lambda d: [d.plan.version_in_force_id, "txt"], ALL),
    ("programme_task", lambda d: [d.task.pk], CONCERNED | READERS),
    ("programme_task", lambda d: [d.other_task.pk], OVERSEERS | READERS | {"coordinates"}),
    ("programme_task", lambda d: [d.draft_wording.task_id], OVERSEERS),
    ("programme_report", lambda d: [d.report.pk], OVERSEERS | {"leads"}),
    ("programme_attachment", lambda d: [d.evidence.pk], OVERSEERS | {"leads"}),
    ("programme_attachment", lambda d: [d.paper.pk], CONCERNED),
    ("programme_periods", lambda d: [], OVERSEERS),
    ("programme_period", lambda d: [d.quarters[0].pk], OVERSEERS),
    ("programme_letter_export", lambda d: [d.quarters[0].pk, d.foreign.pk, "txt"], OFFICE),
    ("programme_form_export", lambda d: [d.quarters[0].pk, d.foreign.pk, "xlsx"], OFFICE),
    ("programme_frozen", lambda d: [], OVERSEERS),
]


@pytest.mark.parametrize(("name", "arguments", "allowed"), DOORS)
def test_door(name, arguments, allowed, desk, people, client_as, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    desk.paper = tasks.attach_file(actor=desk.office, task=desk.task, file=upload(), now=make.NOW)
    desk.evidence = tasks.attach_file(
        actor=desk.culture_focal, task=desk.task, file=upload(), now=make.NOW, report=desk.report
    )
    assert opened(client_as, people, reverse(name, args=arguments(desk))) == allowed


def test_frozen_figures_are_offered_to_those_who_may_see_them(province, client_as):
    frozen, met = reverse("programme_frozen"), set()
    for role in (Role.OFFICE, Role.LEADER, Role.EDITOR, Role.TRANSLATOR, Role.REPORTER):
        client = client_as(make.make_user(role, f"so-lieu-{role}"))
        measures = client.get(reverse("programme_measures"))
        if measures.status_code == 200:
            is_open = client.get(frozen).status_code == 200
            assert (f'"{frozen}"' in measures.content.decode()) == is_open, role
            met.add(is_open)
    assert met == {True, False}
