"""Vocabulary of the programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Scheme(models.TextChoices):
    """The law's own lists; their rows are dated data, since the law moves."""

    INFORMATION_KIND = "information_kind", _("Kind of information")
    FORM = "form", pgettext_lazy("programme", "Form")
    CHANNEL = "channel", _("Channel")


class DocumentStatus(models.TextChoices):
    """Whether a guiding document holds."""

    COMING = "coming", _("Not yet in force")
    IN_FORCE = "in_force", _("In force")
    AMENDED = "amended", _("In force, amended")
    REPLACED = "replaced", _("Replaced")
    REPEALED = "repealed", _("No longer in force")


class DocumentRelationKind(models.TextChoices):
    """What one guiding document does to another."""

    AMENDS = "amends", _("amends")
    REPLACES = "replaces", _("replaces")
    GUIDES = "guides", _("guides the implementation of")
    IMPLEMENTS = "implements", _("implements")


class Horizon(models.TextChoices):
    """How far a plan looks (Circular 22/2016/TT-BTTTT art. 3)."""

    ANNUAL = "annual", _("Annual")
    MEDIUM = "medium", _("Medium term")
    LONG = "long", _("Long term")


class VersionState(models.TextChoices):
    """Where a plan version stands."""

    GUIDANCE = "guidance", _("Guidance received")
    DRAFT = "draft", pgettext_lazy("programme", "Draft")
    COMMENTS = "comments", _("Out for comments by members")
    APPROVED = "approved", pgettext_lazy("programme", "Approved")
    AMENDED = "amended", _("Amended by a later version")


#: Versions that nothing may change any more.
FINAL_STATES = frozenset({VersionState.APPROVED, VersionState.AMENDED})
#: Versions that only the office and the leaders see.
INTERNAL_STATES = frozenset({VersionState.GUIDANCE, VersionState.DRAFT})


class Standing(models.TextChoices):
    """Whether a task binds anybody."""

    PROPOSED = "proposed", _("Proposed")
    IN_FORCE = "in_force", _("In force")
    DROPPED = "dropped", _("Dropped by an amendment")


class WorkState(models.TextChoices):
    """How far the work on a task is."""

    NOT_STARTED = "not_started", pgettext_lazy("programme", "Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    DONE = "done", _("Done")
    POSTPONED = "postponed", _("Postponed")
    STOPPED = "stopped", _("Not carried out")


#: Work that no longer becomes overdue.
CLOSED_WORK = frozenset({WorkState.DONE, WorkState.STOPPED})


class BudgetSource(models.TextChoices):
    """Where the money of a task comes from."""

    NONE = "none", _("No separate funding")
    CENTRAL = "central", _("Central budget")
    LOCAL = "local", _("Provincial budget")
    AGENCY = "agency", _("The agency's regular funds")
    SOCIAL = "social", _("Social contributions")
    OTHER = "other", _("Other lawful sources")


class Direction(models.TextChoices):
    """Which way an indicator should move."""

    UP = "up", _("The more the better")
    DOWN = "down", _("The less the better")
    HOLD = "hold", _("Keep the level")


class PeriodKind(models.TextChoices):
    """Length of a reporting period."""

    MONTH = "month", _("Month")
    QUARTER = "quarter", _("Quarter")
    HALF_YEAR = "half_year", _("Half-year")
    NINE_MONTHS = "nine_months", _("Nine months")
    YEAR = "year", _("Year")


#: Periods that follow one another without overlap, so that their figures may be added up.
BASE_PERIOD_KINDS = (
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.HALF_YEAR,
    PeriodKind.YEAR,
)


class ReportState(models.TextChoices):
    """Where a progress report stands."""

    DRAFT = "draft", pgettext_lazy("programme", "Draft")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    ACCEPTED = "accepted", _("Accepted")


#: Reports that the reporting agency may still change.
EDITABLE_REPORT_STATES = frozenset({ReportState.DRAFT, ReportState.RETURNED})


class EnteredVia(models.TextChoices):
    """By which way a report came in."""

    ACCOUNT = "account", _("Own account")
    LINK = "link", _("Reporting link")
    FORM = "form", _("Report form sent in")
    OFFICE = "office", _("Entered by the office from a letter")
    SAMPLE = "sample", _("Sample")
