"""Vocabulary of bodies and places."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentSystem(models.TextChoices):
    """Whose document rules a body follows; they are never mixed in one document."""

    STATE = "state", _("State (Decree 30/2020/NĐ-CP)")
    PARTY = "party", _("Party (Guide 36-HD/VPTW)")


class AgencyKind(models.TextChoices):
    """What kind of body it is."""

    COMMITTEE = "committee", _("Steering committee")
    PARTY_BODY = "party_body", _("Party body")
    STATE_BODY = "state_body", _("State body")
    DEPARTMENT = "department", _("Department")
    LOCALITY = "locality", _("Local government")
    PRESS = "press", _("Press agency")
    UNION = "union", _("Front or union")
    FORCE = "force", _("Police, military or border guard")
    OTHER = "other", _("Other body")


class PlaceKind(models.TextChoices):
    """What kind of place it is."""

    COUNTRY = "country", _("Country")
    PROVINCE = "province", _("Province or city")
    DISTRICT = "district", _("District (until 30 June 2025)")
    COMMUNE = "commune", _("Commune or ward")
    FOREIGN_LOCALITY = "foreign_locality", _("Foreign locality")
    SITE = "site", _("Site or landmark")
