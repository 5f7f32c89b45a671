"""Hears of changes that readers see."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from nhipcau.common import clock, surfaces
from nhipcau.newsroom.models import SectionName, StoryPage, Work
from nhipcau.newsroom.rules.addresses import section_address
from nhipcau.newsroom.signals import version_published, version_unpublished, work_changed
from nhipcau.publishing.services import marking
from nhipcau.publishing.surfaces.feeds import WRITERS
from nhipcau.publishing.surfaces.sitemaps import month_key, month_sitemap


@receiver(surfaces.changed, dispatch_uid="publishing.mark")
def note_change(
    sender: type, keys: frozenset[str], addresses: frozenset[str], reason: str, **kwargs: Any
) -> None:
    """Keep an announced change until its addresses have been rendered again."""
    marking.mark(keys=keys, addresses=addresses, reason=reason, now=clock.now())


@receiver(version_published, dispatch_uid="publishing.version_published")
@receiver(version_unpublished, dispatch_uid="publishing.version_unpublished")
def note_version(sender: type, page: StoryPage, **kwargs: Any) -> None:
    """A story came into or left the sitemap of its month."""
    _announce_month(page.work)


@receiver(work_changed, dispatch_uid="publishing.work_changed")
def note_work(sender: type, work: Work, **kwargs: Any) -> None:
    """Embargo or withdrawal changed."""
    _announce_month(work)


@receiver(post_save, sender=Work, dispatch_uid="publishing.work_saved")
def note_saved_work(sender: type, instance: Work, created: bool, **kwargs: Any) -> None:
    """Its time of publication may have moved to another month."""
    if not created:
        _announce_month(instance)


@receiver(post_save, sender=SectionName, dispatch_uid="publishing.section_name")
def note_section(sender: type, instance: SectionName, **kwargs: Any) -> None:
    """A section has feeds as soon as it has a name."""
    page = section_address(instance.language, instance.slug)
    surfaces.announce(
        keys=[f"chrome:{instance.language}"],
        addresses=[f"{page}{name}" for name in WRITERS],
        reason="newsroom.section.changed",
    )


def _announce_month(work: Work) -> None:
    if work.published_at is not None:
        surfaces.announce(
            keys=[month_key(work.published_at)],
            addresses=[month_sitemap(work.published_at)],
            reason="newsroom.work.changed",
        )
