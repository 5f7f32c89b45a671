"""Who approves what: routes of approval and deputies, in the settings of the back office."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.models import Workflow, WorkflowTask

from nhipcau.common.snippets import SnippetViewSet
from nhipcau.newsroom.models import ApprovalRoute, Delegation, StoryApprovalTask
from nhipcau.newsroom.selectors import public


def story_workflows(*, including: int | None = None) -> QuerySet[Workflow]:
    """Active steps of approval that a story can go through from beginning to end.

    Wagtail brings a workflow of its own, "Moderators approval": its step knows neither the
    questions of an approval nor who wrote a text, and a story that came to it could go no further.

    Args:
        including: Database id of a workflow that is listed in any case.
    """
    steps = WorkflowTask.objects.filter(workflow=OuterRef("pk"))
    usable = Workflow.objects.filter(
        Exists(steps),
        ~Exists(steps.exclude(task__in=StoryApprovalTask.objects.filter(active=True))),
        active=True,
    )
    return Workflow.objects.filter(Q(pk__in=usable) | Q(pk=including))


class ApprovalRouteForm(WagtailAdminModelForm):
    """A route; the language is one of the site's, and every step can decide on a story."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (code, get_language_info(code)["name_translated"]) for code in public.languages()
        ]
        self.fields["language"] = forms.ChoiceField(label=capfirst(_("language")), choices=choices)
        self.fields["workflow"].queryset = story_workflows(including=self.instance.workflow_id)


class ApprovalRouteViewSet(SnippetViewSet):
    """Which approval steps hold for a language, a section, a kind of information."""

    model = ApprovalRoute
    icon = "tasks"
    menu_label = _("Approval routes")
    menu_name = "approval-routes"
    add_to_settings_menu = True
    list_display: ClassVar[list[str]] = [
        "__str__",
        "language",
        "section",
        "information_kind",
        "workflow",
    ]
    list_filter: ClassVar[list[str]] = ["language", "workflow"]
    edit_handler = ObjectList(
        [
            FieldPanel("language"),
            FieldPanel("section"),
            FieldPanel("information_kind"),
            FieldPanel("workflow"),
        ],
        base_form_class=ApprovalRouteForm,
    )


class DelegationViewSet(SnippetViewSet):
    """Who decides in whose place, from which day to which."""

    model = Delegation
    icon = "group"
    menu_label = _("Deputies")
    menu_name = "delegations"
    add_to_settings_menu = True
    list_display: ClassVar[list[str]] = [
        "principal",
        "deputy",
        "first_day",
        "last_day",
        "document",
    ]
    list_export: ClassVar[list[str]] = list_display
    search_fields: ClassVar[list[str]] = ["principal__full_name", "deputy__full_name", "document"]
    panels: ClassVar[list[Any]] = [
        FieldPanel("principal"),
        FieldPanel("deputy"),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldPanel("document"),
    ]
