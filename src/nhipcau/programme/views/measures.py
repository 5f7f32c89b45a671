"""Measures: what can be counted, each figure with its records, and frozen figures."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format, number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets import AdminDateInput

from nhipcau.agencies.models import Agency
from nhipcau.common.clock import now, today
from nhipcau.programme import measures
from nhipcau.programme.charts import BarInput, bar_chart, column_chart
from nhipcau.programme.exceptions import UnknownMeasure
from nhipcau.programme.forms.fields import AgencyField
from nhipcau.programme.models import FrozenFigure
from nhipcau.programme.permissions import (
    agencies_of,
    is_focal_point,
    is_overseer,
    user_can_freeze_figures,
)
from nhipcau.programme.selectors.naming import agency_labels
from nhipcau.programme.services.freezing import freeze_figure, recompute
from nhipcau.programme.views.base import Listing, Page
from nhipcau.programme.views.tasks import DayColumn

CHART_AGENCIES = 20


def figure_text(value: Decimal | None, unit: Any = "") -> str:
    """A figure as printed; “no data” is never 0."""
    if value is None:
        return gettext("no data")
    places = 0 if value == value.to_integral_value() else 2
    text = number_format(value, decimal_pos=places, use_l10n=True, force_grouping=True)
    return f"{text} {unit}".strip()


def measure_text(measure: measures.Measure, value: Decimal | None) -> str:
    """A measure's figure as printed, with its unit."""
    return figure_text(value, measure.unit_of(value))


