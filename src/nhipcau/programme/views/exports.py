"""Official documents, tables, chat texts and report forms as files."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from nhipcau.agencies.models import Agency
from nhipcau.common.clock import today
from nhipcau.common.text import slug
from nhipcau.programme.documents.chat import letter_text, plan_text, report_text
from nhipcau.programme.documents.content import letter_document, plan_document, report_document
from nhipcau.programme.documents.forms import form_document, form_workbook
from nhipcau.programme.documents.pdf import pdf_file
from nhipcau.programme.documents.sheet import plan_sheet, report_sheet
from nhipcau.programme.documents.word import word_file
from nhipcau.programme.models import PeriodReport, PlanVersion, ReportingPeriod
from nhipcau.programme.permissions import (
    is_overseer,
    user_can_manage_reporting,
    user_can_see_version,
)
from nhipcau.programme.selectors.annex import annex
from nhipcau.programme.selectors.content import full_wordings
from nhipcau.programme.selectors.outlines import (
    letter_outline,
    plan_outline,
    report_form,
    report_outline,
)
from nhipcau.programme.selectors.reporting import unreported_tasks
from nhipcau.programme.types import ReportForm

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {
    "docx": DOCX,
    "xlsx": XLSX,
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
}


def download(content: bytes, *, name: str, kind: str) -> HttpResponse:
    """A file as a download, never cached.

    Args:
        content: The bytes.
        name: What it is; becomes an ASCII file name.
        kind: ``docx``, ``xlsx``, ``pdf`` or ``txt``.
    """
    response = HttpResponse(content, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{slug(name)}.{kind}"'
    response["Cache-Control"] = "no-store, private"
    return response


def _made(writers: dict[str, Callable[[], bytes]], *, kind: str, name: str) -> HttpResponse:
    if kind not in writers:
        raise Http404
    return download(writers[kind](), name=name, kind=kind)


def plan_export(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """A plan version as official document, table or chat text."""
    version = get_object_or_404(PlanVersion.objects.select_related("plan__issuer__parent"), pk=pk)
    if not user_can_see_version(request.user, version):
        raise Http404
    outline = plan_outline(version, day=today())
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: word_file(plan_document(outline)),
        "pdf": lambda: pdf_file(plan_document(outline)),
        "xlsx": lambda: plan_sheet(outline),
        "txt": lambda: plan_text(outline).encode(),
    }
    return _made(writers, kind=kind, name=f"ke hoach {version.plan.years} {version.sequence}")


def period_report_export(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """A period report with its annex; frozen rows once it is frozen, present ones before."""
    if not is_overseer(request.user):
        raise Http404
    report = get_object_or_404(
        PeriodReport.objects.select_related("plan__issuer__parent", "period"), pk=pk
    )
    rows = report.annex if report.frozen_at else annex(report.plan, report.period)
    outline = report_outline(report, rows)
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: word_file(report_document(outline)),
        "pdf": lambda: pdf_file(report_document(outline)),
        "xlsx": lambda: report_sheet(outline),
        "txt": lambda: report_text(outline).encode(),
    }
    return _made(writers, kind=kind, name=f"bao cao {report.period.kind} {report.period.year}")


def letter_export(request: HttpRequest, period: int, agency: int, kind: str) -> HttpResponse:
    """A reminder letter to one agency."""
    if not user_can_manage_reporting(request.user):
        raise Http404
    found = get_object_or_404(ReportingPeriod, pk=period)
    addressee = get_object_or_404(Agency.objects.prefetch_related("names"), pk=agency)
    tasks = list(unreported_tasks(found, agency_id=addressee.pk).select_related("plan"))
    if not tasks:
        raise Http404
    keys = {task.current_id for task in tasks}
    versions = {task.plan.version_in_force_id for task in tasks}
    wordings = [
        wording
        for version in PlanVersion.objects.filter(pk__in=versions)
        for wording in full_wordings(version)
        if wording.pk in keys
    ]
    outline = letter_outline(
        issuer=tasks[0].plan.issuer, agency=addressee, period=found, wordings=wordings, day=today()
    )
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: word_file(letter_document(outline)),
        "pdf": lambda: pdf_file(letter_document(outline)),
        "txt": lambda: letter_text(outline).encode(),
    }
    return _made(writers, kind=kind, name=f"nhac bao cao {addressee.code}")


def form_file(form: ReportForm, kind: str) -> HttpResponse:
    """An empty report form as a download.

    Raises:
        Http404: for other kinds than XLSX and DOCX.
    """
    writers: dict[str, Callable[[], bytes]] = {
        "xlsx": lambda: form_workbook(form),
        "docx": lambda: form_document(form),
    }
    return _made(writers, kind=kind, name=f"bieu bao cao {form.agency_code}")


def form_export(request: HttpRequest, period: int, agency: int, kind: str) -> HttpResponse:
    """The report form of one agency, for the office to send out."""
    if not user_can_manage_reporting(request.user):
        raise Http404
    found = get_object_or_404(ReportingPeriod, pk=period)
    addressee = get_object_or_404(Agency.objects.prefetch_related("names"), pk=agency)
    return form_file(report_form(agency=addressee, period=found), kind)
