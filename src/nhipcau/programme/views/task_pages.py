"""One task: everything about it, its wording in a draft, and what people add."""

from collections.abc import Callable
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import ModelLogEntry

from nhipcau.common.clock import now, today
from nhipcau.programme.exceptions import EditConflict
from nhipcau.programme.forms.tasks import (
    TARGETS,
    AttachmentForm,
    CommentForm,
    IndicatorFormSet,
    StepForm,
    TaskForm,
    WorkStateForm,
)
from nhipcau.programme.models import Attachment, PlanVersion, Step, Task, TaskVersion
from nhipcau.programme.permissions import (
    is_office,
    is_overseer,
    reporting_agencies,
    require,
    user_can_edit_plans,
    user_can_edit_wording,
    user_can_work_on_task,
    visible_reports,
    visible_tasks,
)
from nhipcau.programme.products import all_sources
from nhipcau.programme.selectors.content import full_wordings, wording_fields
from nhipcau.programme.selectors.naming import agency_label, language
from nhipcau.programme.selectors.progress import indicator_progress
from nhipcau.programme.selectors.reporting import period_to_report
from nhipcau.programme.services import tasks as services
from nhipcau.programme.views.base import Page, history_of


def task_or_404(user: Any, pk: int) -> Task:
    """A task that a person may see; for everybody else it does not exist.

    Raises:
        Http404: if there is none or the person may not see it.
    """
    tasks = visible_tasks(user).select_related(
        "plan__version_in_force",
        "current__version",
        "current__lead",
        "current__channel",
        "current__information_kind",
        "current__form",
    )
    return get_object_or_404(tasks, pk=pk)


