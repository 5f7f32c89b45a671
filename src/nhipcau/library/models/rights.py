"""What every medium knows of its rights, place, time and the children it shows."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.common.clock import today
from nhipcau.common.reading import note_days
from nhipcau.library.enums import Consent, Rights
from nhipcau.library.rules.publication import obstacles


class Rightful(models.Model):
    """A medium that may be published on certain grounds only.

    Attributes:
        rights: On what ground we may publish it.
        rights_holder: Whose it is, if not ours.
        rights_expire_on: Last civil day on which it may be published; empty for no end.
        place: Where it was taken.
        taken_at: When it was taken (UTC).
        consent: Whether consent is recorded for children that can be recognised.
        consent_note: Where the written consent is kept; never the child's name.
    """

    rights = models.CharField(
        _("right to publish"), max_length=15, choices=Rights, default=Rights.OWN
    )
    rights_holder = models.CharField(_("rights holder"), max_length=200, blank=True)
    rights_expire_on = models.DateField(
        _("may be published until"),
        null=True,
        blank=True,
        help_text=_(
            "The last day. Afterwards it leaves the public pages, and no story that shows it "
            "can be published."
        ),
    )
    place = models.ForeignKey(
        "agencies.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("library", "place"),
    )
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    consent = models.CharField(
        _("children"),
        max_length=12,
        choices=Consent,
        default=Consent.NOT_NEEDED,
        help_text=_("Children who can be recognised are shown with recorded consent only."),
    )
    consent_note = models.CharField(
        _("where the consent is kept"),
        max_length=200,
        blank=True,
        help_text=_("The file and its number. Do not write the child's name here."),
    )

    RIGHTS_FIELDS = (
        "rights",
        "rights_holder",
        "rights_expire_on",
        "place",
        "taken_at",
        "consent",
        "consent_note",
    )

    class Meta:
        abstract = True

    def may_be_shown(self) -> bool:
        """Whether readers may see it today; whoever renders is told when its right ends."""
        day = today()
        note_days(day, None, self.rights_expire_on)
        return not obstacles(
            rights=self.rights,
            rights_expire_on=self.rights_expire_on,
            consent=self.consent,
            today=day,
        )
