"""What the newsroom adds to Wagtail."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.utils import quote
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from nhipcau.newsroom.models import NewsIndexPage, StoryPage
from nhipcau.newsroom.panels import TodayPanel
from nhipcau.newsroom.permissions import (
    user_can_correct,
    user_can_decide,
    user_can_ingest,
    user_can_translate,
)
from nhipcau.newsroom.permissions.drafts import hidden_drafts
from nhipcau.newsroom.selectors.versions import source_version
from nhipcau.newsroom.views.approval import ApprovalView
from nhipcau.newsroom.views.conflicts import note_conflict, tell_conflict
from nhipcau.newsroom.views.correction import CorrectionView
from nhipcau.newsroom.views.duplicate import duplicate
from nhipcau.newsroom.views.ingest import BatchView, ReportView, UploadView
from nhipcau.newsroom.views.private_files import private_file
from nhipcau.newsroom.views.returned import tell_returned
from nhipcau.newsroom.views.saved_filters import delete_filter, save_filter
from nhipcau.newsroom.views.translations import TranslationsView
from nhipcau.newsroom.views.withdrawal import WithdrawalView
from nhipcau.newsroom.viewsets.approval import ApprovalRouteViewSet, DelegationViewSet
from nhipcau.newsroom.viewsets.bulk_actions import AddTopics, SetDeadline, SetSection
from nhipcau.newsroom.viewsets.task_chooser import TaskChooserViewSet, task_chooser
from nhipcau.newsroom.viewsets.works import SectionViewSet, TopicViewSet, WorkViewSet

register_snippet(WorkViewSet)
register_snippet(SectionViewSet)
register_snippet(TopicViewSet)
register_snippet(ApprovalRouteViewSet)
register_snippet(DelegationViewSet)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name the newsroom's entries in the log."""
    actions.register_action(
        "newsroom.work.withdrawn",
        gettext_lazy("Withdraw the work"),
        gettext_lazy("The work was withdrawn"),
    )
    actions.register_action(
        "newsroom.correction.proposed",
        gettext_lazy("Propose a correction"),
        gettext_lazy("A correction was proposed"),
    )
    actions.register_action(
        "newsroom.work.filed",
        gettext_lazy("File the work"),
        gettext_lazy("Section, topics or deadline were changed"),
    )
    actions.register_action(
        "newsroom.work.embargo",
        gettext_lazy("Set the embargo"),
        gettext_lazy("The embargo was changed"),
    )


# Before the library's own, whose route for small copies takes every address below media/.
@hooks.register("register_admin_urls", order=-1)
def register_admin_urls() -> list[URLPattern]:
    """The newsroom's own pages."""
    return [
        path(
            "newsroom/languages/<int:page_id>/",
            TranslationsView.as_view(),
            name="newsroom_translations",
        ),
        path(
            "newsroom/withdraw/<int:page_id>/", WithdrawalView.as_view(), name="newsroom_withdrawal"
        ),
        path(
            "newsroom/correct/<int:page_id>/", CorrectionView.as_view(), name="newsroom_correction"
        ),
        path("newsroom/duplicate/<int:page_id>/", duplicate, name="newsroom_duplicate"),
        path("newsroom/filters/save/", save_filter, name="newsroom_filter_save"),
        path("newsroom/filters/<int:pk>/delete/", delete_filter, name="newsroom_filter_delete"),
        path("newsroom/ingest/", UploadView.as_view(), name="newsroom_ingest"),
        path("newsroom/ingest/<str:key>/", BatchView.as_view(), name="newsroom_ingest_batch"),
        path(
            "newsroom/ingest/<str:key>/report.csv",
            ReportView.as_view(),
            name="newsroom_ingest_report",
        ),
        path("media/files/<str:name>", private_file, name="newsroom_private_file"),
        path("newsroom/approve/<int:page_id>/", ApprovalView.as_view(), name="newsroom_approval"),
    ]


class WriteStoryItem(MenuItem):
    """Leads straight to a new story in the source language."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Write a story"), "", name="write-story", icon_name="edit", order=110
        )

    def is_shown(self, request: Any) -> bool:
        """Shown to those who may write in the source language."""
        index = NewsIndexPage.objects.order_by("pk").first()
        if index is None or not index.permissions_for_user(request.user).can_add_subpage():
            return False
        self.url = reverse("wagtailadmin_pages:add", args=["newsroom", "storypage", index.pk])
        return True


@hooks.register("register_admin_menu_item")
def register_write_story() -> MenuItem:
    """The shortcut to a new story."""
    return WriteStoryItem()


class IngestItem(MenuItem):
    """Leads to the upload of stories."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Bring in stories"),
            reverse_lazy("newsroom_ingest"),
            name="bring-in-stories",
            icon_name="upload",
            order=112,
        )

    def is_shown(self, request: Any) -> bool:
        """Shown to those who may bring in stories."""
        return user_can_ingest(request.user)


