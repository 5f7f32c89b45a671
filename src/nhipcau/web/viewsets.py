"""Back-office lists of what the site owns: readers' reports and key figures."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import EditView

from nhipcau.common.clock import now
from nhipcau.common.snippets import SnippetViewSet
from nhipcau.web.enums import ReportState
from nhipcau.web.models import ErrorReport, KeyFigure
from nhipcau.web.services.reports import answer_report, pass_on_report


class ReportEditView(EditView):
    """Answers a report: an answer that was added is sent to the reader."""

    def save_instance(self) -> ErrorReport:
        """Store the state; a new answer passes the service, which also sends it."""
        before = ErrorReport.objects.get(pk=self.object.pk)
        answer = self.form.cleaned_data["answer"]
        agency = self.form.cleaned_data["passed_to"]
        if agency is not None and agency.pk != before.passed_to_id:
            before = pass_on_report(
                report=before, actor=self.request.user, agency=agency, now=now()
            )
            if self.form.cleaned_data["state"] == ReportState.RECEIVED:
                self.form.instance.state = before.state
        if answer.strip() and answer.strip() != before.answer:
            return answer_report(report=before, actor=self.request.user, answer=answer, now=now())
        report: ErrorReport = self.form.save(commit=False)
        report.handled_by, report.handled_at = self.request.user, now()
        if not answer.strip() and report.state == ReportState.ANSWERED:
            report.state = before.state
        report.save()
        return report


class ErrorReportViewSet(SnippetViewSet):
    """Readers' reports of errors; readers make them, colleagues answer them."""

    model = ErrorReport
    icon = "warning"
    menu_label = _("Readers' reports")
    menu_name = "error-reports"
    menu_order = 350
    add_to_admin_menu = True
    edit_view_class = ReportEditView
    list_display: ClassVar[list[str]] = ["__str__", "address", "state", "passed_to", "received_at"]
    list_filter: ClassVar[list[str]] = ["state", "language", "passed_to"]
    search_fields: ClassVar[list[str]] = ["message", "address", "answer"]
    search_backend_name = None
    list_export: ClassVar[list[str]] = [
        "received_at",
        "state",
        "language",
        "address",
        "message",
        "passed_to",
        "answer",
        "handled_at",
    ]
    inspect_view_enabled = True
    copy_view_enabled = False
    panels: ClassVar[list[Any]] = [
        FieldPanel("message", read_only=True),
        FieldPanel("address", read_only=True),
        FieldPanel("reply_to", read_only=True),
        FieldPanel("received_at", read_only=True),
        FieldPanel("state"),
        FieldPanel("passed_to"),
        FieldPanel("answer", help_text=_("It is sent to the reader who left an address.")),
    ]


class KeyFigureViewSet(SnippetViewSet):
    """Figures about the province, with their sources."""

    model = KeyFigure
    icon = "order"
    menu_label = _("Key figures")
    menu_name = "key-figures"
    menu_order = 360
    add_to_admin_menu = True
    list_display: ClassVar[list[str]] = ["__str__", "as_of", "source_name"]
    list_filter: ClassVar[list[str]] = ["as_of"]
    search_fields: ClassVar[list[str]] = ["code", "source_name", "texts__label"]
    search_backend_name = None
    list_export: ClassVar[list[str]] = ["code", "as_of", "source_name", "source_address"]
