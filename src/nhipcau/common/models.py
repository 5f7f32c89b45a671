"""Base models: identity and validity in time."""

from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.common.identifiers import uuid7
from nhipcau.common.reading import note_days


class Identified(models.Model):
    """A record that can be named from outside for ever.

    Attributes:
        uuid: UUIDv7, also the record's name in exports, evidence references and backups.
    """

    uuid = models.UUIDField(_("identifier"), default=uuid7, unique=True, editable=False)

    class Meta:
        abstract = True


class DatedQuerySet(models.QuerySet):
    """Rows that hold from one day to another."""

    def valid_on(self, day: date) -> Self:
        """Keep what is in force on a day.

        Args:
            day: A civil date; both ends of the validity are included.
        """
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )


class Dated(models.Model):
    """A fact with a first and a last day of validity, both included; empty means open.

    Attributes:
        valid_from: First civil day on which the fact holds.
        valid_to: Last civil day on which it holds.
    """

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text=_("The last day on which it holds.")
    )

    objects: Any = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="%(app_label)s_%(class)s_validity_order",
                violation_error_message=_("The last day of validity is before the first."),
            )
        ]

    def clean(self) -> None:
        """Refuse a validity that ends before it begins."""
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The last day of validity is before the first.")})

    def is_valid_on(self, day: date) -> bool:
        """Whether the fact holds on a civil date; a page that asks is told when that changes."""
        note_days(day, self.valid_from, self.valid_to)
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or self.valid_to >= day
        )
