"""The desk's list of works: one line a story, whatever its languages."""

from datetime import timedelta
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Exists, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.components import MediaContainer
from wagtail.models import WorkflowState
from wagtail.snippets.side_panels import SnippetStatusSidePanel
from wagtail.snippets.views.snippets import (
    EditView,
    HistoryView,
    UsageView,
)

from nhipcau.agencies.models import Agency, Place
from nhipcau.common.clock import now
from nhipcau.common.columns import TextColumn, YesNoColumn
from nhipcau.common.snippets import InspectView, SnippetViewSet
from nhipcau.newsroom.enums import WorkState
from nhipcau.newsroom.models import Section, StoryPage, Topic, Work
from nhipcau.newsroom.permissions.drafts import visible_works
from nhipcau.newsroom.rules.languages import spaced
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.desk import scheduled_revisions, versions_in
from nhipcau.newsroom.viewsets.desk_list import (
    HeadlineColumn,
    LanguagesColumn,
    MomentColumn,
    StateColumn,
    WorkIndexView,
)
from nhipcau.newsroom.viewsets.work_chooser import WorkChooserViewSet


def _languages() -> list[tuple[str, str]]:
    """The site's languages in the words of the back office."""
    return [(code, get_language_info(code)["name_translated"]) for code in public.languages()]


class WorkFilterSet(WagtailFilterSet):
    """Narrow works down by state, language, section, agency and kind."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        method="by_state",
        choices=[
            ("draft", _("Draft")),
            ("awaiting", _("Awaiting approval")),
            ("scheduled", _("Approved for later")),
            ("published", _("Published")),
            ("embargoed", _("Under embargo")),
            ("withdrawn", _("Withdrawn")),
        ],
    )
    deadline = django_filters.ChoiceFilter(
        label=_("Deadline"),
        method="by_deadline",
        choices=[
            ("late", _("Late")),
            ("week", _("Within seven days or late")),
            ("any", _("Has a deadline and is not public")),
        ],
    )
    language = django_filters.ChoiceFilter(
        label=_("Has a version in"), method="by_language", choices=_languages
    )
    missing = django_filters.ChoiceFilter(
        label=_("Public, but not in"), method="by_missing", choices=_languages
    )

    # Names are fetched with their things: one query a list of choices, not one a choice.
    section = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("newsroom", "Section"),
        queryset=lambda request: Section.objects.prefetch_related("names"),
    )
    topics = django_filters.ModelChoiceFilter(
        label=_("Topic"), queryset=lambda request: Topic.objects.prefetch_related("names")
    )
    publisher = django_filters.ModelChoiceFilter(
        label=pgettext_lazy("newsroom", "Publisher"),
        queryset=lambda request: Agency.objects.filter(is_publisher=True).prefetch_related("names"),
    )
    agencies = django_filters.ModelChoiceFilter(
        label=_("Agency"), queryset=lambda request: Agency.objects.prefetch_related("names")
    )
    places = django_filters.ModelChoiceFilter(
        label=_("Place"), queryset=lambda request: Place.objects.prefetch_related("names")
    )

    class Meta:
        model = Work
        fields: ClassVar[list[str]] = [
            "information_kind",
            "republication",
            "origin",
        ]

    def by_state(self, queryset: QuerySet[Work], name: str, value: str) -> QuerySet[Work]:
        """Keep works in a state."""
        if value == "embargoed":
            return queryset.filter(embargo_until__gt=now())
        if value in {"awaiting", "scheduled"}:
            is_scheduled = value == "scheduled"
            rows = scheduled_revisions(now()) if is_scheduled else WorkflowState.objects.active()
            ids = rows.values_list("object_id", flat=True)
            pages = StoryPage.objects.filter(pk__in=[int(pk) for pk in ids if pk.isdigit()])
            return queryset.filter(pk__in=list(pages.values_list("work_id", flat=True)))
        return queryset.filter(state=value)

    def by_deadline(self, queryset: QuerySet[Work], name: str, value: str) -> QuerySet[Work]:
        """Keep works that the desk waits for."""
        waiting = queryset.filter(deadline__isnull=False, state=WorkState.DRAFT)
        if value == "late":
            return waiting.filter(deadline__lt=now())
        if value == "week":
            return waiting.filter(deadline__lt=now() + timedelta(days=7))
        return waiting

    def by_missing(self, queryset: QuerySet[Work], name: str, value: str) -> QuerySet[Work]:
        """Keep public works without a public version in a language."""
        public_ones = versions_in(value).filter(live=True)
        return queryset.filter(~Exists(public_ones), state=WorkState.PUBLISHED)

    def by_language(self, queryset: QuerySet[Work], name: str, value: str) -> QuerySet[Work]:
        """Keep works that have a version in a language, public or not."""
        # Asked of the versions, it would look at those of every work above the first that has one.
        return queryset.filter(language_codes__contains=spaced([value]))


class OnlyVisible:
    """Works that a person may not see are not there for them."""

    def get_base_object_queryset(self) -> QuerySet[Work]:
        """The works this person may see."""
        return visible_works(self.request.user)


class WorkEditView(OnlyVisible, EditView):
    """Editing what a work is in any language."""

    def get_side_panels(self) -> MediaContainer:
        """Without Wagtail's status, which calls public whatever has no draft of its own."""
        panels = super().get_side_panels()
        kept = [row for row in panels if not isinstance(row, SnippetStatusSidePanel)]
        return MediaContainer(kept)


