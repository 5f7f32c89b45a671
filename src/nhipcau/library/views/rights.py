"""Photographs by what is known of their rights, consent and captions."""

from typing import Any, ClassVar

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import AdminDateInput
from wagtail.images.permissions import permission_policy
from wagtail.models import Collection

from nhipcau.common.clock import today
from nhipcau.common.columns import DayColumn
from nhipcau.library.enums import Consent, Rights
from nhipcau.library.models import Image
from nhipcau.library.selectors import image_obstacles

LACKS = {
    "description": _("No alternative text"),
    "caption": _("No caption"),
    "credit": _("No credit"),
}


class RightsFilterSet(WagtailFilterSet):
    """Narrow photographs down."""

    state = django_filters.ChoiceFilter(
        label=_("May it be published?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        method="by_state",
    )
    rights = django_filters.ChoiceFilter(
        label=capfirst(_("right to publish")), choices=Rights.choices
    )
    consent = django_filters.ChoiceFilter(label=capfirst(_("children")), choices=Consent.choices)
    rights_expire_on = django_filters.DateFilter(
        label=_("Right ends before"), lookup_expr="lte", widget=AdminDateInput
    )
    lacks = django_filters.ChoiceFilter(
        label=_("What is missing"), choices=list(LACKS.items()), method="by_lack"
    )
    collection = django_filters.ModelChoiceFilter(
        label=_("Collection"), queryset=Collection.objects.all()
    )

    class Meta:
        model = Image
        fields: ClassVar[list[str]] = []

    def by_state(self, queryset: QuerySet[Image], name: str, value: str) -> QuerySet[Image]:
        """Those with something in the way, or those without."""
        blocked = (
            Q(rights=Rights.UNCLEAR) | Q(consent=Consent.MISSING) | Q(rights_expire_on__lt=today())
        )
        return queryset.filter(blocked) if value == "no" else queryset.exclude(blocked)

    def by_lack(self, queryset: QuerySet[Image], name: str, value: str) -> QuerySet[Image]:
        """Those without one of the texts; what is decorative needs no alternative text."""
        found = queryset.filter(**{value: ""})
        return found.filter(is_decorative=False) if value == "description" else found


class ImageTitleColumn(TitleColumn):
    """The title, leading those who may edit it to the image."""

    def get_link_url(self, instance: Image, parent_context: Any) -> str | None:
        """Where it is edited."""
        if not getattr(instance, "may_be_edited", False):
            return None
        return reverse("wagtailimages:edit", args=[instance.pk])


class RightsReport(ReportView):
    """A report with filters and export."""

    page_title = _("Photographs and rights")
    header_icon = "image"
    index_url_name = "library_rights"
    index_results_url_name = "library_rights_results"
    filterset_class = RightsFilterSet
    permission_policy = permission_policy
    any_permission_required: ClassVar[list[str]] = ["add", "change", "choose"]
    columns: ClassVar[list[Column]] = [
        ImageTitleColumn("title", label=_("Photograph")),
        Column("credit", label=_("Credit")),
        Column("rights", label=_("Right"), accessor="get_rights_display"),
        DayColumn("rights_expire_on", label=_("Until")),
        Column("consent", label=_("Children"), accessor="get_consent_display"),
        Column("obstacles", label=_("In the way"), accessor=image_obstacles),
    ]
    list_export: ClassVar[list[str]] = [
        "uuid",
        "title",
        "caption",
        "description",
        "credit",
        "get_rights_display",
        "rights_holder",
        "rights_expire_on",
        "get_consent_display",
        "consent_note",
        "created_at",
    ]
    export_headings: ClassVar[dict[str, Any]] = {
        "get_rights_display": _("Right"),
        "get_consent_display": _("Children"),
    }
    export_filename = "photographs"

    def get_queryset(self) -> QuerySet[Image]:
        """The images that the person may use, the newest first."""
        found: QuerySet[Image] = permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["change", "choose"]
        )
        return found.order_by("-created_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The report, with a note on each image shown that the person may edit."""
        context = super().get_context_data(**kwargs)
        shown = {image.pk: image for image in context["object_list"]}
        theirs = permission_policy.instances_user_has_permission_for(self.request.user, "change")
        for key in theirs.filter(pk__in=list(shown)).values_list("pk", flat=True):
            shown[key].may_be_edited = True
        return context
