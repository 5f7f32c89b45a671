"""Records as outlines, for the official documents: plan, period report, reminder, form."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from nhipcau.agencies.enums import DocumentSystem
from nhipcau.agencies.models import Agency
from nhipcau.programme.models import (
    PeriodReport,
    PlanVersion,
    ReportingPeriod,
    TaskIndicator,
    TaskVersion,
)
from nhipcau.programme.rules.comparison import lines
from nhipcau.programme.rules.symbols import cited
from nhipcau.programme.selectors.content import full_wordings
from nhipcau.programme.selectors.reporting import tasks_to_report
from nhipcau.programme.types import (
    FigureOutline,
    Header,
    IndicatorOutline,
    LetterOutline,
    Passage,
    PlanOutline,
    ReportForm,
    ReportFormRow,
    ReportOutline,
    ReportRow,
    TaskOutline,
)

# What stands after the number, by kind of document and system.
_SYMBOLS = {"plan": "KH", "report": "BC", "letter": "CV"}
# Bodies that decide together: how their names begin, and their letters in a symbol.
_COLLECTIVE = (("ban chỉ đạo", "BCĐ"), ("ủy ban nhân dân", "UBND"))


def header_for(
    issuer: Agency,
    *,
    kind: str,
    day: date,
    number: str = "",
    issued_on: date | None = None,
    signatory_name: str = "",
    signatory_title: str = "",
    recipients: tuple[str, ...] = (),
) -> Header:
    """The frame of an official document of one of our bodies.

    Args:
        issuer: The issuing body.
        kind: ``plan``, ``report`` or ``letter``.
        day: Day whose names are printed.
        number: The issued number, empty for a blank.
        issued_on: Date of issue, ``None`` for a blank.
        signatory_name: Who signed.
        signatory_title: Post of the signatory.
        recipients: Lines of the distribution list.
    """
    system = DocumentSystem(issuer.document_system)
    short = issuer.short_name("vi", day) or issuer.code.upper()
    separator = "/" if system == DocumentSystem.PARTY else "-"
    parent = issuer.parent
    # A body's short name may be a long common form; only abbreviations belong in a symbol.
    abbreviation = short if len(short) <= 12 and " " not in short else ""
    name = issuer.name("vi", day)
    collective = next((row for row in _COLLECTIVE if name.casefold().startswith(row[0])), None)
    if collective and not abbreviation:
        abbreviation = collective[1]
    # A State letter bears no kind in its symbol: “15/BCĐ”; a Party one does: “15-CV/BCĐ”.
    is_bare = kind == "letter" and system == DocumentSystem.STATE
    symbol = separator.join(filter(None, ("" if is_bare else _SYMBOLS[kind], abbreviation)))
    # Once somebody has signed, the post says in whose name; a blank only knows the body.
    on_behalf = "T/M" if system == DocumentSystem.PARTY else "TM."
    authority = f"{on_behalf} {collective[0].upper()}" if collective else ""
    return Header(
        system=system,
        issuer=issuer.name("vi", day) or issuer.code,
        superior=parent.name("vi", day) if parent else "",
        place=settings.NHIPCAU_PLACE_OF_ISSUE,
        symbol=symbol,
        authority="" if signatory_title else authority,
        number=number,
        issued_on=issued_on,
        signatory_name=signatory_name,
        signatory_title=signatory_title,
        recipients=recipients,
        archive="Lưu: VT.",
    )


def indicator_outline(indicator: TaskIndicator) -> IndicatorOutline:
    """One indicator of a task."""
    return IndicatorOutline(
        name=indicator.name,
        unit=indicator.unit,
        target=indicator.target,
        quarters=(
            indicator.target_q1,
            indicator.target_q2,
            indicator.target_q3,
            indicator.target_q4,
        ),
        key=str(indicator.indicator_key),
    )


def task_outline(wording: TaskVersion, *, day: date, language: str = "vi") -> TaskOutline:
    """One task as printed, with the names valid on a day."""
    lead = wording.lead
    return TaskOutline(
        number=wording.number,
        group=wording.group,
        text=wording.text,
        lead=(lead.name(language, day) or lead.code) if lead else "",
        coordinators=tuple(
            agency.name(language, day) or agency.code for agency in wording.coordinators.all()
        ),
        start=wording.start,
        due=wording.due,
        recurring=wording.is_recurring,
        product=wording.product,
        channel=wording.channel.code if wording.channel else "",
        kind=wording.information_kind.code if wording.information_kind else "",
        budget_dong=wording.budget_dong,
        budget_source=str(wording.get_budget_source_display()),
        indicators=tuple(indicator_outline(row) for row in wording.indicators.all()),
        documents=tuple(document.reference for document in wording.documents.all()),
        key=str(wording.task.task_key),
    )


def plan_outline(version: PlanVersion, *, day: date) -> PlanOutline:
    """A plan version as printed.

    Args:
        version: The version.
        day: Day whose names are printed when it is not issued yet.
    """
    plan = version.plan
    day = version.approved_on or day
    indicators = list(version.indicators.all())
    bases = [
        cited(
            reference=document.reference,
            issued=f"{document.issued_on:%d/%m/%Y}",
            issuer=document.issuer_name,
            title=document.title,
        )
        for document in version.legal_bases.order_by("issued_on", "pk")
    ]
    return PlanOutline(
        year=plan.first_year,
        last_year=plan.last_year,
        number=version.document_number,
        title=plan.title,
        issued_on=version.approved_on,
        header=header_for(
            plan.issuer,
            kind="plan",
            day=day,
            number=version.document_number,
            issued_on=version.approved_on,
            signatory_name=version.signatory_name,
            signatory_title=version.signatory_title,
            recipients=lines(version.recipients),
        ),
        legal_bases=(*(f"Căn cứ {basis}" for basis in bases), *lines(version.other_bases)),
        purposes=lines(version.purposes),
        objectives=tuple(dict.fromkeys(row.objective for row in indicators)),
        indicators=tuple(
            IndicatorOutline(
                name=row.name,
                unit=row.unit,
                baseline=row.baseline,
                target=row.target,
                key=str(row.indicator_key),
            )
            for row in indicators
        ),
        tasks=tuple(task_outline(wording, day=day) for wording in full_wordings(version)),
        funding=lines(version.funding),
        organisation=lines(version.organisation),
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def report_row(row: dict[str, Any]) -> ReportRow:
    """One row of an annex, from its JSON-ready values."""
    return ReportRow(
        number=row["number"],
        group=row["group"],
        text=row["text"],
        lead=row["lead"],
        due=date.fromisoformat(row["due"]) if row["due"] else None,
        state=row["state"],
        results=tuple(row["results"]),
        figures=tuple(
            FigureOutline(
                name=figure["name"],
                unit=figure["unit"],
                value=_number(figure["value"]),
                target=_number(figure["target"]),
                source=figure["source"],
                evidence_count=figure["evidence_count"],
                is_confirmed=figure["is_confirmed"],
            )
            for figure in row["figures"]
        ),
        evidence=tuple(row["evidence"]),
        obstacles=tuple(row["obstacles"]),
        proposals=tuple(row["proposals"]),
        is_reported=row["is_reported"],
        is_overdue=row["is_overdue"],
    )


def report_outline(report: PeriodReport, annex: list[dict[str, Any]]) -> ReportOutline:
    """A period report as printed.

    Args:
        report: The report.
        annex: Its frozen rows, or present ones for a draft.
    """
    period = report.period
    rows = tuple(report_row(row) for row in annex)
    return ReportOutline(
        header=header_for(
            report.plan.issuer,
            kind="report",
            day=report.issued_on or period.end,
            number=report.document_number,
            issued_on=report.issued_on,
        ),
        title=_("Results of external information work, %(period)s")
        % {"period": period.name_in_sentence},
        period_name=period.name,
        start=period.start,
        end=period.end,
        passages=tuple(
            Passage(title=title, paragraphs=lines(text))
            for title, text in (
                (_("Leadership and direction"), report.leadership),
                (pgettext("programme", "Results"), report.results),
                (_("Limits and causes"), report.limits),
                (_("Tasks to come"), report.next_tasks),
                (_("Proposals"), report.proposals),
            )
        ),
        figures=tuple(
            FigureOutline(
                name=figure.name,
                unit=figure.unit,
                value=figure.value,
                evidence_count=len(figure.records),
                is_confirmed=not any(entry["note"] for entry in figure.records),
            )
            for figure in report.figures.order_by("pk")
        ),
        rows=rows,
        not_reported=tuple(dict.fromkeys(row.lead for row in rows if not row.is_reported)),
        digest=report.annex_digest,
    )


def letter_outline(
    *,
    issuer: Agency,
    agency: Agency,
    period: ReportingPeriod,
    wordings: list[TaskVersion],
    day: date,
) -> LetterOutline:
    """A letter that reminds an agency of the reports it owes.

    Args:
        issuer: The body that writes.
        agency: The agency that owes reports.
        period: The period.
        wordings: Tasks without a report.
        day: Day whose names are printed.
    """
    values = {
        "period": period.name_in_sentence,
        "due": f"{period.due_on:%d/%m/%Y}",
        "count": len(wordings),
        "end": f"{period.end:%d/%m/%Y}",
    }
    return LetterOutline(
        header=header_for(issuer, kind="letter", day=day),
        summary=_("reporting on external information work, %(period)s") % values,
        addressee=agency.name("vi", day) or agency.code,
        paragraphs=(
            ngettext(
                "For the report on external information work, %(period)s (figures up to "
                "%(end)s), the standing body has not yet received the report on %(count)d task "
                "that your agency leads, listed below.",
                "For the report on external information work, %(period)s (figures up to "
                "%(end)s), the standing body has not yet received the reports on %(count)d tasks "
                "that your agency leads, listed below.",
                len(wordings),
            )
            % values,
            _("Please send them by %(due)s, with the documents that show the results.") % values,
            _("If the work was not carried out, please say so and why."),
        ),
        tasks=tuple(task_outline(wording, day=day) for wording in wordings),
        due=period.due_on,
    )


def report_form(*, agency: Agency, period: ReportingPeriod) -> ReportForm:
    """The empty report form of an agency: every task it leads or coordinates."""
    tasks = (
        tasks_to_report(period, frozenset({agency.pk}))
        .select_related("current")
        .prefetch_related("current__indicators")
        .order_by("plan__first_year", "current__sort_order", "pk")
    )
    return ReportForm(
        agency_code=agency.code,
        agency_name=agency.name("vi", period.end) or agency.code,
        period_uuid=str(period.uuid),
        period_name=period.name,
        due=period.due_on,
        rows=tuple(
            ReportFormRow(
                task_key=str(task.uuid),
                number=task.current.number,
                text=task.current.text,
                indicators=tuple(indicator_outline(row) for row in task.current.indicators.all()),
            )
            for task in tasks
            if task.current is not None
        ),
    )
