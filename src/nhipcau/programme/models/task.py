"""Tasks: one living record a plan, and what each plan version says of it."""

from datetime import date

from django.conf import settings
from django.core.validators import FileExtensionValidator, MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.common.clock import now
from nhipcau.common.identifiers import uuid7
from nhipcau.common.models import Identified
from nhipcau.programme.enums import CLOSED_WORK, BudgetSource, Standing, WorkState
from nhipcau.programme.models.document import ATTACHMENT_EXTENSIONS, GuidingDocument
from nhipcau.programme.models.plan import PartOfVersion, Plan, PlanVersion

# Above the whole State budget: a slip of the keyboard, not a task's money.
MAX_BUDGET_DONG = 10**15


class Task(Identified):
    """A task of a plan through all its versions; stories and activities point here.

    Attributes:
        plan: The plan.
        task_key: Stable across versions and years.
        current: What counts now: the approved version's row, or the draft's before approval.
        standing: Whether it binds anybody.
        work_state: How far the work is.
        work_state_at: When that was last changed.
        is_sample: Made by the sample data.
    """

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="tasks", verbose_name=_("plan")
    )
    task_key = models.UUIDField(_("stable key"), default=uuid7, editable=False, db_index=True)
    current = models.OneToOneField(
        "programme.TaskVersion",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("present wording"),
    )
    standing = models.CharField(
        _("standing"),
        max_length=10,
        choices=Standing,
        default=Standing.PROPOSED,
        editable=False,
    )
    work_state = models.CharField(
        _("state of the work"), max_length=12, choices=WorkState, default=WorkState.NOT_STARTED
    )
    work_state_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("programme", "task")
        verbose_name_plural = pgettext_lazy("programme", "tasks")
        ordering = ["-plan__first_year", "current__sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "task_key"], name="programme_task_key")
        ]
        indexes = [models.Index(fields=["standing", "work_state"], name="programme_task_state")]

    def __str__(self) -> str:
        return str(self.current) if self.current else str(self.task_key)

    def is_overdue_on(self, day: date) -> bool:
        """Whether its last day has passed and the work is not closed."""
        return (
            self.standing == Standing.IN_FORCE
            and self.work_state not in CLOSED_WORK
            and self.current is not None
            and self.current.due is not None
            and self.current.due < day
        )


class TaskVersion(PartOfVersion):
    """What one plan version says of a task.

    Attributes:
        task: The living task.
        version: The plan version.
        group: Full heading, with the headings above it joined by `` / ``.
        number: Number as printed.
        text: What is to be done.
        lead: The one agency that answers for it.
        coordinators: Agencies that work with it.
        start: First day.
        due: Last day.
        is_recurring: Done all year round.
        product: Expected result.
        channel: Channel (Circular 22/2016/TT-BTTTT art. 5).
        information_kind: Kind of information (Decree 72/2015/NĐ-CP).
        form: Form of the activity (Decree 72/2015/NĐ-CP arts. 7-8).
        budget_source: Where the money comes from.
        budget_dong: Whole đồng; empty when not laid down.
        documents: Guiding documents it fulfils.
        proposal: The proposal or conclusion it carries out, in words.
        revision: Counts saves, to notice two people editing at once.
        folded: Searchable text without diacritics.
    """

    task = models.ForeignKey(
        Task,
        on_delete=models.CASCADE,
        related_name="versions",
        verbose_name=pgettext_lazy("programme", "task"),
    )
    version = models.ForeignKey(
        PlanVersion,
        on_delete=models.CASCADE,
        related_name="tasks",
        verbose_name=_("plan version"),
    )
    group = models.CharField(pgettext_lazy("programme", "group"), max_length=300, blank=True)
    number = models.CharField(_("number"), max_length=30, blank=True)
    text = models.TextField(pgettext_lazy("programme", "task"), max_length=4000)
    lead = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_tasks",
        verbose_name=_("lead agency"),
        help_text=_("Exactly one. It may stay open in a draft, but not at approval."),
    )
    coordinators = models.ManyToManyField(
        "agencies.Agency",
        blank=True,
        related_name="coordinated_tasks",
        verbose_name=_("coordinating agencies"),
    )
    start = models.DateField(_("start"), null=True, blank=True)
    due = models.DateField(_("due"), null=True, blank=True)
    is_recurring = models.BooleanField(_("all year round"), default=False)
    product = models.TextField(_("expected result"), blank=True, max_length=1000)
    channel = models.ForeignKey(
        "programme.Classification",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": "channel"},
        verbose_name=_("channel"),
    )
    information_kind = models.ForeignKey(
        "programme.Classification",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": "information_kind"},
        verbose_name=_("kind of information"),
    )
    form = models.ForeignKey(
        "programme.Classification",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": "form"},
        verbose_name=_("form"),
    )
    budget_source = models.CharField(
        _("source of funds"), max_length=10, choices=BudgetSource, default=BudgetSource.NONE
    )
    budget_dong = models.PositiveBigIntegerField(
        _("amount (đồng)"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MAX_BUDGET_DONG)],
        help_text=_("Leave empty when it is not laid down; 0 means that nothing is needed."),
    )
    documents = models.ManyToManyField(
        GuidingDocument,
        blank=True,
        related_name="task_versions",
        verbose_name=_("guiding documents it fulfils"),
    )
    proposal = models.TextField(
        _("proposal or conclusion it carries out"), blank=True, max_length=1000
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)
    revision = models.PositiveIntegerField(default=1, editable=False)
    folded = models.TextField(editable=False, blank=True)

    class Meta:
        verbose_name = _("wording of a task")
        verbose_name_plural = _("wordings of tasks")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["task", "version"], name="programme_task_version"),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(due__isnull=True) | Q(due__gte=F("start")),
                name="programme_task_date_order",
                violation_error_message=_("The task is due before it starts."),
            ),
        ]
        indexes = [models.Index(fields=["due"], name="programme_task_due")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}" if self.number else self.text


