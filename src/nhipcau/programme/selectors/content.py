"""The content of a plan version as plain values: for digests, comparison and conflict pages."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Prefetch, QuerySet

from nhipcau.common.evidence import digest
from nhipcau.programme.models import PlanVersion, TaskIndicator, TaskVersion
from nhipcau.programme.rules.comparison import Difference, compare


def full_wordings(version: PlanVersion) -> QuerySet[TaskVersion]:
    """The tasks of a version with everything that is printed, in printed order."""
    return (
        TaskVersion.objects.filter(version=version)
        .select_related("task", "lead", "channel", "information_kind", "form")
        .prefetch_related("lead__names", "coordinators__names", "documents", "indicators")
        .order_by("sort_order", "pk")
    )


def wording_fields(wording: TaskVersion, *, language: str = "vi") -> dict[str, Any]:
    """What a version says of a task, in words that a person can compare.

    Args:
        wording: With ``lead``, ``coordinators``, ``documents`` and ``indicators`` at hand.
        language: Language of names.
    """
    lead = wording.lead
    return {
        "group": wording.group,
        "number": wording.number,
        "text": wording.text,
        "lead": (lead.name(language) or lead.code) if lead else "",
        "coordinators": sorted(
            agency.name(language) or agency.code for agency in wording.coordinators.all()
        ),
        "start": wording.start,
        "due": wording.due,
        "is_recurring": wording.is_recurring,
        "product": wording.product,
        "channel": wording.channel.name(language) if wording.channel else "",
        "information_kind": (
            wording.information_kind.name(language) if wording.information_kind else ""
        ),
        "form": wording.form.name(language) if wording.form else "",
        "budget_source": wording.get_budget_source_display() if wording.budget_source else "",
        "budget_dong": wording.budget_dong,
        "documents": sorted(document.reference for document in wording.documents.all()),
        "proposal": wording.proposal,
        "indicators": [
            {
                "name": indicator.name,
                "unit": indicator.unit,
                "targets": [
                    None if value is None else f"{value:.2f}"
                    for value in (
                        indicator.target,
                        indicator.target_q1,
                        indicator.target_q2,
                        indicator.target_q3,
                        indicator.target_q4,
                    )
                ],
            }
            for indicator in wording.indicators.all()
        ],
    }


# Columns that a comparison holds against each other, by the names of :func:`wording_fields`.
_COLUMNS = (
    *("group", "number", "text", "lead", "start", "due", "is_recurring", "product", "channel"),
    *("information_kind", "form", "budget_source", "budget_dong", "proposal"),
)
_TARGETS = ("target", "target_q1", "target_q2", "target_q3", "target_q4")


def _raw_fields(version: PlanVersion) -> dict[str, dict[str, Any]]:
    """What a version says of each task, keys instead of names: a few queries for any number."""
    tasks = TaskVersion.objects.filter(version=version)
    rows = {
        pk: (str(key), dict(zip(_COLUMNS, values, strict=True)))
        for pk, key, *values in tasks.order_by("sort_order", "pk").values_list(
            "pk", "task__task_key", *_COLUMNS
        )
    }
    for name in ("coordinators", "documents"):
        pairs = tasks.exclude(**{name: None}).order_by(name).values_list("pk", name)
        for pk, other in pairs:
            rows[pk][1].setdefault(name, []).append(other)
    indicators = TaskIndicator.objects.filter(task_version__version=version).order_by("pk")
    for pk, *values in indicators.values_list("task_version", "name", "unit", *_TARGETS):
        rows[pk][1].setdefault("indicators", []).append(values)
    empty: dict[str, Any] = {"coordinators": [], "documents": [], "indicators": []}
    return {key: empty | fields for key, fields in rows.values()}


def comparison(earlier: PlanVersion, later: PlanVersion) -> list[Difference]:
    """Two versions paired by the tasks' stable key, told apart by keys and raw values.

    Args:
        earlier: The one on the left; of the same plan or of another year.
        later: The one on the right.

    Returns:
        Every task of both; :func:`worded` puts the words to those that are shown.
    """
    return compare(_raw_fields(earlier), _raw_fields(later))


def worded(
    rows: Iterable[Difference], earlier: PlanVersion, later: PlanVersion, *, language: str
) -> list[Difference]:
    """The same differences with everything in words that a person can compare.

    Args:
        rows: Some differences of :func:`comparison`.
        earlier: The version on the left.
        later: The version on the right.
        language: Language of names.
    """
    rows = list(rows)
    keys = [row.key for row in rows]
    left, right = (
        {
            str(wording.task.task_key): wording_fields(wording, language=language)
            for wording in full_wordings(version).filter(task__task_key__in=keys)
        }
        for version in (earlier, later)
    )
    return [replace(row, left=left.get(row.key), right=right.get(row.key)) for row in rows]


def version_digest(version: PlanVersion) -> str:
    """SHA-256 over everything a version says; equal again as long as nothing was changed.

    Codes and identifiers go in, not names: an agency that is renamed later changes no plan.
    """
    tasks = []
    wordings = full_wordings(version).prefetch_related(
        Prefetch("coordinators"), Prefetch("documents")
    )
    for wording in wordings:
        fields = wording_fields(wording)
        fields |= {
            "key": wording.task.task_key,
            "lead": wording.lead.code if wording.lead else "",
            "coordinators": sorted(agency.code for agency in wording.coordinators.all()),
            "channel": wording.channel.code if wording.channel else "",
            "information_kind": wording.information_kind.code if wording.information_kind else "",
            "form": wording.form.code if wording.form else "",
            "budget_source": wording.budget_source,
        }
        tasks.append(fields)
    return digest(
        {
            "plan": version.plan.uuid,
            "sequence": version.sequence,
            "texts": [version.purposes, version.funding, version.organisation],
            "recipients": version.recipients,
            "bases": sorted(str(document.uuid) for document in version.legal_bases.all()),
            "other_bases": version.other_bases,
            "indicators": [
                {
                    "key": row.indicator_key,
                    "name": row.name,
                    "unit": row.unit,
                    "baseline": None if row.baseline is None else f"{row.baseline:.2f}",
                    "target": None if row.target is None else f"{row.target:.2f}",
                }
                for row in version.indicators.all()
            ],
            "tasks": tasks,
        }
    )
