"""Stories that readers may want next, as chosen by the desk."""

from dataclasses import dataclass
from datetime import datetime

from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.cards import Card, card_keys, cards


@dataclass(frozen=True)
class Related:
    """What a story's page shows of its related stories.

    Attributes:
        cards: Public ones in the page's language, in the desk's order.
        keys: Surrogate keys of all of them, also of those that readers may not see yet.
        valid_until: When an embargo among them ends next (UTC), if one does.
    """

    cards: list[Card]
    keys: frozenset[str]
    valid_until: datetime | None


def related_stories(page: StoryPage, now: datetime) -> Related:
    """The related stories of a version.

    Args:
        page: The version.
        now: Moment rendered for.
    """
    works = page.work.related_works()
    if not works:
        return Related([], frozenset(), None)
    versions = list(
        public.public_versions(page.language, now).filter(work__in=[work.pk for work in works])
    )
    order = {work.pk: place for place, work in enumerate(works)}
    versions.sort(key=lambda version: order[version.work_id])
    ends = [work.embargo_until for work in works if work.embargo_until and work.embargo_until > now]
    return Related(
        cards(versions),
        frozenset({*(work.key for work in works), *card_keys(versions)}),
        min(ends, default=None),
    )
