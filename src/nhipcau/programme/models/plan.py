"""Plans and their versions. An approved version never changes; an amendment is a new one."""

from typing import Any

from django.conf import settings
from django.core.validators import FileExtensionValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.common.clock import now
from nhipcau.common.identifiers import uuid7
from nhipcau.common.models import Identified
from nhipcau.programme.enums import (
    BASE_PERIOD_KINDS,
    FINAL_STATES,
    Direction,
    Horizon,
    PeriodKind,
    VersionState,
)
from nhipcau.programme.exceptions import FinalVersion
from nhipcau.programme.models.document import GuidingDocument


class Plan(Identified):
    """A plan for one year or several, through all its versions.

    Attributes:
        title: Its summary line.
        horizon: How far it looks.
        first_year: First plan year.
        last_year: Last plan year, the first one for an annual plan.
        issuer: The body that issues it; its document system decides the layout.
        reporting_kind: Length of the periods in which agencies report on it.
        version_in_force: The approved version that binds.
        copied_from: The plan it was copied from.
        is_sample: Made by the sample data.
    """

    title = models.CharField(pgettext_lazy("programme", "title"), max_length=300)
    horizon = models.CharField(_("horizon"), max_length=10, choices=Horizon, default=Horizon.ANNUAL)
    first_year = models.PositiveSmallIntegerField(
        _("first year"), validators=[MinValueValidator(1990)]
    )
    last_year = models.PositiveSmallIntegerField(
        _("last year"), validators=[MinValueValidator(1990)]
    )
    issuer = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        related_name="issued_plans",
        verbose_name=_("issuing body"),
    )
    reporting_kind = models.CharField(
        _("agencies report every"),
        max_length=12,
        choices=[(kind.value, kind.label) for kind in BASE_PERIOD_KINDS],
        default=PeriodKind.QUARTER,
    )
    version_in_force = models.OneToOneField(
        "programme.PlanVersion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("version in force"),
    )
    copied_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
        verbose_name=_("copied from"),
    )
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    created_at = models.DateTimeField(_("created at"), default=now, editable=False)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["-first_year", "horizon", "-pk"]
        indexes = [models.Index(fields=["-first_year"], name="programme_plan_year")]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")),
                name="programme_plan_year_order",
                violation_error_message=_("The last year is before the first."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def years(self) -> str:
        """The plan years as printed: ``2020`` or ``2021–2025``."""
        if self.first_year == self.last_year:
            return str(self.first_year)
        return f"{self.first_year}–{self.last_year}"


class PlanVersion(Identified):
    """What a plan says at one time.

    Attributes:
        plan: The plan.
        sequence: 1 for the first version, then counting up.
        state: Where it stands.
        purposes: Part I, purposes and requirements; a paragraph a line.
        funding: Part III, funding.
        organisation: Part IV, organisation of the work.
        recipients: Lines of the distribution list.
        legal_bases: Guiding documents it is based on.
        other_bases: Legal bases that are not in the register, a line each.
        guidance_received_on: Day the yearly guidance arrived.
        comments_due_on: Day by which members comment.
        amendment_reason: Why this version replaces the one before.
        document_number: Number and symbol as issued; recorded by the clerk, never made here.
        approved_on: Date of issue.
        signatory_name: Who signed.
        signatory_title: The post of the signatory.
        signed_file: The signed document.
        content_digest: SHA-256 of the content at approval.
        revision: Counts saves, to notice two people editing at once.
    """

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="versions", verbose_name=_("plan")
    )
    sequence = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=VersionState, default=VersionState.DRAFT, editable=False
    )
    purposes = models.TextField(_("purposes and requirements"), blank=True)
    funding = models.TextField(_("funding"), blank=True)
    organisation = models.TextField(_("organisation of the work"), blank=True)
    recipients = models.TextField(
        _("recipients"), blank=True, help_text=_("One line for each line of the list.")
    )
    legal_bases = models.ManyToManyField(
        GuidingDocument, blank=True, related_name="plan_versions", verbose_name=_("legal bases")
    )
    other_bases = models.TextField(
        _("other legal bases"),
        blank=True,
        help_text=_("One a line, for documents that are not in the register."),
    )
    guidance_received_on = models.DateField(_("guidance received on"), null=True, blank=True)
    comments_due_on = models.DateField(_("comments due by"), null=True, blank=True)
    amendment_reason = models.TextField(_("reason for the amendment"), blank=True)
    document_number = models.CharField(
        _("number and symbol"), max_length=60, blank=True, editable=False
    )
    approved_on = models.DateField(_("approved on"), null=True, blank=True, editable=False)
    signatory_name = models.CharField(_("signatory"), max_length=150, blank=True, editable=False)
    signatory_title = models.CharField(
        _("post of the signatory"), max_length=200, blank=True, editable=False
    )
    signed_file = models.FileField(
        _("signed document"),
        upload_to="programme/signed/",
        blank=True,
        editable=False,
        validators=[FileExtensionValidator(["pdf"])],
    )
    content_digest = models.CharField(max_length=64, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("created at"), default=now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("created by"),
    )

    class Meta:
        verbose_name = _("plan version")
        verbose_name_plural = _("plan versions")
        ordering = ["plan", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "sequence"], name="programme_version_sequence"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state="approved"),
                name="programme_version_one_in_force",
            ),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state__in=["guidance", "draft", "comments"]),
                name="programme_version_one_in_work",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "amended"])
                | (Q(approved_on__isnull=False) & ~Q(document_number="")),
                name="programme_version_approved_has_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} ({self.sequence})"

    @property
    def is_final(self) -> bool:
        """Whether nothing may change it any more."""
        return self.state in FINAL_STATES


