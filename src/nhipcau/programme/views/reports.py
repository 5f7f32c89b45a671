"""Progress reports: the office's queue, and one report with its decisions."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from nhipcau.common.clock import now
from nhipcau.common.columns import LinkColumn, SelectionColumn, TextColumn, YesNoColumn
from nhipcau.programme.enums import EnteredVia, ReportState
from nhipcau.programme.forms.reports import ReturnForm
from nhipcau.programme.models import ProgressReport, ReportingPeriod
from nhipcau.programme.permissions import (
    user_can_confirm_report,
    user_can_decide_report,
    user_can_report,
    visible_reports,
)
from nhipcau.programme.selectors.naming import agency_label
from nhipcau.programme.selectors.reporting import is_late
from nhipcau.programme.services import decisions
from nhipcau.programme.views.base import Listing, Page, history_of
from nhipcau.programme.views.columns import AgencyColumn, DayColumn
from nhipcau.programme.views.tasks import AgencyChoiceFilter


class ReportFilterSet(WagtailFilterSet):
    """Narrows reports by period, agency, state and way in."""

    period = django_filters.ModelChoiceFilter(
        queryset=ReportingPeriod.objects.all(), label=_("Reporting period")
    )
    agency = AgencyChoiceFilter(label=_("Agency"))
    state = django_filters.MultipleChoiceFilter(
        choices=ReportState.choices, distinct=False, label=_("State")
    )
    entered_via = django_filters.ChoiceFilter(choices=EnteredVia.choices, label=_("Came in by"))
    unconfirmed = django_filters.BooleanFilter(
        field_name="confirmed_at", lookup_expr="isnull", label=_("Unconfirmed")
    )
    late = django_filters.BooleanFilter(method="filter_late", label=_("Late"))

    class Meta:
        model = ProgressReport
        fields: list[str] = []

    def filter_late(
        self, reports: QuerySet[ProgressReport], name: str, value: bool
    ) -> QuerySet[ProgressReport]:
        """Reports that came after the day they were due, or the others."""
        late = {"submitted_at__date__gt": F("period__due_on")}
        return reports.filter(**late) if value else reports.exclude(**late)


class ReportList(Listing):
    """Reports that a person may read; for the office also its queue."""

    model = ProgressReport
    paginate_by = 40  # as many as the list of tasks: a row costs as much
    page_title = _("Progress reports")
    header_icon = "form"
    folded_path = "task__current__folded"
    filterset_class = ReportFilterSet
    index_url_name = "programme_reports"
    index_results_url_name = "programme_reports_results"
    template_name = "programme/report_list.html"
    default_ordering = ["-submitted_at", "-pk"]
    list_export = [
        "period",
        "task",
        "agency",
        "get_state_display",
        "get_work_state_display",
        "done",
        "obstacles",
        "proposals",
        "get_entered_via_display",
        "letter_reference",
        "is_confirmed",
        "submitted_at",
    ]
    export_headings = {
        "period": _("Reporting period"),
        "task": pgettext_lazy("programme", "Task"),
        "agency": _("Agency"),
        "get_state_display": _("State of the report"),
        "get_work_state_display": _("State of the work"),
        "done": _("What was done"),
        "obstacles": _("Obstacles"),
        "proposals": _("Proposals"),
        "get_entered_via_display": _("Came in by"),
        "letter_reference": _("Letter it came in"),
        "is_confirmed": _("Confirmed by the agency"),
        "submitted_at": _("Submitted at"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        """Task, agency, period, state, when."""
        return [
            SelectionColumn("bulk_actions", obj_type="progressreport"),
            LinkColumn(
                "task.current",
                obj_type="progressreport",
                label=pgettext_lazy("programme", "Task"),
                get_url=lambda report: reverse("programme_report", args=[report.pk]),
            ),
            AgencyColumn("agency_id", label=_("Agency"), sort_key="agency__code"),
            TextColumn("period", label=_("Reporting period"), sort_key="period__start"),
            TextColumn("get_state_display", label=_("State"), sort_key="state"),
            YesNoColumn("is_confirmed", label=_("Confirmed")),
            DayColumn("submitted_at", label=_("Submitted"), sort_key="submitted_at"),
        ]

    def get_base_queryset(self) -> QuerySet[ProgressReport]:
        """Reports that the person may read."""
        return visible_reports(self.request.user).select_related(
            "task__current", "agency", "period"
        )


def report_or_404(user: Any, pk: int) -> ProgressReport:
    """A report that a person may read; for everybody else it does not exist.

    Raises:
        Http404: if there is none or the person may not read it.
    """
    reports = visible_reports(user).select_related(
        "task__plan", "task__current", "agency", "period", "decided_by", "entered_by"
    )
    return get_object_or_404(reports, pk=pk)


class ReportPage(Page):
    """One report with its figures and files; the office decides here."""

    template_name = "programme/report.html"
    parents = [(_("Progress reports"), "programme_reports")]
    header_icon = "form"

    @cached_property
    def report(self) -> ProgressReport:
        """The report."""
        return report_or_404(self.request.user, self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Agency and period."""
        return f"{agency_label(self.report.agency)} – {self.report.period}"

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Write it on, if it is still open."""
        report = self.report
        if report.is_editable and user_can_report(self.request.user, report):
            address = reverse("programme_report_form", args=[report.pk])
            return [HeaderButton(_("Write on"), url=address, icon_name="edit")]
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The report and what may be done with it."""
        context = super().get_context_data(**kwargs)
        report, user = self.report, self.request.user
        decides = user_can_decide_report(user, report)
        return context | {
            "report": report,
            "agency": agency_label(report.agency),
            "figures": report.figures.all(),
            "attachments": report.attachments.all(),
            "links": [
                (line, line.startswith(("https://", "http://")))
                for line in report.evidence_links.splitlines()
                if line.strip()
            ],
            "is_late": is_late(report),
            "can_accept": decides and report.state == ReportState.SUBMITTED,
            "can_return": decides and report.state in {ReportState.SUBMITTED, ReportState.ACCEPTED},
            "can_confirm": not report.is_confirmed
            and not report.is_editable
            and user_can_confirm_report(user, report),
            "return_form": kwargs.get("return_form") or ReturnForm(),
            **history_of(self.request, report),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Accept, return or confirm."""
        report, user = self.report, request.user
        action = request.POST.get("action", "")
        if action == "accept":
            self.attempt(
                lambda: decisions.accept_report(actor=user, report=report, now=now()),
                _("Report accepted. Its figures count from now on."),
            )
        elif action == "confirm":
            self.attempt(
                lambda: decisions.confirm_report(actor=user, report=report, now=now()),
                _("Thank you. The figures are confirmed."),
            )
        elif action == "return":
            form = ReturnForm(request.POST)
            if not form.is_valid():
                return self.render_to_response(self.get_context_data(return_form=form), status=422)
            reason = form.cleaned_data["reason"]
            self.attempt(
                lambda: decisions.return_report(
                    actor=user, report=report, reason=reason, now=now()
                ),
                _("Report returned to the agency."),
            )
        return redirect("programme_report", report.pk)
