"""What the site adds to the back office."""

from wagtail.snippets.models import register_snippet

from nhipcau.web.viewsets import ErrorReportViewSet, KeyFigureViewSet

register_snippet(ErrorReportViewSet)
register_snippet(KeyFigureViewSet)