class MeasureIndex(Page):
    """Everything that can be counted."""

    template_name = "programme/measures.html"
    page_title = _("Measures")
    header_icon = "decimal"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each measure with its figure of this year, where that needs no choice."""
        context = super().get_context_data(**kwargs)
        day = today()
        query = measures.Query(
            start=date(day.year, 1, 1),
            end=date(day.year, 12, 31),
            within=own_agencies(self.request),
        )
        return context | {
            "year": day.year,
            "may_see_frozen": is_overseer(self.request.user),
            "rows": [
                {
                    "measure": measure,
                    "figure": None
                    if measure.missing_filters(query)
                    else measure_text(measure, measure.value(query)),
                }
                for measure in measures.all_measures()
                if not is_focal_point(self.request.user) or measure.agency
            ],
        }


def own_agencies(request: HttpRequest) -> frozenset[int] | None:
    """The agencies whose records a focal point is limited to; ``None`` for everybody else.

    Raises:
        Http404: for a focal point without an agency.
    """
    if not is_focal_point(request.user):
        return None
    own = agencies_of(request.user)
    if not own:
        raise Http404
    return own


class QueryForm(forms.Form):
    """Which days, agency and filters to count."""

    start = forms.DateField(label=pgettext_lazy("programme", "From"), widget=AdminDateInput)
    end = forms.DateField(label=pgettext_lazy("programme", "To"), widget=AdminDateInput)
    agency = AgencyField(label=_("Agency"), required=False)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        data = super().clean() or {}
        if data.get("start") and data.get("end") and data["end"] < data["start"]:
            self.add_error("end", _("The last day is before the first."))
        return data


class MeasurePage(Page):
    """One measure: its figure, over time, by agency, and every record behind it."""

    template_name = "programme/measure.html"
    parents = [(_("Measures"), "programme_measures")]
    header_icon = "decimal"

    @cached_property
    def measure(self) -> measures.Measure:
        """The measure."""
        try:
            measure = measures.get(self.kwargs["slug"])
        except UnknownMeasure as error:
            raise Http404 from error
        if is_focal_point(self.request.user) and not measure.agency:
            raise Http404  # what no agency has cannot be narrowed to theirs
        return measure

    def get_page_title(self) -> Any:
        """Its name."""
        return self.measure.name

    @cached_property
    def form(self) -> QueryForm:
        """The question, this year's when nothing was asked."""
        year = today().year
        data = self.request.GET.copy()
        data.setdefault("start", date_format(date(year, 1, 1), "Y-m-d"))
        data.setdefault("end", date_format(date(year, 12, 31), "Y-m-d"))
        form = QueryForm(data)
        own = own_agencies(self.request)
        if own is not None:
            form.fields["agency"].queryset = Agency.objects.filter(pk__in=own)
        if not self.measure.agency or (own is not None and len(own) == 1):
            del form.fields["agency"]
        form.is_valid()
        valid = form.cleaned_data
        start, end = valid.get("start"), valid.get("end")
        for item in self.measure.filters:
            if start and end:
                choices = item.choices(start, end)
                form.fields[item.name] = forms.ChoiceField(
                    label=item.label, choices=[("", "–"), *choices], required=False
                )
        return form

    @cached_property
    def query(self) -> measures.Query | None:
        """The question as the registry understands it, ``None`` when it makes no sense."""
        data = getattr(self.form, "cleaned_data", {})
        if not data.get("start") or not data.get("end") or "agency" in self.form.errors:
            return None
        chosen = data.get("agency")
        filters = {}
        for item in self.measure.filters:
            value = self.request.GET.get(item.name, "")
            allowed = {choice for choice, _label in item.choices(data["start"], data["end"])}
            if value in allowed:
                filters[item.name] = value
        return measures.Query(
            start=data["start"],
            end=data["end"],
            agency=chosen.pk if chosen else None,
            within=own_agencies(self.request),
            filters=filters,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The figure with plots and one page of records."""
        context = super().get_context_data(**kwargs)
        context |= {"measure": self.measure, "form": self.form}
        query = self.query
        if query is None:
            return context
        if missing := self.measure.missing_filters(query):
            return context | {"missing": missing[0].label}
        value = self.measure.value(query)
        rows = self.measure.rows(query)
        # Only keys are sorted and cut into pages; the records of one page are then read whole.
        page = Paginator(rows.values_list("pk", flat=True), 50).get_page(self.request.GET.get("p"))
        return context | {
            "figure": measure_text(self.measure, value),
            "has_data": value is not None,
            "time_chart": self._over_time(query),
            "agency_chart": self._by_agency(query),
            "records": [
                self.measure.describe(row) for row in rows.filter(pk__in=list(page.object_list))
            ],
            "page": page,
            "can_freeze": user_can_freeze_figures(self.request.user),
            "frozen": FrozenFigure.objects.filter(measure=self.measure.slug)[:10]
            if is_overseer(self.request.user)
            else [],
            "query_string": self._query_string(),
        }

    def _query_string(self) -> str:
        data = self.request.GET.copy()
        data.pop("p", None)
        return data.urlencode()

    def _over_time(self, query: measures.Query) -> Any:
        points = self.measure.by_month(query)
        if not points:
            return None
        texts = [
            (date_format(month, "m/Y"), value, figure_text(value)) for month, value in points[-24:]
        ]
        return column_chart(
            title=gettext("Over time"),
            summary="; ".join(f"{label}: {text}" for label, _value, text in texts),
            points=texts,
        )

    def _by_agency(self, query: measures.Query) -> Any:
        rows = self.measure.by_agency(query)[:CHART_AGENCIES]
        if not rows:
            return None
        names = agency_labels(Agency.objects.filter(pk__in=[key for key, _value in rows]))
        inputs = [
            BarInput(label=names[key], parts=[(names[key], value, "a")], text=figure_text(value))
            for key, value in rows
        ]
        return bar_chart(
            title=gettext("By agency"),
            summary="; ".join(f"{row.label}: {row.text}" for row in inputs),
            rows=inputs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Freeze the figure as asked."""
        query = self.query
        if query is None:
            return redirect("programme_measure", self.measure.slug)
        choices = dict(
            choice
            for item in self.measure.filters
            for choice in item.choices(query.start, query.end)
            if query.filters.get(item.name) == choice[0]
        )
        name = ": ".join([str(self.measure.name), *map(str, choices.values())])
        figure = self.attempt(
            lambda: freeze_figure(
                actor=request.user, measure=self.measure, query=query, now=now(), name=name
            ),
            _("The figure is frozen with the list of its records."),
        )
        if figure:
            return redirect("programme_frozen_figure", figure.pk)
        return redirect("programme_measure", self.measure.slug)


class FrozenList(Listing):
    """Frozen figures."""

    model = FrozenFigure
    rule = staticmethod(is_overseer)
    page_title = _("Frozen figures")
    header_icon = "lock"
    index_url_name = "programme_frozen"
    index_results_url_name = "programme_frozen_results"
    default_ordering = ["-frozen_at", "-pk"]
    list_export = ["name", "value", "unit", "start", "end", "digest", "frozen_at"]
    parents = [(_("Measures"), "programme_measures")]

    @cached_property
    def columns(self) -> list[Column]:
        """Name, value, days."""
        return [
            TitleColumn(
                "name",
                label=_("Name"),
                url_name="programme_frozen_figure",
                sort_key="name",
            ),
            Column(
                "value", label=_("Value"), accessor=lambda row: figure_text(row.value, row.unit)
            ),
            DayColumn("start", label=pgettext_lazy("programme", "From"), sort_key="start"),
            DayColumn("end", label=pgettext_lazy("programme", "To"), sort_key="end"),
            DayColumn("frozen_at", label=_("Frozen"), sort_key="frozen_at"),
        ]

    def search_queryset(self, queryset: Any) -> Any:
        """By the printed name."""
        if self.is_searching:
            return queryset.filter(name__icontains=self.search_query)
        return queryset


class FrozenPage(Page):
    """One frozen figure against what the same question gives now."""

    template_name = "programme/frozen.html"
    parents = [(_("Measures"), "programme_measures"), (_("Frozen figures"), "programme_frozen")]
    header_icon = "lock"
    rule = staticmethod(is_overseer)

    @cached_property
    def figure(self) -> FrozenFigure:
        """The figure."""
        return get_object_or_404(
            FrozenFigure.objects.select_related("frozen_by", "period_report"),
            pk=self.kwargs["pk"],
        )

    def get_page_title(self) -> str:
        """Its printed name."""
        return self.figure.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Then and now."""
        context = super().get_context_data(**kwargs)
        figure = self.figure
        try:
            again = recompute(figure)
        except UnknownMeasure:
            again = None
        return context | {
            "figure": figure,
            "value": figure_text(figure.value, figure.unit),
            "again": again,
            "value_now": figure_text(again.value, figure.unit) if again else "",
        }
