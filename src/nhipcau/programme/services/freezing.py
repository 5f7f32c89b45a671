"""Freezing figures and period reports, and finding out what changed since."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.types import Actor
from nhipcau.common.evidence import digest
from nhipcau.programme import measures
from nhipcau.programme.exceptions import EditConflict, FinalVersion, Incomplete
from nhipcau.programme.models import FrozenFigure, PeriodReport
from nhipcau.programme.permissions import require, user_can_freeze_figures
from nhipcau.programme.rules.symbols import checked_reference
from nhipcau.programme.services.audit import person, record


@dataclass(frozen=True)
class Recomputation:
    """A frozen figure against what the same query gives now.

    Attributes:
        frozen: The frozen figure.
        value: The value now; ``None`` for no data.
        added: References that count now and did not then.
        removed: References that counted then and do not now.
        changed: References whose record has other content now.
        is_intact: Whether the frozen list itself still has its digest.
    """

    frozen: FrozenFigure
    value: Decimal | None
    added: list[dict[str, Any]]
    removed: list[dict[str, Any]]
    changed: list[dict[str, Any]]
    is_intact: bool

    @property
    def is_unchanged(self) -> bool:
        """Whether nothing at all differs."""
        return self.is_intact and not (self.added or self.removed or self.changed)


def _entry(item: measures.Record) -> dict[str, Any]:
    return {
        "reference": item.reference.as_dict(),
        "label": item.label,
        "day": item.day.isoformat(),
        "amount": f"{item.amount:.2f}",
        "agency": item.agency,
        "note": item.note,
    }


def _figure_digest(figure: FrozenFigure) -> str:
    return digest(
        {
            "measure": figure.measure,
            "filters": figure.filters,
            "start": figure.start,
            "end": figure.end,
            "value": None if figure.value is None else f"{figure.value:.2f}",
            "records": figure.records,
        }
    )


def query_of(figure: FrozenFigure) -> measures.Query:
    """The query that a frozen figure answered."""
    filters = dict(figure.filters)
    agency = filters.pop("agency", None)
    return measures.Query(
        start=figure.start,
        end=figure.end,
        agency=int(agency) if agency else None,
        filters=filters,
    )


@transaction.atomic
def freeze_figure(
    *,
    actor: Actor,
    measure: measures.Measure,
    query: measures.Query,
    now: datetime,
    name: str = "",
    unit: str = "",
    period_report: PeriodReport | None = None,
) -> FrozenFigure:
    """Keep a figure with the list of what it counted.

    Args:
        actor: Somebody of the standing office.
        measure: What is counted.
        query: For which days, agency and filters.
        now: Present moment.
        name: Name as printed; the measure's own when empty.
        unit: Unit as printed; the measure's own when empty.
        period_report: The report that prints it.

    Raises:
        NotPermitted: if the actor may not freeze figures.
        Incomplete: if a filter without which the figure means nothing is missing.
    """
    require(allowed=user_can_freeze_figures(actor))
    if missing := measure.missing_filters(query):
        raise Incomplete(_("Choose first: %(filter)s.") % {"filter": missing[0].label})
    filters = dict(query.filters)
    if query.agency is not None:
        filters["agency"] = str(query.agency)
    value = measure.value(query)
    figure = FrozenFigure(
        measure=measure.slug,
        name=name or str(measure.name),
        unit=unit or measure.unit_of(value),
        filters=filters,
        start=query.start,
        end=query.end,
        value=value,
        records=[_entry(item) for item in measure.evidence(query)],
        period_report=period_report,
        frozen_at=now,
        frozen_by=person(actor),
    )
    if figure.value is not None:
        figure.value = figure.value.quantize(Decimal("0.01"))
    figure.digest = _figure_digest(figure)
    figure.save()
    record(actor=actor, instance=figure, action="programme.figure.frozen", digest=figure.digest)
    return figure


def recompute(figure: FrozenFigure) -> Recomputation:
    """Ask the same question again and compare record by record.

    Args:
        figure: The frozen figure.

    Raises:
        UnknownMeasure: if the app that counted it is gone.
    """
    measure = measures.get(figure.measure)
    query = query_of(figure)
    then = {entry["reference"]["uuid"]: entry for entry in figure.records}
    now = {str(item.reference.uuid): _entry(item) for item in measure.evidence(query)}
    return Recomputation(
        frozen=figure,
        value=measure.value(query),
        added=[entry for key, entry in now.items() if key not in then],
        removed=[entry for key, entry in then.items() if key not in now],
        changed=[
            entry
            for key, entry in now.items()
            if key in then and then[key]["reference"] != entry["reference"]
        ],
        is_intact=_figure_digest(figure) == figure.digest,
    )


@transaction.atomic
def save_period_report(
    *, actor: Actor, report: PeriodReport, revision: int, values: dict[str, str]
) -> PeriodReport:
    """Begin or change the texts of a period report.

    Args:
        actor: Somebody of the standing office.
        report: The report, saved or new with plan and period.
        revision: The revision the actor began with.
        values: Texts by field name.

    Raises:
        NotPermitted: if the actor may not write period reports.
        FinalVersion: if it was issued.
        EditConflict: if somebody else saved in between.
    """
    require(allowed=user_can_freeze_figures(actor))
    if report.pk is not None:
        report = PeriodReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
        if report.document_number:
            raise FinalVersion(_("This report was issued and cannot change."))
        if report.revision != revision:
            raise EditConflict(report)
        report.revision += 1
    for name, value in values.items():
        setattr(report, name, value)
    report.save()
    record(actor=actor, instance=report, action="programme.period_report.changed")
    return report


@transaction.atomic
def freeze_period_report(
    *, actor: Actor, report: PeriodReport, annex: list[dict[str, Any]], now: datetime
) -> PeriodReport:
    """Freeze the annex of a period report and the figures of its indicators.

    Args:
        actor: Somebody of the standing office.
        report: The report.
        annex: Rows as JSON-ready values, see ``selectors.annex``.
        now: Present moment.

    Raises:
        NotPermitted: if the actor may not write period reports.
        FinalVersion: if it was issued.
    """
    require(allowed=user_can_freeze_figures(actor))
    report = PeriodReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.document_number:
        raise FinalVersion(_("This report was issued and cannot change."))
    report.annex = annex
    report.annex_digest = digest({"rows": annex})
    report.frozen_at, report.frozen_by = now, person(actor)
    report.revision += 1
    report.save()
    report.figures.all().delete()
    measure = measures.get("reported-figures")
    indicators: dict[str, tuple[str, str]] = {}
    for row in annex:
        for figure in row["figures"]:
            indicators[figure["key"]] = (figure["name"], figure["unit"])
    for key, (name, unit) in indicators.items():
        freeze_figure(
            actor=actor,
            measure=measure,
            query=measures.Query(
                start=report.period.start, end=report.period.end, filters={"indicator": key}
            ),
            now=now,
            name=name,
            unit=unit,
            period_report=report,
        )
    record(
        actor=actor,
        instance=report,
        action="programme.period_report.frozen",
        digest=report.annex_digest,
    )
    return report


@transaction.atomic
def record_issue(
    *,
    actor: Actor,
    report: PeriodReport,
    document_number: str,
    issued_on: Any,
    signed_file: Any = None,
) -> PeriodReport:
    """Record the number, date and signed copy of an issued report; it is locked from now on.

    Args:
        actor: Somebody of the standing office.
        report: The frozen report.
        document_number: Number and symbol as issued: the program never makes one.
        issued_on: Date of issue.
        signed_file: The signed PDF.

    Raises:
        NotPermitted: if the actor may not write period reports.
        FinalVersion: if it was issued already.
        Incomplete: if it is not frozen yet.
        BadReference: if the number does not fit the issuer's document system.
    """
    require(allowed=user_can_freeze_figures(actor))
    report = PeriodReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.document_number:
        raise FinalVersion(_("This report was issued and cannot change."))
    if report.frozen_at is None:
        raise Incomplete(_("Freeze the annex first, so that the report names its evidence."))
    report.document_number = checked_reference(
        system=report.plan.issuer.document_system, reference=document_number
    )
    report.issued_on = issued_on
    if signed_file is not None:
        report.signed_file = signed_file
    report.save()
    record(
        actor=actor,
        instance=report,
        action="programme.period_report.issued",
        number=report.document_number,
    )
    return report
