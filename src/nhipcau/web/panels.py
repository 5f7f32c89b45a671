"""The site's part of the home page: readers who wait for an answer."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from nhipcau.web.enums import ReportState
from nhipcau.web.models import ErrorReport
from nhipcau.web.selectors.profile import site_profile
from nhipcau.web.services.reports import user_can_answer

#: Reports named one by one; a link leads to the others.
_NAMED = 5


class ReportsPanel(Component):
    """Reports of errors that nobody has answered, the oldest first, for those who may answer."""

    name = "web-reports"
    template_name = "web/home/reports.html"
    order = 45

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The reports; none for whoever may not answer them."""
        if not user_can_answer(parent_context["request"].user):
            return {"reports": []}
        waiting = ErrorReport.objects.filter(
            state__in=(ReportState.RECEIVED, ReportState.PASSED_ON)
        ).order_by("received_at")
        named = list(
            waiting.select_related("passed_to").prefetch_related("passed_to__names")[:_NAMED]
        )
        if not named:
            # Before the site is set up there is nobody yet who has promised anything.
            return {"reports": []}
        viewset = ErrorReport.snippet_viewset  # type: ignore[attr-defined] # Set by Wagtail.
        edit = viewset.get_url_name("edit")
        return {
            "reports": [(report, reverse(edit, args=[report.pk])) for report in named],
            "total": waiting.count() if len(named) == _NAMED else len(named),
            "list_address": reverse(viewset.get_url_name("list")),
            "reply_working_days": site_profile("vi").reply_working_days,
        }
