"""Which tasks of the plan a work carries out."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class FulfilledTask(Orderable):
    """A work is a product of a task.

    Attributes:
        work: The work.
        task: The task, through all versions of its plan.
    """

    work = ParentalKey("newsroom.Work", on_delete=models.CASCADE, related_name="task_links")
    task = models.ForeignKey(
        "programme.Task",
        on_delete=models.CASCADE,
        related_name="work_links",
        verbose_name=_("task of the plan"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("task of the plan")
        verbose_name_plural = _("tasks of the plan")
        constraints = [
            models.UniqueConstraint(fields=["work", "task"], name="newsroom_fulfilled_unique")
        ]

    def __str__(self) -> str:
        return f"{self.work_id} → {self.task_id}"
