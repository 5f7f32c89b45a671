"""Reporting: periods, progress reports, their figures, and links for agencies without account."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from nhipcau.common.clock import now
from nhipcau.common.models import Identified
from nhipcau.programme.enums import (
    EDITABLE_REPORT_STATES,
    EnteredVia,
    PeriodKind,
    ReportState,
    WorkState,
)
from nhipcau.programme.models.task import Task


class ReportingPeriod(Identified):
    """A stretch of time on which agencies report.

    Attributes:
        kind: Its length.
        year: The reporting year it belongs to.
        sequence: 1 to 12, 1 to 4 or 1 to 2 within the year; 1 for nine months and the year.
        start: First civil day.
        end: Last civil day, the cut-off.
        due_on: Day by which reports are in.
    """

    kind = models.CharField(_("length"), max_length=12, choices=PeriodKind)
    year = models.PositiveSmallIntegerField(_("reporting year"))
    sequence = models.PositiveSmallIntegerField(_("number in the year"), default=1)
    start = models.DateField(_("from"))
    end = models.DateField(_("cut-off"), help_text=_("The last day that counts."))
    due_on = models.DateField(_("reports due by"))

    class Meta:
        verbose_name = _("reporting period")
        verbose_name_plural = _("reporting periods")
        ordering = ["-start", "end"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "sequence"],
                name="programme_period_unique",
                violation_error_message=_("This reporting period exists already."),
            ),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")) & Q(due_on__gte=F("start")),
                name="programme_period_order",
                violation_error_message=_(
                    "The cut-off and the day reports are due lie after the first day."
                ),
            ),
        ]
        indexes = [models.Index(fields=["kind", "start"], name="programme_period_start")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Its name in the language in use, such as “Quý I năm 2020”."""
        values = {
            "number": self.sequence,
            "roman": ("I", "II", "III", "IV")[min(self.sequence, 4) - 1],
            "year": self.year,
        }
        if self.kind == PeriodKind.MONTH:
            return gettext("Month %(number)s of %(year)s") % values
        if self.kind == PeriodKind.QUARTER:
            return gettext("Quarter %(roman)s of %(year)s") % values
        if self.kind == PeriodKind.HALF_YEAR:
            if self.sequence == 1:
                return gettext("First half of %(year)s") % values
            return gettext("Second half of %(year)s") % values
        if self.kind == PeriodKind.NINE_MONTHS:
            return gettext("Nine months of %(year)s") % values
        return gettext("Year %(year)s") % values

    @property
    def name_in_sentence(self) -> str:
        """Its name as it stands inside a sentence: “quý I năm 2020”.

        Vietnamese writes it small there; English names of periods keep their capital.
        """
        name = self.name
        return name[:1].lower() + name[1:] if (get_language() or "").startswith("vi") else name

    def is_late_on(self, day: date) -> bool:
        """Whether reports were due before a day."""
        return self.due_on < day


