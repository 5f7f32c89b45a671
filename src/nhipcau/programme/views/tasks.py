"""Tasks as a list, a timeline and a board."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import django_filters
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from nhipcau.agencies.models import Agency
from nhipcau.common.clock import today
from nhipcau.common.columns import LinkColumn, SelectionColumn, TextColumn
from nhipcau.programme.enums import CLOSED_WORK, Scheme, Standing, WorkState
from nhipcau.programme.forms.fields import AgencyChoices, PlainSelect
from nhipcau.programme.models import Classification, Plan, ProgressReport, Task
from nhipcau.programme.permissions import visible_plans, visible_tasks
from nhipcau.programme.products import without_product
from nhipcau.programme.selectors.naming import (
    agency_labels,
    search_folded,
    shared_agency_labels,
)
from nhipcau.programme.views.base import Listing, Page
from nhipcau.programme.views.columns import AgencyColumn, DayColumn, WorkStateColumn

BOARD_LIMIT = 25
TIMELINE_LIMIT = 100


class AgencyFilterField(django_filters.fields.ModelChoiceField):
    """The field of such a filter, with lean choices."""

    iterator = AgencyChoices
    widget = PlainSelect


class AgencyChoiceFilter(django_filters.ModelChoiceFilter):
    """Chooses an agency by its name in the language of the screen."""

    field_class = AgencyFilterField

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("queryset", Agency.objects.order_by("code"))
        super().__init__(**kwargs)

    @property
    def field(self) -> Any:
        """The field, with names that all filters and columns of the page share."""
        field = super().field
        if request := self.get_request():
            field.labels = shared_agency_labels(request)
        return field


def plans_for(request: Any) -> QuerySet[Plan]:
    """Plans that the person who filters may see."""
    return visible_plans(request.user) if request is not None else Plan.objects.none()


class TaskFilterSet(WagtailFilterSet):
    """Narrows tasks by plan, agency, state, time, channel and kind."""

    plan = django_filters.ModelChoiceFilter(queryset=plans_for, label=_("Plan"))
    lead = AgencyChoiceFilter(field_name="current__lead", label=_("Lead agency"))
    coordinator = AgencyChoiceFilter(
        field_name="current__coordinators", label=_("Coordinating agency")
    )
    work_state = django_filters.MultipleChoiceFilter(
        choices=WorkState.choices, distinct=False, label=_("State of the work")
    )
    standing = django_filters.ChoiceFilter(choices=Standing.choices, label=_("Standing"))
    due = django_filters.DateFromToRangeFilter(field_name="current__due", label=_("Due"))
    overdue = django_filters.BooleanFilter(method="filter_overdue", label=_("Overdue"))
    unreported = django_filters.BooleanFilter(
        method="filter_unreported", label=_("Never reported on")
    )
    no_product = django_filters.BooleanFilter(
        method="filter_no_product", label=_("Without products")
    )
    channel = django_filters.ModelChoiceFilter(
        field_name="current__channel",
        queryset=Classification.objects.filter(scheme=Scheme.CHANNEL),
        label=_("Channel"),
    )
    information_kind = django_filters.ModelChoiceFilter(
        field_name="current__information_kind",
        queryset=Classification.objects.filter(scheme=Scheme.INFORMATION_KIND),
        label=_("Kind of information"),
    )

    class Meta:
        model = Task
        fields: list[str] = []

    def filter_overdue(self, tasks: QuerySet[Task], name: str, value: bool) -> QuerySet[Task]:
        """Tasks whose last day has passed, or the others."""
        late = Q(standing=Standing.IN_FORCE, current__due__lt=today()) & ~Q(
            work_state__in=CLOSED_WORK
        )
        return tasks.filter(late) if value else tasks.exclude(late)

    def filter_unreported(self, tasks: QuerySet[Task], name: str, value: bool) -> QuerySet[Task]:
        """Tasks that nobody ever submitted a report on, or the others."""
        reported = Exists(
            ProgressReport.objects.filter(task=OuterRef("pk"), submitted_at__isnull=False)
        )
        return tasks.filter(~reported if value else reported)

    def filter_no_product(self, tasks: QuerySet[Task], name: str, value: bool) -> QuerySet[Task]:
        """Tasks that no story, activity or other product carries out, or the others."""
        without = without_product(tasks)
        return without if value else tasks.exclude(pk__in=without.values("pk"))


def task_rows(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """Tasks with what a list shows; names of agencies come from :func:`agency_labels`."""
    return tasks.select_related("plan", "current")


def with_leads(tasks: Iterable[Task]) -> list[tuple[Task, str]]:
    """Tasks of :func:`task_rows`, each with the name of its lead agency."""
    rows = list(tasks)
    keys = {task.current.lead_id for task in rows if task.current}
    labels = agency_labels(Agency.objects.filter(pk__in=keys))
    return [(task, labels.get(getattr(task.current, "lead_id", None), "–")) for task in rows]


class TaskList(Listing):
    """All tasks that a person may see."""

    model = Task
    paginate_by = 40  # a row costs about three milliseconds of the processor
    folded_path = "current__folded"
    page_title = pgettext_lazy("programme", "Tasks")
    header_icon = "tasks"
    filterset_class = TaskFilterSet
    index_url_name = "programme_tasks"
    index_results_url_name = "programme_tasks_results"
    template_name = "programme/task_list.html"
    default_ordering = ["-plan__first_year", "current__sort_order", "pk"]
    list_export = [
        "plan.title",
        "current.group",
        "current.number",
        "current.text",
        "lead_name",
        "coordinator_names",
        "current.start",
        "current.due",
        "get_work_state_display",
        "current.channel.name_vi",
        "current.information_kind.name_vi",
        "current.get_budget_source_display",
        "current.budget_dong",
    ]
    export_headings = {
        "plan.title": _("Plan"),
        "current.group": pgettext_lazy("programme", "Group"),
        "current.number": pgettext_lazy("programme", "Number"),
        "current.text": pgettext_lazy("programme", "Task"),
        "lead_name": _("Lead agency"),
        "coordinator_names": _("Coordinating agencies"),
        "current.start": _("Start"),
        "current.due": _("Due"),
        "get_work_state_display": _("State of the work"),
        "current.channel.name_vi": _("Channel"),
        "current.information_kind.name_vi": _("Kind of information"),
        "current.get_budget_source_display": _("Source of funds"),
        "current.budget_dong": _("Amount (đồng)"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        """Number, task, plan, lead, due day, state."""
        return [
            SelectionColumn("bulk_actions", obj_type="task"),
            LinkColumn(
                "current",
                obj_type="task",
                label=pgettext_lazy("programme", "Task"),
                get_url=lambda task: reverse("programme_task", args=[task.pk]),
                sort_key="current__sort_order",
            ),
            TextColumn("plan", label=_("Plan"), sort_key="plan__first_year"),
            AgencyColumn("current.lead_id", label=_("Lead agency"), sort_key="current__lead__code"),
            DayColumn("current.due", label=_("Due"), sort_key="current__due"),
            WorkStateColumn("work_state", label=_("State"), sort_key="work_state"),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The other views of the same tasks."""
        query = self.request.GET.urlencode()
        return view_buttons(query)

    def get_base_queryset(self) -> QuerySet[Task]:
        """Tasks that the person may see."""
        tasks = task_rows(visible_tasks(self.request.user).filter(current__isnull=False))
        if self.is_export:
            tasks = tasks.select_related(
                "plan", "current__channel", "current__information_kind"
            ).prefetch_related("current__coordinators")
        return tasks

    @cached_property
    def labels(self) -> dict[int, str]:
        """Names of agencies, for the export."""
        return shared_agency_labels(self.request)

    def to_row_dict(self, item: Task) -> Any:
        """One row of the export; names of agencies are not fields, so they are added here."""
        wording, task = item.current, item
        task.lead_name = self.labels.get(wording.lead_id, "–")  # type: ignore[attr-defined, union-attr]
        task.coordinator_names = "; ".join(  # type: ignore[attr-defined]
            self.labels[agency.pk]
            for agency in wording.coordinators.all()  # type: ignore[union-attr]
        )
        return super().to_row_dict(item)


