"""What the library adds to Wagtail."""

from typing import Any

from django.urls import URLPattern, path, re_path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.images.permissions import permission_policy
from wagtail.snippets.models import register_snippet

from nhipcau.library.services.avif import Credited
from nhipcau.library.views.adding import AddPhotoView
from nhipcau.library.views.crops import CropsView
from nhipcau.library.views.kit import CleanCopyView, PressKitAction
from nhipcau.library.views.previews import copy, preview
from nhipcau.library.views.rights import RightsReport
from nhipcau.library.viewsets import RecordingViewSet

register_snippet(RecordingViewSet)
hooks.register("register_bulk_action", PressKitAction)


@hooks.register("register_image_operations")
def register_image_operations() -> list[tuple[str, type[Credited]]]:
    """What is done to AVIF copies."""
    return [("credited", Credited)]


# Before Wagtail's own, whose view says nothing of duplicates.
@hooks.register("register_admin_urls", order=-1)
def register_adding() -> list[URLPattern]:
    """The form for one new photograph."""
    return [path("images/add/", AddPhotoView.as_view(), name="library_add_photo")]


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    """Small copies, crops, clean copies and the report on rights."""
    return [
        re_path(r"^media/(?P<name>[0-9a-f]{32}-[a-z0-9-]+\.\w+)$", copy, name="library_copy"),
        path("library/crops/<int:image_id>/", CropsView.as_view(), name="library_crops"),
        path("media/<path:name>", preview, name="library_preview"),
        path("library/clean/<int:image_id>/", CleanCopyView.as_view(), name="library_clean_copy"),
        path("reports/rights/", RightsReport.as_view(), name="library_rights"),
        path(
            "reports/rights/results/",
            RightsReport.as_view(results_only=True),
            name="library_rights_results",
        ),
    ]


class RightsItem(MenuItem):
    """Shown to those who work with photographs."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person does."""
        return bool(
            permission_policy.user_has_any_permission(request.user, ["add", "change", "choose"])
        )


@hooks.register("register_reports_menu_item")
def register_rights() -> MenuItem:
    """The way to the report."""
    return RightsItem(
        _("Photographs and rights"),
        reverse_lazy("library_rights"),
        name="photograph-rights",
        icon_name="image",
        order=800,
    )
