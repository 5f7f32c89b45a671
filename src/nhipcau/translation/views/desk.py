"""The translation desk: source and target side by side, saved segment by segment."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.models import Page

from nhipcau.common.exceptions import DomainError
from nhipcau.translation.enums import SegmentState
from nhipcau.translation.exceptions import EditConflict
from nhipcau.translation.services import localize as adapter
from nhipcau.translation.services.desk import DeskRow, desk_help, desk_rows, fill_from_memory
from nhipcau.translation.services.subjects import DeskSubject, subject_of
from nhipcau.translation.views.comments import (
    change_comments,
    is_about_comments,
    rows_with_comments,
    typed_comment,
)

_OPEN = frozenset({SegmentState.EMPTY, SegmentState.MACHINE})


def _is_shown(row: dict[str, Any], shown: str) -> bool:
    """Whether a row belongs to what the person wants to see."""
    desk: DeskRow = row["desk"]
    return {
        "open": desk.state in _OPEN,
        "found": bool(desk.findings),
        "discussed": bool(row["open_comments"]),
    }.get(shown, True)


class _DeskPage(View):
    """Shared by the desk and what it loads beside a segment."""

    target: Page
    subject: DeskSubject

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the translation and check that the person may work on it."""
        self.target = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        subject = subject_of(self.target)
        if subject is None or not adapter.is_at_desk(self.target):
            raise Http404
        if not subject.may_translate(request.user, self.target):
            raise PermissionDenied
        self.subject = subject
        return super().dispatch(request, *args, **kwargs)


class DeskHelpView(_DeskPage):
    """Memory and terms beside one segment."""

    def get(self, request: HttpRequest, page_id: int, segment_id: int) -> HttpResponse:
        """The part of the page that the desk loads when a segment is entered."""
        if all(segment.id != segment_id for segment in adapter.segments(self.target)):
            raise Http404
        context = {
            "help": desk_help(self.target, segment_id),
            "target": self.target,
            "source_language": adapter.source_language(self.target),
        }
        return render(request, "translation/_desk_help.html", context)


