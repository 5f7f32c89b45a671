"""Guiding documents and their relations."""

from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from nhipcau.common.exceptions import DomainError
from nhipcau.programme.enums import DocumentRelationKind
from nhipcau.programme.forms.fields import AgencyField
from nhipcau.programme.models import GuidingDocument
from nhipcau.programme.rules.symbols import checked_reference


class DocumentForm(forms.ModelForm):
    """One guiding document."""

    address = forms.URLField(
        label=_("Public address"), required=False, max_length=500, assume_scheme="https"
    )
    issuing_agency = AgencyField(label=_("Issuing agency of the province"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = GuidingDocument
        fields = (
            *("system", "reference", "title", "issuer_name", "issuing_agency", "issued_on"),
            *("received_on", "in_force_from", "in_force_to", "status", "is_confirmed"),
            *("summary", "source", "file", "address"),
        )
        widgets = dict.fromkeys(
            ("issued_on", "received_on", "in_force_from", "in_force_to"), AdminDateInput
        )

    def clean(self) -> dict[str, Any]:
        """Number and symbol follow the document system."""
        data = super().clean() or {}
        if data.get("system") and data.get("reference"):
            try:
                data["reference"] = checked_reference(
                    system=data["system"], reference=data["reference"]
                )
            except DomainError as error:
                self.add_error("reference", str(error))
        return data


class RelationForm(forms.Form):
    """What the document does to another one."""

    kind = forms.ChoiceField(
        label=_("Relation"), choices=[("", "–"), *DocumentRelationKind.choices], required=False
    )
    target = forms.ModelChoiceField(
        label=_("Other document"), queryset=GuidingDocument.objects.all(), required=False
    )
    note = forms.CharField(label=_("Which parts"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Kind and document belong together."""
        data = super().clean() or {}
        if bool(data.get("kind")) != bool(data.get("target")):
            self.add_error("kind", _("Choose both the relation and the other document."))
        return data


RelationFormSet = formset_factory(RelationForm, extra=1, max_num=20)
