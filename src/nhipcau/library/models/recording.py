"""Audio and video."""

from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import CollectionMember
from wagtail.search import index

from nhipcau.common.models import Identified
from nhipcau.library.enums import RecordingKind
from nhipcau.library.models.rights import Rightful

AUDIO_SUFFIXES = ("mp3", "m4a", "ogg", "opus", "wav", "flac")
VIDEO_SUFFIXES = ("mp4", "webm", "mov", "m4v", "mkv")


class Recording(Identified, CollectionMember, Rightful, index.Indexed, models.Model):
    """An audio or video file.

    Attributes:
        kind: Audio or video.
        title: Name in the library.
        file: The original.
        duration_seconds: Length; ``None`` when nobody has entered it.
        poster: Still shown before it plays.
        caption: What it shows or says, in Vietnamese.
        credit: Author or source, as printed.
        transcript: Every word that is said, for people who do not hear it.
        created_at: When it was brought in.
    """

    kind = models.CharField(_("kind"), max_length=5, choices=RecordingKind)
    title = models.CharField(pgettext_lazy("library", "title"), max_length=255)
    file = models.FileField(
        _("file"),
        upload_to="recordings",
        validators=[FileExtensionValidator([*AUDIO_SUFFIXES, *VIDEO_SUFFIXES])],
    )
    duration_seconds = models.PositiveIntegerField(_("length in seconds"), null=True, blank=True)
    poster = models.ForeignKey(
        "library.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("still"),
    )
    caption = models.TextField(_("caption"), blank=True)
    credit = models.CharField(pgettext_lazy("recording", "credit"), max_length=200, blank=True)
    transcript = models.TextField(_("transcript"), blank=True)
    created_at = models.DateTimeField(_("brought in at"), auto_now_add=True)

    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("caption"),
        index.SearchField("transcript"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title