class PartOfVersion(models.Model):
    """A row of a plan version: it cannot be written once that version is approved.

    The services check this first and say it in the user's language; this guard is for every
    other way in (shell, import, a later app).
    """

    version: Any

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, unless the version is final.

        Raises:
            FinalVersion: if the version is approved or amended.
        """
        self._refuse_when_final()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, unless the version is final.

        Raises:
            FinalVersion: if the version is approved or amended.
        """
        self._refuse_when_final()
        return super().delete(*args, **kwargs)

    def _refuse_when_final(self) -> None:
        states = PlanVersion.objects.filter(pk=self.version.pk).values_list("state", flat=True)
        if any(state in FINAL_STATES for state in states):
            raise FinalVersion


class PlanIndicator(PartOfVersion):
    """What the plan as a whole aims at.

    Attributes:
        indicator_key: Stable across versions and years.
        objective: The aim it belongs to.
        name: What is counted.
        unit: Unit as printed.
        direction: Which way it should move.
        baseline: Value before the plan.
        target: Value aimed at.
        measure: Slug of the measure that counts it; empty when only reported by hand.
        source: Document that sets the target.
        is_confirmed: Whether the target stands in a final document.
    """

    version = models.ForeignKey(
        PlanVersion,
        on_delete=models.CASCADE,
        related_name="indicators",
        verbose_name=_("plan version"),
    )
    indicator_key = models.UUIDField(default=uuid7, editable=False)
    objective = models.CharField(_("objective"), max_length=500)
    name = models.CharField(_("indicator"), max_length=300)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    direction = models.CharField(
        _("direction"), max_length=5, choices=Direction, default=Direction.UP
    )
    baseline = models.DecimalField(
        _("baseline"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    target = models.DecimalField(
        pgettext_lazy("programme", "target"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    measure = models.SlugField(_("measure"), max_length=80, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    is_confirmed = models.BooleanField(_("target confirmed"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("objective and indicator")
        verbose_name_plural = _("objectives and indicators")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "indicator_key"], name="programme_plan_indicator_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PlanComment(Identified):
    """What a member agency says of a draft plan, or the office answers.

    Attributes:
        version: The draft.
        task_key: The task it is about; empty for the plan as a whole.
        agency: The commenting agency; empty for the office.
        author: Who wrote it.
        text: The comment.
    """

    version = models.ForeignKey(
        PlanVersion,
        on_delete=models.CASCADE,
        related_name="comments",
        verbose_name=_("plan version"),
    )
    task_key = models.UUIDField(null=True, blank=True)
    agency = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("agency"),
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(pgettext_lazy("programme", "comment"), max_length=4000)
    created_at = models.DateTimeField(_("written at"), default=now, editable=False)

    class Meta:
        verbose_name = _("comment on a plan")
        verbose_name_plural = _("comments on plans")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
