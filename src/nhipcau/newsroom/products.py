"""Works as products of the plan's tasks: what the finder of orphans and a task's page show."""

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.newsroom.enums import WorkState
from nhipcau.newsroom.models import FulfilledTask, StoryPage, Work
from nhipcau.programme.models import Task
from nhipcau.programme.products import Product, ProductSource, register


def _public() -> QuerySet[Work]:
    """Only what readers have carries out a task."""
    return Work.objects.filter(state=WorkState.PUBLISHED)


def _tasks_with() -> QuerySet:
    """Primary keys of tasks that a public work carries out."""
    return FulfilledTask.objects.filter(work__state=WorkState.PUBLISHED).values("task_id")


def _without_task() -> QuerySet[Work]:
    """Public works that carry out no task, the newest first."""
    linked = FulfilledTask.objects.filter(work=OuterRef("pk"))
    return _public().filter(~Exists(linked)).order_by("-published_at", "-pk")


def _first_without_task(limit: int) -> list[Product]:
    """The newest of them, each leading to what the work is; editors name its tasks there."""
    works = _without_task().only("pk", "headline", "short_id")[:limit]
    route = "wagtailsnippets_newsroom_work:inspect"
    return [Product(str(work), reverse(route, args=[work.pk])) for work in works]


def _of_task(task: Task) -> list[Product]:
    """What readers have that carries out a task, the newest first; agencies may open it, too."""
    pages = StoryPage.objects.filter(
        live=True, source_revision_id=None, work__in=_public().filter(task_links__task=task)
    )
    pages = pages.select_related("work", "locale").defer("body", "lead")
    return [
        Product(page.title, page.address)
        for page in pages.order_by("-work__published_at", "-work_id")
    ]


def register_products() -> None:
    """Make works known to the programme; called once."""
    register(
        ProductSource(
            slug="works",
            name=_("Works"),
            tasks_with=_tasks_with,
            without_task=_first_without_task,
            count_without_task=lambda: _without_task().count(),
            of_task=_of_task,
        )
    )
