"""What Wagtail's choosers say, in the language of whoever reads it."""

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail.admin.forms.workflows import TaskChooserSearchForm, WorkflowPageForm
from wagtail.admin.views import workflows
from wagtail.admin.viewsets.chooser import ChooserViewSet


class LabelledTaskSearchForm(TaskChooserSearchForm):
    """The search for a task of a workflow, whose list of types Wagtail gives no label."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "task_type" in self.fields:
            self.fields["task_type"].label = gettext_lazy("Type")


def speak_every_language() -> None:
    """Put words that are translated when shown in the place of those translated at the start.

    Wagtail translates these once, when it loads: everybody would read the language of the site.
    Two fields it does not translate at all.
    Called before the viewsets are made.
    """
    WorkflowPageForm.base_fields["page"].label = gettext_lazy("Page")
    workflows.TaskChooserSearchForm = LabelledTaskSearchForm
    ChooserViewSet.choose_one_text = gettext_lazy("Choose")
    ChooserViewSet.choose_another_text = gettext_lazy("Choose another")
    ChooserViewSet.edit_item_text = gettext_lazy("Edit")
    ChooserViewSet.search_tab_label = gettext_lazy("Search")
    ChooserViewSet.create_action_label = gettext_lazy("Create")
