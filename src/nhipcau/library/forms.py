"""Forms of every upload: one at a time, many at once, and in choosers."""

from io import BytesIO
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from nhipcau.common.exceptions import DomainError
from nhipcau.library.enums import Consent
from nhipcau.library.exceptions import NotAPhoto, PhotoTooLarge
from nhipcau.library.rules.pixels import LARGEST_OTHER_PIXELS, look_of, room_for_one
from nhipcau.library.services.metadata import (
    PhotoMetadata,
    fill_empty_fields,
    read_metadata,
)
from nhipcau.library.services.photos import inspect_photo
from nhipcau.library.services.uploads import check_upload


class CheckedUpload:
    """Refuses what carries a secrecy mark; asks where consent is kept."""

    cleaned_data: dict[str, Any]
    changed_data: list[str]
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("rights", "consent"):
            # Bulk upload sends the file alone; the model's defaults hold then.
            if name in self.fields:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """Consent that is recorded has a place where it is kept."""
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]
        if cleaned.get("consent") == Consent.RECORDED and not cleaned.get("consent_note"):
            raise forms.ValidationError(
                {"consent_note": _("Say where the written consent is kept.")}
            )
        return cleaned

    def clean_file(self) -> Any:
        """The uploaded file, checked before anything of it is stored."""
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            try:
                with room_for_one():
                    check_upload(file)
                    self.check_content(file)
            except DomainError as error:
                raise forms.ValidationError(str(error.message), code=error.code) from error
            finally:
                file.seek(0)
        return file

    def check_content(self, file: Any) -> None:
        """Further checks of one kind of file."""


class CheckedImageField(WagtailImageField):
    """Looks at a photograph's header first: Wagtail's own field fails on damaged ones."""

    def to_python(self, data: Any) -> Any:
        """The uploaded photograph.

        Raises:
            ValidationError: if it is none, is damaged or has too many pixels.
        """
        if data:
            data.seek(0)
            try:
                inspect_photo(data.read())
            except DomainError as error:
                raise forms.ValidationError(str(error.message), code=error.code) from error
            finally:
                data.seek(0)
        try:
            return super().to_python(data)
        except OSError as error:
            raise forms.ValidationError(str(NotAPhoto.message), code=NotAPhoto.code) from error

    def check_image_pixel_size(self, f: Any) -> None:
        """Nothing more: the header has been looked at, and Wagtail would unpack every pixel."""


class ImageForm(CheckedUpload, BaseImageForm):
    """Uploads of photographs; what they say of themselves fills empty fields."""

    # Of a file that has just come; nothing of one that stays.
    _said = PhotoMetadata()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "caption" in self.fields:
            self.fields["caption"].widget.attrs["rows"] = 3
        if "description" in self.fields:
            self.fields["description"].help_text = _(
                "The alternative text: what a reader who does not see the photograph needs to know."
            )
        field = self.fields.get("file")
        if field is not None:
            # Wagtail makes the field itself, whatever the form declares.
            self.fields["file"] = CheckedImageField(
                label=field.label,
                required=field.required,
                help_text=field.help_text,
                widget=field.widget,
            )

    def check_content(self, file: Any) -> None:
        """Refuse what is no photograph or has too many pixels for its format."""
        file.seek(0)
        content = file.read()
        kind, width, height = inspect_photo(content)
        if kind != "JPEG" and width * height > LARGEST_OTHER_PIXELS:
            raise PhotoTooLarge
        try:
            self.instance.look = look_of(BytesIO(content))
        except OSError as error:
            raise NotAPhoto from error
        self._said = read_metadata(content)

    def _post_clean(self) -> None:
        """Fill what the form leaves empty, once its own empty fields have been taken over."""
        super()._post_clean()
        fill_empty_fields(self.instance, self._said)


class DocumentForm(CheckedUpload, BaseDocumentForm):
    """Uploads of files."""
