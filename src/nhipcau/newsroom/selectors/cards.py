"""Stories as lists show them, fetched in a bounded number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from nhipcau.library.models import Image
from nhipcau.newsroom.enums import Origin
from nhipcau.newsroom.models import Section, StoryPage


@dataclass(frozen=True)
class Card:
    """What a list shows of a story.

    Attributes:
        address: The story's address.
        headline: Its headline.
        kicker: Line above the headline, possibly empty.
        lead: First paragraph, plain text.
        published_at: First publication (UTC).
        section: Name of its section in the page's language, possibly empty.
        section_slug: The section's part of addresses, possibly empty.
        image: Its first photograph, while it may be shown.
        is_sample: Whether it belongs to the sample province.
    """

    address: str
    headline: str
    kicker: str
    lead: str
    published_at: datetime
    section: str
    section_slug: str
    image: Image | None
    is_sample: bool


def first_image_id(page: StoryPage) -> int | None:
    """Database id of a story's first photograph, read without asking the database."""
    for block in page.body.raw_data:
        if block["type"] == "photo" and block["value"].get("image"):
            return int(block["value"]["image"])
        if block["type"] == "gallery":
            for item in block["value"].get("photos", []):
                if image := item.get("value", item).get("image"):
                    return int(image)
    return None


def cards(versions: Iterable[StoryPage]) -> list[Card]:
    """Make the cards of language versions, in their order.

    Args:
        versions: As of :func:`nhipcau.newsroom.selectors.public.public_versions`.
    """
    pages = list(versions)
    image_ids = {page.pk: first_image_id(page) for page in pages}
    images = Image.objects.in_bulk({pk for pk in image_ids.values() if pk})
    section_ids = {page.work.section_id for page in pages if page.work.section_id}
    sections = Section.objects.prefetch_related("names").in_bulk(section_ids)
    made = []
    for page in pages:
        section = sections.get(page.work.section_id)
        image = images.get(image_ids[page.pk] or 0)
        made.append(
            Card(
                address=page.address,
                headline=page.title,
                kicker=page.kicker,
                lead=page.lead,
                published_at=page.work.published_at or page.first_published_at,
                section=section.name(page.language) if section else "",
                section_slug=section.slug(page.language) if section else "",
                image=image if image and image.may_be_shown() else None,
                is_sample=page.work.origin == Origin.SAMPLE,
            )
        )
    return made


def card_keys(versions: Iterable[StoryPage]) -> set[str]:
    """Surrogate keys of what cards show: works, sections and photographs."""
    keys = set()
    for page in versions:
        keys.add(page.work.key)
        if page.work.section_id:
            keys.add(f"section:{page.work.section_id}")
        if image_id := first_image_id(page):
            keys.add(f"image:{image_id}")
    return keys
