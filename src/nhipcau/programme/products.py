"""Products: what carries out a task. Later apps say what theirs are; orphans are found here.

A story, an activity, a course or a publication that fulfils a task is a product of it. The app
that owns such things registers a :class:`ProductSource` in its ``ready()``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise

from nhipcau.programme.models import Task


@dataclass(frozen=True)
class Product:
    """One thing that carries out tasks, or should.

    Attributes:
        label: What to call it.
        address: Where to open it.
    """

    label: str
    address: str


@dataclass(frozen=True)
class ProductSource:
    """One kind of product.

    Attributes:
        slug: Stable handle.
        name: Kind of product, in the plural, translatable.
        tasks_with: Keys of tasks that have such a product, as a query to be used as a subquery.
        without_task: Products that point to no task, the newest first, at most the given number.
        count_without_task: How many there are.
        of_task: Products of one task.
    """

    slug: str
    name: str | Promise
    tasks_with: Callable[[], QuerySet]
    without_task: Callable[[int], list[Product]]
    count_without_task: Callable[[], int]
    of_task: Callable[[Task], list[Product]]


_sources: dict[str, ProductSource] = {}


def register(source: ProductSource) -> None:
    """Add a kind of product; called once from an app's ``ready()``.

    Raises:
        ValueError: if another source has that slug.
    """
    if source.slug in _sources:
        raise ValueError(f"Two kinds of products are called {source.slug}.")
    _sources[source.slug] = source


def all_sources() -> list[ProductSource]:
    """Every kind of product, in the order of registration."""
    return list(_sources.values())


def without_product(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """Those of some tasks that nothing carries out yet.

    Args:
        tasks: Tasks to narrow.
    """
    for source in all_sources():
        tasks = tasks.exclude(pk__in=source.tasks_with())
    return tasks
