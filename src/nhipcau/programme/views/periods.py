"""Reporting periods: opening a year, who has reported, links for agencies without account."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from nhipcau.agencies.models import Agency
from nhipcau.common.clock import now, today
from nhipcau.common.columns import LinkColumn, TextColumn
from nhipcau.programme.documents.form_reading import read_form
from nhipcau.programme.enums import PeriodKind
from nhipcau.programme.forms.periods import FormUpload, PeriodForm, YearForm
from nhipcau.programme.models import PeriodReport, Plan, ReportingLink, ReportingPeriod
from nhipcau.programme.permissions import is_overseer, require, user_can_manage_reporting
from nhipcau.programme.selectors.naming import agency_label, agency_labels
from nhipcau.programme.selectors.outlines import report_form
from nhipcau.programme.selectors.reporting import period_status, unreported_tasks
from nhipcau.programme.services import periods as services
from nhipcau.programme.services.freezing import save_period_report
from nhipcau.programme.services.report_forms import RowOutcome, take_in_form
from nhipcau.programme.services.reporting import Writer
from nhipcau.programme.views.base import Listing, Page
from nhipcau.programme.views.columns import DayColumn


class PeriodList(Listing):
    """Reporting periods."""

    model = ReportingPeriod
    rule = staticmethod(is_overseer)
    page_title = _("Reporting periods")
    header_icon = "calendar-alt"
    index_url_name = "programme_periods"
    index_results_url_name = "programme_periods_results"
    list_filter = ["kind", "year"]
    default_ordering = ["-start", "end"]
    list_export = ["name", "get_kind_display", "year", "start", "end", "due_on"]
    export_headings = {
        "name": _("Reporting period"),
        "get_kind_display": pgettext_lazy("programme", "Length"),
    }
    is_searchable = False

    @cached_property
    def columns(self) -> list[Column]:
        """Name, days."""
        return [
            LinkColumn(
                "name",
                label=_("Reporting period"),
                get_url=lambda period: reverse("programme_period", args=[period.pk]),
            ),
            TextColumn(
                "get_kind_display", label=pgettext_lazy("programme", "Length"), sort_key="kind"
            ),
            DayColumn("start", label=pgettext_lazy("programme", "From"), sort_key="start"),
            DayColumn("end", label=_("Cut-off"), sort_key="end"),
            DayColumn("due_on", label=_("Reports due by"), sort_key="due_on"),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Open a year."""
        if not user_can_manage_reporting(self.request.user):
            return []
        address = reverse("programme_year")
        return [HeaderButton(_("Open a reporting year"), url=address, icon_name="plus")]


