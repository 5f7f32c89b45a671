"""Hears of changes that readers see."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from nhipcau.common import clock, surfaces
from nhipcau.common.addresses import follow
from nhipcau.newsroom.models import SectionName, StoryPage, TopicName, Work
from nhipcau.newsroom.rules.addresses import section_address, topic_address
from nhipcau.newsroom.signals import version_published, version_unpublished, work_changed
from nhipcau.publishing.services import marking
from nhipcau.publishing.services.addresses import forget_addresses, settle_address
from nhipcau.publishing.services.wire import note_wire_change, note_wire_deletion
from nhipcau.publishing.surfaces.feeds import WRITERS
from nhipcau.publishing.surfaces.sitemaps import month_key, month_sitemap
from nhipcau.publishing.surfaces.wire import feed_addresses, item_addresses


@receiver(surfaces.changed, dispatch_uid="publishing.mark")
def note_change(
    sender: type, keys: frozenset[str], addresses: frozenset[str], reason: str, **kwargs: Any
) -> None:
    """Keep an announced change until its addresses have been rendered again."""
    marking.mark(keys=keys, addresses=addresses, reason=reason, now=clock.now())


@receiver(surfaces.everything_changed, dispatch_uid="publishing.mark_everything")
def note_change_of_everything(sender: type, reason: str, **kwargs: Any) -> None:
    """A whole site was loaded at once."""
    marking.mark_everything(reason=reason, now=clock.now())


@receiver(surfaces.settled, dispatch_uid="publishing.settle")
def note_address(
    sender: type, subject: str, address: str, former: str, reason: str, **kwargs: Any
) -> None:
    """A thing has moved: its former addresses lead to it from now on."""
    settle_address(subject=subject, address=address, former=former, reason=reason, now=clock.now())


@receiver(version_published, dispatch_uid="publishing.version_published")
@receiver(version_unpublished, dispatch_uid="publishing.version_unpublished")
def note_version(sender: type, page: StoryPage, **kwargs: Any) -> None:
    """A story came into or left the sitemap of its month; others learn of it by wire."""
    _announce_month(page.work)
    _announce_wire(page)


@receiver(work_changed, dispatch_uid="publishing.work_changed")
def note_work(sender: type, work: Work, **kwargs: Any) -> None:
    """Embargo or withdrawal changed, or a version has moved."""
    note_saved_work(Work, work, created=False)


@receiver(post_save, sender=Work, dispatch_uid="publishing.work_saved")
def note_saved_work(
    sender: type, instance: Work, created: bool, update_fields: Any = None, **kwargs: Any
) -> None:
    """Embargo, withdrawal, section or time of publication may have changed."""
    if created or not Work.is_seen_in(update_fields):
        return
    _announce_month(instance)
    versions = instance.versions.filter(first_published_at__isnull=False)
    for page in versions.select_related("work", "locale"):
        _announce_wire(page)


@receiver(post_delete, sender=StoryPage, dispatch_uid="publishing.version_deleted")
def note_deleted_version(sender: type, instance: StoryPage, **kwargs: Any) -> None:
    """Those who took it over learn that it is cancelled; its addresses keep nothing of it.

    Only a purge deletes what was public, and addresses hold words of the headline.
    """
    forget_addresses(subject=f"version:{instance.pk}", now=clock.now())
    _announce_month(instance.work)
    if item := note_wire_deletion(page=instance, now=clock.now()):
        surfaces.announce(
            addresses=item_addresses(item.guid) + feed_addresses(item.language),
            reason="newsroom.version.deleted",
        )


@receiver(post_save, sender=TopicName, dispatch_uid="publishing.topic_name")
def note_topic(sender: type, instance: TopicName, **kwargs: Any) -> None:
    """A topic has feeds as soon as it has a name."""
    surfaces.announce(addresses=_topic_feeds(instance).values(), reason="newsroom.topic.changed")


@receiver(post_save, sender=SectionName, dispatch_uid="publishing.section_name")
def note_section(sender: type, instance: SectionName, **kwargs: Any) -> None:
    """A section has feeds as soon as it has a name."""
    surfaces.announce(
        keys=[f"chrome:{instance.language}"],
        addresses=_section_feeds(instance).values(),
        reason="newsroom.section.changed",
    )


def _section_feeds(name: SectionName) -> dict[str, str]:
    page = section_address(name.language, name.slug)
    subject = f"section:{name.section_id}:{name.language}"
    return {f"{subject}:{feed}": f"{page}{feed}" for feed in WRITERS}


def _topic_feeds(name: TopicName) -> dict[str, str]:
    page = topic_address(name.language, name.slug)
    subject = f"topic:{name.topic_id}:{name.language}"
    return {f"{subject}:{feed}": f"{page}{feed}" for feed in WRITERS}


follow(SectionName, _section_feeds, "publishing.feed.moved")
follow(TopicName, _topic_feeds, "publishing.feed.moved")


def _announce_wire(page: StoryPage) -> None:
    for item in note_wire_change(page=page, now=clock.now()):
        surfaces.announce(
            addresses=item_addresses(item.guid) + feed_addresses(item.language),
            reason="newsroom.version.changed",
        )


def _announce_month(work: Work) -> None:
    if work.published_at is not None:
        surfaces.announce(
            keys=[month_key(work.published_at)],
            addresses=[month_sitemap(work.published_at)],
            reason="newsroom.work.changed",
        )
