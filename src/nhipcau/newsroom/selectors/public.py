"""What readers may see at a moment. The only place that decides it for lists."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Min, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.timezone import make_aware
from wagtail.models import Locale

from nhipcau.common.clock import CIVIL_ZONE
from nhipcau.newsroom.models import StoryPage


def languages() -> list[str]:
    """The site's public languages (BCP 47), the source language first."""
    codes = list(Locale.objects.order_by("pk").values_list("language_code", flat=True))
    return sorted(codes, key=lambda code: code != "vi")


def public_versions(language: str, now: datetime) -> QuerySet[StoryPage]:
    """Live language versions that embargo and withdrawal allow, newest first.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
    """
    return (
        StoryPage.objects.live()
        .filter(
            Q(work__embargo_until__isnull=True) | Q(work__embargo_until__lte=now),
            locale__language_code=language,
            work__withdrawn_at__isnull=True,
            work__published_at__isnull=False,
        )
        .select_related("work", "locale")
        .order_by("-work__published_at", "-work_id")
    )


def next_embargo_end(language: str, now: datetime) -> datetime | None:
    """The next moment at which the clock alone makes a version of this language public."""
    return (
        StoryPage.objects.live()
        .filter(
            locale__language_code=language,
            work__withdrawn_at__isnull=True,
            work__embargo_until__gt=now,
        )
        .aggregate(moment=Min("work__embargo_until"))["moment"]
    )


def month_bounds(month: date) -> tuple[datetime, datetime]:
    """First moments of a civil month and of the next one.

    Args:
        month: Any day of the month.
    """
    first = month.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return (
        make_aware(datetime(first.year, first.month, 1), CIVIL_ZONE),  # noqa: DTZ001
        make_aware(datetime(following.year, following.month, 1), CIVIL_ZONE),  # noqa: DTZ001
    )


def versions_of_month(language: str, month: date, now: datetime) -> QuerySet[StoryPage]:
    """Public versions first published in a civil month, newest first."""
    start, end = month_bounds(month)
    return public_versions(language, now).filter(
        work__published_at__gte=start, work__published_at__lt=end
    )


def months(language: str, now: datetime) -> list[date]:
    """Civil months that have public versions, newest first."""
    rows = (
        public_versions(language, now)
        .order_by()
        .annotate(month=TruncMonth("work__published_at", tzinfo=CIVIL_ZONE))
        .values_list("month", flat=True)
        .distinct()
    )
    return sorted({row.date() for row in rows}, reverse=True)


def siblings(page: StoryPage, now: datetime) -> list[StoryPage]:
    """Public versions of the same work in other languages, by language code."""
    rows = (
        page.work.versions.filter(live=True)
        .exclude(pk=page.pk)
        .select_related("locale", "work")
        .order_by("locale__language_code")
    )
    return [row for row in rows if row.work.is_public_at(now)]


def alternates(page: StoryPage, now: datetime) -> list[dict[str, Any]]:
    """The language switch of a story: every language of the site, missing ones marked.

    Args:
        page: The version on show.
        now: Moment (UTC).

    Returns:
        Dictionaries of ``language``, ``address`` (empty when missing), ``is_missing`` and
        ``is_current``, in the site's order.
    """
    addresses = {version.language: version.address for version in siblings(page, now)}
    addresses[page.language] = page.address
    return [
        {
            "language": code,
            "address": addresses.get(code, ""),
            "is_missing": code not in addresses,
            "is_current": code == page.language,
        }
        for code in languages()
    ]
