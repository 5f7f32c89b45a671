"""Agencies, offices and places with their dated names, as snippets with history and export."""

from typing import Any, ClassVar

from django.contrib.admin.utils import quote
from django.contrib.auth import get_permission_codename
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSetGroup

from nhipcau.agencies.forms import LanguageSelect, NamesForm
from nhipcau.agencies.models import Agency, FocalPoint, Office, Place
from nhipcau.common.snippets import SnippetViewSet
from nhipcau.common.text import fold

NAME_PANELS = [
    FieldRowPanel(
        [FieldPanel("language", widget=LanguageSelect), FieldPanel("short_name")],
    ),
    FieldPanel("name"),
    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    FieldPanel("source"),
]
VALIDITY = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")])], heading=_("Existed")
)


class NameColumn(Column):
    """The name in force today in one language."""

    def __init__(self, name: str, language: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.language = language

    def get_value(self, instance: Any) -> str:
        """The name, or nothing."""
        return str(instance.name(self.language))


class LinkedNameColumn(TitleColumn):
    """The Vietnamese name in force today, leading to where it is edited or else looked at."""

    def get_value(self, instance: Any) -> str:
        """The name, or the code while there is none."""
        return str(instance.name() or instance.code)

    def get_link_url(self, instance: Any, parent_context: Any) -> str:
        """Where it is edited by those who may; others find there what is known of it."""
        meta = instance._meta
        change = f"{meta.app_label}.{get_permission_codename('change', meta)}"
        page = "edit" if parent_context["request"].user.has_perm(change) else "inspect"
        route = f"wagtailsnippets_{meta.app_label}_{meta.model_name}:{page}"
        return reverse(route, args=[quote(instance.pk)])


class NamedIndexView(IndexView):
    """Finds things by any of their names, with or without tone marks, or by code."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """Rows with their names, in a bounded number of queries."""
        return super().get_base_queryset().prefetch_related("names")

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what matches the words typed."""
        if not self.search_query:
            return queryset
        wanted = fold(self.search_query)
        names = queryset.model._meta.get_field("names").related_model
        foreign_key = queryset.model._meta.model_name
        matching = {
            row[0]
            for row in names.objects.values_list(f"{foreign_key}_id", "name", "short_name")
            if wanted in fold(row[1]) or wanted in fold(row[2])
        }
        return queryset.filter(Q(pk__in=matching) | Q(code__icontains=self.search_query))


class AgencyFilterSet(WagtailFilterSet):
    """Narrow agencies down."""

    class Meta:
        model = Agency
        fields: ClassVar[list[str]] = ["kind", "is_committee_member", "document_system", "parent"]


class NamedViewSet(SnippetViewSet):
    """Forms of things with dated names."""

    def get_edit_handler(self) -> Any:
        """The panels, with names checked against each other."""
        handler = ObjectList(self.panels, base_form_class=NamesForm)
        return handler.bind_to_model(self.model)


class AgencyViewSet(NamedViewSet):
    """The committee, its members and every other body."""

    model = Agency
    index_view_class = NamedIndexView
    icon = "group"
    menu_label = _("Agencies")
    menu_name = "agencies"
    list_display: ClassVar[list[Any]] = [
        LinkedNameColumn("name_vi", label=_("Name")),
        NameColumn("name_en", "en", label=_("English name")),
        "code",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        BooleanColumn("is_committee_member", label=_("member of the committee")),
    ]
    list_export: ClassVar[list[str]] = [
        "code",
        "name",
        "english_name",
        "get_kind_display",
        "is_committee_member",
        "website",
        "valid_from",
        "valid_to",
    ]
    filterset_class = AgencyFilterSet
    search_fields: ClassVar[list[str]] = ["code"]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("code"), FieldPanel("kind")]),
                FieldRowPanel([FieldPanel("document_system"), FieldPanel("parent")]),
                FieldPanel("is_committee_member"),
                FieldPanel("website"),
            ],
            heading=_("Agency"),
        ),
        InlinePanel("names", panels=NAME_PANELS, heading=_("Names"), label=_("Name"), min_num=1),
        VALIDITY,
        FieldPanel("predecessors"),
    ]
    inspect_view_enabled = True