class DeskView(_DeskPage):
    """Shows a translation and takes what is typed."""

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Show both columns."""
        return self._page(request)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Save a segment or comment (htmx), save everything, refresh the source, or submit."""
        action = request.POST.get("action", "save")
        if action == "segment":
            return self._save_one(request)
        if is_about_comments(action):
            return self._comment(request, action)
        conflicts = self._save_all(request)
        if conflicts:
            return self._page(request, conflicts)
        try:
            if action == "fill":
                filled = fill_from_memory(target=self.target, actor_id=request.user.pk)
                messages.success(
                    request,
                    ngettext(
                        "%(number)s segment was filled from the memory.",
                        "%(number)s segments were filled from the memory.",
                        filled,
                    )
                    % {"number": filled},
                )
            elif action == "refresh":
                self.subject.refresh(self.target, request.user)
                messages.success(request, _("The newest source text is at the desk."))
            elif action == "submit":
                self.subject.submit(self.target, request.user)
                messages.success(request, _("The translation has been submitted for approval."))
                self._warn_of_errors(request)
            else:
                messages.success(request, _("The translation has been saved."))
        except DomainError as error:
            messages.error(request, str(error.message))
        return redirect(reverse("translation_desk", args=[self.target.pk]))

    def _save_one(self, request: HttpRequest) -> HttpResponse:
        """Save one segment and answer with its row."""
        segment_id = int(request.POST["segment"])
        problem: dict[int, Any] = {}
        text = request.POST.get(f"target-{segment_id}", "")
        try:
            self._save(request, segment_id, text)
        except DomainError as error:
            problem = {segment_id: _problem(error, text)}
        row = next(row for row in self._rows(problem) if row["segment"].id == segment_id)
        context = {
            "row": row,
            "target": self.target,
            "just_saved": not problem,
            "source_language": adapter.source_language(self.target),
        }
        return render(request, "translation/_desk_row.html", context)

    def _comment(self, request: HttpRequest, action: str) -> HttpResponse:
        """Change the comments on a segment; without a script everything typed is saved too."""
        is_part = bool(request.headers.get("HX-Request"))
        problems = {} if is_part else self._save_all(request)
        segment_id, problem = change_comments(request, self.target, desk_rows(self.target), action)
        if not is_part and not problem and not problems:
            desk = reverse("translation_desk", args=[self.target.pk])
            return redirect(f"{desk}#segment-{segment_id}")
        said = {"comment_problem": problem, "is_commenting": True}
        if problem:
            said["typed"] = typed_comment(request, action)
        if not is_part:
            return self._page(request, problems, {segment_id: said})
        row = next((row for row in self._rows({}) if row["segment"].id == segment_id), None)
        if row is None:
            return HttpResponse(problem, status=404)
        context = {"row": row | said, "target": self.target}
        return render(request, "translation/_desk_comments.html", context)

    def _save_all(self, request: HttpRequest) -> dict[int, Any]:
        """Save every segment that was changed; what could not be saved is returned."""
        problems = {}
        for segment in adapter.segments(self.target):
            text = request.POST.get(f"target-{segment.id}")
            if text is None or text.replace("\r\n", "\n").strip() == segment.target.strip():
                continue
            try:
                self._save(request, segment.id, text)
            except DomainError as error:
                problems[segment.id] = _problem(error, text)
        return problems

    def _save(self, request: HttpRequest, segment_id: int, text: str) -> None:
        """Store one segment, unless a colleague changed it since this page was shown."""
        adapter.save_segment(
            target=self.target,
            segment_id=segment_id,
            text=text,
            actor_id=request.user.pk,
            seen_version=request.POST.get(f"version-{segment_id}"),
        )

    def _warn_of_errors(self, request: HttpRequest) -> None:
        """Tell the translator of errors that will stop publication."""
        errors = sum(row.errors for row in desk_rows(self.target))
        if errors:
            messages.warning(
                request,
                ngettext(
                    "The checks still find %(number)s error. The text cannot be published with "
                    "it, unless an editor overrides it.",
                    "The checks still find %(number)s errors. The text cannot be published with "
                    "them, unless an editor overrides them.",
                    errors,
                )
                % {"number": errors},
            )

    def _rows(self, problems: dict[int, Any]) -> list[dict[str, Any]]:
        """Segments with what went wrong in saving them."""
        return [
            row | {"problem": problems.get(row["segment"].id)}
            for row in rows_with_comments(self.target, desk_rows(self.target))
        ]

    def _page(
        self,
        request: HttpRequest,
        problems: dict[int, Any] | None = None,
        said: dict[int, Any] | None = None,
    ) -> HttpResponse:
        """The whole desk, with what went wrong and what was said of comments, by segment."""
        rows = [row | (said or {}).get(row["segment"].id, {}) for row in self._rows(problems or {})]
        done = sum(1 for row in rows if row["segment"].target and not row["segment"].error)
        every: list[DeskRow] = [row["desk"] for row in rows]
        counts = {
            "all": len(every),
            "open": sum(row.state in _OPEN for row in every),
            "found": sum(bool(row.findings) for row in every),
            "discussed": sum(bool(row["open_comments"]) for row in rows),
        }
        shown = request.GET.get("show", "all")
        if not problems and not said:
            rows = [row for row in rows if _is_shown(row, shown)]
        asked = request.GET.get("help", "")
        for row in rows:
            if asked == str(row["segment"].id):
                row["help"] = desk_help(self.target, row["segment"].id)
        source = self.subject.source_of(self.target)
        return render(
            request,
            "translation/desk.html",
            {
                "target": self.target,
                "source": source,
                "rows": rows,
                "done": done,
                "total": counts["all"],
                "percent": round(100 * done / counts["all"]) if every else 0,
                "errors": sum(row.errors for row in every),
                "shown": shown,
                "source_language": adapter.source_language(self.target),
                "filters": [
                    ("all", _("All segments"), counts["all"]),
                    ("open", _("To be translated or confirmed"), counts["open"]),
                    ("found", _("With findings of the checks"), counts["found"]),
                    ("discussed", _("With open comments"), counts["discussed"]),
                ],
                "why_returned": self.subject.why_returned(self.target),
                "has_newer_source": self.subject.has_newer_source(self.target),
                "approval_address": self.subject.approval_address(self.target),
                "in_workflow": self.target.workflow_in_progress,
                "may_decide": self.subject.may_decide(request.user, self.target),
                "header_title": _("Translation: %(title)s")
                % {"title": source.title if source else self.target.title},
                "breadcrumbs_items": [
                    {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                    {"url": "", "label": _("Translation desk")},
                ],
            },
        )


def _problem(error: DomainError, text: str) -> dict[str, str]:
    """Why a segment was not saved, with what was typed and what a colleague wrote."""
    return {
        "message": str(error.message),
        "typed": text,
        "current": error.current if isinstance(error, EditConflict) else "",
    }
