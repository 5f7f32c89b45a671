"""Focal points: which person speaks for which agency, and when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models.agency import Agency
from nhipcau.common.models import Dated, Identified


class FocalPoint(Identified, Dated):
    """A person who sees and reports an agency's own tasks for a time.

    Attributes:
        user: The person.
        agency: The agency they speak for.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="focal_points",
        verbose_name=_("person"),
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="focal_points", verbose_name=_("agency")
    )

    class Meta(Dated.Meta):
        verbose_name = _("focal point")
        verbose_name_plural = _("focal points")
        ordering = ["agency", "user"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["user", "agency", "valid_from"],
                name="agencies_focal_point_unique",
                nulls_distinct=False,
                violation_error_message=_("This person already speaks for this agency."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.agency}"
