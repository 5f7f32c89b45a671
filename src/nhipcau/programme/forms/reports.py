"""The short report form, and what the office decides."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from nhipcau.programme.enums import WorkState
from nhipcau.programme.forms.fields import ManyFilesField
from nhipcau.programme.forms.figures import FigureField
from nhipcau.programme.models import ProgressReport
from nhipcau.programme.models.document import ATTACHMENT_EXTENSIONS
from nhipcau.programme.services.reporting import ReportContent

ACTUAL = "actual_"


class ReportForm(forms.Form):
    """What was done, actuals, evidence, obstacles, proposals: a minute's work.

    Args:
        report: The report to fill in.
        needs_letter: Whether the office enters it and must name the letter.
    """

    work_state = forms.ChoiceField(label=_("State of the work"), choices=WorkState.choices)
    done = forms.CharField(
        label=_("What was done"),
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In a few sentences. If nothing was done, say so and why."),
    )
    evidence_links = forms.CharField(
        label=_("Links that show it"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One address a line."),
    )
    files = ManyFilesField(
        label=_("Files that show it"),
        required=False,
        validators=[FileExtensionValidator(ATTACHMENT_EXTENSIONS)],
        help_text=_("Photos, lists, reports; up to 50 MB each. Unclassified matter only."),
    )
    obstacles = forms.CharField(
        label=_("Obstacles"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    proposals = forms.CharField(
        label=_("Proposals"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    letter_reference = forms.CharField(
        label=_("Letter it came in"),
        required=False,
        max_length=200,
        help_text=_("Number, symbol and date, such as 125/SVHTTDL-VP of 3 April 2020."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, report: ProgressReport, needs_letter: bool = False, **kwargs: Any
    ) -> None:
        initial = {
            "work_state": report.work_state,
            "done": report.done,
            "evidence_links": report.evidence_links,
            "obstacles": report.obstacles,
            "proposals": report.proposals,
            "letter_reference": report.letter_reference,
        }
        self.indicators = list(report.task.current.indicators.all()) if report.task.current else []
        actuals = {str(row.indicator_key): row.value for row in report.figures.all()}
        for indicator in self.indicators:
            key = str(indicator.indicator_key)
            if key in actuals:
                initial[ACTUAL + key] = actuals[key].normalize()
        initial |= {name: value for name, value in report.typed.items() if name != "revision"}
        initial["revision"] = report.revision
        super().__init__(*args, initial=initial, **kwargs)
        self.report = report
        if needs_letter:
            self.fields["letter_reference"].required = True
        else:
            del self.fields["letter_reference"]
        for indicator in self.indicators:
            self.fields[ACTUAL + str(indicator.indicator_key)] = FigureField(
                label=f"{indicator.name} ({indicator.unit})" if indicator.unit else indicator.name,
                required=False,
                min_value=Decimal(0),
                max_digits=18,
                decimal_places=2,
                help_text=_("In this period. Leave empty if you have no figure; 0 means none."),
            )
        first = ["work_state", "done", *(name for name in self.fields if name.startswith(ACTUAL))]
        self.order_fields(first)

    def content(self) -> ReportContent:
        """The cleaned report, ready for the service."""
        data = self.cleaned_data
        return ReportContent(
            work_state=data["work_state"],
            done=data["done"],
            actuals={
                name.removeprefix(ACTUAL): value
                for name, value in data.items()
                if name.startswith(ACTUAL)
            },
            evidence_links=data["evidence_links"],
            obstacles=data["obstacles"],
            proposals=data["proposals"],
        )


class ReturnForm(forms.Form):
    """Why a report goes back."""

    reason = forms.CharField(
        label=_("What should the agency change?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
