"""What a person states with an upload."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.newsroom.enums import Republication

LIMIT_FILES = 500


class SeveralFilesInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Several files at once."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The uploaded files.

        Raises:
            ValidationError: if there is none, or there are too many or too large ones.
        """
        files = [super(SeveralFilesField, self).clean(one, initial) for one in data or [None]]
        size_bytes = sum(file.size for file in files)
        if len(files) > LIMIT_FILES or size_bytes > settings.LARGEST_UPLOAD_BYTES:
            raise forms.ValidationError(
                _(
                    "At most 500 files and 300 MB at once. For larger archives ask the "
                    "administrator to run “nhipcau ingest”."
                )
            )
        return files


class UploadForm(forms.Form):
    """Files, and what holds for all of them."""

    files = SeveralFilesField(
        label=_("Files"),
        help_text=_(
            "Text, HTML, Word (.docx), ninjs, JSON Lines, NewsML-G2, with their photographs, or "
            "a ZIP archive of these."
        ),
        # One empty file among many is reported with its name, and stops no other.
        allow_empty_file=True,
    )
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("For items that do not say theirs."),
        choices=lambda: settings.LANGUAGES,
    )
    publisher = forms.ModelChoiceField(
        label=_("Publisher"),
        queryset=Agency.objects.prefetch_related("names"),
        required=False,
        empty_label=_("the site's own publisher"),
        to_field_name="code",
    )
    republication = forms.ChoiceField(
        label=_("Right to republish"),
        choices=Republication.choices,
        initial=Republication.UNCLEAR,
        help_text=_("Nothing is published before this is settled."),
    )
