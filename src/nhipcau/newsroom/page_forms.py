"""Questions the newsroom asks; they need none of its models, so models may name them."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateTimeInput

from nhipcau.accounts.enums import Role
from nhipcau.common.clock import today
from nhipcau.newsroom.enums import Change, Republication, WorkState
from nhipcau.programme.enums import Scheme
from nhipcau.programme.models import Classification

# Characters of a note of correction; the model holds it to the same.
TEXT_LENGTH = 2000
WAGTAILS_GROUPS = frozenset({"Moderators", "Editors"})


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


# Form field and field of the work.
WORK_FIELDS = {
    "work_section": "section",
    "work_topics": "topics",
    "work_places": "places",
    "work_agencies": "agencies",
    "work_publisher": "publisher",
    "work_source_name": "source_name",
    "work_source_address": "source_address",
    "work_republication": "republication",
    "work_deadline": "deadline",
}
_MANY = ("topics", "places", "agencies")


def _name_for_reader(thing: Any) -> str:
    """What a section, topic, place or agency is called in the language of the interface."""
    return str(thing.name(get_language() or "") or thing)


class StoryForm(WagtailAdminPageForm):
    """The editing form of a story; a new story gets its work when it is first saved.

    What holds for the story in every language is asked for beside the text. It is stored at once
    and is no part of a revision; once the story is public, only the desk may change it.
    """

    work_shown = forms.CharField(label="", required=False, initial="1", widget=forms.HiddenInput)
    work_section = forms.ModelChoiceField(
        label=pgettext_lazy("newsroom", "Section"), queryset=None, required=False
    )
    work_topics = forms.ModelMultipleChoiceField(
        label=_("Topics"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    work_places = forms.ModelMultipleChoiceField(
        label=_("Places and countries"),
        queryset=None,
        required=False,
        widget=forms.SelectMultiple({"size": 8}),
        help_text=_("Hold Ctrl to choose several."),
    )
    work_agencies = forms.ModelMultipleChoiceField(
        label=_("Agencies"),
        queryset=None,
        required=False,
        widget=forms.SelectMultiple({"size": 8}),
        help_text=_("Hold Ctrl to choose several."),
    )
    work_publisher = forms.ModelChoiceField(
        label=pgettext_lazy("newsroom", "Publisher"),
        queryset=None,
        required=False,
        help_text=_("The body in whose name it is published. Readers always see it."),
    )
    work_source_name = forms.CharField(label=_("Source newspaper"), required=False, max_length=200)
    work_source_address = forms.URLField(
        label=_("Address at the source"), required=False, max_length=500, assume_scheme="https"
    )
    work_republication = forms.ChoiceField(
        label=_("Right to republish"), required=False, choices=Republication.choices
    )
    work_deadline = forms.DateTimeField(
        label=_("Deadline"), required=False, widget=AdminDateTimeInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        work_model = self.instance._meta.get_field("work").related_model
        work = self.instance.work if self.instance.work_id else work_model()
        is_locked = not self._may_file(work)
        for name, field in WORK_FIELDS.items():
            if name not in self.fields:
                continue
            self.fields[name].disabled = is_locked
            related = work_model._meta.get_field(field).related_model
            if related is not None:
                self.fields[name].label_from_instance = _name_for_reader
                rows = related._default_manager.prefetch_related("names")
                is_publisher = field == "publisher"
                self.fields[name].queryset = (
                    rows.filter(is_publisher=True) if is_publisher else rows
                )
            if field in _MANY:
                self.initial[name] = list(getattr(work, field).all()) if work.pk else []
            elif related is not None:
                self.initial[name] = getattr(work, f"{field}_id")
            else:
                self.initial[name] = getattr(work, field)

    def _may_file(self, work: Any) -> bool:
        """Whether the person may change what holds in every language."""
        if work.pk is None or work.state == WorkState.DRAFT:
            return True
        return bool(self.for_user and self.for_user.has_perm("newsroom.change_work"))

    def save(self, commit: bool = True) -> Any:
        """Save the story, with a new work if it has none, and what the work is."""
        if self.instance.work_id is None:
            work_model = self.instance._meta.get_field("work").related_model
            self.instance.work = work_model.start(created_by=self.for_user)
        self._file(self.instance.work)
        return super().save(commit)

    def _file(self, work: Any) -> None:
        """Store what was changed of the work, and nothing else."""
        if not self.data.get("work_shown") or not self._may_file(work):
            return
        changed = [name for name in WORK_FIELDS if name in self.changed_data]
        plain = []
        for name in changed:
            field, value = WORK_FIELDS[name], self.cleaned_data.get(name)
            if field in _MANY:
                getattr(work, field).set(value)
            elif value is not None or work._meta.get_field(field).null:
                setattr(work, field, value)
                plain.append(field)
        if plain:
            work.save(update_fields=plain)


class RoleCheckboxes(forms.CheckboxSelectMultiple):
    """Groups, called as the roles are; Wagtail's own two, which nobody is in, stay out."""

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        """The boxes to tick."""
        names = dict(Role.choices)
        shown = []
        for title, options, index in super().optgroups(name, value, attrs):
            kept = [
                option | {"label": names.get(option["label"], option["label"])}
                for option in options
                if option["selected"] or option["label"] not in WAGTAILS_GROUPS
            ]
            if kept:
                shown.append((title, kept, index))
        return shown
