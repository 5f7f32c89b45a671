"""Plans: beginning, texts of a draft, approval, amendment, copying, objectives."""

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from nhipcau.programme import measures
from nhipcau.programme.enums import VersionState
from nhipcau.programme.forms.fields import AgencyField, DocumentsField
from nhipcau.programme.forms.figures import FigureField
from nhipcau.programme.models import Plan, PlanIndicator, PlanVersion
from nhipcau.programme.permissions import agencies_of, is_overseer
from nhipcau.programme.selectors.naming import agencies


class PlanForm(forms.ModelForm):
    """A new plan."""

    issuer = AgencyField(label=_("Issuing body"))
    state = forms.ChoiceField(
        label=_("Begin with"),
        choices=[
            (VersionState.DRAFT.value, VersionState.DRAFT.label),
            (VersionState.GUIDANCE.value, VersionState.GUIDANCE.label),
        ],
    )

    class Meta:
        model = Plan
        fields = ("title", "horizon", "first_year", "last_year", "issuer", "reporting_kind")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_year"].required = False
        self.fields["last_year"].help_text = _("Leave empty for an annual plan.")

    def clean(self) -> dict[str, Any]:
        """An annual plan ends in the year it begins."""
        data = super().clean() or {}
        if not data.get("last_year"):
            data["last_year"] = data.get("first_year")
        if (
            data.get("last_year")
            and data.get("first_year")
            and (data["last_year"] < data["first_year"])
        ):
            self.add_error("last_year", _("The last year is before the first."))
        return data


class VersionForm(forms.ModelForm):
    """Texts of a draft."""

    legal_bases = DocumentsField(label=_("Legal bases"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = PlanVersion
        fields = (
            *("guidance_received_on", "comments_due_on", "legal_bases", "other_bases"),
            *("purposes", "funding", "organisation", "recipients"),
        )
        widgets = {
            "guidance_received_on": AdminDateInput,
            "comments_due_on": AdminDateInput,
        }

    def values(self) -> dict[str, Any]:
        """The cleaned values, ready for the service."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "revision"}
        return data | {"legal_bases": list(data["legal_bases"])}


class ApprovalForm(forms.Form):
    """What the clerk records of an issued plan."""

    document_number = forms.CharField(
        label=_("Number and symbol"),
        max_length=60,
        help_text=_("As issued, such as 88/KH-UBND (State) or 53-KH/BCĐ (Party)."),
    )
    approved_on = forms.DateField(label=_("Date of issue"), widget=AdminDateInput)
    signatory_name = forms.CharField(label=_("Signatory"), max_length=150)
    signatory_title = forms.CharField(
        label=_("Post of the signatory"), max_length=200, required=False
    )
    signed_file = forms.FileField(
        label=_("Signed document (PDF)"),
        validators=[FileExtensionValidator(["pdf"])],
        required=False,
        help_text=_("You can also attach it later. The version is locked either way."),
    )


class SignedFileForm(forms.Form):
    """The signed PDF of an approved version."""

    signed_file = forms.FileField(
        label=_("Signed document (PDF)"), validators=[FileExtensionValidator(["pdf"])]
    )


class AmendmentForm(forms.Form):
    """Why a plan is amended."""

    reason = forms.CharField(
        label=_("Reason for the amendment"), widget=forms.Textarea(attrs={"rows": 3})
    )


class CopyForm(forms.Form):
    """Next year's plan as a copy."""

    title = forms.CharField(label=pgettext_lazy("programme", "Title"), max_length=300)
    first_year = forms.IntegerField(label=_("First year"), min_value=1990, max_value=2200)


class PlanCommentForm(forms.Form):
    """A comment on a draft, in the name of an agency that the person speaks for.

    Whoever speaks for one alone is not asked for which; for several, it must be said.
    """

    text = forms.CharField(
        label=pgettext_lazy("programme", "Comment"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agency = AgencyField(label=_("In the name of"), required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = agencies().filter(pk__in=agencies_of(user))
        may_be_silent = is_overseer(user)
        self.sole = own[0] if len(own) == 1 and not may_be_silent else None
        if self.sole or not own:
            del self.fields["agency"]
        else:
            self.fields["agency"].queryset = own
            self.fields["agency"].required = not may_be_silent

    def clean(self) -> dict[str, Any]:
        """The agency is the only one where there is no choice."""
        return {"agency": self.sole} | (super().clean() or {})


class PlanIndicatorForm(forms.ModelForm):
    """An objective with its indicator."""

    measure = forms.ChoiceField(
        label=_("Measure"),
        required=False,
        help_text=_("Choose one if the program can count it; leave empty if agencies report it."),
    )

    class Meta:
        model = PlanIndicator
        field_classes = {"baseline": FigureField, "target": FigureField}
        fields = (
            *("objective", "name", "unit", "direction", "baseline", "target", "measure"),
            *("source", "is_confirmed"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = [  # type: ignore[attr-defined]
            ("", "–"),
            *((measure.slug, measure.name) for measure in measures.all_measures()),
        ]
