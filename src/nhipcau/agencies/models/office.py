"""Offices (posts) of a body, and who held them when."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from nhipcau.agencies.models.agency import Agency
from nhipcau.agencies.models.naming import DatedName, Named
from nhipcau.common.clock import today
from nhipcau.common.models import Dated


class Office(Named, ClusterableModel):
    """A post, such as Head of the Steering Committee; its title is a dated name.

    Attributes:
        agency: The body it belongs to.
        sort_order: Position in lists of the body's offices.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="offices", verbose_name=_("agency")
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Named.Meta):
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["agency__code", "sort_order", "code"]

    def holder_on(self, day: date | None = None) -> str:
        """Who held the office on a civil date (today when left out); empty when nobody did."""
        day = day or today()
        holding = next((row for row in self.holdings.all() if row.is_valid_on(day)), None)
        return holding.person_name if holding else ""


class OfficeName(DatedName):
    """A dated title of an office."""

    office = ParentalKey(Office, on_delete=models.CASCADE, related_name="names")

    class Meta(DatedName.Meta):
        verbose_name = _("title of an office")
        verbose_name_plural = _("titles of an office")


class OfficeHolding(Dated):
    """One official in one office for a time, as officially announced.

    Attributes:
        office: The office.
        person_name: The official's name as in official documents; nothing else is kept.
        source: The decision or announcement.
    """

    office = ParentalKey(Office, on_delete=models.CASCADE, related_name="holdings")
    person_name = models.CharField(_("name of the official"), max_length=150)
    source = models.CharField(_("source"), max_length=255, blank=True)

    class Meta(Dated.Meta):
        verbose_name = _("holder of the office")
        verbose_name_plural = _("holders of the office")
        ordering = ["-valid_from"]

    def __str__(self) -> str:
        return self.person_name