class WorkInspectView(InspectView):
    """Reading what a work is in any language."""

    def get_object(self, queryset: Any = None) -> Work:
        """The work, if this person may see it."""
        return get_object_or_404(visible_works(self.request.user), pk=self.pk)


class WorkHistoryView(OnlyVisible, HistoryView):
    """What happened to a work."""


class WorkUsageView(OnlyVisible, UsageView):
    """Where a work is used."""


class WorkViewSet(SnippetViewSet):
    """The stories of the newsroom, in no language."""

    model = Work
    index_view_class = WorkIndexView
    icon = "clipboard-list"
    menu_label = _("Works")
    menu_name = "works"
    menu_order = 105
    add_to_admin_menu = True
    list_per_page = 40
    index_results_template_name = "newsroom/desk/list_results.html"
    chooser_viewset_class = WorkChooserViewSet
    edit_view_class = WorkEditView
    inspect_view_class = WorkInspectView
    history_view_class = WorkHistoryView
    usage_view_class = WorkUsageView
    search_fields: ClassVar[list[str]] = ["short_id"]
    list_display: ClassVar[list[Any]] = [
        HeadlineColumn("headline", label=_("Headline"), sort_key="headline"),
        StateColumn("state", label=_("State")),
        LanguagesColumn("languages", label=_("Languages")),
        TextColumn("section", label=pgettext_lazy("newsroom", "Section")),
        TextColumn("information_kind", label=_("Kind")),
        TextColumn("publisher", label=_("Agency")),
        MomentColumn("deadline", label=_("Deadline"), sort_key="deadline"),
        MomentColumn("published_at", label=_("First published"), sort_key="published_at"),
    ]
    list_export: ClassVar[list[str]] = [
        "short_id",
        "headline",
        "get_state_display",
        "languages",
        "deadline",
        "published_at",
        "section",
        "publisher",
        "information_kind",
        "form",
        "republication",
        "source_name",
        "embargo_until",
        "withdrawn_at",
    ]
    filterset_class = WorkFilterSet
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("section"), FieldPanel("publisher")]),
                FieldRowPanel([FieldPanel("information_kind"), FieldPanel("form")]),
                FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
                FieldPanel("agencies"),
                FieldPanel("places"),
            ],
            heading=_("What it is"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("republication")]),
                FieldPanel("source_address"),
            ],
            heading=_("Where it comes from"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("published_at"), FieldPanel("embargo_until")]),
                FieldPanel("deadline"),
            ],
            heading=_("When"),
        ),
        InlinePanel(
            "task_links",
            panels=[FieldPanel("task")],
            heading=_("Tasks of the plan"),
            label=_("Task of the plan"),
            help_text=_("What this work carries out. The task shows it once readers have it."),
        ),
        InlinePanel(
            "related_links",
            panels=[FieldPanel("related")],
            heading=_("Related stories"),
            label=_("Related story"),
            help_text=_("Stories that readers may want next. Each is named at the other, too."),
        ),
    ]
    inspect_view_enabled = True
    copy_view_enabled = False


class SectionViewSet(SnippetViewSet):
    """The sections of the paper, with their names and addresses in each language."""

    model = Section
    icon = "list-ul"
    menu_label = _("Sections")
    menu_name = "sections"
    add_to_settings_menu = True
    list_display: ClassVar[list[str]] = ["__str__", "code", "sort_order"]
    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("sort_order")]),
        InlinePanel(
            "names",
            panels=[
                FieldRowPanel([FieldPanel("language"), FieldPanel("slug")]),
                FieldPanel("name"),
            ],
            heading=_("Names"),
            label=_("Name"),
            min_num=1,
        ),
    ]


class TopicViewSet(SnippetViewSet):
    """The topics, with their names, addresses and introductions in each language."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "topics"
    menu_order = 108
    add_to_admin_menu = True
    list_display: ClassVar[list[Any]] = [
        "__str__",
        "code",
        YesNoColumn(
            "is_featured",
            label=Topic._meta.get_field("is_featured").verbose_name,
            sort_key="is_featured",
        ),
        "sort_order",
    ]
    list_filter: ClassVar[list[str]] = ["is_featured"]
    search_fields: ClassVar[list[str]] = ["code", "names__name"]
    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("sort_order"), FieldPanel("is_featured")]),
        InlinePanel(
            "names",
            panels=[
                FieldRowPanel([FieldPanel("language"), FieldPanel("slug")]),
                FieldPanel("name"),
                FieldPanel("introduction"),
            ],
            heading=_("Names"),
            label=_("Name"),
            min_num=1,
        ),
    ]