def view_buttons(query: str = "") -> list[HeaderButton]:
    """Buttons to list, timeline and board, keeping the filters."""
    suffix = f"?{query}" if query else ""
    return [
        HeaderButton(_("List"), url=reverse("programme_tasks") + suffix, icon_name="list-ul"),
        HeaderButton(
            pgettext_lazy("programme", "Timeline"),
            url=reverse("programme_timeline") + suffix,
            icon_name="calendar",
        ),
        HeaderButton(_("Board"), url=reverse("programme_board") + suffix, icon_name="table"),
    ]


class FilteredTasks(Page):
    """What the timeline and the board share: the list's own filters and search."""

    parents = [(pgettext_lazy("programme", "Tasks"), "programme_tasks")]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The other views of the same tasks."""
        return view_buttons(self.request.GET.urlencode())

    @cached_property
    def filters(self) -> TaskFilterSet:
        """The filters with what was chosen; the newest plan when nothing was."""
        return TaskFilterSet(self.request.GET, request=self.request)

    @cached_property
    def labels(self) -> dict[int, str]:
        """Names of agencies."""
        return shared_agency_labels(self.request)

    def card_of(self, task: Task) -> dict[str, Any]:
        """What a card on the board and a bar of the timeline show."""
        wording = task.current
        return {
            "task": task,
            "address": reverse("programme_task", args=[task.pk]),
            "lead": self.labels.get(wording.lead_id if wording else 0, "–"),  # type: ignore[arg-type]
            "is_overdue": task.is_overdue_on(today()),
        }

    def tasks(self) -> QuerySet[Task]:
        """The tasks to show."""
        tasks = task_rows(visible_tasks(self.request.user).filter(current__isnull=False))
        if self.filters.is_valid():
            tasks = self.filters.filter_queryset(tasks)
        tasks = search_folded(tasks, "current__folded", self.request.GET.get("q", ""))
        return tasks.exclude(standing=Standing.DROPPED)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add filters."""
        context = super().get_context_data(**kwargs)
        plans = visible_plans(self.request.user).order_by("-first_year", "-pk")
        return context | {
            "plans": plans,
            "lead_choice": PlainSelect(choices=[("", _("All")), *self.labels.items()]).render(
                "lead", self.request.GET.get("lead")
            ),
            "chosen": self.request.GET,
        }


