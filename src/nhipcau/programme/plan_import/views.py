"""Importing a plan in the back office: upload, see what was understood, decide, import."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from nhipcau.accounts.models import User
from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.programme.models import PlanVersion
from nhipcau.programme.permissions import user_can_edit_plans
from nhipcau.programme.plan_import import upload
from nhipcau.programme.plan_import.forms import ReviewForm, UploadForm
from nhipcau.programme.plan_import.reading import read_plan
from nhipcau.programme.plan_import.services import import_plan, match_names
from nhipcau.programme.plan_import.targets import version_for
from nhipcau.programme.plan_import.types import ReadPlan
from nhipcau.programme.selectors.naming import agencies
from nhipcau.programme.views.base import Page

_SESSION_KEY = "programme_plan_imports"
_REMEMBERED = 10


class PlanUpload(Page):
    """Take a plan file and read it."""

    template_name = "programme/plain_form.html"
    parents = [(gettext_lazy("Plans"), "programme_plans")]
    page_title = gettext_lazy("Import a plan file")
    header_icon = "upload"
    rule = staticmethod(user_can_edit_plans)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form."""
        context = super().get_context_data(**kwargs)
        return context | {
            "form": kwargs.get("form") or UploadForm(),
            "button": _("Read the file"),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Read the file; keep it for the review only if a plan was found in it."""
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            content = form.cleaned_data["file"].read()
            try:
                read_plan(content)
            except DomainError as error:
                form.add_error("file", str(error.message))
            else:
                token = upload.keep(content, now=now())
                mine = request.session.get(_SESSION_KEY, [])
                request.session[_SESSION_KEY] = [*mine, token][-_REMEMBERED:]
                return redirect("programme_plan_import_review", token)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class PlanReview(Page):
    """Show what was understood; import it once every name is decided."""

    template_name = "programme/plan_import_review.html"
    parents = [
        (gettext_lazy("Plans"), "programme_plans"),
        (gettext_lazy("Import a plan file"), "programme_plan_import"),
    ]
    page_title = gettext_lazy("What was understood")
    header_icon = "upload"
    rule = staticmethod(user_can_edit_plans)

    @cached_property
    def plan(self) -> ReadPlan | None:
        """The plan, read again from the stored file; ``None`` when it is not the person's."""
        token = self.kwargs["token"]
        if token not in self.request.session.get(_SESSION_KEY, []):
            return None
        content = upload.kept(token)
        return read_plan(content) if content is not None else None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send people back to the upload when the file is gone."""
        self.request, self.kwargs = request, kwargs
        if user_can_edit_plans(request.user) and self.plan is None:
            messages.error(request, _("The uploaded file is no longer there. Upload it again."))
            return redirect("programme_plan_import")
        return super().dispatch(request, *args, **kwargs)

    def form(self, plan: ReadPlan, data: Any = None) -> ReviewForm:
        """The form with a field for each name."""
        known = list(agencies())
        publisher = next((agency for agency in known if agency.is_publisher), None)
        try:
            matches = match_names(plan)
        except DomainError as error:
            messages.error(self.request, str(error.message))
            matches = []
        initial = {"issuer": publisher, "title": plan.title or "", "year": plan.year}
        return ReviewForm(
            data, initial=initial, matches=matches, agencies=known, rows=len(plan.tasks)
        )

    def target(self, plan: ReadPlan, form: ReviewForm) -> PlanVersion | None:
        """The version that the tasks go into with the issuer as chosen; ``None`` for a new plan."""
        issuer = form.initial["issuer"]
        if form.is_bound:
            issuer = getattr(form, "cleaned_data", {}).get("issuer")
        return version_for(plan, issuer=issuer) if issuer is not None else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Where the rows go, the rows, names and what was left out."""
        context = super().get_context_data(**kwargs)
        plan = self.plan
        assert plan is not None  # noqa: S101 - dispatch has sent everybody else away
        form = kwargs.get("form") or self.form(plan)
        ticked = None if not form.is_bound else form.ticked_rows()
        target = self.target(plan, form)
        rows = [
            {"index": at, "task": task, "is_ticked": ticked is None or str(at) in ticked}
            for at, task in enumerate(plan.tasks)
        ]
        return context | {
            "plan": plan,
            "form": form,
            "rows": rows,
            "target": target,
            "target_key": target.pk if target else "new",
            "doubtful": sum(1 for task in plan.tasks if task.doubts),
            "undecided": sum(1 for match in form.matches if match.agency_id is None),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Import, or say what is still to be decided."""
        plan = self.plan
        assert plan is not None  # noqa: S101 - dispatch has sent everybody else away
        form = self.form(plan, request.POST)
        result = None
        if form.is_valid() and self._is_target_as_shown(plan, form):
            result = self.attempt(
                lambda: import_plan(
                    actor=cast(User, request.user),
                    plan=plan,
                    issuer=form.cleaned_data["issuer"],
                    now=now(),
                    decisions=form.decisions(),
                    title=form.cleaned_data["title"],
                    left_out_rows=form.left_out_rows(),
                )
            )
        if not result:
            return self.render_to_response(self.get_context_data(form=form), status=422)
        upload.drop(self.kwargs["token"])
        messages.success(
            request,
            _("Tasks added: %(created)d, changed: %(changed)d, as before: %(unchanged)d.")
            % {
                "created": len(result.created),
                "changed": len(result.changed),
                "unchanged": result.unchanged,
            },
        )
        if result.not_in_file:
            messages.warning(
                request,
                _("Not in the file and left as they were: %(texts)s")
                % {"texts": "; ".join(result.not_in_file[:20])},
            )
        return redirect(reverse("programme_version", args=[result.version.pk]))

    def _is_target_as_shown(self, plan: ReadPlan, form: ReviewForm) -> bool:
        """Whether the tasks go where the page has said; another issuer has another plan."""
        target = self.target(plan, form)
        if self.request.POST.get("target") == str(target.pk if target else "new"):
            return True
        messages.warning(
            self.request,
            _("Nothing has been imported yet: look where the tasks will go, then import."),
        )
        return False
