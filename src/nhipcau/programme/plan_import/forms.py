"""Uploading a plan file and deciding about the names in it."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.programme.forms.fields import AgencyField
from nhipcau.programme.plan_import.exceptions import TooLarge
from nhipcau.programme.plan_import.matching import NameMatch
from nhipcau.programme.plan_import.package import MAXIMUM_BYTES
from nhipcau.programme.plan_import.services import Decision, decisions_for_rest
from nhipcau.programme.selectors.naming import agency_label

_CREATE, _LEAVE_OUT = "create", "leave_out"


class UploadForm(forms.Form):
    """The plan file."""

    file = forms.FileField(
        label=_("Plan file"),
        help_text=_(
            "DOCX or XLSX, at most 25 MB. Nothing is written before you have seen what was "
            "understood. Unclassified plans only."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.xlsx,.docm,.xlsm"}),
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MAXIMUM_BYTES:
            raise forms.ValidationError(str(TooLarge.message))
        return file


class ReviewForm(forms.Form):
    """Issuer, title, wanted rows, and a decision for each name.

    Args:
        matches: Names of the plan as matched.
        agencies: All agencies with their names.
        rows: Number of rows of the plan.
    """

    issuer = AgencyField(label=_("Issuing body"))
    title = forms.CharField(label=_("Title of the plan"), max_length=300)
    decide_rest = forms.BooleanField(
        label=_("Decide about all names that are still open"),
        required=False,
        help_text=_(
            "A single body becomes a new agency; a general phrase such as “các sở, ngành liên "
            "quan” is only noted. Names that you have decided above stay as they are."
        ),
    )

    def __init__(
        self, *args: Any, matches: list[NameMatch], agencies: list[Agency], rows: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.matches = matches
        self.rows = rows
        labels = {agency.pk: agency_label(agency) for agency in agencies}
        others = sorted(labels.items(), key=lambda item: item[1])
        for index, match in enumerate(matches):
            near = [(str(key), labels[key]) for key in match.suggestions if key in labels]
            self.fields[f"name_{index}"] = forms.ChoiceField(
                label=match.name,
                required=False,
                initial=str(match.agency_id) if match.agency_id else "",
                choices=[
                    ("", _("– decide –")),
                    *([(_("Perhaps"), near)] if near else []),
                    (
                        _("Otherwise"),
                        [
                            (_CREATE, _("Make a new agency of this name")),
                            (_LEAVE_OUT, _("No single agency: only note the words")),
                        ],
                    ),
                    (_("All agencies"), [(str(key), label) for key, label in others]),
                ],
            )

    def name_fields(self) -> list[tuple[NameMatch, Any]]:
        """Each name with its field, undecided ones first."""
        pairs = [(match, self[f"name_{at}"]) for at, match in enumerate(self.matches)]
        return sorted(pairs, key=lambda pair: pair[0].agency_id is not None)

    def decisions(self) -> dict[str, Decision]:
        """The decisions by name as written."""
        made = decisions_for_rest(self.matches) if self.cleaned_data["decide_rest"] else {}
        for index, match in enumerate(self.matches):
            value = self.cleaned_data.get(f"name_{index}", "")
            if value == _CREATE:
                made[match.name] = Decision(create=True)
            elif value == _LEAVE_OUT:
                made[match.name] = Decision(leave_out=True)
            elif value:
                made[match.name] = Decision(agency_id=int(value))
        return made

    def left_out_rows(self) -> list[int]:
        """Indexes of the rows whose box is not ticked."""
        return [at for at in range(self.rows) if str(at) not in self.ticked_rows()]

    def ticked_rows(self) -> set[str]:
        """Indexes of the ticked rows, as the browser sends them."""
        return set(self.data.getlist("row")) if isinstance(self.data, QueryDict) else set()
