"""Progress reports: what an agency types is kept, submitted, then accepted or returned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.models import User
from nhipcau.agencies.models import Agency
from nhipcau.common.exceptions import NotPermitted
from nhipcau.programme.enums import EnteredVia, ReportState, Standing
from nhipcau.programme.exceptions import BadPeriod, EditConflict, Incomplete, LinkExpired
from nhipcau.programme.models import (
    ProgressReport,
    ReportedFigure,
    ReportingLink,
    ReportingPeriod,
    Task,
)
from nhipcau.programme.permissions import (
    agencies_of,
    require,
    user_can_report,
)
from nhipcau.programme.rules.states import check_report_move
from nhipcau.programme.services.audit import record

#: More than a page of the form can hold; a draft is never a store for files.
MAX_TYPED_CHARACTERS = 60_000


@dataclass(frozen=True)
class Writer:
    """Who writes a report, and by which way.

    Attributes:
        user: The signed-in person; ``None`` through a link.
        link: The reporting link used.
        letter_reference: The letter it was taken from, when the office enters it.
        via_form: Whether it was read from a report form that was sent in.
    """

    user: User | None = None
    link: ReportingLink | None = None
    letter_reference: str = ""
    via_form: bool = False

    def entered_via(self, agency_id: int) -> str:
        """The :class:`EnteredVia` of a report of this agency."""
        if self.via_form:
            return EnteredVia.FORM
        if self.link is not None:
            return EnteredVia.LINK
        own = self.user is not None and agency_id in agencies_of(self.user)
        return EnteredVia.ACCOUNT if own else EnteredVia.OFFICE

    def speaks_for(self, agency_id: int) -> bool:
        """Whether the agency itself is writing, so that its figures need no confirmation."""
        if self.link is not None:
            return True
        return self.user is not None and agency_id in agencies_of(self.user)


@dataclass(frozen=True)
class ReportContent:
    """What a report says.

    Attributes:
        work_state: How far the work is.
        done: What was done.
        actuals: Values of the period by indicator key; ``None`` for not reported.
        evidence_links: Public addresses, one a line.
        obstacles: Difficulties.
        proposals: Proposals.
    """

    work_state: str
    done: str
    actuals: Mapping[str, Decimal | None] = field(default_factory=dict)
    evidence_links: str = ""
    obstacles: str = ""
    proposals: str = ""


def check_writer(
    *, writer: Writer, task: Task, agency_id: int, period_id: int, now: datetime
) -> None:
    """Refuse a writer that has no business with this report.

    Raises:
        NotPermitted: if the person or the link speaks for somebody else.
        LinkExpired: if the link no longer works.
    """
    if writer.link is not None:
        if not writer.link.is_open_at(now):
            raise LinkExpired
        require(allowed=writer.link.agency_id == agency_id and writer.link.period_id == period_id)
    elif writer.user is None:
        raise NotPermitted
    else:
        probe = ProgressReport(agency_id=agency_id)
        require(allowed=user_can_report(writer.user, probe))
    wording = task.current
    concerned = wording is not None and (
        wording.lead_id == agency_id or wording.coordinators.filter(pk=agency_id).exists()
    )
    require(allowed=concerned and task.standing == Standing.IN_FORCE)


@transaction.atomic
def begin_report(
    *, writer: Writer, task: Task, agency: Agency, period: ReportingPeriod, now: datetime
) -> ProgressReport:
    """The report of one agency on one task for one period, made as a draft if there is none.

    Args:
        writer: Who writes.
        task: The task.
        agency: The reporting agency.
        period: The period.
        now: Present moment.

    Raises:
        NotPermitted: if the writer may not report for the agency on this task.
        LinkExpired: if the link no longer works.
        BadPeriod: if the plan is not reported on in such periods.
        Incomplete: if the office names no letter.
    """
    check_writer(writer=writer, task=task, agency_id=agency.pk, period_id=period.pk, now=now)
    if task.plan.reporting_kind != period.kind:
        raise BadPeriod(_("This plan is not reported on in periods of this length."))
    via = writer.entered_via(agency.pk)
    existing = ProgressReport.objects.filter(task=task, agency=agency, period=period).first()
    if existing is not None:
        return existing
    if via == EnteredVia.OFFICE and not writer.letter_reference.strip():
        raise Incomplete(_("Name the letter the report came in: its number and date."))
    return ProgressReport.objects.create(
        task=task,
        agency=agency,
        period=period,
        work_state=task.work_state,
        entered_via=via,
        entered_by=writer.user,
        letter_reference=writer.letter_reference.strip(),
        created_at=now,
    )


def locked_report(report: ProgressReport) -> ProgressReport:
    """Load a report again and hold it until the transaction ends."""
    return (
        ProgressReport.objects.select_for_update(of=("self",))
        .select_related("task__current", "task__plan", "period", "agency")
        .get(pk=report.pk)
    )


@transaction.atomic
def keep_typed(
    *, writer: Writer, report: ProgressReport, typed: Mapping[str, str], now: datetime
) -> ProgressReport:
    """Keep what is being typed, as it is; nothing is checked and nothing is submitted.

    Args:
        writer: Who types.
        report: The draft or returned report.
        typed: Raw form text by field name.
        now: Present moment.

    Raises:
        NotPermitted: if the writer may not report for the agency.
        LinkExpired: if the link no longer works.
        WrongState: if the report was submitted meanwhile.
        Incomplete: if it is far too long.
    """
    report = locked_report(report)
    check_writer(
        writer=writer,
        task=report.task,
        agency_id=report.agency_id,
        period_id=report.period_id,
        now=now,
    )
    check_report_move(old=report.state, new=ReportState.SUBMITTED)
    if sum(len(value) for value in typed.values()) > MAX_TYPED_CHARACTERS:
        raise Incomplete(_("The text is too long. Shorten it or attach a file."))
    report.typed = dict(typed)
    report.typed_at = now
    report.save(update_fields=["typed", "typed_at"])
    return report


@transaction.atomic
def submit_report(
    *,
    writer: Writer,
    report: ProgressReport,
    revision: int,
    content: ReportContent,
    now: datetime,
) -> ProgressReport:
    """Hand a report to the standing office.

    Args:
        writer: Who submits.
        report: The draft or returned report.
        revision: The revision the writer began with.
        content: What it says.
        now: Present moment.

    Raises:
        NotPermitted: if the writer may not report for the agency.
        LinkExpired: if the link no longer works.
        WrongState: if it was submitted meanwhile.
        EditConflict: if somebody else saved in between.
        Incomplete: if it does not say what was done, or the office names no letter.
    """
    report = locked_report(report)
    check_writer(
        writer=writer,
        task=report.task,
        agency_id=report.agency_id,
        period_id=report.period_id,
        now=now,
    )
    if report.revision != revision:
        raise EditConflict(report)
    check_report_move(old=report.state, new=ReportState.SUBMITTED)
    if not content.done.strip():
        raise Incomplete(_("Say in a sentence what was done, or that nothing was done and why."))
    report.entered_via = writer.entered_via(report.agency_id)
    report.entered_by = writer.user
    if writer.letter_reference.strip():
        report.letter_reference = writer.letter_reference.strip()
    if report.entered_via == EnteredVia.OFFICE and not report.letter_reference:
        raise Incomplete(_("Name the letter the report came in: its number and date."))
    own = writer.speaks_for(report.agency_id)
    report.confirmed_at = now if own else None
    report.confirmed_by = writer.user if own else None
    report.work_state = content.work_state
    report.done = content.done.strip()
    report.evidence_links = content.evidence_links.strip()
    report.obstacles = content.obstacles.strip()
    report.proposals = content.proposals.strip()
    report.typed = {}
    report.typed_at = None
    report.state = ReportState.SUBMITTED
    report.submitted_at = now
    report.decided_at = report.decided_by = None
    report.return_reason = ""
    report.revision += 1
    report.save()
    _write_figures(report, content.actuals)
    if writer.link is not None:
        ReportingLink.objects.filter(pk=writer.link.pk).update(last_used_at=now)
    record(
        actor=writer.user,
        instance=report,
        action="programme.report.submitted",
        via=str(report.entered_via),
    )
    return report


def _write_figures(report: ProgressReport, actuals: Mapping[str, Decimal | None]) -> None:
    """Replace the figures of a report; a figure that stays keeps its identifier."""
    wording = report.task.current
    indicators = (
        {} if wording is None else {str(row.indicator_key): row for row in wording.indicators.all()}
    )
    present = {str(row.indicator_key): row for row in report.figures.all()}
    for key, indicator in indicators.items():
        value = actuals.get(key)
        if value is None:
            if key in present:
                present[key].delete()
            continue
        ReportedFigure.objects.update_or_create(
            report=report,
            indicator_key=indicator.indicator_key,
            defaults={"name": indicator.name, "unit": indicator.unit, "value": value},
        )