@hooks.register("register_admin_menu_item")
def register_ingest() -> MenuItem:
    """The way to the upload of stories."""
    return IngestItem()


def _buttons(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Ways from a story to its languages and to its approval."""
    if not issubclass(page.specific_class or Page, StoryPage):
        return
    specific = page.specific
    if user_can_translate(user) and source_version(specific) is None:
        yield Button(
            _("Languages"),
            reverse("newsroom_translations", args=[page.pk]),
            icon_name="site",
            priority=55,
        )
    if (
        source_version(specific) is None
        and specific.get_parent().permissions_for_user(user).can_add_subpage()
    ):
        yield Button(
            _("Duplicate"),
            "#",
            icon_name="copy",
            priority=85,
            attrs={
                "data-controller": "w-action",
                "data-action": "w-action#post",
                "data-w-action-url-value": reverse("newsroom_duplicate", args=[page.pk]),
            },
        )
    if user.has_perm("newsroom.change_work"):
        yield Button(
            _("Embargo, tasks, related stories"),
            reverse("wagtailsnippets_newsroom_work:edit", args=[quote(specific.work_id)]),
            icon_name="clipboard-list",
            priority=60,
        )
    is_public = specific.live and specific.work.withdrawn_at is None
    if is_public and user_can_correct(user, specific):
        yield Button(
            pgettext("newsroom", "Correct"),
            reverse("newsroom_correction", args=[page.pk]),
            icon_name="warning",
            priority=80,
        )
    if is_public and user_can_decide(user):
        yield Button(
            _("Withdraw"),
            reverse("newsroom_withdrawal", args=[page.pk]),
            icon_name="cross",
            priority=90,
        )
    task = specific.current_workflow_task
    if task and task.get_actions(specific, user):
        yield Button(
            _("Decide on approval"),
            reverse("newsroom_approval", args=[page.pk]),
            icon_name="check",
            priority=50,
        )


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Buttons above the editor."""
    yield from _buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Buttons in listings."""
    yield from _buttons(page, user)


for action in (SetSection, AddTopics, SetDeadline):
    hooks.register("register_bulk_action", action)


@hooks.register("before_edit_page")
def before_saving(request: Any, page: Page) -> None:
    """Say why a text came back; notice that somebody else saved it meanwhile."""
    if issubclass(page.specific_class or Page, StoryPage):
        tell_returned(request, page.specific)
        note_conflict(request, page)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def after_saving(request: Any, page: Page) -> HttpResponse | None:
    """Tell whoever saved second; whoever submitted sees what is next, not the tree of pages."""
    if not issubclass(page.specific_class or Page, StoryPage):
        return None
    tell_conflict(request, page)
    if {"action-submit", "action-restart-workflow", "action-workflow-action"} & set(request.POST):
        return redirect("wagtailadmin_home")
    return None


@hooks.register("construct_page_chooser_queryset")
def visible_pages_only(pages: Any, request: Any) -> Any:
    """Links are made to what the person may see, not to other people's drafts."""
    return pages.exclude(pk__in=hidden_drafts(request.user).values("pk"))


@hooks.register("construct_page_action_menu")
def decide_on_one_page(menu_items: list[Any], request: Any, context: Any) -> None:
    """Approve and return on the page that asks everything an approval needs, not in a dialogue."""
    page = context.get("page")
    if page is not None and issubclass(page.specific_class or Page, StoryPage):
        menu_items[:] = [item for item in menu_items if item.name not in {"approve", "reject"}]


@hooks.register("construct_homepage_panels")
def today(request: Any, panels: list[Any]) -> None:
    """Put what waits for the person first; Wagtail's own lists of the same are left out."""
    own = {"WorkflowObjectsToModeratePanel", "UserObjectsInWorkflowModerationPanel"}
    panels[:] = [panel for panel in panels if type(panel).__name__ not in own]
    panels.append(TodayPanel())


@hooks.register("register_admin_viewset")
def choosing_tasks() -> TaskChooserViewSet:
    """The dialogue in which a work's task of the plan is chosen."""
    return task_chooser


@hooks.register("construct_homepage_summary_items")
def no_count_of_pages(request: Any, summary_items: list[Any]) -> None:
    """Works are counted in their own list; counting every page of the tree tells nobody a task."""
    summary_items[:] = [item for item in summary_items if type(item).__name__ != "PagesSummaryItem"]


@hooks.register("construct_help_menu")
def quiet_help(request: Any, menu_items: list[Any]) -> None:
    """Keep the help menu to what concerns this program: no news of Wagtail's releases."""
    menu_items[:] = [item for item in menu_items if "wagtail.org" not in getattr(item, "url", "")]
