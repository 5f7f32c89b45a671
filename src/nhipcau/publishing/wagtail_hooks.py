"""What the publisher adds to Wagtail."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from nhipcau.publishing.permissions import user_can_see_queue
from nhipcau.publishing.views.queue import QueueReport, retry_given_up


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    """The publisher's own pages."""
    return [
        path("publishing/stale/", QueueReport.as_view(), name="publishing_queue"),
        path(
            "publishing/stale/results/",
            QueueReport.as_view(results_only=True),
            name="publishing_queue_results",
        ),
        path("publishing/stale/retry/", retry_given_up, name="publishing_queue_retry"),
    ]


class QueueMenuItem(MenuItem):
    """Leads to the stale pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may look at them."""
        return user_can_see_queue(request.user)


@hooks.register("register_reports_menu_item")
def register_queue_menu_item() -> QueueMenuItem:
    """Put the page among the reports."""
    return QueueMenuItem(
        _("Stale public pages"),
        reverse("publishing_queue"),
        name="publishing-queue",
        icon_name="time",
        order=50,
    )
