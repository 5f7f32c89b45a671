"""Places: countries, provinces, communes, sites, before and after 1 July 2025."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from nhipcau.agencies.enums import PlaceKind
from nhipcau.agencies.models.naming import DatedName, Named


class Place(Named, ClusterableModel):
    """A place that works and activities refer to.

    Attributes:
        kind: What kind of place it is.
        parent: The place it lies in.
        predecessors: Places merged into it.
        country_code: ISO 3166-1 alpha-2 code, for countries.
        is_partner: Whether the province keeps a friendship with it.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind, default=PlaceKind.SITE)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("lies in"),
    )
    predecessors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="successors",
        verbose_name=_("predecessors"),
    )
    country_code = models.CharField(_("country code"), max_length=2, blank=True)
    is_partner = models.BooleanField(_("partner of the province"), default=False)

    class Meta(Named.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["code"]


class PlaceName(DatedName):
    """A dated name of a place."""

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="names")

    class Meta(DatedName.Meta):
        verbose_name = _("place name")
        verbose_name_plural = _("place names")
