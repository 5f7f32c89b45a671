"""Where things were found before: an address once published never dies."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.publishing.types import ADDRESS_LENGTH

SUBJECT_LENGTH = 120


class KnownAddress(models.Model):
    """An address that a thing has, or had.

    Attributes:
        address: Absolute path.
        subject: Permanent name of the thing, such as ``section:12:vi``; empty when all that is
            known is that something was there.
        is_current: Whether the thing is found there now. A former address leads to the current
            one of the same thing; where there is none, it says that the thing is gone.
        since: When that was last announced.
    """

    address = models.CharField(_("address"), max_length=ADDRESS_LENGTH, unique=True)
    subject = models.CharField(_("thing"), max_length=SUBJECT_LENGTH, blank=True, db_index=True)
    is_current = models.BooleanField(_("current"), default=False)
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("known address")
        verbose_name_plural = _("known addresses")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject"],
                condition=models.Q(is_current=True),
                name="publishing_one_current_address",
            )
        ]

    def __str__(self) -> str:
        return self.address
