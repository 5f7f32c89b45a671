"""The content of a plan version as plain values: for digests and conflict pages."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from wagtail.models import ModelLogEntry

from nhipcau.common.evidence import digest
from nhipcau.programme.models import PlanVersion, TaskVersion


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


def imported_approval(version: PlanVersion) -> dict[str, Any]:
    """Number and date of the file a draft was imported from, to be offered at its approval.

    Returns:
        ``document_number`` and ``approved_on`` as far as the file names them; empty when the
        draft was not imported.
    """
    imports = ModelLogEntry.objects.for_instance(version.plan).filter(
        action="programme.plan.imported"
    )
    for data in imports.order_by("-timestamp").values_list("data", flat=True):
        if data.get("version") == version.pk:
            day = data.get("issued_on")
            return {
                "document_number": data.get("document_number", ""),
                "approved_on": date.fromisoformat(day) if day else None,
            }
    return {}