class OfficeViewSet(NamedViewSet):
    """Posts and who holds them when."""

    model = Office
    inspect_view_enabled = True
    list_export: ClassVar[list[str]] = ["code", "name", "english_name", "agency", "holder_on"]
    index_view_class = NamedIndexView
    icon = "user"
    menu_label = _("Offices")
    menu_name = "offices"
    list_display: ClassVar[list[Any]] = [
        LinkedNameColumn("name_vi", label=pgettext_lazy("agencies", "Title")),
        NameColumn("name_en", "en", label=_("English title")),
        "agency",
        Column("holder", label=_("Held today by"), accessor="holder_on"),
    ]
    list_filter: ClassVar[list[str]] = ["agency"]
    search_fields: ClassVar[list[str]] = ["code"]
    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("agency"), FieldPanel("code"), FieldPanel("sort_order")]),
        InlinePanel(
            "names",
            panels=NAME_PANELS,
            heading=_("Titles"),
            label=pgettext_lazy("agencies", "Title"),
            min_num=1,
        ),
        InlinePanel(
            "holdings",
            panels=[
                FieldPanel("person_name"),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                FieldPanel("source"),
            ],
            heading=_("Holders"),
            label=_("Holder"),
        ),
        VALIDITY,
    ]


class PlaceFilterSet(WagtailFilterSet):
    """Narrow places down."""

    class Meta:
        model = Place
        fields: ClassVar[list[str]] = ["kind", "is_partner", "parent"]


class PlaceViewSet(NamedViewSet):
    """Countries, localities, communes and sites, before and after 1 July 2025."""

    model = Place
    inspect_view_enabled = True
    list_export: ClassVar[list[str]] = [
        "code",
        "name",
        "english_name",
        "get_kind_display",
        "is_partner",
        "valid_from",
        "valid_to",
    ]
    index_view_class = NamedIndexView
    icon = "globe"
    menu_label = _("Places")
    menu_name = "places"
    list_display: ClassVar[list[Any]] = [
        LinkedNameColumn("name_vi", label=_("Name")),
        NameColumn("name_en", "en", label=_("English name")),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        BooleanColumn("is_partner", label=_("partner of the province")),
        "valid_to",
    ]
    filterset_class = PlaceFilterSet
    search_fields: ClassVar[list[str]] = ["code"]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("code"), FieldPanel("kind")]),
                FieldRowPanel([FieldPanel("parent"), FieldPanel("country_code")]),
                FieldPanel("is_partner"),
            ],
            heading=_("Place"),
        ),
        InlinePanel("names", panels=NAME_PANELS, heading=_("Names"), label=_("Name"), min_num=1),
        VALIDITY,
        FieldPanel("predecessors"),
    ]


class FocalPointViewSet(SnippetViewSet):
    """Who speaks for which agency."""

    model = FocalPoint
    list_export: ClassVar[list[str]] = ["user", "agency", "valid_from", "valid_to"]
    icon = "mail"
    menu_label = _("Focal points")
    menu_name = "focal-points"
    list_display: ClassVar[list[str]] = ["user", "agency", "valid_from", "valid_to"]
    list_filter: ClassVar[list[str]] = ["agency"]
    panels: ClassVar[list[Any]] = [
        FieldPanel("user"),
        FieldPanel("agency"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]


class AgenciesGroup(SnippetViewSetGroup):
    """The menu of bodies and places."""

    items = (AgencyViewSet, OfficeViewSet, FocalPointViewSet, PlaceViewSet)
    menu_label = _("Agencies and places")
    menu_icon = "group"
    menu_name = "agencies-and-places"
    menu_order = 300
