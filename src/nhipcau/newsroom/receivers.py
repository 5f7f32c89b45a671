"""What other rooms are told when something that readers see has changed."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from nhipcau.agencies.models import Agency, AgencyName, Place, PlaceName
from nhipcau.common.clock import civil
from nhipcau.common.surfaces import announce
from nhipcau.library.models import Image
from nhipcau.library.rules import public_addresses
from nhipcau.newsroom.models import (
    Correction,
    PublishedImage,
    RelatedWork,
    Section,
    SectionName,
    StoryPage,
    Topic,
    TopicName,
    Work,
)
from nhipcau.newsroom.rules.addresses import (
    month_address,
    news_address,
    place_address,
    section_address,
    topic_address,
)
from nhipcau.newsroom.selectors.corrections import corrections_key
from nhipcau.newsroom.selectors.page_context import list_key
from nhipcau.newsroom.selectors.topics import topics_key
from nhipcau.newsroom.signals import version_published, version_unpublished, work_changed


def announce_work(work: Work, reason: str) -> None:
    """Say that every public page that shows a work, or might show it now, is stale.

    Args:
        work: The work.
        reason: Audit code.
    """
    keys, addresses = {work.key}, set()
    versions = work.versions.filter(first_published_at__isnull=False).select_related("locale")
    is_in_log = bool(work.withdrawn_at) or (
        Correction.objects.filter(page__work=work, published_at__isnull=False).exists()
    )
    for page in versions:
        keys.add(list_key(page.language))
        if is_in_log:
            keys.add(corrections_key(page.language))
        addresses |= {page.address, news_address(page.language)}
        if work.published_at:
            addresses.add(month_address(page.language, civil(work.published_at).date()))
    images = PublishedImage.objects.filter(page__work=work).values_list("image__uuid", flat=True)
    for uuid in set(images):
        addresses |= set(public_addresses(uuid))
    announce(keys=keys, addresses=addresses, reason=reason)


@receiver([version_published, version_unpublished])
def on_version(sender: Any, page: StoryPage, signal: Any, **kwargs: Any) -> None:
    """A language version went live, was published anew, or went off."""
    verb = "published" if signal is version_published else "unpublished"
    announce_work(page.work, f"newsroom.version.{verb}")


@receiver(work_changed)
def on_work(sender: Any, work: Work, **kwargs: Any) -> None:
    """Embargo or withdrawal changed."""
    announce_work(work, "newsroom.work.changed")


@receiver(post_save, sender=Work)
def on_work_saved(sender: Any, instance: Work, created: bool, **kwargs: Any) -> None:
    """Any other field of a work changed."""
    if not created:
        announce_work(instance, "newsroom.work.saved")


@receiver(m2m_changed, sender=Work.topics.through)
@receiver(m2m_changed, sender=Work.places.through)
def on_work_related(
    sender: Any, instance: Any, action: str, model: Any, pk_set: Any, **kwargs: Any
) -> None:
    """Topics or places changed, from either side."""
    if not action.startswith(("post_", "pre_clear")):
        return
    works = [instance] if isinstance(instance, Work) else []
    if model is Work:
        works += Work.objects.filter(pk__in=pk_set or ())
    if action == "pre_clear":
        works += [] if isinstance(instance, Work) else instance.works.all()
    for work in works:
        announce_work(work, "newsroom.work.related")


@receiver([post_save, post_delete], sender=RelatedWork)
def on_related(sender: Any, instance: RelatedWork, **kwargs: Any) -> None:
    """Two works are related, or no longer."""
    for work in Work.objects.filter(pk__in=[instance.work_id, instance.related_id]):
        announce_work(work, "newsroom.work.related")


@receiver([post_save, post_delete], sender=TopicName)
@receiver(post_save, sender=Topic)
def on_topic(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A topic's name changed, or it has a list in one more language."""
    topic_id = instance.topic_id if isinstance(instance, TopicName) else instance.pk
    names = list(TopicName.objects.filter(topic_id=topic_id))
    if isinstance(instance, TopicName):
        names.append(instance)
    announce(
        keys={f"topic:{topic_id}", *(topics_key(name.language) for name in names)},
        addresses={topic_address(name.language, name.slug) for name in names},
        reason="newsroom.topic.changed",
    )


@receiver([post_save, post_delete], sender=AgencyName)
@receiver(post_save, sender=Agency)
def on_agency(sender: Any, instance: Any, **kwargs: Any) -> None:
    """An agency's name changed: pages that bear it are stale."""
    agency_id = instance.agency_id if isinstance(instance, AgencyName) else instance.pk
    announce(keys={f"agency:{agency_id}"}, reason="agencies.name.changed")


@receiver([post_save, post_delete], sender=SectionName)
@receiver(post_save, sender=Section)
def on_section(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A section's name changed, or it has a list in one more language."""
    section_id = instance.section_id if isinstance(instance, SectionName) else instance.pk
    names = SectionName.objects.filter(section_id=section_id)
    announce(
        keys={f"section:{section_id}"},
        addresses={section_address(name.language, name.slug) for name in names},
        reason="newsroom.section.changed",
    )


@receiver([post_save, post_delete], sender=PlaceName)
@receiver(post_save, sender=Place)
def on_place(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A place's name changed, or it has a list in one more language."""
    place = instance.place if isinstance(instance, PlaceName) else instance
    announce(
        keys={f"place:{place.pk}"},
        addresses={
            place_address(language, place.code)
            for language in place.names.values_list("language", flat=True)
        },
        reason="agencies.place.changed",
    )


@receiver([post_save, post_delete], sender=Image)
def on_image(sender: Any, instance: Image, **kwargs: Any) -> None:
    """An image or its data changed."""
    announce(keys={f"image:{instance.pk}"}, reason="library.image.changed")
