"""Reporting periods, period reports and their issue."""

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from nhipcau.programme.enums import PeriodKind
from nhipcau.programme.models import PeriodReport, ReportingPeriod


class YearForm(forms.Form):
    """The reporting periods of a year."""

    year = forms.IntegerField(label=_("Reporting year"), min_value=1990, max_value=2200)
    first_day = forms.DateField(
        label=_("First day"),
        widget=AdminDateInput,
        help_text=_("1 January, or 15 December of the year before if the books close early."),
    )
    kinds = forms.MultipleChoiceField(
        label=_("Lengths"), choices=PeriodKind.choices, widget=forms.CheckboxSelectMultiple
    )
    days_to_report = forms.IntegerField(
        label=_("Days to report after the cut-off"), min_value=0, max_value=60, initial=5
    )


class PeriodForm(forms.ModelForm):
    """One reporting period."""

    class Meta:
        model = ReportingPeriod
        fields = ("kind", "year", "sequence", "start", "end", "due_on")
        widgets = {"start": AdminDateInput, "end": AdminDateInput, "due_on": AdminDateInput}


class PeriodReportForm(forms.ModelForm):
    """Texts of a period report."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = PeriodReport
        fields = ("leadership", "results", "limits", "next_tasks", "proposals")

    def values(self) -> dict[str, Any]:
        """The cleaned texts, ready for the service."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class IssueForm(forms.Form):
    """What the clerk records of an issued report."""

    document_number = forms.CharField(label=_("Number and symbol"), max_length=60)
    issued_on = forms.DateField(label=_("Date of issue"), widget=AdminDateInput)
    signed_file = forms.FileField(
        label=_("Signed document (PDF)"),
        validators=[FileExtensionValidator(["pdf"])],
        required=False,
    )


class FormUpload(forms.Form):
    """A report form that an agency filled in and sent."""

    file = forms.FileField(
        label=_("Report form (XLSX or DOCX)"),
        validators=[FileExtensionValidator(["xlsx", "docx"])],
    )
    letter_reference = forms.CharField(
        label=_("Letter it came in"),
        max_length=200,
        help_text=_(
            "Number, symbol and date. What you enter stays unconfirmed until the agency confirms "
            "it."
        ),
    )
