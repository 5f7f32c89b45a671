"""What the desk does to many works at once."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from nhipcau.newsroom.models import Section, Topic, Work
from nhipcau.newsroom.permissions import user_can_decide
from nhipcau.newsroom.permissions.drafts import visible_works
from nhipcau.newsroom.services.filing import file_work


class SectionForm(forms.Form):
    """Which section."""

    section = forms.ModelChoiceField(
        label=pgettext_lazy("newsroom", "Section"),
        queryset=Section.objects.prefetch_related("names"),
    )


class TopicsForm(forms.Form):
    """Which topics."""

    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"),
        queryset=Topic.objects.prefetch_related("names"),
        widget=forms.CheckboxSelectMultiple,
    )


class DeadlineForm(forms.Form):
    """By when."""

    deadline = forms.DateTimeField(label=_("Deadline"), widget=AdminDateTimeInput)


class WorkBulkAction(SnippetBulkAction):
    """Base of actions on works: editors and administrators, each work in its own transaction."""

    models: ClassVar[list[type]] = [Work]
    template_name = "newsroom/desk/bulk_action.html"

    @classmethod
    def get_queryset(cls, model: type[Work], object_ids: Iterable[Any]) -> QuerySet[Work]:
        """The works that were ticked."""
        return Work.objects.filter(pk__in=list(object_ids))

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        """Every work that the person sees."""
        return visible_works(self.request.user).values_list("pk", flat=True)

    def check_perm(self, obj: Work) -> bool:
        """Whether the person may do it to a work."""
        return user_can_decide(self.request.user)

    def get_execution_context(self) -> dict[str, Any]:
        """Who acts, and the answers of the form."""
        return {"actor": self.request.user, "answers": self.cleaned_form.cleaned_data}

    @classmethod
    def execute_action(
        cls, objects: list[Work], actor: Any, answers: dict[str, Any], **kwargs: Any
    ) -> tuple[int, int]:
        """File every work as the form says."""
        for work in objects:
            file_work(work=work, actor=actor, **answers)
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """How many works were changed."""
        return ngettext(
            "%(count)d work was changed.", "%(count)d works were changed.", num_parent_objects
        ) % {"count": num_parent_objects}


class SetSection(WorkBulkAction):
    """Put works into a section."""

    display_name = _("Put into a section")
    aria_label = _("Put the selected works into a section")
    action_type = "set_section"
    action_priority = 10
    form_class = SectionForm


class AddTopics(WorkBulkAction):
    """File works under topics."""

    display_name = _("Add topics")
    aria_label = _("Add topics to the selected works")
    action_type = "add_topics"
    action_priority = 15
    form_class = TopicsForm


class SetDeadline(WorkBulkAction):
    """Say by when works are wanted."""

    display_name = _("Set a deadline")
    aria_label = _("Set a deadline for the selected works")
    action_type = "set_deadline"
    action_priority = 20
    form_class = DeadlineForm
