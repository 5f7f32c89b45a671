"""Copying the content of a plan version into another: amendments and next year's plan."""

from typing import Any

from nhipcau.programme.models import PlanIndicator, PlanVersion, Task, TaskIndicator, TaskVersion
from nhipcau.programme.rules.periods import month_shifted

TEXTS = ("purposes", "funding", "organisation", "recipients", "other_bases")
WORDING_FIELDS = (
    *("group", "number", "text", "lead_id", "is_recurring", "product", "channel_id"),
    *("information_kind_id", "form_id", "budget_source", "budget_dong", "proposal"),
    *("sort_order", "folded"),
)
INDICATOR_FIELDS = (
    *("indicator_key", "name", "unit", "target", "target_q1", "target_q2", "target_q3"),
    *("target_q4", "sort_order"),
)
PLAN_INDICATOR_FIELDS = (
    *("indicator_key", "objective", "name", "unit", "direction", "baseline", "target"),
    *("measure", "source", "is_confirmed", "sort_order"),
)


def values_of(instance: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Values of some fields by name."""
    return {name: getattr(instance, name) for name in names}


def copy_content(*, source: PlanVersion, target: PlanVersion, years: int) -> None:
    """Fill an empty draft with the texts, indicators and tasks of another version.

    Args:
        source: Version to copy from.
        target: Empty draft, of the same plan (amendment) or another one (next year).
        years: Whole years by which dates move.
    """
    for name in TEXTS:
        setattr(target, name, getattr(source, name))
    target.save(update_fields=list(TEXTS))
    target.legal_bases.set(source.legal_bases.all())
    PlanIndicator.objects.bulk_create(
        PlanIndicator(version=target, **values_of(indicator, PLAN_INDICATOR_FIELDS))
        for indicator in source.indicators.all()
    )
    wordings = source.tasks.select_related("task").prefetch_related(
        "coordinators", "documents", "indicators"
    )
    for wording in wordings:
        _copy_task(wording=wording, target=target, years=years)


def _copy_task(*, wording: TaskVersion, target: PlanVersion, years: int) -> None:
    task, _created = Task.objects.get_or_create(plan=target.plan, task_key=wording.task.task_key)
    copy = TaskVersion.objects.create(
        task=task,
        version=target,
        start=month_shifted(wording.start, 12 * years) if wording.start else None,
        due=month_shifted(wording.due, 12 * years) if wording.due else None,
        **values_of(wording, WORDING_FIELDS),
    )
    copy.coordinators.set(wording.coordinators.all())
    copy.documents.set(wording.documents.all())
    TaskIndicator.objects.bulk_create(
        TaskIndicator(task_version=copy, **values_of(indicator, INDICATOR_FIELDS))
        for indicator in wording.indicators.all()
    )
    if task.current_id is None:
        task.current = copy
        task.save(update_fields=["current"])
