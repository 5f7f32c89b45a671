"""Language versions as other newsrooms take them: with status, notes, rights and pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext

from nhipcau.common.clock import civil
from nhipcau.common.reading import look_up, look_up_all, once_a_batch
from nhipcau.library.rules import PUBLIC_FORMATS, PUBLIC_WIDTHS, public_address
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.newsroom.rules.addresses import section_address
from nhipcau.newsroom.selectors.ahead import stories_named, story_relations
from nhipcau.newsroom.selectors.bodies import body_keys, rendered_blocks
from nhipcau.newsroom.selectors.cards import card_keys
from nhipcau.newsroom.selectors.topics import topic_links
from nhipcau.newsroom.selectors.versions import source_version
from nhipcau.publishing.enums import WireStatus
from nhipcau.publishing.models import WireItem
from nhipcau.publishing.rules.guids import version_guid
from nhipcau.publishing.selectors.entries import Entry, absolute_address, entries


@dataclass(frozen=True)
class Picture:
    """A photograph of a story.

    Attributes:
        uri: Permanent name.
        caption: What it shows, plain text.
        alternative_text: For those who do not see it.
        credit: Photographer or source.
        files: Address, media type and width in pixels of each public copy.
    """

    uri: str
    caption: str
    alternative_text: str
    credit: str
    files: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Named:
    """A thing that a story is about.

    Attributes:
        name: In the language of the story, as it was on the day of publication.
        uri: Its address, where it has one.
    """

    name: str
    uri: str = ""


@dataclass(frozen=True)
class WireStory:
    """One version of one wire item.

    Attributes:
        item: The record of versions.
        status: Whether others may publish it.
        note: What an editor who receives it must know, in the story's language.
        is_correction: Whether this version corrects an error.
        entry: The story itself; ``None`` when nothing of it may be published any more.
        headline: Kept also when the story is cancelled, so that others find what to remove.
        embargo_until: Not to be published before this moment.
        first_created: First publication.
        paragraphs: The text without photographs, as HTML.
        pictures: Its photographs.
        subjects: Section and topics.
        places: Places it is about.
        organisations: Bodies it is about.
        source_name: Newspaper it was taken from.
        translation_of: Permanent name of the version it was translated from.
        work: Permanent name of the work that all language versions share.
    """

    item: WireItem
    status: WireStatus
    note: str
    is_correction: bool = False
    entry: Entry | None = None
    headline: str = ""
    embargo_until: datetime | None = None
    first_created: datetime | None = None
    paragraphs: str = ""
    pictures: tuple[Picture, ...] = ()
    subjects: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    organisations: tuple[Named, ...] = ()
    source_name: str = ""
    translation_of: str = ""
    work: str = ""


def wire_items() -> QuerySet[WireItem]:
    """Wire items with all that their stories need."""
    return WireItem.objects.select_related("page__work").prefetch_related(
        *story_relations("page__")
    )


def items_named(guids: Iterable[UUID]) -> dict[UUID, WireItem]:
    """Wire items by their permanent names, with the stories that the batch reads for all."""
    items = {item.guid: item for item in WireItem.objects.filter(guid__in=list(guids))}
    pages = look_up_all(stories_named, [item.page_id for item in items.values() if item.page_id])
    for item in items.values():
        item.page = pages[item.page_id] if item.page_id else None
    return items


@once_a_batch
def wire_story(guid: UUID, now: datetime) -> WireStory | None:
    """The story of an item that is out, for all formats it is asked for in.

    Args:
        guid: Permanent name.
        now: Moment (UTC); names are those of its day.
    """
    item = look_up(items_named, guid)
    return wire_stories([item])[0] if item else None


def latest_items(language: str, now: datetime) -> QuerySet[WireItem]:
    """Items that are out, the latest change first.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
    """
    return (
        wire_items()
        .filter(
            Q(page=None)
            | Q(page__work__withdrawn_at__isnull=False)
            | Q(page__work__embargo_until=None)
            | Q(page__work__embargo_until__lte=now),
            language=language,
        )
        .order_by("-changed_at", "-pk")
    )


def next_release(language: str, now: datetime) -> datetime | None:
    """The next moment at which the clock alone brings an item out.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
    """
    return (
        WireItem.objects.filter(
            language=language,
            page__work__withdrawn_at__isnull=True,
            page__work__embargo_until__gt=now,
        )
        .order_by("page__work__embargo_until")
        .values_list("page__work__embargo_until", flat=True)
        .first()
    )


def wire_keys(stories: Iterable[WireStory]) -> set[str]:
    """Surrogate keys of what wire stories print."""
    keys: set[str] = set()
    for story in stories:
        page = story.item.page
        if page is None:
            continue
        work = page.work
        keys |= card_keys([page]) | {f"agency:{work.publisher_id}"}
        keys |= body_keys(page)
        keys |= {topic.key for topic in work.topics.all()}
        keys |= {f"place:{place.pk}" for place in work.places.all()}
        keys |= {f"agency:{agency.pk}" for agency in work.agencies.all()}
    return keys


def release_moment(item: WireItem, now: datetime) -> datetime | None:
    """When an item comes out, or ``None`` if it is out already.

    Args:
        item: The item with its work.
        now: Moment (UTC).
    """
    work = item.page.work if item.page else None
    if work is None or work.is_public_at(now) or work.withdrawn_at is not None:
        return None
    return work.embargo_until


def wire_stories(items: Iterable[WireItem]) -> list[WireStory]:
    """The stories of items as they now stand, in their order and in few queries.

    Args:
        items: As of :func:`wire_items`; they are out.
    """
    bases = [_base(item) for item in items]
    usable = [
        base.item.page
        for base in bases
        if base.status == WireStatus.USABLE and base.item.page is not None
    ]
    complete = {page.pk: entry for page, entry in zip(usable, entries(usable), strict=True)}
    return [
        _complete(
            base,
            base.item.page,
            complete[base.item.page.pk],
            is_correction=_is_correction(base.item.page),
            source=source_version(base.item.page),
        )
        if base.item.page is not None and base.item.page.pk in complete
        else base
        for base in bases
    ]


def _base(item: WireItem) -> WireStory:
    """What is said of an item whatever its status."""
    page = item.page
    with translation.override(item.language):
        if page is None:
            return WireStory(
                item, WireStatus.CANCELED, gettext("Deleted by the publisher: do not use.")
            )
        status, note = _status(page)
    work = page.work
    return WireStory(
        item,
        status,
        note,
        headline=page.title,
        embargo_until=work.embargo_until,
        first_created=work.published_at or page.first_published_at,
        work=work.uuid.urn,
    )


def _status(page: StoryPage) -> tuple[WireStatus, str]:
    work = page.work
    if work.withdrawn_at is not None:
        note = gettext("Withdrawn by the publisher: do not use. Reason: %(reason)s")
        return WireStatus.CANCELED, note % {"reason": work.withdrawal_reason}
    if not page.live:
        return WireStatus.WITHHELD, gettext("This language version is no longer published.")
    return WireStatus.USABLE, ""


def _complete(
    base: WireStory,
    page: StoryPage,
    entry: Entry,
    *,
    is_correction: bool,
    source: StoryPage | None,
) -> WireStory:
    work, language = page.work, page.language
    day = civil(base.first_created or base.item.changed_at).date()
    values = dict(vars(base))
    values |= {
        "entry": entry,
        "note": _correction_note(entry),
        "is_correction": is_correction,
        "paragraphs": "".join(html for kind, html in rendered_blocks(page) if kind != "photo"),
        "pictures": tuple(
            _picture(block.value)
            for block in page.body
            if block.block_type == "photo"
            and block.value["image"]
            and block.value["image"].may_be_shown()
        ),
        "subjects": _subjects(work, language),
        "places": tuple(
            Named(place.name(language, day) or place.name("vi", day), _country(place.country_code))
            for place in work.places.all()
        ),
        "organisations": tuple(
            Named(agency.name(language, day) or agency.name("vi", day), agency.website)
            for agency in work.agencies.all()
        ),
        "source_name": work.source_name,
        "translation_of": version_guid(work.uuid, source.language) if source else "",
    }
    return WireStory(**values)


def _correction_note(entry: Entry) -> str:
    if not entry.correction:
        return ""
    with translation.override(entry.language):
        return gettext("Correction: %(text)s") % {"text": entry.correction}


def _is_correction(page: StoryPage) -> bool:
    """Whether the version's live text came with a correction."""
    return any(
        row.published_at is not None
        and row.approval is not None
        and row.approval.revision_id == page.live_revision_id
        for row in page.corrections.all()
    )


def _subjects(work: Work, language: str) -> tuple[Named, ...]:
    subjects = []
    if work.section is not None:
        address = section_address(language, work.section.slug(language))
        subjects.append(Named(work.section.name(language), absolute_address(address)))
    for topic in topic_links(list(work.topics.all()), language):
        subjects.append(Named(topic["name"], absolute_address(topic["address"])))
    return tuple(subjects)


def _country(code: str) -> str:
    """The IPTC's name of a country (ISO 3166-1), empty for other places."""
    return f"http://cvx.iptc.org/iso3166-1a2/{code.lower()}" if code else ""


def _picture(value: Any) -> Picture:
    image = value["image"]
    return Picture(
        uri=UUID(str(image.uuid)).urn,
        caption=value["caption"],
        alternative_text=value["alternative_text"] or value["caption"],
        credit=value["credit"] or image.credit,
        files=tuple(
            (
                absolute_address(public_address(image.uuid, width, format)),
                media_type,
                min(width, image.width),
            )
            for width in sorted(PUBLIC_WIDTHS, reverse=True)
            for format, media_type in PUBLIC_FORMATS
        ),
    )
