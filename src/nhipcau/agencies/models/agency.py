"""Agencies: the committee, its members and every other body."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from nhipcau.agencies.enums import AgencyKind, DocumentSystem
from nhipcau.agencies.models.naming import DatedName, Named


class Agency(Named, ClusterableModel):
    """A body of the Party, the State, the press or a union.

    Attributes:
        kind: What kind of body it is.
        document_system: Whose document rules it follows.
        parent: The body it belongs to.
        predecessors: Bodies it took over from.
        is_committee_member: Whether it sits on the Steering Committee.
        website: Public address.
        is_publisher: Whether the site speaks in its name; exactly one body does.
    """

    kind = models.CharField(
        _("kind"), max_length=20, choices=AgencyKind, default=AgencyKind.DEPARTMENT
    )
    document_system = models.CharField(
        _("document system"), max_length=10, choices=DocumentSystem, default=DocumentSystem.STATE
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
    )
    predecessors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="successors",
        verbose_name=_("predecessors"),
    )
    is_committee_member = models.BooleanField(_("member of the committee"), default=False)
    website = models.URLField(_("website"), blank=True)
    is_publisher = models.BooleanField(
        _("publisher of this site"),
        default=False,
        help_text=_("The body in whose name the site speaks. There is exactly one."),
    )

    class Meta(Named.Meta):
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["code"]
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(
                fields=["is_publisher"],
                condition=models.Q(is_publisher=True),
                name="agencies_agency_one_publisher",
            ),
        ]


class AgencyName(DatedName):
    """A dated name of an agency."""

    agency = ParentalKey(Agency, on_delete=models.CASCADE, related_name="names")

    class Meta(DatedName.Meta):
        verbose_name = _("agency name")
        verbose_name_plural = _("agency names")
