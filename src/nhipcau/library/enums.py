"""Vocabulary of the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rights(models.TextChoices):
    """On what ground we may publish a photograph, a recording or a file."""

    OWN = "own", _("Our own")
    LICENSED = "licensed", _("Licensed to us")
    PERMITTED = "permitted", _("Published with permission")
    PUBLIC_DOMAIN = "public_domain", _("In the public domain")
    UNCLEAR = "unclear", _("Not yet settled")


class Consent(models.TextChoices):
    """Whether those who answer for the children that can be recognised have agreed."""

    NOT_NEEDED = "not_needed", _("No child can be recognised")
    RECORDED = "recorded", _("Consent is recorded")
    MISSING = "missing", _("Consent is missing")


class RecordingKind(models.TextChoices):
    """What a recording is."""

    AUDIO = "audio", _("Audio")
    VIDEO = "video", _("Video")
