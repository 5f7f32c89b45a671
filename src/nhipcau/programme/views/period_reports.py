"""The office's report on a plan for a period: texts, annex, freezing, issue."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.common.clock import now
from nhipcau.programme.forms.periods import IssueForm, PeriodReportForm
from nhipcau.programme.models import PeriodReport
from nhipcau.programme.permissions import is_overseer, user_can_freeze_figures
from nhipcau.programme.selectors.annex import annex
from nhipcau.programme.services import freezing as services
from nhipcau.programme.views.base import Page, history_of
from nhipcau.programme.views.measures import figure_text


class PeriodReportPage(Page):
    """One period report."""

    template_name = "programme/period_report.html"
    parents = [(_("Reporting periods"), "programme_periods")]
    header_icon = "doc-full"
    rule = staticmethod(is_overseer)

    @cached_property
    def report(self) -> PeriodReport:
        """The report."""
        return get_object_or_404(
            PeriodReport.objects.select_related("plan__issuer", "period"), pk=self.kwargs["pk"]
        )

    def get_page_title(self) -> str:
        """Plan and period."""
        return str(self.report)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The report as it will be printed."""
        context = super().get_context_data(**kwargs)
        report = self.report
        form = kwargs.get("form") or PeriodReportForm(
            instance=PeriodReport.objects.get(pk=report.pk), initial={"revision": report.revision}
        )
        issue_form = kwargs.get("issue_form") or IssueForm()
        return context | {
            "report": report,
            "passages": [
                (_("Leadership and direction"), report.leadership),
                (pgettext_lazy("programme", "Results"), report.results),
                (_("Limits and causes"), report.limits),
                (_("Tasks to come"), report.next_tasks),
                (_("Proposals"), report.proposals),
            ],
            "annex": report.annex if report.frozen_at else annex(report.plan, report.period),
            "figures": [
                (figure, figure_text(figure.value, figure.unit))
                for figure in report.figures.order_by("pk")
            ],
            "can_write": user_can_freeze_figures(self.request.user) and not report.document_number,
            "form": form,
            "issue_form": issue_form,
            **history_of(self.request, report),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save texts, freeze, or record the issue."""
        report, actor = self.report, request.user
        action = request.POST.get("action", "")
        if action == "texts":
            form = PeriodReportForm(request.POST, instance=PeriodReport.objects.get(pk=report.pk))
            if not form.is_valid() or not self.attempt(
                lambda: services.save_period_report(
                    actor=actor,
                    report=report,
                    revision=form.cleaned_data["revision"] or 0,
                    values=form.values(),
                ),
                _("Saved."),
            ):
                return self.render_to_response(self.get_context_data(form=form), status=422)
        elif action == "freeze":
            self.attempt(
                lambda: services.freeze_period_report(
                    actor=actor,
                    report=report,
                    annex=annex(report.plan, report.period),
                    now=now(),
                ),
                _("Annex and figures are frozen."),
            )
        elif action == "issue":
            issue_form = IssueForm(request.POST, request.FILES)
            if not issue_form.is_valid() or not self.attempt(
                lambda: services.record_issue(
                    actor=actor, report=report, **issue_form.cleaned_data
                ),
                _("Issue recorded. The report is locked."),
            ):
                return self.render_to_response(
                    self.get_context_data(issue_form=issue_form), status=422
                )
        return redirect("programme_period_report", report.pk)
