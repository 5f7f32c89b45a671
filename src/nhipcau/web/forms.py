"""What readers send: searches and reports of errors."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nhipcau.newsroom.models import Section

# A form sent sooner or later than this was not filled in by a person on this page.
SHORTEST_SECONDS = 3
LONGEST_SECONDS = 24 * 60 * 60
_SALT = "nhipcau.web.report"
EVERY_LANGUAGE = "all"


class LanguageSelect(forms.Select):
    """Languages by their own names, each of which is marked as being in that language."""

    def create_option(
        self, name: str, value: Any, label: Any, *arguments: Any, **named: Any
    ) -> dict[str, Any]:
        """An option; what is no language is in the page's own."""
        option = super().create_option(name, value, label, *arguments, **named)
        if value != EVERY_LANGUAGE:
            option["attrs"]["lang"] = value
        return option


class SearchForm(forms.Form):
    """A reader's search."""

    q = forms.CharField(label=pgettext_lazy("web", "Words"), required=False, max_length=200)
    section = forms.ModelChoiceField(
        Section.objects.none(),
        label=pgettext_lazy("web", "Section"),
        required=False,
        empty_label=_("All sections"),
    )
    language = forms.ChoiceField(label=_("Language"), required=False, widget=LanguageSelect)
    since = forms.DateField(
        label=pgettext_lazy("web", "From"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    until = forms.DateField(
        label=pgettext_lazy("web", "To"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )

    def __init__(self, *args: Any, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = Section.objects.prefetch_related("names")
        self.fields["language"].choices = [*languages, (EVERY_LANGUAGE, _("All languages"))]


def form_token() -> str:
    """A signed moment that shows that the form was asked for, without a cookie."""
    return signing.dumps("report", salt=_SALT)


class ReportForm(forms.Form):
    """A reader's report of an error; no account and no cookie."""

    page = forms.CharField(
        label=_("Page"),
        required=False,
        max_length=500,
        help_text=_("Address of the page with the error; leave it empty if you do not have it."),
    )
    message = forms.CharField(
        label=_("What is wrong?"),
        max_length=4000,
        widget=forms.Textarea,
        help_text=_("Please quote the passage and say what is right, with a source if you can."),
    )
    reply_to = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Only if you want an answer. It is used for nothing else."),
    )
    # People do not see this field; programs that fill in every field give themselves away.
    website = forms.CharField(label=_("Leave this empty"), required=False)
    token = forms.CharField(widget=forms.HiddenInput)

    def clean_page(self) -> str:
        """Keep only a path of this site."""
        page = self.cleaned_data["page"].strip()
        _scheme, separator, rest = page.partition("://")
        if separator:
            page = f"/{rest.partition('/')[2]}"
        return page

    def clean(self) -> dict[str, Any]:
        """Refuse what no person has sent."""
        cleaned = super().clean() or {}
        if cleaned.get("website"):
            raise forms.ValidationError(_("This could not be sent. Please write to us by e-mail."))
        try:
            signing.loads(cleaned.get("token", ""), salt=_SALT, max_age=LONGEST_SECONDS)
        except signing.BadSignature as error:
            raise forms.ValidationError(
                _("This form is out of date. Please send it once more.")
            ) from error
        return cleaned
