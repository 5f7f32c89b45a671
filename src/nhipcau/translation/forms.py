"""Forms of the back office."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.translation.exceptions import SameLanguage


def _languages() -> list[tuple[str, str]]:
    """The site's languages."""
    return list(settings.LANGUAGES)


class LanguagePair(forms.Form):
    """Two different languages."""

    source_language = forms.ChoiceField(label=_("Language of the source"), choices=_languages)
    target_language = forms.ChoiceField(
        label=_("Language of the translation"), choices=_languages, initial="en"
    )

    def clean(self) -> dict:
        """Refuse one language twice."""
        cleaned = super().clean() or {}
        if cleaned.get("source_language") == cleaned.get("target_language"):
            raise forms.ValidationError(SameLanguage.message)
        return cleaned


class AlignmentForm(LanguagePair):
    """Two documents, as files or pasted text."""

    name = forms.CharField(label=_("Name"), max_length=255, help_text=_("A headline, for example."))
    domain = forms.CharField(label=_("Domain"), max_length=60, required=False)
    source_file = forms.FileField(
        label=_("Source document"), required=False, help_text=_("DOCX, HTML or text.")
    )
    source_text = forms.CharField(
        label=_("or source text"), required=False, widget=forms.Textarea(attrs={"rows": 8})
    )
    target_file = forms.FileField(
        label=_("Translated document"), required=False, help_text=_("DOCX, HTML or text.")
    )
    target_text = forms.CharField(
        label=_("or translated text"), required=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def clean(self) -> dict:
        """Each side comes from a file or from the field."""
        cleaned = super().clean()
        for side in ("source", "target"):
            if not cleaned.get(f"{side}_file") and not (cleaned.get(f"{side}_text") or "").strip():
                self.add_error(f"{side}_text", _("Choose a file or paste the text."))
        return cleaned


class MemoryImportForm(LanguagePair):
    """A file for the memory."""

    file = forms.FileField(label=_("File"), help_text=_("TMX, XLIFF, PO or CSV, up to 50 MB."))
    domain = forms.CharField(label=_("Domain"), max_length=60, required=False)
    note = forms.CharField(
        label=pgettext_lazy("translation", "Note"),
        max_length=255,
        required=False,
        help_text=_("Such as the licence."),
    )


class TermImportForm(forms.Form):
    """A file of terms."""

    file = forms.FileField(label=_("File"), help_text=_("CSV or TBX, up to 50 MB."))
    approve = forms.BooleanField(
        label=_("Make them official at once"),
        required=False,
        help_text=_("Rows whose source says “verify” still enter as proposals."),
    )
