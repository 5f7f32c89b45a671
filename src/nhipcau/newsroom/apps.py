"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """Works and their language versions, from draft to correction."""

    name = "nhipcau.newsroom"
    label = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        """Register the public addresses and listen to what changes them."""
        from wagtail.permissions import page_permission_policy

        from nhipcau.accounts.enums import Role
        from nhipcau.accounts.permissions import grant
        from nhipcau.common.purging import register_purger
        from nhipcau.common.surfaces import registry
        from nhipcau.newsroom import receivers  # noqa: F401
        from nhipcau.newsroom.desk_subject import StorySubject
        from nhipcau.newsroom.grouped_surfaces import (
            PlaceSurface,
            SectionSurface,
            TopicSurface,
        )
        from nhipcau.newsroom.measures import register_measures
        from nhipcau.newsroom.media_surface import FileSurface, MediaSurface
        from nhipcau.newsroom.models import StoryPage
        from nhipcau.newsroom.models.pages import provide_preview_context
        from nhipcau.newsroom.month_surface import MonthSurface
        from nhipcau.newsroom.permissions.drafts import (
            DraftsPagePolicy,
            keep_drafts_from_bulk_actions,
            keep_works_from_deletion,
        )
        from nhipcau.newsroom.products import register_products
        from nhipcau.newsroom.selectors.story_view import story_context
        from nhipcau.newsroom.services.purge import WorkPurger
        from nhipcau.newsroom.surfaces import NewsListSurface, StorySurface
        from nhipcau.newsroom.tasks import register_jobs
        from nhipcau.translation.services import subjects

        for role in (Role.EDITOR, Role.ADMINISTRATOR):
            grant(role, "newsroom.view_work", "newsroom.change_work")
        for role in (Role.REPORTER, Role.OFFICE, Role.TRANSLATOR, Role.REVISER, Role.LEADER):
            grant(role, "newsroom.view_work")
        for verb in ("view", "add", "change", "delete"):
            grant(Role.ADMINISTRATOR, f"newsroom.{verb}_section")
            for role in (Role.EDITOR, Role.ADMINISTRATOR):
                grant(role, f"newsroom.{verb}_topic")
        # Every list, search and report of Wagtail asks this one object.
        page_permission_policy.__class__ = DraftsPagePolicy
        keep_drafts_from_bulk_actions()
        keep_works_from_deletion()
        for model in ("approvalroute", "delegation"):
            for verb in ("view", "add", "change"):
                grant(Role.ADMINISTRATOR, f"newsroom.{verb}_{model}")
        grant(Role.ADMINISTRATOR, "newsroom.delete_approvalroute")
        # A route leads through steps that the office itself puts together.
        for model in ("workflow", "task"):
            for verb in ("add", "change", "delete"):
                grant(Role.ADMINISTRATOR, f"wagtailcore.{verb}_{model}")
        register_jobs()
        register_measures()
        register_products()
        register_purger(WorkPurger())
        provide_preview_context(story_context)
        subjects.register(StoryPage, StorySubject())
        registry.register(MediaSurface())
        registry.register(FileSurface())
        registry.register(NewsListSurface())
        registry.register(MonthSurface())
        registry.register(StorySurface())
        registry.register(SectionSurface())
        registry.register(TopicSurface())
        registry.register(PlaceSurface())
