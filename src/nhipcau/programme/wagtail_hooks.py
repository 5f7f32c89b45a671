"""What the programme adds to Wagtail: addresses, menu, home panels, bulk actions, audit codes."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from nhipcau.programme import admin_urls
from nhipcau.programme.audit_actions import ACTIONS
from nhipcau.programme.panels import panels_for
from nhipcau.programme.permissions import (
    is_overseer,
    user_can_use_programme,
)
from nhipcau.programme.views.bulk import AcceptReports, SetWorkState


class ProgrammeMenuItem(MenuItem):
    """A menu item for those whom its rule lets in."""

    def __init__(self, *args: Any, rule: Any = user_can_use_programme, **kwargs: Any) -> None:
        self.rule = rule
        super().__init__(*args, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may open it."""
        return bool(self.rule(request.user))


ITEMS = [
    (_("The year at a glance"), "programme_dashboard", "view", user_can_use_programme),
    (_("Guiding documents"), "programme_documents", "doc-full", user_can_use_programme),
    (_("Plans"), "programme_plans", "list-ol", user_can_use_programme),
    (pgettext_lazy("programme", "Tasks"), "programme_tasks", "tasks", user_can_use_programme),
    (_("Progress reports"), "programme_reports", "form", user_can_use_programme),
    (_("Reporting periods"), "programme_periods", "calendar-alt", is_overseer),
    (_("Measures"), "programme_measures", "decimal", user_can_use_programme),
    (_("Orphans"), "programme_orphans", "link", is_overseer),
]


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    """Put the programme below ``/admin/programme/``."""
    return [path("programme/", include(admin_urls))]


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    """The programme's menu."""
    items = [
        ProgrammeMenuItem(label, reverse(name), name=name, icon_name=icon, order=order, rule=rule)
        for order, (label, name, icon, rule) in enumerate(ITEMS)
    ]
    return SubmenuMenuItem(
        _("Programme"), Menu(items=items), name="programme", icon_name="calendar-check", order=150
    )


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    """What must I do today?"""
    panels.extend(panels_for(request.user))


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Make the audit codes known."""
    for code, (label, message) in ACTIONS.items():
        actions.register_action(code, label, message)


hooks.register("register_bulk_action", AcceptReports)
hooks.register("register_bulk_action", SetWorkState)
