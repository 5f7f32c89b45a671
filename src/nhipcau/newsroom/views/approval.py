"""Approving a story: the exact text, the questions, and the decision on one page."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from nhipcau.common.clock import now
from nhipcau.common.evidence import digest
from nhipcau.common.exceptions import DomainError
from nhipcau.common.surfaces import make_live
from nhipcau.library.rules import BACK_OFFICE_BASE
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.models.checking import check_report
from nhipcau.newsroom.models.workflow import authors_since_approval
from nhipcau.newsroom.permissions import user_can_translate
from nhipcau.newsroom.selectors.decisions import has_errors_to_decide_on
from nhipcau.newsroom.selectors.returned import last_return
from nhipcau.newsroom.selectors.versions import source_version
from nhipcau.translation.permissions import user_can_override_checks
from nhipcau.translation.services.checks import override_errors
from nhipcau.translation.services.comments import open_comments


class ReturnForm(forms.Form):
    """Why a text goes back."""

    comment = forms.CharField(
        label=gettext_lazy("What should be changed?"), widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args: Any) -> None:
        # Both forms of the page ask for a comment: a label leads to the field beside it.
        super().__init__(*args, auto_id="return_%s")


class ApprovalView(View):
    """One text that waits for a decision."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the text; only those who may decide on it come in."""
        self.page = get_object_or_404(
            StoryPage.objects.select_related("work", "locale"), pk=kwargs["page_id"]
        )
        self.task_state = self.page.current_workflow_task_state
        if self.task_state is None:
            messages.info(request, _("This text does not wait for approval any more."))
            return redirect(reverse("wagtailadmin_home"))
        self.task = self.task_state.task.specific
        self.actions = {name for name, *_rest in self.task.get_actions(self.page, request.user)}
        if not self.actions and not has_errors_to_decide_on(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Show text and questions."""
        return self._page(request, self._form(), ReturnForm())

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Approve and publish, or send back."""
        if request.POST.get("decision") == "return":
            return self._send_back(request)
        if request.POST.get("decision") == "override":
            return self._override(request)
        if "approve" not in self.actions:
            raise PermissionDenied
        form = self._form(request.POST)
        # The person decides on the text that was shown, not on one saved since.
        if request.POST.get("revision") != str(self.page.get_latest_revision().pk):
            messages.error(
                request, _("The text was changed while you were reading. Read it again, please.")
            )
            return redirect(request.path)
        if not form.is_valid():
            return self._page(request, form, ReturnForm())
        try:
            self.task.on_action(self.task_state, request.user, "approve", **form.cleaned_data)
        except DomainError as error:
            # The decision is undone whole; the person sees why and what to do.
            messages.error(request, str(error))
            return self._page(request, form, ReturnForm())
        page = StoryPage.objects.get(pk=self.page.pk)
        if page.live:
            make_live([page.address])
        messages.success(request, _outcome(page))
        return redirect(reverse("wagtailadmin_home"))

    def _send_back(self, request: HttpRequest) -> HttpResponse:
        """Return the text to its author with a reason."""
        if "reject" not in self.actions:
            raise PermissionDenied
        form = ReturnForm(request.POST)
        if not form.is_valid():
            return self._page(request, self._form(), form)
        self.task.on_action(self.task_state, request.user, "reject", **form.cleaned_data)
        messages.success(request, _("The text went back to its author."))
        return redirect(reverse("wagtailadmin_home"))

    def _override(self, request: HttpRequest) -> HttpResponse:
        """An editor lets the text be published although the checks find errors."""
        report = check_report(self.page, self.page.get_latest_revision())
        try:
            if report is not None:
                override_errors(
                    report=report,
                    reason=request.POST.get("reason", ""),
                    actor=request.user,
                    now=now(),
                )
                messages.success(request, _("The errors are overridden; your reason is on record."))
        except DomainError as error:
            messages.error(request, str(error))
        return redirect(request.path)

    def _form(self, *data: Any) -> forms.Form:
        """The questions of this approval step, answered as far as is known."""
        work = self.page.work
        proposed = self.page.corrections.filter(approval=None).first()
        return self.task.get_form_for_action("approve")(
            *data,
            initial={
                "information_kind": work.information_kind.code if work.information_kind else "",
                "form": work.form.code if work.form else "",
            },
            was_public=self.page.first_published_at is not None
            and self.task.is_last(self.task_state),
            proposed_correction=proposed.text if proposed else "",
        )

    def _on_behalf_of(self, user: Any) -> Any:
        """For whom the person would decide, if not in their own power."""
        authority = self.task.authority(user, authors_since_approval(self.page))
        return authority.on_behalf_of if authority else None

    def _earlier_approvals(self, revision: Any) -> list[dict[str, Any]]:
        """Who approved at earlier steps of this submission, and whether the text has changed."""
        rows = self.page.approvals.filter(
            is_final=False, approved_at__gte=self.task_state.workflow_state.created_at
        ).select_related("approved_by")
        now_reads = digest(revision.content)
        return [{"approval": row, "is_changed": row.digest != now_reads} for row in rows]

    def _page(
        self, request: HttpRequest, form: forms.Form, return_form: forms.Form
    ) -> HttpResponse:
        """The page of the decision."""
        revision = self.page.get_latest_revision()
        draft = revision.as_object()
        source = source_version(self.page)
        for asked in (form, return_form):
            if asked.errors:
                # A long text stands above the question on a phone: the page opens at what is open.
                messages.error(request, _("Nothing is decided yet: an answer is missing below."))
                asked[next(iter(asked.errors))].field.widget.attrs["autofocus"] = True
        return render(
            request,
            "newsroom/approval.html",
            {
                "page": self.page,
                "draft": draft,
                "media_base": BACK_OFFICE_BASE,
                "revision": revision,
                "source": source,
                "report": check_report(self.page, revision),
                "open_comments": open_comments(self.page),
                "may_translate": user_can_translate(request.user),
                "may_override": user_can_override_checks(request.user),
                "form": form,
                "return_form": return_form,
                "is_own_text": bool(self.actions) and "approve" not in self.actions,
                "may_approve": "approve" in self.actions,
                "may_return": "reject" in self.actions,
                "is_last_step": self.task.is_last(self.task_state),
                "on_behalf_of": self._on_behalf_of(request.user),
                "earlier": self._earlier_approvals(revision),
                "embargo_until": _embargo(self.page),
                "may_edit": self.page.permissions_for_user(request.user).can_edit(),
                "returned": last_return(self.page),
                "header_title": _("Approval: %(title)s") % {"title": draft.title},
                "breadcrumbs_items": [
                    {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                    {"url": "", "label": _("Approval")},
                ],
            },
        )


def _embargo(page: StoryPage) -> datetime | None:
    """Until when an embargo in force keeps a version from readers."""
    until = page.work.embargo_until
    return until if until and until > now() else None


def _outcome(page: StoryPage) -> str:
    """What an approval has led to, as readers will notice it.

    Args:
        page: The version, as it is after the approval.
    """
    title, scheduled = page.draft_title, page.scheduled_revision
    if page.workflow_in_progress or not (page.live or scheduled):
        return _("Approved: %(title)s") % {"title": title}
    moments = (_embargo(page), scheduled.approved_go_live_at if scheduled else None)
    if later := max(filter(None, moments), default=None):
        moment = date_format(localtime(later), "SHORT_DATETIME_FORMAT")
        return _("Approved: %(title)s. Readers see it from %(moment)s.") % {
            "title": title,
            "moment": moment,
        }
    return _("Approved and published: %(title)s") % {"title": title}
