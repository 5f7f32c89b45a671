"""Keeping the search index equal to what is published."""

from wagtail.rich_text import get_text_for_indexing

from nhipcau.common.text import nfc
from nhipcau.newsroom.models import StoryPage
from nhipcau.web.models import SearchEntry
from nhipcau.web.rules import search
from nhipcau.web.search_index import backend


def plain_text(page: StoryPage) -> str:
    """Lead and body of a version as plain text, NFC.

    Args:
        page: The version; captions count only where readers see their photograph.
    """
    parts = [page.lead]
    for block in page.body:
        if block.block_type == "paragraph":
            parts.append(get_text_for_indexing(block.value.source))
        elif block.block_type == "heading":
            parts.append(block.value)
        elif block.block_type == "photo" and block.value["image"]:
            parts.append(block.value["caption"])
    return nfc("\n".join(part.strip() for part in parts if part and part.strip()))


def index_page(page: StoryPage) -> None:
    """Bring the index up to date for one version; one that is not live leaves it.

    Args:
        page: The version.
    """
    work = page.work
    if not page.live or work.withdrawn_at or work.published_at is None:
        remove_pages([page.pk])
        return
    text = plain_text(page)
    SearchEntry.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "language": page.locale.language_code,
            "section_id": work.section_id,
            "published_at": work.published_at,
            "headline": page.title,
            "text": text,
        },
    )
    labels = search.labels(page.locale.language_code, work.section_id)
    backend().write(page.pk, f"{page.kicker} {page.title}", text, labels)


def remove_pages(page_ids: list[int]) -> None:
    """Take versions out of the index.

    Args:
        page_ids: Database ids of the versions.
    """
    SearchEntry.objects.filter(page_id__in=page_ids).delete()
    backend().remove(page_ids)


def rebuild() -> int:
    """Make the index anew from what is published.

    Returns:
        How many versions it holds.
    """
    stale = SearchEntry.objects.exclude(page__live=True).values_list("page_id", flat=True)
    remove_pages(list(stale))
    count = 0
    pages = StoryPage.objects.live().select_related("work", "locale").order_by("pk")
    for page in pages.iterator(chunk_size=500):
        index_page(page)
        count += 1
    return count
