"""Corrections and withdrawals as readers see them: on the story, in the log, in feeds."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from nhipcau.newsroom.models import Correction, StoryPage, Work


def corrections_key(language: str) -> str:
    """Surrogate key of every page that lists corrections of a language (BCP 47)."""
    return f"corrections:{language}"


def corrections_of(page: StoryPage) -> list[Correction]:
    """Published corrections of a language version, newest first.

    Args:
        page: The version. Whether readers may see it is its work's business.
    """
    return corrections_by_page([page]).get(page.pk, [])


def corrections_by_page(pages: Iterable[StoryPage]) -> dict[int, list[Correction]]:
    """Published corrections of several versions in one query, for feeds and wire items.

    Args:
        pages: Language versions.

    Returns:
        Corrections by the page's database id, newest first; pages without any are missing.
    """
    found: dict[int, list[Correction]] = {}
    rows = list(pages)
    unread = [row.pk for row in rows if not _is_read_ahead(row)]
    corrections = [one for row in rows if _is_read_ahead(row) for one in row.corrections.all()]
    if unread:
        corrections += Correction.objects.filter(page_id__in=unread, published_at__isnull=False)
    for correction in corrections:
        if correction.published_at is not None:
            found.setdefault(correction.page_id, []).append(correction)
    return found


def _is_read_ahead(page: StoryPage) -> bool:
    return "corrections" in getattr(page, "_prefetched_objects_cache", {})


def public_corrections(language: str, now: datetime) -> QuerySet[Correction]:
    """Corrections that readers of a language may see at a moment, newest first.

    A list made of them depends on :func:`corrections_key` and, for embargoes, on the moment of
    :func:`nhipcau.newsroom.selectors.public.next_embargo_end`. Corrections of withdrawn works
    are left out: their withdrawal is listed instead, see :func:`withdrawals`.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
    """
    return (
        Correction.objects.filter(
            Q(page__work__embargo_until__isnull=True) | Q(page__work__embargo_until__lte=now),
            # Few stories are corrected: where to begin, or SQLite reads all of a language first.
            page__in=Correction.objects.filter(published_at__isnull=False).values("page"),
            published_at__isnull=False,
            page__live=True,
            page__locale__language_code=language,
            page__work__withdrawn_at__isnull=True,
        )
        .select_related("page__work", "page__locale")
        .order_by("-published_at", "-pk")
    )


def withdrawals(language: str) -> QuerySet[StoryPage]:
    """Once public versions whose work is withdrawn, the latest withdrawal first.

    Address, headline, ``work.withdrawn_at`` and ``work.withdrawal_reason`` are what a log shows.

    Args:
        language: BCP 47 code.
    """
    return (
        StoryPage.objects.filter(
            first_published_at__isnull=False,
            locale__language_code=language,
            # Few works are withdrawn: where to begin, or SQLite reads all of a language first.
            work__in=Work.objects.filter(withdrawn_at__isnull=False).values("pk"),
        )
        .select_related("work", "locale")
        .order_by("-work__withdrawn_at", "-pk")
    )
