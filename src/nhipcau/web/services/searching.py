"""Keeping the search index equal to what is published."""

from collections.abc import Callable, Sequence
from itertools import islice

from django.db import transaction
from django.db.models import F
from wagtail.rich_text import get_text_for_indexing

from nhipcau.common.clock import civil
from nhipcau.common.text import nfc
from nhipcau.newsroom.models import StoryPage
from nhipcau.web.models import SearchEntry
from nhipcau.web.rules import search
from nhipcau.web.search_index import Row, backend

# Few enough that nobody who wants to write waits long.
ROWS_AT_ONCE = 200


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
    _index([page])


def _index(pages: Sequence[StoryPage]) -> None:
    """Bring the index up to date for some versions at once."""
    public = [
        page
        for page in pages
        if page.live and page.work.withdrawn_at is None and page.work.published_at is not None
    ]
    entries = [
        SearchEntry(
            page_id=page.pk,
            language=page.locale.language_code,
            section_id=page.work.section_id,
            published_at=page.work.published_at,
            headline=page.title,
            text=plain_text(page),
        )
        for page in public
    ]
    # Words are counted before anything is locked.
    rows = [_row(entry, page.kicker) for entry, page in zip(entries, public, strict=True)]
    with transaction.atomic():
        remove_pages([page.pk for page in pages])
        SearchEntry.objects.bulk_create(entries)
        backend().write(rows)


def _row(entry: SearchEntry, kicker: str) -> Row:
    """What the full-text index holds of an entry, with the words above its headline."""
    day = civil(entry.published_at).date()
    labels = search.labels(entry.language, entry.section_id)
    labels.append(search.year_label(day.year))
    return (
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
    ids = list(StoryPage.objects.live().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), ROWS_AT_ONCE):
        some = StoryPage.objects.filter(pk__in=ids[start : start + ROWS_AT_ONCE])
        _index(list(some.select_related("work", "locale")))
    return len(ids)


def fill_index(on_progress: Callable[[int, int], object] = lambda done, total: None) -> int:
    """Write the words of all entries into the full-text index if that is empty.

    A migration that changes what the index holds makes its table anew and leaves it empty; its
    words are then written once, by the program as it is and not as it was.

    Args:
        on_progress: Told now and then how many of how many stories are written.

    Returns:
        How many were written; all or, when interrupted, none.
    """
    index = backend()
    total = SearchEntry.objects.count() if index.is_empty() else 0
    if not total:
        return 0
    entries = SearchEntry.objects.annotate(kicker=F("page__kicker")).order_by("page_id")
    rest = entries.iterator(chunk_size=ROWS_AT_ONCE)
    done = 0
    with transaction.atomic(), index.filling():
        on_progress(0, total)
        while some := list(islice(rest, ROWS_AT_ONCE)):
            index.write(_row(entry, entry.kicker) for entry in some)
            done += len(some)
            on_progress(done, total)
    return done
