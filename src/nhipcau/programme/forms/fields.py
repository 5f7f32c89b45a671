"""Form fields that several forms use."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from nhipcau.agencies.models import Agency
from nhipcau.programme.models import GuidingDocument
from nhipcau.programme.selectors.naming import agencies, agency_label


class AgencyField(forms.ModelChoiceField):
    """One agency, by its name in the language of the screen."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("queryset", agencies())
        super().__init__(**kwargs)

    def label_from_instance(self, obj: Agency) -> str:
        """The agency's name."""
        return agency_label(obj)


class AgenciesField(forms.ModelMultipleChoiceField):
    """Several agencies, by their names in the language of the screen."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("queryset", agencies())
        super().__init__(**kwargs)

    def label_from_instance(self, obj: Agency) -> str:
        """The agency's name."""
        return agency_label(obj)


class DocumentsField(forms.ModelMultipleChoiceField):
    """Several guiding documents."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, queryset: QuerySet[GuidingDocument] | None = None, **kwargs: Any) -> None:
        if queryset is None:
            queryset = GuidingDocument.objects.order_by("-issued_on")
        super().__init__(queryset=queryset, **kwargs)


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Clean each file; no file gives an empty list."""
        if not data:
            return []
        files = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(file, initial) for file in files]
