"""Reporting without an account: an expiring address that opens one agency's tasks only.

These pages live outside the back office. They show nothing of other agencies, tell their address
to no other site and to no log, are never cached or indexed, and say the same for a wrong and for
an expired address.
"""

from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError, NotPermitted
from nhipcau.programme.enums import EDITABLE_REPORT_STATES
from nhipcau.programme.exceptions import LinkExpired
from nhipcau.programme.forms.reports import ReportForm
from nhipcau.programme.models import ProgressReport, ReportingLink
from nhipcau.programme.selectors.naming import agency_label
from nhipcau.programme.selectors.outlines import report_form
from nhipcau.programme.selectors.reporting import tasks_to_report
from nhipcau.programme.services import decisions, reporting
from nhipcau.programme.services.periods import open_link
from nhipcau.programme.views.exports import form_file
from nhipcau.programme.views.periods import take_in_upload
from nhipcau.programme.views.report_writing import form_context, kept, submit

MAX_FORM_BYTES = 10 * 1024 * 1024


def through_link(view: Any) -> Any:
    """Open the link, or say that it no longer works; keep the address to itself."""

    @wraps(view)
    def wrapper(request: HttpRequest, secret: str, **kwargs: Any) -> HttpResponse:
        with override(_language(request)):
            try:
                link = open_link(secret=secret, now=now())
                response = view(request, link=link, secret=secret, **kwargs)
            except LinkExpired:
                response = render(request, "programme/link_expired.html", status=410)
            except NotPermitted:
                response = render(request, "programme/link_expired.html", status=404)
        response["Cache-Control"] = "no-store, private"
        # With “no-referrer” browsers send forms from nowhere (origin “null”): they are refused.
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        # Django writes the address of what was refused into the log; this one is a key.
        response._has_been_logged = True
        return response

    return wrapper


def _language(request: HttpRequest) -> str:
    """Vietnamese, as in the back office, unless English was chosen there before."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    permitted = dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
    return chosen if chosen in permitted else settings.LANGUAGE_CODE


def _task(link: ReportingLink, task_uuid: Any) -> Any:
    tasks = tasks_to_report(link.period, frozenset({link.agency_id}))
    return get_object_or_404(tasks.select_related("plan", "current"), uuid=task_uuid)


def _context(link: ReportingLink, secret: str) -> dict[str, Any]:
    return {"link": link, "secret": secret, "agency": agency_label(link.agency)}


@require_http_methods(["GET", "POST"])
@through_link
def link_home(request: HttpRequest, *, link: ReportingLink, secret: str) -> HttpResponse:
    """The agency's tasks of the period, each with the state of its report; takes in its form."""
    outcome: dict[str, Any] = {}
    status = 200
    if request.method == "POST":
        outcome, status = _take_in(request, link)
    reports = {
        report.task_id: report
        for report in ProgressReport.objects.filter(agency=link.agency, period=link.period)
    }
    tasks = (
        tasks_to_report(link.period, frozenset({link.agency_id}))
        .select_related("current")
        .order_by("current__sort_order", "pk")
    )
    rows = [{"task": task, "report": reports.get(task.pk)} for task in tasks]
    context = _context(link, secret) | {"rows": rows} | outcome
    return render(request, "programme/link_home.html", context, status=status)


def _take_in(request: HttpRequest, link: ReportingLink) -> tuple[dict[str, Any], int]:
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > MAX_FORM_BYTES:
        messages.error(request, _("Choose the form you have filled in, at most 10 MB."))
        return {}, 422
    try:
        outcomes, problems = take_in_upload(
            writer=reporting.Writer(link=link),
            agency=link.agency,
            period=link.period,
            content=file.read(),
        )
    except DomainError as error:
        messages.error(request, str(error))
        return {}, 422
    return {"outcomes": outcomes, "problems": problems}, 200


@require_GET
@through_link
def link_form_file(
    request: HttpRequest, *, link: ReportingLink, secret: str, kind: str
) -> HttpResponse:
    """The agency's report form as a file."""
    return form_file(report_form(agency=link.agency, period=link.period), kind)


@require_http_methods(["GET", "POST"])
@through_link
def link_report(
    request: HttpRequest, *, link: ReportingLink, secret: str, task: Any
) -> HttpResponse:
    """The short form of one task."""
    found = _task(link, task)
    writer = reporting.Writer(link=link)
    report = reporting.begin_report(
        writer=writer, task=found, agency=link.agency, period=link.period, now=now()
    )
    context = _context(link, secret)
    home = reverse("programme_link", args=[secret])
    if report.state not in EDITABLE_REPORT_STATES:
        if request.method == "POST" and request.POST.get("action") == "confirm":
            decisions.confirm_report(report=report, link=link, now=now())
            messages.success(request, _("Thank you. The figures are confirmed."))
            return redirect(home)
        return render(request, "programme/link_report.html", context | {"report": report})
    if request.method == "POST":
        form = ReportForm(request.POST, request.FILES, report=report)
        if submit(request, form, writer):
            messages.success(request, _("Report submitted. Thank you."))
            return redirect(home)
        status = 422
    else:
        form = ReportForm(report=report)
        status = 200
    context |= form_context(report, form)
    context["typed_url"] = reverse("programme_link_typed", args=[secret, found.uuid])
    return render(request, "programme/link_form.html", context, status=status)


@require_POST
@through_link
def link_typed(
    request: HttpRequest, *, link: ReportingLink, secret: str, task: Any
) -> HttpResponse:
    """Keep what is being typed through a link."""
    found = _task(link, task)
    report = get_object_or_404(ProgressReport, task=found, agency=link.agency, period=link.period)
    try:
        return kept(reporting.Writer(link=link), report, request.POST)
    except DomainError as error:
        return JsonResponse({"error": str(error)}, status=409)