class TaskIndicator(models.Model):
    """What a task is measured by.

    Attributes:
        task_version: The wording it belongs to.
        indicator_key: Stable across versions and years; reported figures point to it.
        name: What is counted.
        unit: Unit as printed.
        target: Value aimed at over the whole plan.
        target_q1: Target of the first quarter, and so on.
    """

    task_version = models.ForeignKey(
        TaskVersion,
        on_delete=models.CASCADE,
        related_name="indicators",
        verbose_name=pgettext_lazy("programme", "task"),
    )
    indicator_key = models.UUIDField(default=uuid7, editable=False)
    name = models.CharField(_("indicator"), max_length=300)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    target = models.DecimalField(
        _("target of the year"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    target_q1 = models.DecimalField(
        _("first quarter"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    target_q2 = models.DecimalField(
        _("second quarter"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    target_q3 = models.DecimalField(
        _("third quarter"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    target_q4 = models.DecimalField(
        _("fourth quarter"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("indicator of a task")
        verbose_name_plural = _("indicators of tasks")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task_version", "indicator_key"], name="programme_indicator_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Step(Identified):
    """A sub-task: how an agency breaks its work down; free to change after approval.

    Attributes:
        task: The task.
        text: What is to be done.
        agency: Who does it; the lead agency when empty.
        due: Last day.
        done_on: Day it was done.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="steps")
    text = models.CharField(_("sub-task"), max_length=500)
    agency = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("agency"),
    )
    due = models.DateField(_("due"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name = _("sub-task")
        verbose_name_plural = _("sub-tasks")
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.text


class TaskComment(Identified):
    """A remark that the office and the agencies of a task read.

    Attributes:
        task: The task.
        author: Who wrote it.
        text: The remark.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(pgettext_lazy("programme", "comment"), max_length=4000)
    created_at = models.DateTimeField(_("written at"), default=now, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("programme", "comment")
        verbose_name_plural = pgettext_lazy("programme", "comments")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Attachment(Identified):
    """A private file of a task or of a report on it.

    Attributes:
        task: The task.
        report: The report it is evidence for; empty when it belongs to the task itself.
        title: What it is.
        file: The file.
        size_bytes: Its size.
        digest: SHA-256 of its bytes.
        uploaded_by: Who sent it; empty when it came through a reporting link.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="attachments")
    report = models.ForeignKey(
        "programme.ProgressReport",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="attachments",
    )
    title = models.CharField(pgettext_lazy("programme", "title"), max_length=255)
    file = models.FileField(
        _("file"),
        upload_to="programme/attachments/%Y/%m/",
        validators=[FileExtensionValidator(ATTACHMENT_EXTENSIONS)],
    )
    size_bytes = models.PositiveBigIntegerField(default=0, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), default=now, editable=False)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["uploaded_at", "pk"]

    def __str__(self) -> str:
        return self.title
