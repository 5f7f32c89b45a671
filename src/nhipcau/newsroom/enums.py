"""Vocabulary of the newsroom."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Republication(models.TextChoices):
    """Whether we may publish what came from elsewhere."""

    OWN = "own", _("Our own work")
    PERMITTED = "permitted", _("Republication permitted")
    UNCLEAR = "unclear", _("Right to republish not yet settled")


class Origin(models.TextChoices):
    """How a work came in."""

    WRITTEN = "written", _("Written here")
    INGESTED = "ingested", _("Brought in")
    SAMPLE = "sample", _("Sample")


class WorkState(models.TextChoices):
    """What readers have of a work, in any language."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Change(models.TextChoices):
    """What an approved revision is to readers of what was public before."""

    FIRST = "first", _("First publication")
    SMALL_FIX = "small_fix", _("Small fix of spelling or layout: the date of update stays")
    UPDATE = "update", _("Update with new facts: readers see a new date of update")
    CORRECTION = "correction", _("Correction of an error: readers see what was wrong")


class ApprovalBasis(models.TextChoices):
    """On what ground a revision may be public."""

    SECOND_PERSON = "second_person", _("Approved by a second person")
    ARCHIVE = "archive", _("Brought in from a published source")
    SAMPLE = "sample", _("Part of the sample province")
