"""Bringing in stories in the back office: upload, review, confirm, progress, report."""

import csv
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.library.services.uploads import check_upload
from nhipcau.newsroom.ingest.batches import Batch, find_batch, start_batch
from nhipcau.newsroom.ingest.exceptions import reason
from nhipcau.newsroom.ingest.forms import UploadForm
from nhipcau.newsroom.permissions import user_can_ingest
from nhipcau.newsroom.services.import_batches import advance, leave_out, review


class IngestView(View):
    """Common to all steps: who may come here, and the page's frame."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only people who write or edit come here."""
        if not user_can_ingest(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def batch(self, request: HttpRequest, key: str) -> Batch:
        """The person's own upload.

        Raises:
            Http404: if there is none, or it is somebody else's.
        """
        batch = find_batch(key, request.user.pk)
        if batch is None:
            raise Http404
        return batch

    def page(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        """A page with Wagtail's header."""
        context |= {
            "header_title": _("Bring in stories"),
            "header_icon": "upload",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": reverse("newsroom_ingest"), "label": _("Bring in stories")},
            ],
        }
        return render(request, f"newsroom/ingest/{template}.html", context)


class UploadView(IngestView):
    """The first step: files and what holds for all of them."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form."""
        return self.page(request, "upload", form=UploadForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Check every file before any is kept, then read them all for the review."""
        form = UploadForm(request.POST, request.FILES)
        form.data = form.data.copy()
        if not form.is_valid():
            return self.page(request, "upload", form=form)
        kept, refused = [], []
        for file in form.cleaned_data["files"]:
            try:
                check_upload(file)
                kept.append(file)
            except DomainError as error:
                refused.append({"source": file.name, "reason": str(reason(error))})
        publisher = form.cleaned_data["publisher"]
        batch = start_batch(
            user_id=request.user.pk,
            files=kept,
            now=now(),
            language=form.cleaned_data["language"],
            publisher_code=publisher.code if publisher else "",
            republication=form.cleaned_data["republication"],
        )
        review(batch=batch, refused=refused)
        return redirect("newsroom_ingest_batch", key=batch.key)


class BatchView(IngestView):
    """Review, progress and result of one upload."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Show where the upload stands."""
        batch = self.batch(request, key)
        template = "review" if not batch.is_confirmed else "result"
        return self.page(request, template, batch=batch)

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Discard it, or bring in the next stories."""
        batch = self.batch(request, key)
        if "discard" in request.POST:
            batch.remove()
            return redirect("newsroom_ingest")
        if "reviewed" in request.POST:
            batch = leave_out(batch=batch, taken=set(request.POST.getlist("take")))
        batch = advance(batch=batch, actor=request.user, now=now())
        if getattr(request, "htmx", False):
            return render(request, "newsroom/ingest/_progress.html", {"batch": batch})
        return redirect("newsroom_ingest_batch", key=batch.key)


class ReportView(IngestView):
    """The report of an upload as a table."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Download it."""
        batch = self.batch(request, key)
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="nhap-bai-{key}.csv"'
        # The mark makes spreadsheet programs read Vietnamese letters.
        response.write("\ufeff")
        writer = csv.writer(response)
        writer.writerow(
            [_("File"), _("Result"), _("Headline"), _("Published"), _("Byline"), _("To look at")]
        )
        for row in batch.rows:
            cells = [
                row["source"],
                row["outcome_label"],
                row["headline"],
                row["published_at"] or "",
            ]
            cells += [row["byline"], "; ".join(row["doubts"])]
            writer.writerow([_plain(cell) for cell in cells])
        for failure in batch.failed:
            writer.writerow([_plain(failure["source"]), _("failed"), "", "", "", failure["reason"]])
        return response


def _plain(text: str) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
