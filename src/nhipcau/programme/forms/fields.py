"""Form fields that several forms use."""

from collections.abc import Iterator
from html import escape
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from nhipcau.agencies.models import Agency
from nhipcau.programme.models import GuidingDocument
from nhipcau.programme.selectors.naming import agency_labels


class AgencyChoices(ModelChoiceIterator):
    """Agencies with their names in the language of the screen, read in two queries.

    A field may bring ``labels`` that the page has read already.
    """

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        """The empty choice, then (primary key, name) of each agency."""
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        labels = getattr(self.field, "labels", None)
        yield from (agency_labels(self.queryset) if labels is None else labels).items()


class PlainSelect(forms.Select):
    """A choice among hundreds: the options are put together without a template for each."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The element with its options."""
        chosen = set(self.format_value(value))
        options = "".join(
            f'<option value="{escape(str(key))}"{" selected" if str(key) in chosen else ""}>'
            f"{escape(str(label))}</option>"
            for key, label in self.choices
        )
        final = self.build_attrs(self.attrs, (attrs or {}) | {"name": name})
        return format_html("<select{}>{}</select>", flatatt(final), mark_safe(options))  # noqa: S308 escaped above


class AgencyField(forms.ModelChoiceField):
    """One agency, by its name in the language of the screen."""

    iterator = AgencyChoices
    widget = PlainSelect

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("queryset", Agency.objects.order_by("code"))
        super().__init__(**kwargs)


class AgenciesField(forms.ModelMultipleChoiceField):
    """Several agencies, by their names in the language of the screen."""

    iterator = AgencyChoices
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("queryset", Agency.objects.order_by("code"))
        super().__init__(**kwargs)


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
