"""Recordings in the back office."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList

from nhipcau.common.snippets import SnippetViewSet
from nhipcau.library.enums import RecordingKind
from nhipcau.library.forms import CheckedUpload
from nhipcau.library.models import Recording
from nhipcau.library.models.recording import AUDIO_SUFFIXES

# Of video suffixes any may hold sound alone, and Ogg may hold pictures.
_NEVER_VIDEO = frozenset(AUDIO_SUFFIXES) - {"ogg"}


class RecordingForm(CheckedUpload, WagtailAdminModelForm):
    """Uploads of audio and video."""

    def clean(self) -> dict[str, Any]:
        """What is only heard is not called a video: readers would get an empty picture."""
        cleaned = super().clean()
        suffix = str(cleaned.get("file") or "").rsplit(".", 1)[-1].lower()
        if cleaned.get("kind") == RecordingKind.VIDEO and suffix in _NEVER_VIDEO:
            self.add_error("kind", _("This file is audio. Choose “Audio” here."))
        return cleaned


class RecordingViewSet(SnippetViewSet):
    """List and forms of audio and video."""

    model = Recording
    icon = "media"
    menu_label = _("Audio and video")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ("title", "kind", "credit", "rights", "rights_expire_on", "created_at")
    list_filter = ("kind", "rights", "consent")
    list_export = ("title", "kind", "caption", "credit", "rights", "rights_expire_on", "consent")
    search_fields = ("title", "caption", "transcript")
    ordering = "-created_at"
    edit_handler = ObjectList(
        [
            FieldPanel("kind"),
            FieldPanel("title"),
            FieldPanel("file"),
            FieldPanel("duration_seconds"),
            FieldPanel("poster"),
            FieldPanel("caption"),
            FieldPanel("credit"),
            FieldPanel("transcript"),
            MultiFieldPanel(
                [FieldPanel(name) for name in Recording.RIGHTS_FIELDS],
                heading=_("Rights and consent"),
            ),
            FieldPanel("collection"),
        ],
        base_form_class=RecordingForm,
    )
