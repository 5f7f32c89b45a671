"""How far indicators and tasks are: sums in the database, a bounded number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from nhipcau.programme.enums import CLOSED_WORK, ReportState, Standing, WorkState
from nhipcau.programme.models import Plan, ReportedFigure, Task, TaskIndicator


@dataclass(frozen=True)
class Progress:
    """An indicator with what was reported.

    Attributes:
        key: The indicator's stable key.
        name: What is counted.
        unit: Unit as printed.
        target: Value aimed at, ``None`` when not fixed.
        quarters: Targets of the quarters.
        value: Sum of accepted figures, ``None`` for no data.
        unconfirmed: How many of them the agency has not confirmed.
        task: Key of the task, for links.
    """

    key: str
    name: str
    unit: str
    target: Decimal | None
    quarters: tuple[Decimal | None, ...]
    value: Decimal | None
    unconfirmed: int
    task: int

    @property
    def percent(self) -> int | None:
        """Whole per cent of the target; ``None`` without data or target."""
        if self.value is None or not self.target:
            return None
        return int(100 * self.value / self.target)


def _reported(task_ids: Iterable[int] | QuerySet[Any]) -> dict[tuple[int, str], dict[str, Any]]:
    rows = (
        ReportedFigure.objects.filter(report__task__in=task_ids, report__state=ReportState.ACCEPTED)
        .order_by()
        .values("report__task", "indicator_key")
        .annotate(
            total=Sum("value"),
            unconfirmed=Count("pk", filter=Q(report__confirmed_at__isnull=True)),
        )
    )
    return {(row["report__task"], str(row["indicator_key"])): dict(row) for row in rows}


def _progress(indicator: TaskIndicator, task_id: int, found: dict[str, Any] | None) -> Progress:
    return Progress(
        key=str(indicator.indicator_key),
        name=indicator.name,
        unit=indicator.unit,
        target=indicator.target,
        quarters=(
            indicator.target_q1,
            indicator.target_q2,
            indicator.target_q3,
            indicator.target_q4,
        ),
        value=found["total"] if found else None,
        unconfirmed=found["unconfirmed"] if found else 0,
        task=task_id,
    )


def indicator_progress(task: Task) -> list[Progress]:
    """The indicators of one task with what was reported so far."""
    if task.current is None:
        return []
    found = _reported([task.pk])
    return [
        _progress(indicator, task.pk, found.get((task.pk, str(indicator.indicator_key))))
        for indicator in task.current.indicators.all()
    ]


def plan_progress(tasks: QuerySet[Task], *, limit: int = 40) -> list[Progress]:
    """Indicators with a target of many tasks, those furthest behind first.

    Args:
        tasks: Tasks to look at.
        limit: At most so many indicators.
    """
    indicators = list(
        TaskIndicator.objects.filter(
            task_version__in=tasks.order_by().values("current"), target__gt=0
        )
        .annotate(task_id=F("task_version__task"))
        .order_by("task_version__sort_order", "sort_order", "pk")[:limit]
    )
    found = _reported([indicator.task_id for indicator in indicators])
    rows = [
        _progress(
            indicator,
            indicator.task_id,
            found.get((indicator.task_id, str(indicator.indicator_key))),
        )
        for indicator in indicators
    ]
    return sorted(rows, key=lambda row: -1 if row.percent is None else row.percent)


def count_by_state(tasks: QuerySet[Task]) -> dict[str, int]:
    """Number of tasks in each state of the work, every state named."""
    counts = dict(tasks.order_by().values_list("work_state").annotate(count=Count("pk")))
    return {state.value: counts.get(state.value, 0) for state in WorkState}


def overdue(tasks: QuerySet[Task], day: date) -> QuerySet[Task]:
    """Tasks in force whose last day has passed and whose work is not closed."""
    return tasks.filter(standing=Standing.IN_FORCE, current__due__lt=day).exclude(
        work_state__in=CLOSED_WORK
    )


def by_agency(tasks: QuerySet[Task], day: date) -> list[dict[str, Any]]:
    """Tasks of each lead agency: all, done, overdue; the busiest first.

    Returns:
        Rows with ``agency`` (key), ``total``, ``done`` and ``late``.
    """
    late = Q(current__due__lt=day) & ~Q(work_state__in=CLOSED_WORK)
    rows = (
        tasks.filter(current__lead__isnull=False)
        .order_by()
        .values(agency=F("current__lead"))
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(work_state=WorkState.DONE)),
            late=Count("pk", filter=late),
        )
        .order_by("-total", "agency")
    )
    return [dict(row) for row in rows]


def budget_by_source(tasks: QuerySet[Task]) -> list[dict[str, Any]]:
    """Money laid down for tasks, in đồng by source; tasks without an amount are counted apart.

    Returns:
        Rows with ``source``, ``total`` (đồng, ``None`` when no task says), ``tasks`` and
        ``unknown`` (tasks without an amount).
    """
    rows = (
        tasks.order_by()
        .values(source=F("current__budget_source"))
        .annotate(
            total=Sum("current__budget_dong"),
            tasks=Count("pk"),
            unknown=Count("pk", filter=Q(current__budget_dong__isnull=True)),
        )
        .order_by("source")
    )
    return [dict(row) for row in rows]


def in_force(plan: Plan | None = None) -> QuerySet[Task]:
    """Tasks in force, of one plan or of all."""
    tasks = Task.objects.filter(standing=Standing.IN_FORCE)
    return tasks.filter(plan=plan) if plan is not None else tasks
