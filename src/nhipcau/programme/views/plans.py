"""Plans: the list, and beginning one."""

from typing import Any

import django_filters
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from nhipcau.common.columns import LinkColumn, TextColumn
from nhipcau.programme.enums import Horizon
from nhipcau.programme.forms.plans import PlanForm
from nhipcau.programme.models import Plan, Task
from nhipcau.programme.permissions import user_can_edit_plans, visible_plans
from nhipcau.programme.services import plans as services
from nhipcau.programme.views.base import Listing, Page


class PlanFilterSet(WagtailFilterSet):
    """Narrows plans by horizon and year."""

    horizon = django_filters.ChoiceFilter(choices=Horizon.choices, label=_("Horizon"))
    year = django_filters.NumberFilter(method="filter_year", label=_("Year"))

    class Meta:
        model = Plan
        fields: list[str] = []

    def filter_year(self, plans: QuerySet[Plan], name: str, value: Any) -> QuerySet[Plan]:
        """Plans that cover a year."""
        return plans.filter(first_year__lte=value, last_year__gte=value)


class PlanList(Listing):
    """Plans that a person may see."""

    model = Plan
    page_title = _("Plans")
    header_icon = "list-ol"
    filterset_class = PlanFilterSet
    index_url_name = "programme_plans"
    index_results_url_name = "programme_plans_results"
    default_ordering = ["-first_year", "-pk"]
    list_export = ["title", "years", "get_horizon_display", "get_reporting_kind_display"]
    export_headings = {
        "years": _("Years"),
        "get_horizon_display": _("Horizon"),
        "get_reporting_kind_display": _("Agencies report every"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        """Title, years, horizon, number of tasks, standing."""
        return [
            LinkColumn(
                "title",
                label=pgettext_lazy("programme", "Title"),
                get_url=lambda plan: reverse("programme_plan", args=[plan.pk]),
                sort_key="title",
            ),
            TextColumn("years", label=_("Years"), sort_key="first_year"),
            TextColumn("get_horizon_display", label=_("Horizon"), sort_key="horizon"),
            TextColumn(
                "task_count", label=pgettext_lazy("programme", "Tasks"), classname="programme-wide"
            ),
            TextColumn("version_in_force.document_number", label=_("In force as")),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """New plan, import."""
        if not user_can_edit_plans(self.request.user):
            return []
        return [
            HeaderButton(_("New plan"), url=reverse("programme_plan_add"), icon_name="plus"),
            HeaderButton(
                _("Import a plan file"), url=reverse("programme_plan_import"), icon_name="upload"
            ),
        ]

    def get_base_queryset(self) -> QuerySet[Plan]:
        """Plans that the person may see, with their number of tasks."""
        # Counted for the rows shown alone, not by joining every plan to all its tasks.
        tasks = Task.objects.filter(plan=OuterRef("pk")).order_by().values("plan")
        count = tasks.annotate(count=Count("pk")).values("count")
        return (
            visible_plans(self.request.user)
            .select_related("version_in_force")
            .annotate(task_count=Coalesce(Subquery(count), 0))
        )

    def search_queryset(self, queryset: QuerySet[Plan]) -> QuerySet[Plan]:
        """Plans have few rows: the title as typed is enough."""
        if self.is_searching:
            return queryset.filter(title__icontains=self.search_query)
        return queryset


class PlanAdd(Page):
    """Begin a plan."""

    template_name = "programme/plain_form.html"
    parents = [(_("Plans"), "programme_plans")]
    page_title = _("New plan")
    header_icon = "list-ol"
    rule = staticmethod(user_can_edit_plans)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form."""
        context = super().get_context_data(**kwargs)
        return context | {"form": kwargs.get("form") or PlanForm(), "button": _("Begin the plan")}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Begin it."""
        form = PlanForm(request.POST)
        plan = None
        if form.is_valid():
            plan = self.attempt(
                lambda: services.create_plan(actor=request.user, **form.cleaned_data),
                _("The plan has begun. Add its tasks."),
            )
        if not plan:
            return self.render_to_response(self.get_context_data(form=form), status=422)
        return redirect("programme_plan", plan.pk)
