"""What the site adds to the back office."""

from typing import Any

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from nhipcau.web.panels import ReportsPanel
from nhipcau.web.viewsets import ErrorReportViewSet, KeyFigureViewSet

register_snippet(ErrorReportViewSet)
register_snippet(KeyFigureViewSet)


@hooks.register("construct_homepage_panels")
def reports(request: Any, panels: list[Any]) -> None:
    """Show readers' reports to those who answer them."""
    panels.append(ReportsPanel())
