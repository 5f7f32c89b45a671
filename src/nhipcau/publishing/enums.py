"""The vocabulary of the publisher."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MarkKind(models.TextChoices):
    """What an announced change names."""

    KEY = "key", _("key")
    ADDRESS = "address", _("address")
    EVERYTHING = "all", _("everything")


class Reason(models.TextChoices):
    """Why the publisher itself renders an address again; apps announce codes of their own."""

    CLOCK = "publishing.clock", _("its time has come")
    REBUILD = "publishing.rebuild", _("full rebuild")
    RETRY = "publishing.retry", _("tried again by hand")
    REQUESTED = "publishing.requested", _("wanted at once")


class WireStatus(models.TextChoices):
    """Whether others may publish a wire item (IPTC NewsCodes, scheme ``stat``)."""

    USABLE = "usable", _("usable")
    WITHHELD = "withheld", _("withheld")
    CANCELED = "canceled", _("cancelled")
