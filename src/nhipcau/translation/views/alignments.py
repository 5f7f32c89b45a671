"""Aligning archive documents and confirming the pairs."""

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.translation.enums import AlignmentState, PairState
from nhipcau.translation.forms import AlignmentForm
from nhipcau.translation.models import Alignment
from nhipcau.translation.permissions import user_can_align, user_can_maintain_memory
from nhipcau.translation.rules.documents import document_text
from nhipcau.translation.services.alignment import (
    align_documents,
    confirm_alignment,
    decide_pairs,
    discard_alignment,
)
from nhipcau.translation.views.base import TranslationPage
from nhipcau.translation.views.uploads import stored_upload


class _AlignmentPage(TranslationPage):
    """Shared by the pages of alignment."""

    header_icon = "doc-full-inverse"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who may align."""
        if not user_can_align(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class AlignmentListView(_AlignmentPage):
    """All alignments, and the form for a new one."""

    page_title = gettext_lazy("Archive alignment")
    template_name = "translation/alignments.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A page of the list and the form."""
        rows = Alignment.objects.select_related("created_by", "decided_by")
        kwargs.setdefault("form", AlignmentForm(initial={"source_language": "vi"}))
        return super().get_context_data(
            alignments=Paginator(rows, 30).get_page(self.request.GET.get("p")), **kwargs
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Align two documents."""
        form = AlignmentForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                alignment = align_documents(
                    name=form.cleaned_data["name"],
                    source=self._text(form, "source"),
                    target=self._text(form, "target"),
                    source_language=form.cleaned_data["source_language"],
                    target_language=form.cleaned_data["target_language"],
                    domain=form.cleaned_data["domain"],
                    actor=request.user,
                    now=now(),
                )
                return redirect(reverse("translation_alignment", args=[alignment.pk]))
            except DomainError as error:
                form.add_error(None, str(error))
        return self.render_to_response(self.get_context_data(form=form))

    def _text(self, form: AlignmentForm, side: str) -> str:
        """The text of a side, from its file or its field."""
        file = form.cleaned_data.get(f"{side}_file")
        if not file:
            return form.cleaned_data[f"{side}_text"]
        path: Path = stored_upload(file)
        try:
            return document_text(path)
        finally:
            path.unlink(missing_ok=True)


class AlignmentView(_AlignmentPage):
    """Pairs of an alignment, the doubtful first."""

    template_name = "translation/alignment.html"
    parent = ("translation_alignments", gettext_lazy("Archive alignment"))

    @cached_property
    def alignment(self) -> Alignment:
        """The alignment of the address."""
        return get_object_or_404(Alignment, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Its name."""
        return self.alignment.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A page of pairs."""
        rows = self.alignment.pairs.order_by("-is_doubtful", "position")
        doubtful = self.alignment.pairs.filter(is_doubtful=True, state=PairState.UNDECIDED).count()
        return super().get_context_data(
            alignment=self.alignment,
            is_open=self.alignment.state == AlignmentState.OPEN,
            pairs=Paginator(rows, 100).get_page(self.request.GET.get("p")),
            doubtful=doubtful,
            may_confirm=user_can_maintain_memory(self.request.user),
            **kwargs,
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save decisions; then confirm or discard when asked."""
        action = request.POST.get("action", "save")
        try:
            if action == "discard":
                discard_alignment(alignment=self.alignment, actor=request.user, now=now())
                messages.success(request, _("The alignment was discarded."))
                return redirect(reverse("translation_alignments"))
            self._save(request)
            if action == "confirm":
                added = confirm_alignment(alignment=self.alignment, actor=request.user, now=now())
                messages.success(
                    request, _("%(number)s pairs went into the memory.") % {"number": added}
                )
                return redirect(reverse("translation_alignments"))
            messages.success(request, _("The decisions have been saved."))
        except DomainError as error:
            messages.error(request, str(error))
        page = request.POST.get("p", "1")
        return redirect(f"{request.path}?p={page if page.isdigit() else 1}")

    def _save(self, request: HttpRequest) -> None:
        """Decisions about the pairs shown."""
        decisions = {}
        for value in request.POST.getlist("pair"):
            state = request.POST.get(f"state-{value}", PairState.UNDECIDED)
            if value.isdigit() and state in PairState.values:
                decisions[int(value)] = (
                    PairState(state),
                    request.POST.get(f"source-{value}", ""),
                    request.POST.get(f"target-{value}", ""),
                )
        decide_pairs(alignment=self.alignment, decisions=decisions, actor=request.user)
