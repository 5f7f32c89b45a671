"""Writing a progress report: choosing the agency, the short form, and what it keeps."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from nhipcau.agencies.models import Agency
from nhipcau.common.clock import civil, now
from nhipcau.common.exceptions import DomainError
from nhipcau.programme.exceptions import EditConflict
from nhipcau.programme.forms.reports import ReportForm
from nhipcau.programme.models import ProgressReport, ReportingPeriod
from nhipcau.programme.permissions import (
    agencies_of,
    is_office,
    reporting_agencies,
    require,
    user_can_report,
)
from nhipcau.programme.selectors.naming import agencies, agency_label
from nhipcau.programme.services import reporting
from nhipcau.programme.services.tasks import attach_file
from nhipcau.programme.views.base import Page
from nhipcau.programme.views.reports import report_or_404
from nhipcau.programme.views.task_pages import task_or_404


class ReportBegin(Page):
    """Opens the report of a task for a period: one's own, or any agency's for the office."""

    template_name = "programme/report_begin.html"
    parents = [(pgettext_lazy("programme", "Tasks"), "programme_tasks")]
    page_title = _("Report progress")
    header_icon = "form"

    @cached_property
    def choices(self) -> list[Agency]:
        """Agencies for which the person may report on the task."""
        task = task_or_404(self.request.user, self.kwargs["task"])
        self.task = task
        if is_office(self.request.user) and task.current:
            keys = {task.current.lead_id, *task.current.coordinators.values_list("pk", flat=True)}
        else:
            keys = set(reporting_agencies(self.request.user, task))
        require(allowed=bool(keys))
        return list(agencies().filter(pk__in=[key for key in keys if key]))

    @cached_property
    def period(self) -> ReportingPeriod:
        """The period."""
        return get_object_or_404(ReportingPeriod, pk=self.kwargs["period"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A focal point of one agency goes straight to the form."""
        own = agencies_of(request.user)
        if len(self.choices) == 1 and self.choices[0].pk in own:
            return self._open(self.choices[0], "")
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Open the report of the chosen agency."""
        chosen = [agency for agency in self.choices if str(agency.pk) == request.POST.get("agency")]
        if not chosen:
            messages.error(request, _("Choose the agency that reports."))
            return redirect(request.path)
        return self._open(chosen[0], request.POST.get("letter_reference", ""))

    def _open(self, agency: Agency, letter: str) -> HttpResponse:
        report = self.attempt(
            lambda: reporting.begin_report(
                writer=reporting.Writer(user=self.request.user, letter_reference=letter),
                task=self.task,
                agency=agency,
                period=self.period,
                now=now(),
            )
        )
        if not report:
            return redirect("programme_task", self.task.pk)
        if report.is_editable:
            return redirect("programme_report_form", report.pk)
        return redirect("programme_report", report.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The choice of agency."""
        context = super().get_context_data(**kwargs)
        own = agencies_of(self.request.user)
        return context | {
            "choices": [(agency.pk, agency_label(agency)) for agency in self.choices],
            "task": self.task,
            "period": self.period,
            "needs_letter": any(agency.pk not in own for agency in self.choices),
        }


class ReportWrite(Page):
    """The short form."""

    template_name = "programme/report_form.html"
    parents = [(pgettext_lazy("programme", "Tasks"), "programme_tasks")]
    page_title = _("Report progress")
    header_icon = "form"

    @cached_property
    def report(self) -> ProgressReport:
        """The report, still open."""
        report = report_or_404(self.request.user, self.kwargs["pk"])
        require(allowed=user_can_report(self.request.user, report))
        return report

    def get_page_subtitle(self) -> str:
        """Agency and period."""
        return f"{agency_label(self.report.agency)}, {self.report.period}"

    @cached_property
    def writer(self) -> reporting.Writer:
        """The signed-in person."""
        return reporting.Writer(
            user=self.request.user,
            letter_reference=self.request.POST.get("letter_reference", ""),
        )

    @property
    def needs_letter(self) -> bool:
        """Whether the office is writing for somebody else."""
        return not self.writer.speaks_for(self.report.agency_id)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or the report once it was submitted."""
        if not self.report.is_editable:
            return redirect("programme_report", self.report.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form with what was typed before."""
        context = super().get_context_data(**kwargs)
        form = kwargs.get("form") or ReportForm(report=self.report, needs_letter=self.needs_letter)
        return (
            context
            | form_context(self.report, form)
            | {
                "typed_url": reverse("programme_report_typed", args=[self.report.pk]),
            }
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Submit the report with its files."""
        form = ReportForm(
            request.POST, request.FILES, report=self.report, needs_letter=self.needs_letter
        )
        done = submit(request, form, self.writer)
        if done:
            messages.success(request, _("Report submitted. Thank you."))
            return redirect("programme_report", self.report.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)


def form_context(report: ProgressReport, form: ReportForm) -> dict[str, Any]:
    """What the template of the short form needs, in the back office and through a link."""
    typed_at = report.typed_at
    return {
        "form": form,
        "report": report,
        "task": report.task,
        "wording": report.task.current,
        "attachments": report.attachments.all(),
        "typed_at": date_format(civil(typed_at), "SHORT_DATETIME_FORMAT") if typed_at else "",
    }


def submit(request: HttpRequest, form: ReportForm, writer: reporting.Writer) -> bool:
    """Submit a filled-in form and keep its files.

    Args:
        request: The request, for messages.
        form: The bound form; errors are added to it.
        writer: Who submits.

    Returns:
        Whether it worked.
    """
    if not form.is_valid():
        return False
    try:
        report = reporting.submit_report(
            writer=writer,
            report=form.report,
            revision=form.cleaned_data["revision"],
            content=form.content(),
            now=now(),
        )
    except EditConflict:
        form.add_error(
            None,
            _(
                "A colleague has submitted or changed this report in the meantime. What you typed "
                "is still here: copy what you need, then reload the page."
            ),
        )
        return False
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    for file in form.cleaned_data["files"]:
        try:
            attach_file(actor=writer.user, task=report.task, file=file, now=now(), report=report)
        except DomainError as error:
            messages.warning(
                request,
                _("The file %(name)s was not kept: %(reason)s")
                % {"name": file.name, "reason": str(error)},
            )
    return True


def kept(writer: reporting.Writer, report: ProgressReport, data: Any) -> JsonResponse:
    """Keep what is being typed and say when.

    Args:
        writer: Who types.
        report: The open report.
        data: The posted form.
    """
    typed = {
        name: value
        for name, value in data.items()
        if name not in {"csrfmiddlewaretoken", "revision", "files"}
    }
    moment = now()
    try:
        reporting.keep_typed(writer=writer, report=report, typed=typed, now=moment)
    except DomainError as error:
        return JsonResponse({"error": str(error)}, status=409)
    return JsonResponse({"kept_at": date_format(civil(moment), "H:i:s")})


@require_POST
def report_typed(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what a signed-in person is typing."""
    report = report_or_404(request.user, pk)
    return kept(reporting.Writer(user=request.user), report, request.POST)
