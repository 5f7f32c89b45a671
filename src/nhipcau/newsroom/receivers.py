"""What other rooms are told when something that readers see has changed."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from nhipcau.agencies.models import Agency, AgencyName, Place, PlaceName
from nhipcau.common.addresses import follow
from nhipcau.common.clock import civil, now
from nhipcau.common.surfaces import announce, announces_each
from nhipcau.library.models import Document, Image, Recording
from nhipcau.library.rules import public_addresses
from nhipcau.newsroom.models import (
    Correction,
    PublishedFile,
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
    public_file_address,
    section_address,
    topic_address,
)
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.corrections import corrections_key
from nhipcau.newsroom.selectors.page_context import group_key, list_key, month_key
from nhipcau.newsroom.selectors.topics import topics_key
from nhipcau.newsroom.signals import version_published, version_unpublished, work_changed


def announce_work(work: Work, reason: str) -> None:
    """Say that every public page that shows a work, or might show it now, is stale.

    Args:
        work: The work.
        reason: Audit code.
    """
    if not announces_each():
        return
    keys, addresses = {work.key}, set()
    versions = work.versions.filter(first_published_at__isnull=False).select_related("locale")
    languages = [page.language for page in versions]
    is_in_log = bool(work.withdrawn_at) or (
        Correction.objects.filter(page__work=work, published_at__isnull=False).exists()
    )
    groups = _groups(work) if languages else []
    for language in languages:
        keys |= {list_key(language), *(group_key(language, *group) for group in groups)}
        if is_in_log:
            keys.add(corrections_key(language))
        addresses.add(news_address(language))
        _add_month(work, language, keys, addresses)
    addresses |= {page.address for page in versions}
    images = PublishedImage.objects.filter(page__work=work).values_list("image__uuid", flat=True)
    for uuid in set(images):
        addresses |= set(public_addresses(uuid))
    files = PublishedFile.objects.filter(page__work=work).select_related("recording", "document")
    addresses |= {public_file_address(row.medium.uuid, row.medium.file.name) for row in files}
    announce(keys=keys, addresses=addresses, reason=reason)


def _groups(work: Work) -> list[tuple[str, int]]:
    """The lists that a work belongs to now; one that it has left still names the work."""
    groups = [("section", work.section_id)] if work.section_id else []
    groups += [("topic", pk) for pk in work.topics.values_list("pk", flat=True)]
    groups += [("place", pk) for pk in work.places.values_list("pk", flat=True)]
    return groups


def _add_month(work: Work, language: str, keys: set[str], addresses: set[str]) -> None:
    """Add the archive of the work's month, and those from which a reader turns to it."""
    if not work.published_at:
        return
    month = civil(work.published_at).date()
    near = [
        public.nearest_publication(language, month, now(), is_newer=is_newer)
        for is_newer in (True, False)
    ]
    days = [month, *(civil(found[1]).date() for found in near if found)]
    keys.add(month_key(language, month))
    addresses |= {month_address(language, day) for day in days}


@receiver([version_published, version_unpublished])
def on_version(sender: Any, page: StoryPage, signal: Any, **kwargs: Any) -> None:
    """A language version went live, was published anew, or went off."""
    verb = "published" if signal is version_published else "unpublished"
    announce_work(page.work, f"newsroom.version.{verb}")


@receiver(work_changed)
def on_work(sender: Any, work: Work, **kwargs: Any) -> None:
    """Embargo or withdrawal changed, or a version has moved."""
    announce_work(work, "newsroom.work.changed")


@receiver(post_save, sender=Work)
def on_work_saved(
    sender: Any, instance: Work, created: bool, update_fields: Any, **kwargs: Any
) -> None:
    """Any other field of a work changed."""
    if not created and Work.is_seen_in(update_fields):
        announce_work(instance, "newsroom.work.saved")


@receiver(m2m_changed, sender=Work.agencies.through)
@receiver(m2m_changed, sender=Work.topics.through)
@receiver(m2m_changed, sender=Work.places.through)
def on_work_related(
    sender: Any, instance: Any, action: str, model: Any, pk_set: Any, **kwargs: Any
) -> None:
    """Topics, places or agencies changed, from either side."""
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


def _section_page(name: SectionName) -> dict[str, str]:
    subject = f"section:{name.section_id}:{name.language}"
    return {subject: section_address(name.language, name.slug)}


def _topic_page(name: TopicName) -> dict[str, str]:
    return {f"topic:{name.topic_id}:{name.language}": topic_address(name.language, name.slug)}


def _place_pages(place: Place) -> dict[str, str]:
    languages = set(place.names.values_list("language", flat=True))
    return {f"place:{place.pk}:{code}": place_address(code, place.code) for code in languages}


def _story_page(page: StoryPage) -> dict[str, str]:
    return {f"version:{page.pk}": page.address} if page.first_published_at else {}


def _on_story_moved(page: StoryPage) -> None:
    """It stands at another address, perhaps in another language, whose lists it then leaves."""
    work_changed.send(sender=Work, work=page.work)
    for language in public.languages():
        _announce_lists(page.work, language, "newsroom.version.moved")


follow(SectionName, _section_page, "newsroom.section.moved")
follow(TopicName, _topic_page, "newsroom.topic.moved")
follow(Place, _place_pages, "agencies.place.moved")
follow(
    StoryPage,
    _story_page,
    "newsroom.version.moved",
    on_move=_on_story_moved,
    # Only a purge deletes what was public, and it must leave no trace.
    is_told_when_removed=False,
)


@receiver(post_delete, sender=StoryPage)
def on_story_deleted(sender: Any, instance: StoryPage, **kwargs: Any) -> None:
    """A language version is gone from the database: what listed it is stale."""
    if instance.first_published_at is None:
        return
    reason = "newsroom.version.deleted"
    announce(keys={instance.work.key}, addresses={instance.address}, reason=reason)
    _announce_lists(instance.work, instance.language, reason)


def _announce_lists(work: Work, language: str, reason: str) -> None:
    """Say that what lists a work in a language is stale, also where it is listed no more."""
    if not announces_each():
        return
    keys = {list_key(language), corrections_key(language)}
    keys |= {group_key(language, *group) for group in _groups(work)}
    addresses = {news_address(language)}
    _add_month(work, language, keys, addresses)
    announce(keys=keys, addresses=addresses, reason=reason)


@receiver([post_save, post_delete], sender=Recording)
@receiver([post_save, post_delete], sender=Document)
def on_file(sender: Any, instance: Recording | Document, **kwargs: Any) -> None:
    """A recording or document, its name or its transcript changed."""
    announce(keys={f"file:{instance.uuid.hex}"}, reason="library.file.changed")
