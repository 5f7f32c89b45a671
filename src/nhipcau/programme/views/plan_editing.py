"""Changing a draft: its texts and its objectives with their indicators."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from nhipcau.programme.exceptions import EditConflict
from nhipcau.programme.forms.plans import PlanIndicatorForm, VersionForm
from nhipcau.programme.models import PlanIndicator, PlanVersion
from nhipcau.programme.permissions import user_can_edit_plans
from nhipcau.programme.services import drafting
from nhipcau.programme.services import plans as services
from nhipcau.programme.views.base import Page

_COMPARED = (
    *("guidance_received_on", "comments_due_on", "other_bases", "purposes", "funding"),
    *("organisation", "recipients"),
)


class VersionEdit(Page):
    """Texts of a draft."""

    template_name = "programme/plain_form.html"
    parents = [(_("Plans"), "programme_plans")]
    page_title = _("Edit the texts")
    header_icon = "edit"
    rule = staticmethod(user_can_edit_plans)

    @cached_property
    def version(self) -> PlanVersion:
        """The draft."""
        version = get_object_or_404(
            PlanVersion.objects.select_related("plan"), pk=self.kwargs["pk"]
        )
        if version.is_final:
            raise Http404
        return version

    def get_page_subtitle(self) -> str:
        """The plan."""
        return self.version.plan.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form."""
        context = super().get_context_data(**kwargs)
        form = kwargs.get("form") or VersionForm(
            instance=self.version, initial={"revision": self.version.revision}
        )
        return context | {"form": form, "button": _("Save")}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or say that somebody else has."""
        instance = PlanVersion.objects.get(pk=self.version.pk)
        form = VersionForm(request.POST, instance=instance)
        if form.is_valid():
            try:
                services.edit_version(
                    actor=request.user,
                    version=self.version,
                    revision=form.cleaned_data["revision"],
                    values=form.values(),
                )
            except EditConflict as conflict:
                current = conflict.current
                form.data = form.data.copy()
                form.data["revision"] = str(current.revision)
                context = self.get_context_data(form=form)
                mine = form.cleaned_data
                bases = (mine["legal_bases"], current.legal_bases.all())
                pairs = {name: (mine[name], getattr(current, name)) for name in _COMPARED}
                pairs["legal_bases"] = tuple(
                    sorted(document.reference for document in documents) for documents in bases
                )
                context["differences"] = [
                    {"label": form.fields[name].label, "mine": own, "theirs": other}
                    for name, (own, other) in pairs.items()
                    if own != other
                ]
                context["is_conflict"] = True
                return self.render_to_response(context, status=409)
            return redirect("programme_version", self.version.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class IndicatorEdit(Page):
    """An objective with its indicator in a draft: add, change, remove."""

    template_name = "programme/plain_form.html"
    parents = [(_("Plans"), "programme_plans")]
    page_title = _("Objective and indicator")
    header_icon = "crosshairs"
    rule = staticmethod(user_can_edit_plans)

    @cached_property
    def indicator(self) -> PlanIndicator:
        """The indicator, a new one of the version when none is named."""
        if "pk" in self.kwargs:
            return get_object_or_404(
                PlanIndicator.objects.select_related("version"), pk=self.kwargs["pk"]
            )
        version = get_object_or_404(PlanVersion, pk=self.kwargs["version"])
        if version.is_final:
            raise Http404
        return PlanIndicator(version=version)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form."""
        context = super().get_context_data(**kwargs)
        form = kwargs.get("form") or PlanIndicatorForm(instance=self.indicator)
        return context | {
            "form": form,
            "button": _("Save"),
            "can_remove": self.indicator.pk is not None,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save or remove."""
        indicator = self.indicator
        version = indicator.version
        if request.POST.get("action") == "remove" and indicator.pk:
            self.attempt(
                lambda: drafting.delete_indicator(actor=request.user, indicator=indicator),
                _("Removed."),
            )
            return redirect("programme_version", version.pk)
        form = PlanIndicatorForm(request.POST, instance=indicator)
        if form.is_valid() and self.attempt(
            lambda: drafting.save_indicator(actor=request.user, indicator=form.save(commit=False)),
            _("Saved."),
        ):
            return redirect("programme_version", version.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)
