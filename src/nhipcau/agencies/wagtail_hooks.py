"""What the agencies app adds to Wagtail."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from nhipcau.agencies.views.sheet import SampleView, SheetView
from nhipcau.agencies.viewsets.names import AgenciesGroup

register_snippet(AgenciesGroup)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    """The page that brings spreadsheets in."""
    return [
        path("agencies/bring-in/", SheetView.as_view(), name="agencies_sheet"),
        path("agencies/bring-in/<slug:kind>.xlsx", SampleView.as_view(), name="agencies_sample"),
    ]


class BringInItem(MenuItem):
    """Shown to those who may add agencies."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person may use it."""
        return bool(request.user.has_perm("agencies.add_agency"))


@hooks.register("register_settings_menu_item")
def register_bring_in() -> MenuItem:
    """The way to it."""
    return BringInItem(
        _("Bring in agencies"),
        reverse("agencies_sheet"),
        name="bring-in-agencies",
        icon_name="upload",
    )