class TaskPage(Page):
    """Everything about one task; the small forms on it post back here."""

    template_name = "programme/task.html"
    parents = [(pgettext_lazy("programme", "Tasks"), "programme_tasks")]
    header_icon = "tasks"

    @cached_property
    def task(self) -> Task:
        """The task."""
        return task_or_404(self.request.user, self.kwargs["pk"])

    def get_page_title(self) -> str:
        """The task's own words, shortened."""
        text = str(self.task.current)
        return text if len(text) <= 80 else f"{text[:79]}…"

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Report, edit."""
        buttons = []
        user = self.request.user
        wording = self.task.current
        if wording and user_can_edit_wording(user, wording):
            buttons.append(
                HeaderButton(
                    _("Edit"),
                    url=reverse("programme_wording_edit", args=[wording.pk]),
                    icon_name="edit",
                )
            )
        period = period_to_report(today(), self.task.plan.reporting_kind)
        if period and (is_office(user) or reporting_agencies(user, self.task)):
            buttons.append(
                HeaderButton(
                    _("Report progress"),
                    url=reverse("programme_report_begin", args=[self.task.pk, period.pk]),
                    icon_name="edit",
                )
            )
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The task with reports, figures, sub-tasks, comments, files, products and history."""
        context = super().get_context_data(**kwargs)
        task, user = self.task, self.request.user
        wording = (
            full_wordings(task.current.version).get(pk=task.current.pk) if task.current else None
        )
        reports = (
            visible_reports(user)
            .filter(task=task)
            .select_related("agency", "period")
            .prefetch_related("agency__names", "figures")
            .order_by("-period__end", "pk")[:60]
        )
        can_work = user_can_work_on_task(user, task)
        return context | {
            "task": task,
            "wording": wording,
            "lead": agency_label(wording.lead) if wording else "",
            "coordinators": [
                agency_label(agency) for agency in (wording.coordinators.all() if wording else [])
            ],
            "documents": wording.documents.all() if wording else [],
            "progress": indicator_progress(task),
            "reports": [(report, agency_label(report.agency)) for report in reports],
            "steps": task.steps.select_related("agency").prefetch_related("agency__names"),
            "comments": task.comments.select_related("author") if can_work else [],
            "attachments": task.attachments.filter(report__isnull=True) if can_work else [],
            "wordings": task.versions.select_related("version").order_by("version__sequence")
            if is_overseer(user)
            else [],
            "other_years": Task.objects.filter(pk__in=visible_tasks(user), task_key=task.task_key)
            .exclude(pk=task.pk)
            .select_related("plan"),
            "products": [
                (source.name, products)
                for source in all_sources()
                if (products := source.of_task(task))
            ],
            **(history_of(self.request, task) if can_work else {}),
            "is_overdue": task.is_overdue_on(today()),
            "can_work": can_work,
            "can_set_state": is_office(user),
            "comment_form": CommentForm(),
            "step_form": StepForm(),
            "attach_form": AttachmentForm(),
            "work_state_form": WorkStateForm(initial={"work_state": task.work_state}),
            **kwargs,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what one of the small forms asks; what it refuses stays in it with the reason."""
        task, user = self.task, request.user
        about = {"actor": user, "task": task, "now": now()}
        actions: dict[str, tuple[Any, Callable[..., Any], Any]] = {
            "comment": (CommentForm, services.comment_on_task, _("Comment kept.")),
            "step": (StepForm, services.add_step, _("Sub-task kept.")),
            "attach": (AttachmentForm, services.attach_file, _("File kept.")),
            "work_state": (WorkStateForm, services.set_work_state, _("State kept.")),
        }
        action = request.POST.get("action", "")
        if action == "step_done":
            step = get_object_or_404(Step, task=task, pk=request.POST.get("step"))
            done_on = None if step.done_on else today()
            self.attempt(lambda: services.set_step_done(actor=user, step=step, done_on=done_on))
        elif action in actions:
            form_class, act, success = actions[action]
            form = form_class(request.POST, request.FILES)
            done = form.is_valid() and self.attempt(
                lambda: act(**about, **form.cleaned_data), success
            )
            if not done:
                context = self.get_context_data(**{f"{action}_form": form})
                return self.render_to_response(context, status=422)
        return redirect("programme_task", task.pk)


class WordingEdit(Page):
    """What a draft says of a task: adding and changing, with a conflict page for two at once."""

    template_name = "programme/wording_form.html"
    parents = [(_("Plans"), "programme_plans")]
    header_icon = "edit"
    rule = staticmethod(user_can_edit_plans)

    @cached_property
    def wording(self) -> TaskVersion | None:
        """The wording to change, ``None`` when one is added."""
        if "pk" not in self.kwargs:
            return None
        wording = get_object_or_404(
            TaskVersion.objects.select_related("version__plan", "task"), pk=self.kwargs["pk"]
        )
        require(allowed=user_can_edit_wording(self.request.user, wording))
        return wording

    @cached_property
    def version(self) -> PlanVersion:
        """The draft it belongs to."""
        if self.wording is not None:
            return self.wording.version
        version = get_object_or_404(
            PlanVersion.objects.select_related("plan"), pk=self.kwargs["version"]
        )
        if version.is_final:
            raise Http404
        return version

    def get_page_title(self) -> Any:
        """Add or edit."""
        return _("Edit the task") if self.wording else _("Add a task")

    def get_page_subtitle(self) -> str:
        """The plan."""
        return str(self.version.plan)

    def _forms(self, data: Any = None) -> tuple[TaskForm, Any]:
        wording = self.wording
        rows: list[dict[str, Any]] = []
        if wording is not None:
            rows = [
                {"key": row.indicator_key, "name": row.name, "unit": row.unit}
                | {name: getattr(row, name) for name in TARGETS}
                for row in wording.indicators.all()
            ]
        initial = {"revision": wording.revision} if wording else {}
        # A copy of its own: binding the form writes into the instance.
        instance = TaskVersion.objects.get(pk=wording.pk) if wording else TaskVersion()
        return (
            TaskForm(data, instance=instance, initial=initial),
            IndicatorFormSet(data, initial=rows, prefix="indicators"),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The forms."""
        context = super().get_context_data(**kwargs)
        if "form" not in kwargs:
            form, indicators = self._forms()
            context |= {"form": form, "indicators": indicators}
        form = context["form"]
        return context | {
            "version": self.version,
            "wording": self.wording,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or show what somebody else saved in the meantime."""
        wording = self.wording
        if wording is not None and request.POST.get("action") == "remove":
            version = wording.version
            if self.attempt(
                lambda: services.remove_task(actor=request.user, wording=wording),
                _("The task was removed from the draft."),
            ):
                return redirect("programme_version", version.pk)
            return redirect("programme_wording_edit", wording.pk)
        form, indicators = self._forms(request.POST)
        if not (form.is_valid() and indicators.is_valid()):
            context = self.get_context_data(form=form, indicators=indicators)
            return self.render_to_response(context, status=422)
        values = form.values() | {"indicators": indicators.rows()}
        try:
            saved = self.attempt(lambda: self._save(form, values), _("Task kept."))
        except EditConflict as conflict:
            return self._conflict(form, indicators, conflict)
        if not saved:
            context = self.get_context_data(form=form, indicators=indicators)
            return self.render_to_response(context, status=422)
        return redirect("programme_version", self.version.pk)

    def attempt(self, action: Any, success: Any = None) -> Any:
        """As everywhere, but a conflict has a page of its own."""
        conflict: list[EditConflict] = []

        def guarded() -> Any:
            try:
                return action()
            except EditConflict as error:
                conflict.append(error)
                return False

        result = super().attempt(guarded, None)
        if conflict:
            raise conflict[0]
        if result and success:
            super().attempt(lambda: True, success)
        return result

    def _save(self, form: TaskForm, values: dict[str, Any]) -> TaskVersion:
        if self.wording is None:
            return services.add_task(actor=self.request.user, version=self.version, values=values)
        return services.edit_task(
            actor=self.request.user,
            wording=self.wording,
            revision=form.cleaned_data["revision"] or 0,
            values=values,
        )

    def _conflict(self, form: TaskForm, indicators: Any, conflict: EditConflict) -> HttpResponse:
        """Both texts side by side; saving again keeps the person's own, knowingly."""
        current = full_wordings(conflict.current.version).get(pk=conflict.current.pk)
        theirs = wording_fields(current, language=language())
        mine = self._typed_fields(form) | {"indicators": _compared(indicators.rows())}
        labels = {name: field.label for name, field in form.fields.items()}
        labels["indicators"] = _("Indicators")
        differences = [
            {"label": labels.get(name, name), "mine": mine[name], "theirs": theirs[name]}
            for name in mine
            if mine[name] != theirs[name]
        ]
        last = (
            ModelLogEntry.objects.for_instance(current.task)
            .select_related("user")
            .order_by("-timestamp")
            .first()
        )
        form.data = form.data.copy()
        form.data["revision"] = str(current.revision)
        context = self.get_context_data(form=form, indicators=indicators)
        context |= {"differences": differences, "last": last}
        return self.render_to_response(context, status=409)

    @staticmethod
    def _typed_fields(form: TaskForm) -> dict[str, Any]:
        data = form.cleaned_data
        labels = dict(form.fields["budget_source"].choices)  # type: ignore[attr-defined]
        return {
            **{name: data[name] for name in ("group", "number", "text", "start", "due")},
            **{name: data[name] for name in ("is_recurring", "product", "budget_dong", "proposal")},
            "lead": agency_label(data["lead"]) if data["lead"] else "",
            "coordinators": sorted(
                agency_label(agency) for agency in data["coordinators"] if agency != data["lead"]
            ),
            **{
                name: data[name].name(language()) if data[name] else ""
                for name in ("channel", "information_kind", "form")
            },
            "budget_source": labels.get(data["budget_source"], ""),
            "documents": sorted(document.reference for document in data["documents"]),
        }


def _compared(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Typed indicators in the shape in which saved ones are compared."""
    return [
        {
            "name": row["name"],
            "unit": row["unit"],
            "targets": [None if row[name] is None else f"{row[name]:.2f}" for name in TARGETS],
        }
        for row in rows
    ]


class AttachmentDownload(Page):
    """A private file, for those who may see what it belongs to."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send the file as a download."""
        attachment = get_object_or_404(
            Attachment.objects.select_related("task", "report"), pk=kwargs["pk"]
        )
        if attachment.report is not None:
            allowed = visible_reports(request.user).filter(pk=attachment.report.pk).exists()
        else:
            allowed = user_can_work_on_task(request.user, attachment.task)
        if not allowed:
            raise Http404
        return FileResponse(
            attachment.file.open("rb"), as_attachment=True, filename=attachment.title
        )
