"""One version of a plan: what it says, its comments, its steps, its signed document."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import HeaderButton

from nhipcau.common.clock import now
from nhipcau.programme.enums import VersionState
from nhipcau.programme.forms.plans import (
    AmendmentForm,
    ApprovalForm,
    CopyForm,
    PlanCommentForm,
    SignedFileForm,
)
from nhipcau.programme.models import PlanVersion
from nhipcau.programme.permissions import (
    is_overseer,
    user_can_approve_plans,
    user_can_comment_on_version,
    user_can_edit_plans,
    user_can_see_version,
    visible_plans,
)
from nhipcau.programme.rules.comparison import lines
from nhipcau.programme.rules.periods import days_into_plan_year
from nhipcau.programme.selectors.content import imported_approval
from nhipcau.programme.selectors.naming import agency_label, agency_labels
from nhipcau.programme.services import drafting
from nhipcau.programme.services import plans as services
from nhipcau.programme.views.base import TASKS_ON_A_PAGE, Page, history_of


def plan_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to the version of a plan that matters: the draft in work, else the one in force."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    versions = [
        version
        for version in plan.versions.select_related("plan").order_by("-sequence")
        if user_can_see_version(request.user, version)
    ]
    if not versions:
        raise Http404
    return redirect("programme_version", versions[0].pk)


class VersionPage(Page):
    """One version of a plan; every step from here is a small form that posts back."""

    template_name = "programme/version.html"
    parents = [(_("Plans"), "programme_plans")]
    header_icon = "list-ol"

    @cached_property
    def version(self) -> PlanVersion:
        """The version."""
        version = get_object_or_404(
            PlanVersion.objects.select_related("plan__issuer", "plan__copied_from"),
            pk=self.kwargs["pk"],
        )
        if not user_can_see_version(self.request.user, version):
            raise Http404
        return version

    def get_page_title(self) -> str:
        """The plan's title."""
        return self.version.plan.title

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Add a task, edit the texts, documents."""
        version = self.version
        buttons = []
        if user_can_edit_plans(self.request.user) and not version.is_final:
            buttons += [
                HeaderButton(
                    _("Add a task"),
                    url=reverse("programme_wording_add", args=[version.pk]),
                    icon_name="plus",
                ),
                HeaderButton(
                    _("Edit the texts"),
                    url=reverse("programme_version_edit", args=[version.pk]),
                    icon_name="edit",
                ),
            ]
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The version as it will be printed, and the steps that are possible."""
        context = super().get_context_data(**kwargs)
        version, user = self.version, self.request.user
        plan = version.plan
        edits = user_can_edit_plans(user)
        versions = [
            item for item in plan.versions.order_by("sequence") if user_can_see_version(user, item)
        ]
        groups: list[dict[str, Any]] = []
        tasks = version.tasks.order_by("sort_order", "pk").prefetch_related("coordinators")
        page = Paginator(tasks, TASKS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        labels = agency_labels()
        for wording in page:
            if not groups or groups[-1]["name"] != wording.group:
                groups.append({"name": wording.group, "rows": []})
            groups[-1]["rows"].append(
                {
                    "wording": wording,
                    "lead": labels.get(wording.lead_id, ""),  # type: ignore[arg-type]
                    "coordinators": "; ".join(
                        labels[agency.pk] for agency in wording.coordinators.all()
                    ),
                }
            )
        days = (
            days_into_plan_year(approved_on=version.approved_on, first_year=plan.first_year)
            if version.approved_on
            else None
        )
        comments = version.comments.select_related("author", "agency").prefetch_related(
            "agency__names"
        )
        comment_form = kwargs.get("comment_form") or PlanCommentForm(user=user)
        can_approve = user_can_approve_plans(user) and version.state in {
            VersionState.DRAFT,
            VersionState.COMMENTS,
        }
        return context | {
            "version": version,
            "plan": plan,
            "issuer": agency_label(plan.issuer),
            "versions": versions,
            "groups": groups,
            "page_obj": page,
            "days": days,
            "days_before": -days if days is not None and days < 0 else None,
            "bases": version.legal_bases.order_by("issued_on"),
            "other_bases": lines(version.other_bases),
            "indicators": version.indicators.all(),
            "comments": [
                (comment, agency_label(comment.agency) if comment.agency else _("Standing office"))
                for comment in comments
            ],
            "can_edit": edits and not version.is_final,
            "can_amend": edits
            and version.state == VersionState.APPROVED
            and all(item.is_final for item in versions),
            "can_copy": edits,
            "can_approve": can_approve,
            "can_attach": user_can_approve_plans(user)
            and version.is_final
            and not version.signed_file,
            "can_comment": user_can_comment_on_version(user, version),
            "steps": self._steps() if edits else [],
            "missing": services.missing_for_approval(version) if edits else [],
            "approval_form": kwargs.get("approval_form")
            or ApprovalForm(initial=imported_approval(version) if can_approve else {}),
            "signed_form": SignedFileForm(),
            "amendment_form": AmendmentForm(),
            "copy_form": kwargs.get("copy_form")
            or CopyForm(initial={"title": plan.title, "first_year": plan.first_year + 1}),
            "comment_form": comment_form,
            **(history_of(self.request, plan) if is_overseer(user) else {}),
        }

    def _steps(self) -> list[tuple[str, Any]]:
        return {
            VersionState.GUIDANCE: [(VersionState.DRAFT, _("Start drafting"))],
            VersionState.DRAFT: [(VersionState.COMMENTS, _("Send out for comments"))],
            VersionState.COMMENTS: [(VersionState.DRAFT, _("Back to drafting"))],
        }.get(VersionState(self.version.state), [])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what one of the small forms asks."""
        actions: dict[str, Callable[[HttpRequest], HttpResponse | None]] = {
            "move": self._move,
            "approve": self._approve,
            "signed_file": self._signed_file,
            "amend": self._amend,
            "copy": self._copy,
            "comment": self._comment,
        }
        action = actions.get(request.POST.get("action", ""))
        response = action(request) if action else None
        return response or redirect("programme_version", self.version.pk)

    def _move(self, request: HttpRequest) -> None:
        state = request.POST.get("state", "")
        if state in VersionState.values:
            self.attempt(
                lambda: services.move_version(
                    actor=request.user, version=self.version, state=state
                ),
                _("State changed."),
            )

    def _approve(self, request: HttpRequest) -> HttpResponse | None:
        form = ApprovalForm(request.POST, request.FILES)
        done = None
        if form.is_valid():
            data = form.cleaned_data
            approval = services.Approval(
                document_number=data["document_number"],
                approved_on=data["approved_on"],
                signatory_name=data["signatory_name"],
                signatory_title=data["signatory_title"],
            )
            done = self.attempt(
                lambda: services.approve_version(
                    actor=request.user,
                    version=self.version,
                    approval=approval,
                    now=now(),
                    signed_file=data["signed_file"],
                ),
                _("The plan is in force. Its agencies see their tasks now."),
            )
        if done:
            return None
        context = self.get_context_data(approval_form=form)
        return self.render_to_response(context, status=422)

    def _signed_file(self, request: HttpRequest) -> None:
        form = SignedFileForm(request.POST, request.FILES)
        if form.is_valid():
            self.attempt(
                lambda: services.attach_signed_file(
                    actor=request.user,
                    version=self.version,
                    signed_file=form.cleaned_data["signed_file"],
                ),
                _("Signed document kept."),
            )

    def _amend(self, request: HttpRequest) -> HttpResponse | None:
        reason = request.POST.get("reason", "")
        version = self.attempt(
            lambda: services.start_amendment(
                actor=request.user, plan=self.version.plan, reason=reason
            ),
            _("The amendment has begun as a copy of the version in force."),
        )
        return redirect("programme_version", version.pk) if version else None

    def _copy(self, request: HttpRequest) -> HttpResponse | None:
        form = CopyForm(request.POST)
        if not form.is_valid():
            context = self.get_context_data(copy_form=form)
            return self.render_to_response(context, status=422)
        plan = self.attempt(
            lambda: services.copy_plan(
                actor=request.user, source=self.version, **form.cleaned_data
            ),
            _("The new plan is a copy. Look at every date and amount."),
        )
        return redirect("programme_plan", plan.pk) if plan else None

    def _comment(self, request: HttpRequest) -> HttpResponse | None:
        form = PlanCommentForm(request.POST, user=request.user)
        if not form.is_valid():
            context = self.get_context_data(comment_form=form)
            return self.render_to_response(context, status=422)
        self.attempt(
            lambda: drafting.comment_on_version(
                actor=request.user,
                version=self.version,
                text=form.cleaned_data["text"],
                agency=form.cleaned_data["agency"],
                now=now(),
            ),
            _("Comment kept."),
        )
        return None


def signed_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed PDF of a version, for those who may see the version."""
    version = get_object_or_404(PlanVersion.objects.select_related("plan"), pk=pk)
    if not version.signed_file or not user_can_see_version(request.user, version):
        raise Http404
    return FileResponse(version.signed_file.open("rb"), as_attachment=True)
