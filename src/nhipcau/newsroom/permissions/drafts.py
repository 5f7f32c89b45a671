"""Who sees what is not public yet: its author and the desk."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import classproperty
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.models import get_snippet_models

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.enums import Origin, WorkState
from nhipcau.newsroom.models import DeskText, StoryPage, Work
from nhipcau.newsroom.permissions import user_can_ingest, user_can_translate

DESK_ROLES = (Role.EDITOR, Role.ADMINISTRATOR)


def user_is_desk(user: Any) -> bool:
    """Whether a person sees every draft: editors and administrators."""
    return bool(user.is_active and (user.is_superuser or user.has_role(*DESK_ROLES)))


def visible_works(user: Any) -> QuerySet[Work]:
    """The works a person may see: public ones, their own, and what their role works on.

    Whoever brings in stories also sees brought-in drafts, which nobody here wrote; whoever
    translates also sees works that lie at the translation desk.

    Args:
        user: The person.
    """
    works = Work.objects.all()
    if not user.is_active:
        return works.none()
    if user_is_desk(user):
        return works
    seen = Q(state__in=(WorkState.PUBLISHED, WorkState.WITHDRAWN)) | Q(created_by=user.pk)
    if user_can_ingest(user):
        seen |= Q(created_by__isnull=True, origin=Origin.INGESTED)
    if user_can_translate(user):
        seen |= Q(Exists(DeskText.objects.filter(page__work_id=OuterRef("pk"))))
    return works.filter(seen)


def hidden_drafts(user: Any) -> QuerySet[StoryPage]:
    """Language versions that a person finds nowhere, not even by their headline.

    Args:
        user: The person.
    """
    drafts = StoryPage.objects.filter(live=False, first_published_at__isnull=True)
    if user_is_desk(user):
        return drafts.none()
    drafts = drafts.exclude(owner=user.pk)
    if user_can_ingest(user):
        drafts = drafts.exclude(owner__isnull=True, work__origin=Origin.INGESTED)
    if user_can_translate(user):
        drafts = drafts.filter(desk_text__isnull=True)
    return drafts


class DraftsPagePolicy(PagePermissionPolicy):
    """Wagtail's policy for pages, without other people's drafts in lists, searches and reports.

    Wagtail asks one shared object everywhere; see the app's ``ready()``.
    """

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        """The pages a person finds in the back office."""
        return super().explorable_instances(user).exclude(pk__in=hidden_drafts(user).values("pk"))


def keep_drafts_from_bulk_actions() -> None:
    """Let actions on many things name nothing that the person may not see.

    Wagtail lists by their titles the things that an action is refused for, whoever asks.
    """
    everything = BulkAction.get_actionable_objects

    def get_actionable_objects(self: Any) -> tuple[list[Any], dict[str, Any]]:
        """What the action is done to, and what it is refused for."""
        objects, refused = everything(self)
        names = refused.get("items_with_no_access", [])
        keys = [row.pk for row in names]
        if keys and issubclass(self.model, Work):
            seen = set(visible_works(self.request.user).filter(pk__in=keys).values_list("pk"))
            refused["items_with_no_access"] = [row for row in names if (row.pk,) in seen]
        elif keys and issubclass(self.model, Page):
            hidden = set(hidden_drafts(self.request.user).filter(pk__in=keys).values_list("pk"))
            refused["items_with_no_access"] = [row for row in names if (row.pk,) not in hidden]
        return objects, refused

    BulkAction.get_actionable_objects = get_actionable_objects


def keep_works_from_deletion() -> None:
    """Offer no deletion of works: nobody may; they are withdrawn, or removed by a purge."""
    DeleteBulkAction.models = classproperty(
        lambda cls: [model for model in get_snippet_models() if model is not Work]
    )