class Board(FilteredTasks):
    """Tasks in columns by state of the work."""

    template_name = "programme/board.html"
    page_title = _("Board")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One column a state, each with its first cards and its full count."""
        context = super().get_context_data(**kwargs)
        tasks = self.tasks()
        groups = tasks.order_by().values_list("work_state").annotate(tasks=Count("pk"))
        counts = dict(groups)
        # The databases sort keys alone much faster than whole rows.
        keys = tasks.order_by("current__due", "pk").values_list("pk", flat=True)
        shown = [
            pk
            for state in WorkState
            if counts.get(state)
            for pk in keys.filter(work_state=state)[:BOARD_LIMIT]
        ]
        cards = Task.objects.select_related("current").in_bulk(shown)
        columns = [
            {
                "state": state,
                "label": state.label,
                "count": counts.get(state, 0),
                "cards": [self.card_of(cards[pk]) for pk in shown if cards[pk].work_state == state],
            }
            for state in WorkState
        ]
        return context | {"columns": columns, "limit": BOARD_LIMIT}


class Timeline(FilteredTasks):
    """Tasks as bars over the months of a year."""

    template_name = "programme/timeline.html"
    page_title = pgettext_lazy("programme", "Timeline")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Bars in per cent of the year shown."""
        context = super().get_context_data(**kwargs)
        year = self._year()
        first, last = date(year, 1, 1), date(year, 12, 31)
        tasks = (
            self.tasks()
            .filter(
                Q(current__start__isnull=True) | Q(current__start__lte=last),
                Q(current__due__isnull=True) | Q(current__due__gte=first),
                plan__first_year__lte=year,
                plan__last_year__gte=year,
            )
            .order_by("current__start", "current__due", "pk")
        )
        shown = list(tasks[: TIMELINE_LIMIT + 1])
        day = today()
        return context | {
            "year": year,
            "rows": [self._bar(task, first, last) for task in shown[:TIMELINE_LIMIT]],
            "is_cut": len(shown) > TIMELINE_LIMIT,
            "limit": TIMELINE_LIMIT,
            "months": range(1, 13),
            "now_percent": _percent(day, first, last) if day.year == year else None,
        }

    def _year(self) -> int:
        try:
            year = int(self.request.GET.get("year", ""))
        except ValueError:
            newest = (
                visible_plans(self.request.user)
                .order_by("-first_year")
                .values_list("first_year", flat=True)
                .first()
            )
            return newest or today().year
        return min(max(year, 1990), 2200)

    def _bar(self, task: Task, first: date, last: date) -> dict[str, Any]:
        wording = task.current
        start = max((wording.start if wording else None) or first, first)
        due = min((wording.due if wording else None) or last, last)
        left = _percent(start, first, last)
        right = _percent(due + timedelta(days=1), first, last)
        return self.card_of(task) | {"left": left, "width": max(right - left, 0.6)}


def _percent(day: date, first: date, last: date) -> float:
    return round(100 * (day - first).days / ((last - first).days + 1), 2)
