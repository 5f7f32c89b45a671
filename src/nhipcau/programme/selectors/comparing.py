"""Two plan versions side by side, lean enough for thousands of tasks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import FloatField
from django.db.models.functions import Cast

from nhipcau.agencies.models import Agency
from nhipcau.programme.enums import BudgetSource
from nhipcau.programme.models import (
    Classification,
    GuidingDocument,
    PlanVersion,
    TaskIndicator,
    TaskVersion,
)
from nhipcau.programme.rules.comparison import Difference, compare
from nhipcau.programme.selectors.naming import agency_labels, language

# What a comparison holds against each other, keys instead of names.
_COLUMNS = (
    *("group", "number", "text", "lead", "start", "due", "is_recurring", "product", "channel"),
    *("information_kind", "form", "budget_source", "budget_dong", "proposal"),
)
_LISTS = ("coordinators", "documents", "indicators")
_TARGETS = ("target", "target_q1", "target_q2", "target_q3", "target_q4")
_CLASSES = ("channel", "information_kind", "form")


def comparison(earlier: PlanVersion, later: PlanVersion) -> list[Difference]:
    """Two versions paired by the tasks' stable key, told apart by keys and raw values.

    Args:
        earlier: The one on the left; of the same plan or of another year.
        later: The one on the right.

    Returns:
        Every task of both; :func:`worded` puts the words to those that are shown.
    """
    (left, left_keys), (right, right_keys) = _fields(earlier), _fields(later)
    if not left.keys().isdisjoint(right):
        # What belongs to a task in other tables matters only where both sides have the task.
        _add_lists(earlier, left, left_keys)
        _add_lists(later, right, right_keys)
    return compare(left, right)


def _fields(version: PlanVersion) -> tuple[dict[str, dict[str, Any]], dict[int, str]]:
    rows: dict[str, dict[str, Any]] = {}
    keys: dict[int, str] = {}
    tasks = TaskVersion.objects.filter(version=version).order_by("sort_order", "pk")
    for pk, key, *values in tasks.values_list("pk", "task__task_key", *_COLUMNS):
        keys[pk] = str(key)
        rows[keys[pk]] = dict(zip(_COLUMNS, values, strict=True)) | dict.fromkeys(_LISTS, ())
    return rows, keys


def _add_lists(version: PlanVersion, rows: dict[str, dict[str, Any]], keys: dict[int, str]) -> None:
    for name in ("coordinators", "documents"):
        field = TaskVersion._meta.get_field(name)
        through = field.remote_field.through.objects.filter(  # type: ignore[union-attr]
            taskversion__version=version
        )
        other = field.m2m_reverse_field_name()  # type: ignore[union-attr]
        for pk, value in through.order_by(other).values_list("taskversion", other):
            rows[keys[pk]][name] += (value,)
    indicators = TaskIndicator.objects.filter(task_version__version=version).order_by("pk")
    # As floats: thousands of decimals take SQLite longer than all the rest.
    targets = [Cast(name, FloatField()) for name in _TARGETS]
    for pk, *values in indicators.values_list("task_version", "name", "unit", *targets):
        rows[keys[pk]]["indicators"] += (tuple(values),)


def worded(rows: Iterable[Difference]) -> list[Difference]:
    """The same differences with what is shown of them in words of the screen's language.

    Args:
        rows: Some differences of :func:`comparison`.

    Returns:
        Number, text and lead of every task, and every field of the changed ones, in words.
    """
    rows = list(rows)
    sides = [side for row in rows for side in (row.left, row.right) if side is not None]
    agencies = {side["lead"] for side in sides}.union(*(side["coordinators"] for side in sides))
    labels = agency_labels(Agency.objects.filter(pk__in=agencies - {None}))
    documents: dict[int, str] = {}
    classes: dict[int, str] = {}
    if any(row.changed for row in rows):
        keys = set().union(*(side["documents"] for side in sides))
        documents = {
            document.pk: document.reference
            for document in GuidingDocument.objects.filter(pk__in=keys)
        }
        screen = language()
        classes = {item.pk: item.name(screen) for item in Classification.objects.all()}

    def side_in_words(side: Mapping[str, Any] | None, changed: tuple[str, ...]) -> Any:
        if side is None:
            return None
        shown = {name: side[name] for name in ("number", "text", *changed)}
        return shown | {
            name: _in_words(name, side[name], labels, documents, classes)
            for name in ("lead", *changed)
        }

    return [
        replace(
            row,
            left=side_in_words(row.left, row.changed),
            right=side_in_words(row.right, row.changed),
        )
        for row in rows
    ]


def _in_words(
    name: str,
    value: Any,
    labels: Mapping[int, str],
    documents: Mapping[int, str],
    classes: Mapping[int, str],
) -> Any:
    if name == "lead":
        return labels.get(value, "")
    if name == "coordinators":
        return sorted(labels[key] for key in value)
    if name == "documents":
        return sorted(documents[key] for key in value)
    if name in _CLASSES:
        return classes.get(value, "")
    if name == "budget_source":
        return BudgetSource(value).label if value else ""
    if name == "indicators":
        return [
            {
                "name": title,
                "unit": unit,
                "targets": [None if target is None else f"{target:.2f}" for target in targets],
            }
            for title, unit, *targets in value
        ]
    return value
