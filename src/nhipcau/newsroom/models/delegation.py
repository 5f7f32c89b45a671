"""Deputies: who decides for whom, from which day to which, and on what document."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from nhipcau.common.models import Identified


class DelegationQuerySet(models.QuerySet):
    """Delegations, narrowed down."""

    def in_force(self, day: date) -> "DelegationQuerySet":
        """Those that hold on a civil day and were not ended early."""
        return self.filter(
            first_day__lte=day,
            last_day__gte=day,
            principal__is_active=True,
            deputy__is_active=True,
        )


class Delegation(Identified):
    """A colleague decides on texts in another's place for a span of days.

    A delegation is never deleted: to end it early, its last day is set. It passes on the power to
    approve, never the power to approve what the principal wrote.

    Attributes:
        principal: Whose decisions are delegated.
        deputy: Who decides instead.
        first_day: First civil day.
        last_day: Last civil day.
        document: The written delegation, such as its number and date.
    """

    principal = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="delegations_given",
        verbose_name=_("who delegates"),
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="delegations_held",
        verbose_name=_("deputy"),
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(
        _("last day"), help_text=_("To end a delegation early, set its last day.")
    )
    document = models.CharField(
        _("written delegation"),
        max_length=200,
        help_text=_("Number and date of the document, such as 12/GUQ-BBT of 3 March 2026."),
    )

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["-last_day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="newsroom_delegation_days",
            ),
            models.CheckConstraint(
                condition=~models.Q(principal=models.F("deputy")),
                name="newsroom_delegation_two_people",
            ),
        ]

    def __str__(self) -> str:
        first, last = (
            date_format(day, "SHORT_DATE_FORMAT") for day in (self.first_day, self.last_day)
        )
        return f"{self.principal} → {self.deputy} ({first} – {last})"

    def clean(self) -> None:
        """Say in words what the database refuses."""
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day lies before the first.")})
        if self.principal_id and self.principal_id == self.deputy_id:
            raise ValidationError({"deputy": _("Nobody is their own deputy.")})

    @classmethod
    def principals_of(cls, deputy: Any, groups: Any, day: date) -> list[Any]:
        """The members of groups for whom a person decides on a civil day.

        Args:
            deputy: The person.
            groups: A queryset of groups.
            day: Civil day.
        """
        rows = cls.objects.in_force(day).filter(deputy=deputy, principal__groups__in=groups)
        found = {row.principal_id: row.principal for row in rows.select_related("principal")}
        return list(found.values())
