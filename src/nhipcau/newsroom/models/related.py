"""Related works, as chosen by the desk."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class RelatedWork(Orderable):
    """A work that readers of another may want next; each is named at the other's page.

    Attributes:
        work: The work at which it was chosen.
        related: The other work.
    """

    work = ParentalKey("newsroom.Work", on_delete=models.CASCADE, related_name="related_links")
    related = models.ForeignKey(
        "newsroom.Work",
        on_delete=models.CASCADE,
        related_name="related_from",
        verbose_name=_("related story"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")
        constraints = [
            models.UniqueConstraint(fields=["work", "related"], name="newsroom_related_unique"),
            models.CheckConstraint(
                condition=~models.Q(work=models.F("related")), name="newsroom_related_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work_id} → {self.related_id}"
