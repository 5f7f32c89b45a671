"""Guiding documents of State and Party and how they relate to each other."""

from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.agencies.enums import DocumentSystem
from nhipcau.common.clock import now
from nhipcau.common.models import Identified
from nhipcau.programme.enums import DocumentRelationKind, DocumentStatus

ATTACHMENT_EXTENSIONS = [
    *("pdf", "doc", "docx", "odt", "txt"),
    *("xls", "xlsx", "ods", "csv"),
    *("ppt", "pptx", "odp"),
    *("jpg", "jpeg", "png", "webp", "mp3", "mp4", "zip"),
]


class GuidingDocument(Identified):
    """A document that says what external information work has to do.

    Attributes:
        system: Whose rules number and symbol follow.
        reference: Number and symbol, such as ``72/2015/NĐ-CP`` or ``57-KL/TW``.
        title: Its summary line.
        issuer_name: Issuing body as printed on the document.
        issuing_agency: The same body where it is one of ours.
        issued_on: Date of issue.
        in_force_from: First day in force; empty when the document does not say.
        in_force_to: Last day in force.
        received_on: Day it reached the office.
        status: Whether it holds.
        is_confirmed: Whether somebody has compared the entry with the full text.
        summary: What it asks of the province.
        source: Where the text or the information was taken from.
        file: The document itself.
        address: Public address of the text.
        folded: Searchable text without diacritics.
        is_sample: Made by the sample data.
    """

    system = models.CharField(
        _("document system"), max_length=10, choices=DocumentSystem, default=DocumentSystem.STATE
    )
    reference = models.CharField(
        _("number and symbol"),
        max_length=60,
        help_text=_("State: 88/KH-UBND or 72/2015/NĐ-CP. Party: 57-KL/TW or 53-KH/BCĐ."),
    )
    title = models.CharField(_("summary line"), max_length=500)
    issuer_name = models.CharField(
        _("issuing body"), max_length=200, help_text=_("As printed on the document.")
    )
    issuing_agency = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issued_documents",
        verbose_name=_("issuing agency of the province"),
    )
    issued_on = models.DateField(_("issued on"))
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_to = models.DateField(_("in force until"), null=True, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    status = models.CharField(
        pgettext_lazy("programme", "status"),
        max_length=10,
        choices=DocumentStatus,
        default=DocumentStatus.IN_FORCE,
    )
    is_confirmed = models.BooleanField(
        _("checked against the full text"),
        default=False,
        help_text=_("Leave unticked while the entry comes from a second-hand account."),
    )
    summary = models.TextField(_("what it asks of us"), blank=True)
    source = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("Where the text was taken from.")
    )
    file = models.FileField(
        _("file"),
        upload_to="programme/documents/",
        blank=True,
        validators=[FileExtensionValidator(ATTACHMENT_EXTENSIONS)],
    )
    address = models.URLField(_("public address"), blank=True, max_length=500)
    folded = models.TextField(editable=False, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    created_at = models.DateTimeField(_("entered at"), default=now, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("guiding document")
        verbose_name_plural = _("guiding documents")
        ordering = ["-issued_on", "-pk"]
        indexes = [models.Index(fields=["-issued_on", "-id"], name="programme_document_issued")]
        constraints = [
            models.UniqueConstraint(
                fields=["reference", "issued_on"],
                name="programme_document_unique",
                violation_error_message=_(
                    "A document of this number and symbol and this date is already registered."
                ),
            ),
            models.CheckConstraint(
                condition=Q(in_force_from__isnull=True)
                | Q(in_force_to__isnull=True)
                | Q(in_force_to__gte=F("in_force_from")),
                name="programme_document_force_order",
                violation_error_message=_("The last day in force is before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} – {self.title}"


class DocumentRelation(models.Model):
    """What one guiding document does to another.

    Attributes:
        origin: The later document.
        kind: What it does.
        target: The document it does that to.
        note: Which parts.
    """

    origin = models.ForeignKey(
        GuidingDocument,
        on_delete=models.CASCADE,
        related_name="relations",
        verbose_name=pgettext_lazy("programme", "document"),
    )
    kind = models.CharField(_("relation"), max_length=12, choices=DocumentRelationKind)
    target = models.ForeignKey(
        GuidingDocument,
        on_delete=models.PROTECT,
        related_name="incoming_relations",
        verbose_name=_("other document"),
    )
    note = models.CharField(_("which parts"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("relation between documents")
        verbose_name_plural = _("relations between documents")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["origin", "kind", "target"], name="programme_relation_unique"
            ),
            models.CheckConstraint(
                condition=~Q(origin=F("target")),
                name="programme_relation_not_itself",
                violation_error_message=_("A document has no relation to itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.origin.reference} {self.get_kind_display()} {self.target.reference}"
