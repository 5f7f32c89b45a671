"""The body of a story as HTML."""

from django.utils import translation

from nhipcau.common.reading import shared
from nhipcau.newsroom.models import StoryPage


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
