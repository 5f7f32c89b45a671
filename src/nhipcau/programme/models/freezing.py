"""Frozen figures and period reports: what was counted stays listed, whatever happens later."""

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.common.clock import now
from nhipcau.common.models import Identified
from nhipcau.programme.models.plan import Plan
from nhipcau.programme.models.reporting import ReportingPeriod


class PeriodReport(Identified):
    """The office's report on a plan for a period, with its annex.

    Attributes:
        plan: The plan.
        period: The period.
        leadership: Part on leadership and direction.
        results: Part on results.
        limits: Part on limits and their causes.
        next_tasks: Part on the tasks to come.
        proposals: Part on proposals.
        annex: The rows of the annex as frozen, JSON.
        frozen_at: When the annex and the figures were frozen.
        frozen_by: Who did.
        annex_digest: SHA-256 of the frozen annex.
        document_number: Number and symbol as issued, recorded by the clerk.
        issued_on: Date of issue.
        signed_file: The signed document.
        revision: Counts saves.
    """

    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="period_reports", verbose_name=_("plan")
    )
    period = models.ForeignKey(
        ReportingPeriod,
        on_delete=models.PROTECT,
        related_name="period_reports",
        verbose_name=_("reporting period"),
    )
    leadership = models.TextField(_("leadership and direction"), blank=True)
    results = models.TextField(_("results"), blank=True)
    limits = models.TextField(_("limits and causes"), blank=True)
    next_tasks = models.TextField(_("tasks to come"), blank=True)
    proposals = models.TextField(_("proposals"), blank=True)
    annex = models.JSONField(default=list, blank=True, editable=False)
    annex_digest = models.CharField(max_length=64, blank=True, editable=False)
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True, editable=False)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    document_number = models.CharField(
        _("number and symbol"), max_length=60, blank=True, editable=False
    )
    issued_on = models.DateField(_("issued on"), null=True, blank=True, editable=False)
    signed_file = models.FileField(
        _("signed document"),
        upload_to="programme/signed/",
        blank=True,
        editable=False,
        validators=[FileExtensionValidator(["pdf"])],
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name = _("period report")
        verbose_name_plural = _("period reports")
        ordering = ["-period__start", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "period"],
                name="programme_period_report_unique",
                violation_error_message=_("There is already a report on this plan and period."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan} – {self.period}"


class FrozenFigure(Identified):
    """The value of a measure at one moment with the list of what it counted.

    Attributes:
        measure: Slug of the measure.
        name: Its name as printed.
        unit: Its unit as printed.
        filters: The filters used, JSON.
        start: First day counted.
        end: Last day counted.
        value: The value; empty means “no data”, never 0.
        records: Evidence references in order, JSON.
        digest: SHA-256 over references and value.
        period_report: The report that prints it, if any.
        frozen_at: When it was frozen.
        frozen_by: Who did.
    """

    measure = models.SlugField(_("measure"), max_length=80)
    name = models.CharField(_("name"), max_length=300)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    filters = models.JSONField(default=dict, blank=True)
    start = models.DateField(_("from"))
    end = models.DateField(_("to"))
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=2, null=True)
    records = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    period_report = models.ForeignKey(
        PeriodReport,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="figures",
    )
    frozen_at = models.DateTimeField(_("frozen at"), default=now)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("frozen by"),
    )

    class Meta:
        verbose_name = _("frozen figure")
        verbose_name_plural = _("frozen figures")
        ordering = ["-frozen_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.frozen_at:%Y-%m-%d})"
