"""Vocabulary of the translation desk's engine."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OriginKind(models.TextChoices):
    """How approved text came into the memory."""

    DESK = "desk", _("Approved at the desk")
    ALIGNMENT = "alignment", _("Aligned from an archive")
    IMPORT = "import", _("Imported file")


class TermKind(models.TextChoices):
    """What a term names."""

    BODY = "body", _("Body")
    TITLE = "title", _("Title or post")
    PLACE = "place", _("Place")
    ETHNONYM = "ethnonym", _("Ethnic group")
    EVENT = "event", _("Event")
    DOCUMENT = "document", pgettext_lazy("translation", "Document")
    CONCEPT = "concept", _("Concept")


class TermState(models.TextChoices):
    """Where a term stands between proposal and official use."""

    PROPOSED = "proposed", pgettext_lazy("translation", "Proposed")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", pgettext_lazy("translation", "Rejected")


class VariantKind(models.TextChoices):
    """What another wording of a term is."""

    ACCEPTED = "accepted", _("Accepted variant")
    INFLECTION = "inflection", _("Inflected form")
    ABBREVIATION = "abbreviation", _("Abbreviation")
    FORBIDDEN = "forbidden", _("Forbidden variant")


class Severity(models.TextChoices):
    """How much a finding matters."""

    ERROR = "error", _("Error")
    WARNING = "warning", _("Warning")
    NOTE = "note", pgettext_lazy("translation", "Note")


class SegmentState(models.TextChoices):
    """Where a segment stands at the desk."""

    EMPTY = "empty", _("Not translated")
    MACHINE = "machine", _("Machine draft")
    DRAFT = "draft", pgettext_lazy("translation", "Draft")
    APPROVED = "approved", pgettext_lazy("translation", "Approved")


class AlignmentState(models.TextChoices):
    """Where an alignment of two documents stands."""

    OPEN = "open", _("To be confirmed")
    CONFIRMED = "confirmed", _("Confirmed")
    DISCARDED = "discarded", _("Discarded")


class PairState(models.TextChoices):
    """What a person decided about an aligned pair."""

    UNDECIDED = "undecided", _("Undecided")
    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Dropped")
