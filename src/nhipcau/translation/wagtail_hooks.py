"""What the translation app adds to Wagtail."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.models import Page

# Importing it registers memory, terms, alignment and checks.
from nhipcau.translation import engine_hooks  # noqa: F401
from nhipcau.translation.services import localize as adapter
from nhipcau.translation.services.subjects import subject_of
from nhipcau.translation.views.desk import DeskHelpView, DeskView


@hooks.register("register_admin_urls")
def register_desk_urls() -> list[URLPattern]:
    """The addresses of the desk."""
    return [
        path("translation/desk/<int:page_id>/", DeskView.as_view(), name="translation_desk"),
        path(
            "translation/desk/<int:page_id>/help/<int:segment_id>/",
            DeskHelpView.as_view(),
            name="translation_desk_help",
        ),
    ]


@hooks.register("before_edit_page", order=-10)
def open_desk(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead whoever opens a translation to the desk: its text is changed nowhere else."""
    specific = page.specific
    if subject_of(specific) is not None and adapter.is_at_desk(specific):
        return redirect(reverse("translation_desk", args=[page.pk]))
    return None


@hooks.register("construct_reports_menu")
def hide_localize_report(request: HttpRequest, menu_items: list[Any]) -> None:
    """Take away wagtail-localize's report, whose links lead to its own editor."""
    menu_items[:] = [item for item in menu_items if "localize" not in getattr(item, "url", "")]
