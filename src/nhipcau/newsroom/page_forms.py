"""Questions the newsroom asks; they need none of its models, so models may name them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm

from nhipcau.common.clock import today
from nhipcau.newsroom.enums import Change
from nhipcau.programme.enums import Scheme
from nhipcau.programme.models import Classification

# Characters of a note of correction; the model holds it to the same.
TEXT_LENGTH = 2000


class ApprovalForm(forms.Form):
    """What an approver confirms; for a version that was public before, also what has changed.

    Args:
        *args: As Django's forms take.
        was_public: Whether readers had a text before.
        proposed_correction: The note that whoever corrected the text proposes.
        **kwargs: As Django's forms take.
    """

    change = forms.ChoiceField(
        label=_("What has changed for readers?"),
        choices=[(value, label) for value, label in Change.choices if value != Change.FIRST],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what has changed for readers.")},
    )
    correction = forms.CharField(
        label=pgettext_lazy("newsroom", "Correction"),
        required=False,
        max_length=TEXT_LENGTH,
        widget=forms.Textarea({"rows": 3}),
        help_text=_(
            "For a correction: what was wrong and what is right, in the language of the text. "
            "Readers see it on the story, in the list of corrections and in every feed."
        ),
    )

    secrecy_checked = forms.BooleanField(
        label=_("I have read the text: it holds nothing classified."),
        error_messages={"required": _("Without this confirmation nothing can be published.")},
    )
    comment = forms.CharField(
        label=pgettext_lazy("newsroom", "Comment"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(
        self, *args: Any, was_public: bool = False, proposed_correction: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not was_public:
            del self.fields["change"], self.fields["correction"]
        elif proposed_correction:
            self.initial |= {"change": Change.CORRECTION, "correction": proposed_correction}

    def clean(self) -> dict[str, Any]:
        """A correction needs its note."""
        answers = super().clean() or self.cleaned_data
        if answers.get("change") == Change.CORRECTION and not answers.get("correction"):
            self.add_error("correction", _("Write what was wrong and what is right."))
        return answers


def _choices(scheme: Scheme) -> list[tuple[str, str]]:
    """The items of one of the law's lists that are in force today."""
    items = Classification.objects.filter(scheme=scheme).valid_on(today())
    return [("", "—"), *((item.code, str(item)) for item in items)]


class ClassifyingApprovalForm(ApprovalForm):
    """What an approver confirms and states for a work."""

    information_kind = forms.ChoiceField(
        label=_("Kind of information"), choices=lambda: _choices(Scheme.INFORMATION_KIND)
    )
    form = forms.ChoiceField(
        label=pgettext_lazy("newsroom", "Form"), choices=lambda: _choices(Scheme.FORM)
    )
    field_order = [
        "information_kind",
        "form",
        "change",
        "correction",
        "secrecy_checked",
        "comment",
    ]


class StoryForm(WagtailAdminPageForm):
    """The editing form of a story; a new story gets its work when it is first saved."""

    def save(self, commit: bool = True) -> Any:
        """Save the story, with a new work if it has none."""
        if self.instance.work_id is None:
            work_model = self.instance._meta.get_field("work").related_model
            self.instance.work = work_model.start(created_by=self.for_user)
        return super().save(commit)
