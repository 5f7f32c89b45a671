"""Forms of bodies, offices and places."""

from datetime import date
from itertools import pairwise
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class LanguageSelect(forms.Select):
    """Chooses among the languages that names are kept in, the site's own first."""

    def __init__(self, attrs: Any = None) -> None:
        known = dict(settings.NHIPCAU_KNOWN_LANGUAGES)
        codes = [
            *dict(settings.LANGUAGES),
            *(code for code in known if code not in dict(settings.LANGUAGES)),
        ]
        super().__init__(attrs, choices=[(code, known.get(code, code)) for code in codes])


class NamesForm(WagtailAdminModelForm):
    """Refuses two names of one language on the same day: a document prints one of them."""

    def is_valid(self) -> bool:
        """Whether the form and its names together hold."""
        return bool(super().is_valid()) and not self._overlaps()

    def _overlaps(self) -> bool:
        """Whether two names overlap; the later one is marked."""
        formset = self.formsets["names"]
        forms_by_language: dict[str, list[Any]] = {}
        for form in formset.forms:
            data = getattr(form, "cleaned_data", {})
            if data and not data.get("DELETE"):
                forms_by_language.setdefault(data["language"], []).append(form)
        found = False
        for same in forms_by_language.values():
            same.sort(key=lambda form: form.cleaned_data.get("valid_from") or date.min)
            for earlier, later in pairwise(same):
                end = earlier.cleaned_data.get("valid_to")
                start = later.cleaned_data.get("valid_from")
                if end is None or start is None or start <= end:
                    later.add_error(
                        "valid_from",
                        _(
                            "Another name in this language holds on that day. "
                            "End it the day before."
                        ),
                    )
                    found = True
        return found
