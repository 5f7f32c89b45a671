"""What the library adds to Wagtail."""

from wagtail.snippets.models import register_snippet

from nhipcau.library.viewsets import RecordingViewSet

register_snippet(RecordingViewSet)
