"""Keeping the search index equal to what is published."""

from wagtail.rich_text import get_text_for_indexing

from nhipcau.common.clock import civil
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
    remove_pages([page.pk])
    entry = SearchEntry.objects.create(
        page_id=page.pk,
        language=page.locale.language_code,
        section_id=work.section_id,
        published_at=work.published_at,
        headline=page.title,
        text=plain_text(page),
    )
    write_words(entry, kicker=page.kicker)


def write_words(entry: SearchEntry, *, kicker: str = "") -> None:
    """Put the words of an entry into the full-text index.

    Args:
        entry: Whose words are not there yet.
        kicker: Words above the headline.
    """
    day = civil(entry.published_at).date()
    labels = search.labels(entry.language, entry.section_id)
    labels.append(search.year_label(day.year))
    backend().write(
        search.position(day, entry.page_id),
        search.lexemes(f"{kicker} {entry.headline}", entry.text, labels),
    )


def remove_words(entry: SearchEntry) -> None:
    """Take the words of an entry out of the full-text index.

    Args:
        entry: As it was when its words were written.
    """
    day = civil(entry.published_at).date()
    backend().remove([search.position(day, entry.page_id)])


def remove_pages(page_ids: list[int]) -> None:
    """Take versions out of the index.

    Args:
        page_ids: Database ids of the versions.
    """
    # Their words go with the entries: see the receivers of this app.
    SearchEntry.objects.filter(page_id__in=page_ids).delete()


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
