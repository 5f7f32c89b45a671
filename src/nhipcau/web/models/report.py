"""What readers report: errors in our pages. No account, no address of the machine."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.common.clock import now
from nhipcau.common.models import Identified
from nhipcau.web.enums import ReportState


class ErrorReport(Identified):
    """A reader's report that something on a page is wrong.

    Attributes:
        address: The page, an absolute path of this site; empty when the reader named none.
        language: Language in which the reader wrote and is answered.
        message: What is wrong.
        reply_to: Where to answer; empty when no answer is wanted.
        received_at: When it came.
        state: How far its handling is.
        passed_to: Body whose matter it is, once it has been passed on.
        answer: What was answered.
        handled_by: Who handled it last.
        handled_at: When.
    """

    address = models.CharField(_("page"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=12)
    message = models.TextField(_("message"), validators=[MaxLengthValidator(4000)])
    reply_to = models.EmailField(_("reply to"), blank=True)
    received_at = models.DateTimeField(_("received at"), default=now, editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=ReportState, default=ReportState.RECEIVED
    )
    passed_to = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("passed on to"),
        help_text=_("Its focal points are told by e-mail. The answer still comes from you."),
    )
    answer = models.TextField(_("answer"), blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("handled by"),
    )
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["state", "-received_at"], name="web_report_state")]

    def __str__(self) -> str:
        return self.message[:80]
