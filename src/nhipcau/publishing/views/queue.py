"""The back-office page of stale public pages."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.reports import ReportView

from nhipcau.common import clock
from nhipcau.publishing import selectors
from nhipcau.publishing.enums import Reason
from nhipcau.publishing.models import StaleAddress
from nhipcau.publishing.permissions import user_can_retry, user_can_see_queue
from nhipcau.publishing.services import retry

_REASONS = dict(Reason.choices)


class QueueFilter(WagtailFilterSet):
    """Narrows the list to what was given up."""

    is_dead = django_filters.BooleanFilter(label=gettext_lazy("given up"))

    class Meta:
        model = StaleAddress
        fields = ["is_dead"]


class QueueReport(ReportView):
    """Public pages that may be out of date: since when, why, and what went wrong."""

    page_title = gettext_lazy("Stale public pages")
    header_icon = "time"
    index_url_name = "publishing_queue"
    index_results_url_name = "publishing_queue_results"
    template_name = "publishing/queue.html"
    results_template_name = "publishing/queue_results.html"
    filterset_class = QueueFilter
    default_ordering = ("-is_dead", "since")
    is_searchable = True
    search_fields = ["address"]
    list_export = ["address", "since", "reason", "attempts", "is_dead", "last_error"]
    export_filename = "stale-pages"
    columns = [
        Column("address", label=gettext_lazy("Address"), sort_key="address"),
        DateColumn("since", label=gettext_lazy("Stale since"), sort_key="since"),
        Column(
            "reason",
            label=gettext_lazy("Reason"),
            accessor=lambda row: _REASONS.get(row.reason, row.reason),
        ),
        Column("attempts", label=gettext_lazy("Failed attempts"), sort_key="attempts"),
        StatusTagColumn(
            "is_dead",
            label=gettext_lazy("State"),
            accessor=lambda row: _("given up") if row.is_dead else _("waiting"),
            primary=lambda row: row.is_dead,
        ),
        Column("last_error", label=gettext_lazy("Last error")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in whom the page concerns."""
        if not user_can_see_queue(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[StaleAddress]:
        """All stale addresses."""
        return selectors.stale_addresses()

    def search_queryset(self, queryset: QuerySet[StaleAddress]) -> QuerySet[StaleAddress]:
        """Addresses that hold the words."""
        words = self.search_query
        return queryset.filter(address__icontains=words) if words else queryset

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the state of the queue and of the renderer."""
        context = super().get_context_data(*args, **kwargs)
        silence = selectors.renderer_silence_seconds()
        return context | {
            "queue": selectors.queue_state(),
            "is_renderer_silent": silence is None or silence > selectors.SILENCE_SECONDS,
            "can_retry": user_can_retry(self.request.user),
        }


@require_POST
def retry_given_up(request: HttpRequest) -> HttpResponse:
    """Have everything rendered again that was given up.

    Raises:
        PermissionDenied: if the person may not.
    """
    if not user_can_retry(request.user):
        raise PermissionDenied
    addresses = list(
        selectors.stale_addresses().filter(is_dead=True).values_list("address", flat=True)
    )
    retry(addresses=addresses, now=clock.now())
    count = len(addresses)
    messages.success(
        request,
        ngettext("%(count)d page is tried again.", "%(count)d pages are tried again.", count)
        % {"count": count},
    )
    return redirect("publishing_queue")
