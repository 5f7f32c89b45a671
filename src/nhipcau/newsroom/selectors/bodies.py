"""The body of a story as HTML, and what that depends on."""

from collections.abc import Iterable

from django.utils import translation
from wagtail.models import Page
from wagtail.rich_text import extract_references_from_rich_text

from nhipcau.common.reading import look_up_all, shared
from nhipcau.newsroom.blocks import media_of
from nhipcau.newsroom.models import StoryPage

_LINK = 'linktype="page"'


def rendered_blocks(page: StoryPage) -> list[tuple[str, str]]:
    """Kind and HTML of each block of a version's body, as everything public is composed of it.

    The story's page, its wire items and the feeds of a batch share it, so it is rendered once.

    Args:
        page: The version as it is live.
    """

    def render() -> list[tuple[str, str]]:
        with translation.override(page.language):
            return [(block.block_type, str(block)) for block in page.body]

    return shared((rendered_blocks, page.pk), render)


def body_keys(page: StoryPage) -> set[str]:
    """Surrogate keys of what a version's body shows, offers and leads to.

    Args:
        page: The version; whoever prints its body depends on these besides the work's own.
    """
    media = media_of(page.body)
    files = [*media.recordings.values(), *media.documents.values()]
    keys = {f"image:{image_id}" for image_id in media.images}
    keys |= {f"file:{medium.uuid.hex}" for medium in files}
    if linked := _linked_pages(page):
        # A link leads to the address that the story has, in the language of the text if it can.
        keys |= {f"work:{work_id}" for work_id in look_up_all(_works_of_pages, linked).values()}
    return keys


def _linked_pages(page: StoryPage) -> list[int]:
    """Database ids of the pages of this site to which paragraphs lead."""
    return [
        int(reference[1])
        for block in page.body.raw_data
        if block["type"] == "paragraph" and _LINK in block["value"]
        for reference in extract_references_from_rich_text(block["value"])
        if issubclass(reference[0], Page)
    ]


def _works_of_pages(pks: Iterable[int]) -> dict[int, int]:
    """Works of those of the pages that are stories."""
    return dict(StoryPage.objects.filter(pk__in=list(pks)).values_list("pk", "work_id"))