class YearOpen(Page):
    """The periods of a year in one go."""

    template_name = "programme/plain_form.html"
    parents = [(_("Reporting periods"), "programme_periods")]
    page_title = _("Open a reporting year")
    header_icon = "calendar-alt"
    rule = staticmethod(user_can_manage_reporting)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, with last year's habits."""
        context = super().get_context_data(**kwargs)
        year = today().year
        last = ReportingPeriod.objects.order_by("-end").first()
        next_year = last.year + 1 if last and last.year >= year else year
        initial = {
            "year": next_year,
            # The day after the last cut-off, so that no day falls between two years.
            "first_day": last.end + timedelta(days=1)
            if last and last.year == next_year - 1
            else date(next_year, 1, 1),
            "kinds": [PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR],
        }
        form = kwargs.get("form") or YearForm(initial=initial)
        return context | {"form": form, "button": _("Open the periods")}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make them."""
        form = YearForm(request.POST)
        if form.is_valid():
            made = self.attempt(
                lambda: services.open_year(actor=request.user, **form.cleaned_data),
                _("Reporting periods opened."),
            )
            if made is not None:
                return redirect("programme_periods")
        return self.render_to_response(self.get_context_data(form=form), status=422)


class PeriodEdit(Page):
    """Days of one period."""

    template_name = "programme/plain_form.html"
    parents = [(_("Reporting periods"), "programme_periods")]
    page_title = _("Edit the reporting period")
    header_icon = "calendar-alt"
    rule = staticmethod(user_can_manage_reporting)

    @cached_property
    def period(self) -> ReportingPeriod:
        """The period."""
        return get_object_or_404(ReportingPeriod, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form."""
        context = super().get_context_data(**kwargs)
        form = kwargs.get("form") or PeriodForm(instance=self.period)
        return context | {"form": form, "button": _("Save")}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save them."""
        form = PeriodForm(request.POST, instance=self.period)
        if form.is_valid() and self.attempt(
            lambda: services.save_period(actor=request.user, period=form.save(commit=False)),
            _("Saved."),
        ):
            return redirect("programme_period", self.period.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class PeriodPage(Page):
    """Who has reported, who is late, who is missing; links and forms for those without account."""

    template_name = "programme/period.html"
    parents = [(_("Reporting periods"), "programme_periods")]
    header_icon = "calendar-alt"
    rule = staticmethod(is_overseer)

    @cached_property
    def period(self) -> ReportingPeriod:
        """The period."""
        return get_object_or_404(ReportingPeriod, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Its name."""
        return self.period.name

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Edit."""
        if not user_can_manage_reporting(self.request.user):
            return []
        address = reverse("programme_period_edit", args=[self.period.pk])
        return [HeaderButton(_("Edit"), url=address, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The status of every agency."""
        context = super().get_context_data(**kwargs)
        period = self.period
        rows = period_status(period)
        labels = agency_labels(Agency.objects.filter(pk__in=[row.agency.pk for row in rows]))
        moment = now()
        links = {
            link.agency_id: link
            for link in ReportingLink.objects.filter(period=period, revoked_at__isnull=True)
            if link.is_open_at(moment)
        }
        return context | {
            "period": period,
            "rows": [
                {
                    "status": row,
                    "name": labels[row.agency.pk],
                    "link": links.get(row.agency.pk),
                }
                for row in rows
            ],
            "totals": {
                name: sum(getattr(row, name) for row in rows)
                for name in ("expected", "accepted", "submitted", "returned", "missing", "late")
            },
            "is_due": period.is_late_on(today()),
            "can_manage": user_can_manage_reporting(self.request.user),
            "new_link": kwargs.get("new_link"),
            "chat_text": self._chat_text(rows, labels),
            "reports": PeriodReport.objects.filter(period=period).select_related("plan", "period"),
            "plans": Plan.objects.filter(
                version_in_force__isnull=False,
                first_year__lte=period.year,
                last_year__gte=period.year,
            ).exclude(period_reports__period=period),
        }

    def _chat_text(self, rows: list[Any], labels: dict[int, str]) -> str:
        """Short text ready for a chat group; no link in it, since a link is for one agency."""
        missing = [row for row in rows if row.missing]
        if not missing:
            return str(_("All agencies have reported for %(period)s. Thank you!")) % {
                "period": self.period.name_in_sentence
            }
        head = str(_("%(period)s: reports are due by %(due)s. Still missing:")) % {
            "period": self.period.name,
            "due": f"{self.period.due_on:%d/%m/%Y}",
        }
        return "\n".join(
            [
                head,
                *(f"- {labels[row.agency.pk]}: {row.missing}/{row.expected}" for row in missing),
            ]
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make or withdraw a link, or begin the period report."""
        action = request.POST.get("action")
        if action == "report":
            return self._begin_report(request)
        agency = get_object_or_404(Agency, pk=request.POST.get("agency"))
        if action == "link":
            opened = self.attempt(
                lambda: services.make_link(
                    actor=request.user, agency=agency, period=self.period, now=now()
                )
            )
            if opened:
                address = request.build_absolute_uri(
                    reverse("programme_link", args=[opened.secret])
                )
                new_link = {
                    "address": address,
                    "name": agency_label(agency),
                    "expires_at": opened.link.expires_at,
                }
                # Shown once and never kept: so no redirect, and no caching of this answer.
                response = self.render_to_response(self.get_context_data(new_link=new_link))
                response["Cache-Control"] = "no-store"
                return response
        if action == "revoke":
            link = get_object_or_404(ReportingLink, pk=request.POST.get("link"), agency=agency)
            self.attempt(
                lambda: services.revoke_link(actor=request.user, link=link, now=now()),
                _("The link no longer works."),
            )
        return redirect("programme_period", self.period.pk)

    def _begin_report(self, request: HttpRequest) -> HttpResponse:
        plan = get_object_or_404(Plan, pk=request.POST.get("plan"))
        existing = PeriodReport.objects.filter(plan=plan, period=self.period).first()
        report = existing or self.attempt(
            lambda: save_period_report(
                actor=request.user,
                report=PeriodReport(plan=plan, period=self.period),
                revision=0,
                values={},
            )
        )
        if not report:
            return redirect("programme_period", self.period.pk)
        return redirect("programme_period_report", report.pk)


class MissingReports(Page):
    """The tasks on which one agency still owes a report."""

    template_name = "programme/missing.html"
    parents = [(_("Reporting periods"), "programme_periods")]
    page_title = _("Missing reports")
    rule = staticmethod(is_overseer)

    @cached_property
    def period(self) -> ReportingPeriod:
        """The period."""
        return get_object_or_404(ReportingPeriod, pk=self.kwargs["period"])

    @cached_property
    def agency(self) -> Agency:
        """The agency."""
        return get_object_or_404(Agency.objects.prefetch_related("names"), pk=self.kwargs["agency"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The tasks, the letter and the form."""
        context = super().get_context_data(**kwargs)
        tasks = unreported_tasks(self.period, agency_id=self.agency.pk)
        return context | {
            "period": self.period,
            "agency": agency_label(self.agency),
            "agency_id": self.agency.pk,
            "tasks": tasks.select_related("current", "plan")[:500],
            "can_manage": user_can_manage_reporting(self.request.user),
            "form_upload": kwargs.get("form_upload") or FormUpload(),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take in a form that the agency sent."""
        require(allowed=user_can_manage_reporting(request.user))
        upload = FormUpload(request.POST, request.FILES)
        if not upload.is_valid():
            return self.render_to_response(self.get_context_data(form_upload=upload), status=422)
        taken = self.attempt(
            lambda: take_in_upload(
                writer=Writer(
                    user=request.user, letter_reference=upload.cleaned_data["letter_reference"]
                ),
                agency=self.agency,
                period=self.period,
                content=upload.cleaned_data["file"].read(),
            )
        )
        context = self.get_context_data(form_upload=upload)
        if not taken:
            return self.render_to_response(context, status=422)
        outcomes, problems = taken
        context |= {"outcomes": outcomes, "problems": problems}
        return self.render_to_response(context)


def take_in_upload(
    *, writer: Writer, agency: Agency, period: ReportingPeriod, content: bytes
) -> tuple[list[RowOutcome], tuple[str, ...]]:
    """Read a form that was sent in and store its answers.

    Args:
        writer: Who sends it in.
        agency: Whose form it must be.
        period: For which period it must be.
        content: The whole file.

    Returns:
        What became of each answered row, and problems with the file as a whole.

    Raises:
        DomainError: if the file is no form of ours, of another agency, or holds no answers.
    """
    reading = read_form(content, expected=report_form(agency=agency, period=period))
    outcomes = take_in_form(
        writer=writer, agency=agency, period=period, rows=reading.form.rows, now=now()
    )
    return outcomes, reading.problems
