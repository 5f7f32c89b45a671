"""What stories do at the translation desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from nhipcau.common.clock import civil
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.permissions import user_can_translate
from nhipcau.newsroom.selectors.decisions import may_decide
from nhipcau.newsroom.selectors.returned import why_returned
from nhipcau.newsroom.selectors.versions import source_version
from nhipcau.newsroom.services import translation


class StorySubject:
    """Language versions of works, as the desk sees them."""

    def may_translate(self, user: Any, target: Page) -> bool:
        """Translators, revisers and administrators."""
        return user_can_translate(user)

    def source_of(self, target: StoryPage) -> StoryPage | None:
        """The version in the source language."""
        return source_version(target)

    def refresh(self, target: StoryPage, actor: Any) -> None:
        """Bring the newest text of the source to the desk."""
        source = source_version(target)
        if source:
            translation.start_translation(source=source, language=target.language, actor=actor)

    def has_newer_source(self, target: StoryPage) -> bool:
        """Whether the source's text has changed since it came to the desk."""
        return translation.has_newer_source(target)

    def why_returned(self, target: StoryPage) -> str:
        """Who sent it back for changes and why; empty when nobody did."""
        return why_returned(target)

    def day_of(self, target: StoryPage) -> date | None:
        """The day of first publication, once there is one."""
        moment = target.work.published_at
        return civil(moment).date() if moment else None

    def approval_address(self, target: StoryPage) -> str:
        """The page on which revisers decide."""
        return reverse("newsroom_approval", args=[target.pk])

    def may_decide(self, user: Any, target: StoryPage) -> bool:
        """Revisers at their step, and editors for errors of the checks."""
        return may_decide(user, target)

    def submit(self, target: StoryPage, actor: Any) -> None:
        """Put the translation together and send it to the revisers."""
        translation.submit_translation(target=target, actor=actor)
