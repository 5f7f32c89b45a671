"""What a draft says of a task, and what people add around it."""

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from nhipcau.common.clock import today
from nhipcau.common.identifiers import uuid7
from nhipcau.programme.enums import Scheme, WorkState
from nhipcau.programme.forms.fields import AgenciesField, AgencyField, DocumentsField
from nhipcau.programme.forms.figures import AmountField, FigureField
from nhipcau.programme.models import Classification, TaskVersion
from nhipcau.programme.models.document import ATTACHMENT_EXTENSIONS

TARGETS = ("target", "target_q1", "target_q2", "target_q3", "target_q4")


class TaskForm(forms.ModelForm):
    """One task of a draft."""

    lead = AgencyField(
        label=_("Lead agency"),
        required=False,
        help_text=_("Exactly one. It may stay open in a draft, but not at approval."),
    )
    coordinators = AgenciesField(label=_("Coordinating agencies"), required=False)
    documents = DocumentsField(label=_("Guiding documents it fulfils"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = TaskVersion
        fields = (
            *("group", "number", "text", "lead", "coordinators", "start", "due", "is_recurring"),
            *("product", "channel", "information_kind", "form", "budget_source", "budget_dong"),
            *("documents", "proposal"),
        )
        field_classes = {"budget_dong": AmountField}
        widgets = {
            "start": AdminDateInput,
            "due": AdminDateInput,
            "text": forms.Textarea(attrs={"rows": 3}),
            "product": forms.Textarea(attrs={"rows": 2}),
            "proposal": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valid = Classification.objects.valid_on(today())
        for name, scheme in (
            ("channel", Scheme.CHANNEL),
            ("information_kind", Scheme.INFORMATION_KIND),
            ("form", Scheme.FORM),
        ):
            field = self.fields[name]
            current = getattr(self.instance, f"{name}_id", None)
            rows = valid.filter(scheme=scheme)
            if current:
                rows = rows | Classification.objects.filter(pk=current)
            field.queryset = rows  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """The cleaned values, ready for the service."""
        return {
            name: list(value) if name in {"coordinators", "documents"} else value
            for name, value in self.cleaned_data.items()
            if name != "revision"
        }


class IndicatorForm(forms.Form):
    """One indicator of a task."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Indicator"), max_length=300, required=False)
    unit = forms.CharField(label=_("Unit"), max_length=60, required=False)
    target = FigureField(label=_("Year"), max_digits=18, decimal_places=2, required=False)
    target_q1 = FigureField(label=_("Quarter I"), max_digits=18, decimal_places=2, required=False)
    target_q2 = FigureField(label=_("Quarter II"), max_digits=18, decimal_places=2, required=False)
    target_q3 = FigureField(label=_("Quarter III"), max_digits=18, decimal_places=2, required=False)
    target_q4 = FigureField(label=_("Quarter IV"), max_digits=18, decimal_places=2, required=False)

    def clean(self) -> dict[str, Any]:
        """A target without a name counts nothing."""
        data = super().clean() or {}
        if not data.get("name") and any(data.get(name) is not None for name in TARGETS):
            self.add_error("name", _("Name what is counted."))
        return data


class BaseIndicatorFormSet(BaseFormSet):
    """The indicators of a task; rows without a name are left out."""

    def rows(self) -> list[dict[str, Any]]:
        """Values for the service, each with its stable key."""
        return [
            {
                "indicator_key": data.get("key") or uuid7(),
                "name": data["name"],
                "unit": data.get("unit", ""),
                **{name: data.get(name) for name in TARGETS},
            }
            for data in self.cleaned_data
            if data.get("name")
        ]


IndicatorFormSet = formset_factory(IndicatorForm, formset=BaseIndicatorFormSet, extra=2, max_num=30)


class CommentForm(forms.Form):
    """A remark."""

    text = forms.CharField(
        label=pgettext_lazy("programme", "Comment"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StepForm(forms.Form):
    """A sub-task."""

    text = forms.CharField(label=_("Sub-task"), max_length=500)
    agency = AgencyField(label=_("Agency"), required=False)
    due = forms.DateField(label=_("Due"), required=False, widget=AdminDateInput)


class AttachmentForm(forms.Form):
    """A file of a task."""

    file = forms.FileField(
        label=_("File"), validators=[FileExtensionValidator(ATTACHMENT_EXTENSIONS)]
    )
    title = forms.CharField(
        label=pgettext_lazy("programme", "What it is"), max_length=255, required=False
    )


class WorkStateForm(forms.Form):
    """How far the work is."""

    work_state = forms.ChoiceField(label=_("State of the work"), choices=WorkState.choices)