class ProgressReport(Identified):
    """What one agency says of one task for one period.

    Attributes:
        task: The task.
        agency: The reporting agency.
        period: The period.
        state: Where the report stands.
        work_state: How far the work is, as the agency sees it.
        done: What was done.
        evidence_links: Public addresses that show it, one a line.
        obstacles: Difficulties.
        proposals: Proposals.
        typed: What was typed and not yet submitted, as raw form text.
        typed_at: When that was kept.
        entered_via: By which way it came in.
        entered_by: Who entered it; empty when it came through a link.
        letter_reference: Number and date of the letter it was taken from.
        confirmed_at: When the agency stood by it; empty means unconfirmed.
        confirmed_by: Who confirmed; empty when done through a link.
        submitted_at: When it was submitted.
        decided_at: When the office accepted or returned it.
        decided_by: Who did.
        return_reason: Why it was returned.
        revision: Counts saves; part of evidence references.
        is_sample: Made by the sample data.
    """

    task = models.ForeignKey(
        Task,
        on_delete=models.CASCADE,
        related_name="reports",
        verbose_name=pgettext_lazy("programme", "task"),
    )
    agency = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        related_name="progress_reports",
        verbose_name=_("agency"),
    )
    period = models.ForeignKey(
        ReportingPeriod,
        on_delete=models.PROTECT,
        related_name="reports",
        verbose_name=_("reporting period"),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState, default=ReportState.DRAFT
    )
    work_state = models.CharField(
        _("state of the work"), max_length=12, choices=WorkState, default=WorkState.IN_PROGRESS
    )
    done = models.TextField(_("what was done"), blank=True, max_length=10000)
    evidence_links = models.TextField(_("links that show it"), blank=True, max_length=4000)
    obstacles = models.TextField(_("obstacles"), blank=True, max_length=4000)
    proposals = models.TextField(_("proposals"), blank=True, max_length=4000)
    typed = models.JSONField(default=dict, blank=True, editable=False)
    typed_at = models.DateTimeField(null=True, blank=True, editable=False)
    entered_via = models.CharField(
        _("came in by"), max_length=8, choices=EnteredVia, default=EnteredVia.ACCOUNT
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    letter_reference = models.CharField(_("letter it came in"), max_length=200, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    return_reason = models.TextField(_("reason for returning it"), blank=True, max_length=2000)
    revision = models.PositiveIntegerField(default=1, editable=False)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "agency", "period"], name="programme_report_unique"
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(return_reason=""),
                name="programme_report_return_reason",
            ),
            models.CheckConstraint(
                condition=~Q(entered_via="office") | ~Q(letter_reference=""),
                name="programme_report_names_letter",
            ),
        ]
        indexes = [
            models.Index(fields=["period", "state", "agency"], name="programme_report_period"),
            models.Index(fields=["state", "-submitted_at"], name="programme_report_queue"),
            models.Index(fields=["-submitted_at", "-id"], name="programme_report_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.task} – {self.agency} – {self.period}"

    @property
    def is_editable(self) -> bool:
        """Whether the reporting agency may still change it."""
        return self.state in EDITABLE_REPORT_STATES

    @property
    def is_confirmed(self) -> bool:
        """Whether the agency itself stands by it."""
        return self.confirmed_at is not None


class ReportedFigure(Identified):
    """The value of one indicator in one report; no row where nothing was reported.

    Attributes:
        report: The report.
        indicator_key: The indicator, stable across versions.
        name: What is counted, as the plan said at the time.
        unit: Unit as printed.
        value: Value within the period; 0 is a statement, not a gap.
    """

    report = models.ForeignKey(ProgressReport, on_delete=models.CASCADE, related_name="figures")
    indicator_key = models.UUIDField(db_index=True)
    name = models.CharField(_("indicator"), max_length=300)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=2)

    class Meta:
        verbose_name = _("reported figure")
        verbose_name_plural = _("reported figures")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "indicator_key"], name="programme_figure_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


class ReportingLink(Identified):
    """An expiring address by which one agency reports one period without an account.

    Only a digest of the secret is kept: whoever reads the database cannot report.

    Attributes:
        agency: Whose tasks it opens, and no others.
        period: The period.
        secret_digest: SHA-256 of the secret part of the address.
        expires_at: From when it no longer works.
        revoked_at: When the office withdrew it.
        last_used_at: When a report last came in through it.
    """

    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.CASCADE, related_name="reporting_links"
    )
    period = models.ForeignKey(ReportingPeriod, on_delete=models.CASCADE, related_name="links")
    secret_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("made at"), default=now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    expires_at = models.DateTimeField(_("works until"))
    revoked_at = models.DateTimeField(
        pgettext_lazy("programme", "withdrawn at"), null=True, blank=True
    )
    last_used_at = models.DateTimeField(_("last used at"), null=True, blank=True)

    class Meta:
        verbose_name = _("reporting link")
        verbose_name_plural = _("reporting links")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.agency} – {self.period}"

    def is_open_at(self, moment: datetime) -> bool:
        """Whether it still works at a moment (UTC)."""
        return self.revoked_at is None and moment < self.expires_at


class Reminder(models.Model):
    """A reminder that was sent, so that nobody gets the same one twice.

    Attributes:
        agency: Who was reminded.
        period: Of which period.
        day: The civil day.
        address: The e-mail address it went to.
    """

    agency = models.ForeignKey("agencies.Agency", on_delete=models.CASCADE, related_name="+")
    period = models.ForeignKey(ReportingPeriod, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(_("day"))
    address = models.EmailField(_("e-mail address"))

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "period", "day", "address"], name="programme_reminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency} – {self.period} – {self.day}"
