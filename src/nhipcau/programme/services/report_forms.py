"""Taking in a report form that an agency filled in with Word or Excel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.common.exceptions import DomainError
from nhipcau.programme.enums import WorkState
from nhipcau.programme.exceptions import BadForm, Incomplete
from nhipcau.programme.models import ReportingPeriod, Task
from nhipcau.programme.services.reporting import (
    ReportContent,
    Writer,
    begin_report,
    keep_typed,
    submit_report,
)
from nhipcau.programme.types import ReportFormRow


@dataclass(frozen=True)
class RowOutcome:
    """What became of one row of a form.

    Attributes:
        number: Number of the task.
        text: The task.
        is_submitted: Whether its report was submitted.
        reasons: Why not, in sentences; what could be read is kept in the draft.
        report: Key of the report, ``None`` when there is none.
    """

    number: str
    text: str
    is_submitted: bool
    reasons: tuple[str, ...] = ()
    report: int | None = None


def take_in_form(
    *,
    writer: Writer,
    agency: Agency,
    period: ReportingPeriod,
    rows: Sequence[ReportFormRow],
    now: datetime,
) -> list[RowOutcome]:
    """Submit what a form says; rows with a doubt become drafts for a person to look at.

    Each row stands for itself: a bad one never keeps a good one out.

    Args:
        writer: Who sends it in; the office names the letter.
        agency: Whose form it is.
        period: The period.
        rows: The rows as read; rows without answers are passed over.
        now: Present moment.

    Returns:
        One outcome for each row that holds an answer.

    Raises:
        BadForm: if no row holds an answer.
        Incomplete: if the office names no letter.
    """
    if writer.link is None and not writer.speaks_for(agency.pk) and not writer.letter_reference:
        raise Incomplete(_("Name the letter the report came in: its number and date."))
    answered = [row for row in rows if _has_answer(row)]
    if not answered:
        raise BadForm(_("The form holds no answers. Nothing was stored."))
    writer = replace(writer, via_form=True)
    return [
        _take_in_row(writer=writer, agency=agency, period=period, row=row, now=now)
        for row in answered
    ]


def _has_answer(row: ReportFormRow) -> bool:
    return bool(
        row.done.strip()
        or row.state
        or row.obstacles.strip()
        or row.proposals.strip()
        or row.doubts
        or any(value is not None for __, value in row.actuals)
    )


def _take_in_row(
    *,
    writer: Writer,
    agency: Agency,
    period: ReportingPeriod,
    row: ReportFormRow,
    now: datetime,
) -> RowOutcome:
    task = Task.objects.select_related("plan", "current").filter(uuid=row.task_key).first()
    if task is None:
        return RowOutcome(row.number, row.text, False, (_("There is no such task."),))
    reasons = list(row.doubts)
    if not row.state:
        reasons.append(_("The state of the work is missing."))
    if not row.done.strip():
        reasons.append(_("It does not say what was done."))
    try:
        report = begin_report(writer=writer, task=task, agency=agency, period=period, now=now)
        if not report.is_editable:
            return RowOutcome(
                row.number, row.text, False, (_("It was reported before."),), report.pk
            )
        if reasons:
            keep_typed(writer=writer, report=report, typed=_typed(row), now=now)
            return RowOutcome(row.number, row.text, False, tuple(reasons), report.pk)
        submit_report(
            writer=writer,
            report=report,
            revision=report.revision,
            content=ReportContent(
                work_state=WorkState(row.state),
                done=row.done,
                actuals=dict(row.actuals),
                evidence_links=row.evidence,
                obstacles=row.obstacles,
                proposals=row.proposals,
            ),
            now=now,
        )
    except DomainError as error:
        return RowOutcome(row.number, row.text, False, (str(error),))
    return RowOutcome(row.number, row.text, True, (), report.pk)


def _typed(row: ReportFormRow) -> dict[str, str]:
    """The readable answers as the short form would hold them."""
    typed = {
        "done": row.done,
        "evidence_links": row.evidence,
        "obstacles": row.obstacles,
        "proposals": row.proposals,
    }
    if row.state:
        typed["work_state"] = row.state
    for key, value in row.actuals:
        if value is not None:
            typed[f"actual_{key}"] = f"{value.normalize():f}"
    return typed
