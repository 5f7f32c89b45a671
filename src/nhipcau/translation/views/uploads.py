"""Imports in two steps: a rehearsal that shows what would happen, then the import itself."""

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.common.identifiers import uuid7
from nhipcau.translation.forms import MemoryImportForm, TermImportForm
from nhipcau.translation.models import Term
from nhipcau.translation.permissions import (
    user_can_approve_terms,
    user_can_maintain_memory,
    user_can_propose_terms,
)
from nhipcau.translation.services.exchange.memory import (
    UPLOAD_LIMIT_BYTES,
    export_memory,
    import_memory,
)
from nhipcau.translation.services.exchange.terms import export_terms, import_terms
from nhipcau.translation.types import ImportReport
from nhipcau.translation.views.base import TranslationPage


def stored_upload(file: UploadedFile) -> Path:
    """Keep an uploaded file until its import is confirmed.

    Args:
        file: What the browser sent; only the ending of its name is used.
    """
    folder = Path(settings.HOME) / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    ending = Path(file.name or "").suffix.lower()[:8]
    path = folder / f"{uuid7().hex}{ending}"
    with path.open("wb") as target:
        for chunk in file.chunks():
            target.write(chunk)
    return path


class ImportView(TranslationPage):
    """Rehearse, show, import."""

    template_name = "translation/import.html"
    header_icon = "upload"
    form_class: type[Any]
    session_key: str
    done_url: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in only who may import."""
        if not self.may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_import(self, user: Any) -> bool:
        """Whether a person may import here."""
        raise NotImplementedError

    def run(self, path: Path, details: dict[str, Any], *, dry_run: bool) -> ImportReport:
        """Import a file."""
        raise NotImplementedError

    def post(self, request: HttpRequest) -> HttpResponse:
        """Rehearse an upload, or import the one rehearsed."""
        if "confirm" in request.POST:
            return self._confirmed(request)
        form = self.form_class(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        path = stored_upload(form.cleaned_data["file"])
        details = {name: value for name, value in form.cleaned_data.items() if name != "file"}
        details["name"] = form.cleaned_data["file"].name
        try:
            report = self.run(path, details, dry_run=True)
        except DomainError as error:
            path.unlink(missing_ok=True)
            form.add_error("file", str(error))
            return self.render_to_response(self.get_context_data(form=form))
        request.session[self.session_key] = {"file": path.name, "details": details}
        return self.render_to_response(self.get_context_data(form=None, report=report))

    def _confirmed(self, request: HttpRequest) -> HttpResponse:
        """Import what was rehearsed."""
        kept = request.session.pop(self.session_key, None)
        path = Path(settings.HOME) / "uploads" / (kept["file"] if kept else "-")
        if not kept or not path.is_file():
            messages.error(request, _("The file is no longer here. Choose it again."))
            return redirect(request.path)
        try:
            report = self.run(path, kept["details"], dry_run=False)
        except DomainError as error:
            messages.error(request, str(error))
            return redirect(request.path)
        finally:
            path.unlink(missing_ok=True)
        messages.success(
            request,
            _("%(added)s added, %(known)s known already, %(conflicts)s conflicts not written.")
            % {
                "added": report.added,
                "known": report.known,
                "conflicts": report.details.get("conflicts", len(report.conflicts)),
            },
        )
        return redirect(reverse(self.done_url))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, or the rehearsal's report."""
        kwargs.setdefault("form", self.form_class())
        return super().get_context_data(**kwargs)


class TermImportView(ImportView):
    """Terms from CSV or TBX."""

    page_title = gettext_lazy("Import terms")
    form_class = TermImportForm
    session_key = "translation_term_import"
    done_url = "wagtailsnippets_translation_term:list"

    def may_import(self, user: Any) -> bool:
        """Who proposes may import proposals."""
        return user_can_propose_terms(user)

    def run(self, path: Path, details: dict[str, Any], *, dry_run: bool) -> ImportReport:
        """Import terms."""
        return import_terms(
            path=path,
            actor=self.request.user,
            now=now(),
            approve=details["approve"] and user_can_approve_terms(self.request.user),
            dry_run=dry_run,
            limit_bytes=UPLOAD_LIMIT_BYTES,
        )


class MemoryImportView(ImportView):
    """Pairs from TMX, XLIFF, PO or CSV."""

    page_title = gettext_lazy("Import into the translation memory")
    form_class = MemoryImportForm
    session_key = "translation_memory_import"
    done_url = "translation_memory"

    def may_import(self, user: Any) -> bool:
        """Maintainers only: what is imported counts as approved."""
        return user_can_maintain_memory(user)

    def run(self, path: Path, details: dict[str, Any], *, dry_run: bool) -> ImportReport:
        """Import pairs."""
        return import_memory(
            path=path,
            actor=self.request.user,
            now=now(),
            dry_run=dry_run,
            limit_bytes=UPLOAD_LIMIT_BYTES,
            **details,
        )


class TermExportView(View):
    """Approved terms as TBX or as CSV that can be imported again."""

    def get(self, request: HttpRequest, format: str) -> HttpResponse:
        """Send the file."""
        if not user_can_propose_terms(request.user):
            raise PermissionDenied
        return _sent(
            f"terms.{format}",
            lambda file: export_terms(
                file=file,
                format=format,
                terms=Term.objects.approved().prefetch_related("wordings"),
            ),
        )


class MemoryExportView(View):
    """The memory as TMX, XLIFF, PO or CSV."""

    def get(self, request: HttpRequest, format: str) -> HttpResponse:
        """Send the file."""
        if not user_can_maintain_memory(request.user):
            raise PermissionDenied
        languages = (request.GET.get("source", "vi"), request.GET.get("target", "en"))
        return _sent(
            f"memory-{languages[0]}-{languages[1]}.{format}",
            lambda file: export_memory(
                file=file,
                format=format,
                source_language=languages[0],
                target_language=languages[1],
            ),
        )


def _sent(name: str, write: Any) -> HttpResponse:
    """A file written to a temporary place and sent from there, whatever its size."""
    # The response closes the file when it has been sent.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    write(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name)
