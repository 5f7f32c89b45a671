"""Two plan versions side by side, lean enough for thousands of tasks.

The database tells which tasks differ; whole rows are read for those alone that are shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import F, Max, Min, QuerySet, TextField
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
_INDICATOR = ("name", "unit", "target", "target_q1", "target_q2", "target_q3", "target_q4")
_CLASSES = ("channel", "information_kind", "form")


def comparison(earlier: PlanVersion, later: PlanVersion) -> list[Difference]:
    """Two versions paired by their tasks: by the stable key, so that two years can be compared.

    Args:
        earlier: The one on the left; of the same plan or of another year.
        later: The one on the right.

    Returns:
        Every task of both with its kind, in printed order; :func:`worded` tells those that are
        shown what they say.
    """
    key = _key_for(earlier, later)
    left, right = _keys(earlier, key), _keys(later, key)
    common = left.keys() & right.keys()
    differing = _differing(earlier, later, key) if common else set()
    return compare(
        {key: {"differs": False} for key in left},
        {key: {"differs": key in differing} for key in right},
    )


def _key_for(earlier: PlanVersion, later: PlanVersion) -> str:
    """Path from a wording to what tells its task in both versions.

    Versions of one plan share their tasks, so the column beside the wording does; for two years
    it is the stable key, which stands with the task.
    """
    return "task" if earlier.plan_id == later.plan_id else "task__task_key"


def _as_text(path: str) -> Cast:
    """A key as the database writes it: thousands of objects would take their time."""
    return Cast(path, TextField())


def _keys(version: PlanVersion, key: str) -> dict[str, None]:
    tasks = TaskVersion.objects.filter(version=version).order_by("sort_order", "pk")
    return dict.fromkeys(tasks.values_list(_as_text(key), flat=True))


def _differing(earlier: PlanVersion, later: PlanVersion, key: str) -> set[str]:
    """Keys of tasks for which a table has a row in one version and not in the other.

    Both versions are read at once and equal rows fall together; what is left alone differs.
    """
    found = set[str]()
    for rows, version in _tables([earlier, later], key):
        alone = rows.annotate(first=Min(version), last=Max(version)).filter(first=F("last"))
        found.update(row[0] for row in alone)
    return found


def _tables(versions: list[PlanVersion], key: str) -> Iterator[tuple[QuerySet[Any, Any], str]]:
    """What versions say, a query for each table, the task's key first; the path to the version."""
    tasks = TaskVersion.objects.filter(version__in=versions).order_by()
    yield tasks.values_list(_as_text(key), *_COLUMNS), "version"
    for name in ("coordinators", "documents"):
        listed = tasks.filter(**{f"{name}__isnull": False})
        yield listed.values_list(_as_text(key), name), "version"
    indicators = TaskIndicator.objects.filter(task_version__version__in=versions).order_by()
    yield (
        indicators.values_list(_as_text(f"task_version__{key}"), *_INDICATOR),
        "task_version__version",
    )


def _fields(version: PlanVersion, keys: list[str], key: str) -> dict[str, dict[str, Any]]:
    """Whole rows of some tasks with their lists, by key."""
    tasks = TaskVersion.objects.filter(version=version, **{f"{key}__in": keys})
    tasks = tasks.order_by("sort_order", "pk")
    rows = {
        task: dict(zip(_COLUMNS, values, strict=True)) | dict.fromkeys(_LISTS, ())
        for task, *values in tasks.values_list(_as_text(key), *_COLUMNS)
    }
    for name in ("coordinators", "documents"):
        pairs = tasks.filter(**{f"{name}__isnull": False}).order_by(name)
        for task, value in pairs.values_list(_as_text(key), name):
            rows[task][name] += (value,)
    indicators = TaskIndicator.objects.filter(task_version__in=tasks.order_by()).order_by("pk")
    for task, *values in indicators.values_list(_as_text(f"task_version__{key}"), *_INDICATOR):
        rows[task]["indicators"] += (tuple(values),)
    return rows


def worded(
    rows: Iterable[Difference], earlier: PlanVersion, later: PlanVersion
) -> list[Difference]:
    """The same differences with what is shown of them in words of the screen's language.

    Args:
        rows: Some differences of :func:`comparison`.
        earlier: The version on the left.
        later: The one on the right.

    Returns:
        Number, text and lead of every task, and every field of the changed ones, in words.
    """
    order = [row.key for row in rows]
    key = _key_for(earlier, later)
    found = {
        row.key: row for row in compare(_fields(earlier, order, key), _fields(later, order, key))
    }
    rows = [found[name] for name in order]
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
