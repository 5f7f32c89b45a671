"""What happens to a submitted report: accepted, returned, confirmed by its agency."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.models import User
from nhipcau.accounts.types import Actor
from nhipcau.programme.enums import ReportState
from nhipcau.programme.exceptions import Incomplete
from nhipcau.programme.models import ProgressReport, ReportingLink, Task
from nhipcau.programme.permissions import (
    is_office,
    require,
    user_can_confirm_report,
    user_can_decide_report,
)
from nhipcau.programme.rules.states import check_report_move
from nhipcau.programme.services.audit import person, record
from nhipcau.programme.services.reporting import Writer, check_writer, locked_report


@transaction.atomic
def accept_report(*, actor: Actor, report: ProgressReport, now: datetime) -> ProgressReport:
    """Accept a report: its figures count from now on, and the task's state follows.

    Args:
        actor: Somebody of the standing office.
        report: A submitted report.
        now: Present moment.

    Raises:
        NotPermitted: if the actor may not decide.
        WrongState: if it is not submitted.
    """
    report = locked_report(report)
    require(allowed=user_can_decide_report(actor, report))
    check_report_move(old=report.state, new=ReportState.ACCEPTED)
    report.state = ReportState.ACCEPTED
    report.decided_at, report.decided_by = now, person(actor)
    report.revision += 1
    report.save()
    _follow_work_state(report, now)
    record(actor=actor, instance=report, action="programme.report.accepted")
    return report


def _follow_work_state(report: ProgressReport, now: datetime) -> None:
    """Let the task's state follow its lead agency's latest accepted report."""
    task = (
        Task.objects.select_for_update(of=("self",))
        .select_related("current")
        .get(pk=report.task_id)
    )
    if task.current is None or task.current.lead_id != report.agency_id:
        return
    later = ProgressReport.objects.filter(
        task=task,
        agency=report.agency_id,
        state=ReportState.ACCEPTED,
        period__end__gt=report.period.end,
    )
    if task.work_state != report.work_state and not later.exists():
        task.work_state = report.work_state
        task.work_state_at = now
        task.save(update_fields=["work_state", "work_state_at"])


@transaction.atomic
def return_report(
    *, actor: Actor, report: ProgressReport, reason: str, now: datetime
) -> ProgressReport:
    """Give a report back to its agency with a reason; its figures no longer count.

    Args:
        actor: Somebody of the standing office.
        report: A submitted or accepted report.
        reason: What to change.
        now: Present moment.

    Raises:
        NotPermitted: if the actor may not decide.
        WrongState: if it is neither submitted nor accepted.
        Incomplete: if no reason is given.
    """
    report = locked_report(report)
    require(allowed=user_can_decide_report(actor, report))
    check_report_move(old=report.state, new=ReportState.RETURNED)
    if not reason.strip():
        raise Incomplete(_("Say what the agency should change."))
    report.state = ReportState.RETURNED
    report.return_reason = reason.strip()
    report.decided_at, report.decided_by = now, person(actor)
    report.revision += 1
    report.save()
    record(actor=actor, instance=report, action="programme.report.returned", reason=reason.strip())
    return report


@transaction.atomic
def confirm_report(
    *,
    report: ProgressReport,
    now: datetime,
    actor: User | None = None,
    link: ReportingLink | None = None,
) -> ProgressReport:
    """Let the agency stand by a report that the office entered for it.

    Args:
        report: A submitted or accepted report.
        now: Present moment.
        actor: The agency's focal point, or
        link: the agency's reporting link.

    Raises:
        NotPermitted: if neither speaks for the agency; the office itself never does.
        LinkExpired: if the link no longer works.
        WrongState: if there is nothing to confirm.
    """
    report = locked_report(report)
    if link is not None:
        check_writer(
            writer=Writer(link=link),
            task=report.task,
            agency_id=report.agency_id,
            period_id=report.period_id,
            now=now,
        )
    else:
        require(allowed=actor is not None and user_can_confirm_report(actor, report))
    if not report.is_confirmed and not report.is_editable:
        report.confirmed_at, report.confirmed_by = now, actor
        report.revision += 1
        report.save(update_fields=["confirmed_at", "confirmed_by", "revision"])
        record(actor=actor, instance=report, action="programme.report.confirmed")
    return report


def accept_reports(
    *, actor: Actor, reports: Any, now: datetime
) -> tuple[list[ProgressReport], list[tuple[ProgressReport, str]]]:
    """Accept several reports, each in its own transaction.

    Args:
        actor: Somebody of the standing office.
        reports: Submitted reports.
        now: Present moment.

    Returns:
        Those accepted, and those that were not, each with the reason.

    Raises:
        NotPermitted: if the actor may not decide at all.
    """
    require(allowed=is_office(actor))
    accepted: list[ProgressReport] = []
    failed: list[tuple[ProgressReport, str]] = []
    for report in reports:
        if report.state != ReportState.SUBMITTED:
            failed.append((report, str(_("It is not waiting for a decision."))))
            continue
        accepted.append(accept_report(actor=actor, report=report, now=now))
    return accepted, failed
