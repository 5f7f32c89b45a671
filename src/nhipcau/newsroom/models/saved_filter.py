"""Filters of the desk's list that a colleague has kept under a name."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.common.models import Identified


class SavedFilterQuerySet(models.QuerySet):
    """Saved filters, narrowed down."""

    def offered_to(self, user: Any) -> "SavedFilterQuerySet":
        """A person's own and those of the whole desk."""
        return self.filter(Q(owner=user) | Q(is_shared=True)).select_related("owner")


class SavedFilter(Identified):
    """A way of narrowing the list of works down, to be picked up again with one click.

    Attributes:
        owner: Who kept it.
        name: As the owner calls it.
        query: The list's query string: filters, words and order.
        is_shared: Whether all colleagues are offered it.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="work_filters",
        verbose_name=_("owner"),
    )
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(_("filters"), max_length=1000)
    is_shared = models.BooleanField(_("offered to all colleagues"), default=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="newsroom_saved_filter_unique")
        ]

    def __str__(self) -> str:
        return self.name
