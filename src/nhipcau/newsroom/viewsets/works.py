"""The desk's list of works: one line a story, whatever its languages."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import WorkflowState
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from nhipcau.common.text import fold
from nhipcau.newsroom.models import Section, StoryPage, Topic, Work
from nhipcau.newsroom.selectors.desk import SOURCE_LANGUAGE, works_for_listing


def _source(work: Work) -> StoryPage | None:
    """The source version among the prefetched ones."""
    versions = list(work.versions.all())
    return next((row for row in versions if row.language == SOURCE_LANGUAGE), None) or (
        versions[0] if versions else None
    )


class HeadlineColumn(TitleColumn):
    """The source headline, leading to the story."""

    def get_value(self, instance: Work) -> str:
        """Headline of the newest draft."""
        page = _source(instance)
        return (page.draft_title or page.title) if page else str(_("(no text yet)"))

    def get_link_url(self, instance: Work, parent_context: Any) -> str:
        """Where the text is edited."""
        page = _source(instance)
        if page is None:
            return reverse("wagtailsnippets_newsroom_work:edit", args=[instance.pk])
        return reverse("wagtailadmin_pages:edit", args=[page.pk])


class LanguagesColumn(Column):
    """Languages with their state: public ones plain, drafts in brackets."""

    def get_value(self, instance: Work) -> str:
        """Such as ``vi, en, (fr)``."""
        return ", ".join(
            row.language if row.live else f"({row.language})" for row in instance.versions.all()
        )


class StateColumn(Column):
    """What readers have of it."""

    def get_value(self, instance: Work) -> Any:
        """One word."""
        if instance.withdrawn_at:
            return _("Withdrawn")
        if any(row.live for row in instance.versions.all()):
            return _("Published")
        return _("Draft")


class WorkFilterSet(WagtailFilterSet):
    """Narrow works down by state, language, section, agency and kind."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        method="by_state",
        choices=[
            ("draft", _("Draft")),
            ("awaiting", _("Awaiting approval")),
            ("published", _("Published")),
            ("embargoed", _("Under embargo")),
            ("withdrawn", _("Withdrawn")),
        ],
    )
    missing = django_filters.CharFilter(
        label=_("Public, but not in this language (code)"), method="by_missing"
    )

    class Meta:
        model = Work
        fields: ClassVar[list[str]] = [
            "section",
            "publisher",
            "agencies",
            "information_kind",
            "republication",
            "origin",
        ]

    def by_state(self, queryset: QuerySet[Work], name: str, value: str) -> QuerySet[Work]:
        """Keep works in a state."""
        live = StoryPage.objects.filter(work_id=OuterRef("pk"), live=True)
        if value == "withdrawn":
            return queryset.filter(withdrawn_at__isnull=False)
        if value == "embargoed":
            return queryset.filter(embargo_until__isnull=False)
        if value == "awaiting":
            ids = WorkflowState.objects.active().values_list("object_id", flat=True)
            pages = [int(pk) for pk in ids if pk.isdigit()]
            return queryset.filter(versions__in=pages).distinct()
        return queryset.filter(Exists(live) if value == "published" else ~Exists(live))

    def by_missing(self, queryset: QuerySet[Work], name: str, value: str) -> QuerySet[Work]:
        """Keep public works without a public version in a language."""
        live = StoryPage.objects.filter(work_id=OuterRef("pk"), live=True)
        return queryset.filter(
            Exists(live), ~Exists(live.filter(locale__language_code=value.strip()))
        )


class WorkIndexView(IndexView):
    """Finds works by headline, with or without tone marks."""

    def get_base_queryset(self) -> QuerySet[Work]:
        """Works with what their line shows."""
        return works_for_listing()

    def search_queryset(self, queryset: QuerySet[Work]) -> QuerySet[Work]:
        """Keep works of which a headline or the short id holds the words typed."""
        if not self.search_query:
            return queryset
        wanted = fold(self.search_query)
        slug_like = "-".join(wanted.split())
        pages = StoryPage.objects.filter(slug__contains=slug_like).values("work_id")
        return queryset.filter(pk__in=pages) | queryset.filter(short_id=wanted)


class WorkViewSet(SnippetViewSet):
    """The stories of the newsroom, in no language."""

    model = Work
    index_view_class = WorkIndexView
    icon = "clipboard-list"
    menu_label = _("Works")
    menu_name = "works"
    menu_order = 105
    add_to_admin_menu = True
    list_per_page = 50
    search_fields: ClassVar[list[str]] = ["short_id"]
    list_display: ClassVar[list[Any]] = [
        HeadlineColumn("headline", label=_("Headline")),
        StateColumn("state", label=_("State")),
        LanguagesColumn("languages", label=_("Languages")),
        "section",
        "publisher",
        DateColumn("published_at", label=_("First published"), sort_key="published_at"),
    ]
    list_export: ClassVar[list[str]] = [
        "short_id",
        "published_at",
        "section",
        "publisher",
        "information_kind",
        "form",
        "republication",
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
    list_display: ClassVar[list[str]] = ["__str__", "code", "is_featured", "sort_order"]
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
