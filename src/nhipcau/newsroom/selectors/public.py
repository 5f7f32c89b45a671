"""What readers may see at a moment. The only place that decides it for lists."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import compress
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils.timezone import make_aware
from wagtail.models import Locale

from nhipcau.common.clock import CIVIL_ZONE, civil
from nhipcau.common.reading import once_a_batch
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.newsroom.selectors.spans import spans_with_rows
from nhipcau.newsroom.selectors.versions import versions_of

#: As many as the page that looks through most of them, the front page for its pictures.
NEWEST = 60
#: As many as both databases take in one query without trouble, three values each.
MONTHS_AT_ONCE = 240


@once_a_batch
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


def latest_versions(
    language: str, now: datetime, limit: int, *, without: Collection[int] = (), **filters: Any
) -> list[StoryPage]:
    """The newest public versions, found in the same time however many there are.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
        limit: How many at most.
        without: Database ids of versions that are not wanted.
        **filters: Further lookups of the version that begin with ``work__``, such as its section.

    Returns:
        Newest first, as :func:`public_versions`. Pages of a batch share them.
    """
    enough = limit + len(without)
    if not filters and enough <= NEWEST:
        found = _newest(language, now)
    else:
        named = {name.removeprefix("work__"): value for name, value in filters.items()}
        found = _newest_of(_public_works(language, now).filter(**named), language, now, enough)
    return [page for page in found if page.pk not in without][:limit]


@once_a_batch
def _newest(language: str, now: datetime) -> list[StoryPage]:
    """What front page, list, gallery and feeds of a language all begin with."""
    return _newest_of(_public_works(language, now), language, now, NEWEST)


def _newest_of(works: QuerySet[Work], language: str, now: datetime, limit: int) -> list[StoryPage]:
    """The works are looked up first, along their index of dates.

    Asked for versions at once, a database would rather sort all of them.
    """
    ids = list(works.values_list("pk", flat=True)[:limit])
    return list(public_versions(language, now).filter(work__in=ids))


def latest_of_sections(
    language: str, now: datetime, limit: int, *, sections: Iterable[int], without: Collection[int]
) -> dict[int, list[StoryPage]]:
    """The newest public versions of several sections; as quick as of one, but for a short look.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
        limit: How many of each at most.
        sections: Their database ids.
        without: Database ids of versions that are not wanted.

    Returns:
        Newest first, by the section's id.
    """
    works = _public_works(language, now).values_list("pk", flat=True)
    ids: list[int] = []
    for section in sections:
        ids += works.filter(section=section)[: limit + len(without)]
    found: dict[int, list[StoryPage]] = {section: [] for section in sections}
    for page in public_versions(language, now).filter(work__in=ids).exclude(pk__in=without):
        if len(of_section := found[page.work.section_id]) < limit:
            of_section.append(page)
    return found


def _public_works(language: str, now: datetime) -> QuerySet[Work]:
    """Works with a public version in a language, newest first."""
    version = StoryPage.objects.live().filter(work=OuterRef("pk"), locale__language_code=language)
    return Work.objects.filter(
        Q(embargo_until__isnull=True) | Q(embargo_until__lte=now),
        Exists(version),
        withdrawn_at__isnull=True,
        published_at__isnull=False,
    ).order_by("-published_at", "-pk")


@once_a_batch
def next_embargo_end(language: str, now: datetime, **filters: int) -> datetime | None:
    """The next moment at which the clock alone makes a version of this language public.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
        **filters: Further lookups that the version meets, such as its section.
    """
    return (
        StoryPage.objects.live()
        .filter(
            locale__language_code=language,
            work__withdrawn_at__isnull=True,
            work__embargo_until__gt=now,
            **filters,
        )
        .aggregate(moment=Min("work__embargo_until"))["moment"]
    )


@dataclass(frozen=True)
class Embargoed:
    """A version that waits for the clock alone.

    Attributes:
        language: BCP 47 code.
        month: First civil day of the month in whose archive it will stand.
        until: End of the embargo (UTC).
        key: Surrogate key of its work; whoever waits for it hears of it by this.
    """

    language: str
    month: date
    until: datetime
    key: str


@once_a_batch
def embargoed(now: datetime) -> list[Embargoed]:
    """Every version that waits for the clock alone.

    Args:
        now: Moment (UTC).
    """
    versions = (
        StoryPage.objects.live()
        .filter(
            work__withdrawn_at__isnull=True,
            work__published_at__isnull=False,
            work__embargo_until__gt=now,
        )
        .select_related("work", "locale")
        .only("locale__language_code", "work__published_at", "work__embargo_until")
    )
    return [
        Embargoed(
            language=version.language,
            month=civil(version.work.published_at).date().replace(day=1),
            until=version.work.embargo_until,
            key=version.work.key,
        )
        for version in versions
    ]


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


def nearest_publication(
    language: str, month: date, now: datetime, *, is_newer: bool
) -> tuple[int, datetime] | None:
    """The public work nearest to a month, outside it, by its database id, and its time (UTC).

    Args:
        language: BCP 47 code.
        month: Any day of the month.
        now: Moment (UTC).
        is_newer: Whether to look at later months, else at earlier ones.
    """
    start, end = month_bounds(month)
    works = _public_works(language, now)
    if is_newer:
        works = works.filter(published_at__gte=end).order_by("published_at", "pk")
    else:
        works = works.filter(published_at__lt=start)
    found = works.values_list("pk", "published_at").first()
    return (found[0], found[1]) if found and found[1] else None


def nearest_version(
    language: str, month: date, now: datetime, *, is_newer: bool
) -> StoryPage | None:
    """The public version nearest to a month, outside it; see :func:`nearest_publication`."""
    found = nearest_publication(language, month, now, is_newer=is_newer)
    return public_versions(language, now).get(work=found[0]) if found else None


@once_a_batch
def months(language: str, now: datetime) -> list[date]:
    """Civil months that have public versions, newest first.

    One look into the index a month, in few queries: counting through all stories would take
    longer with every year.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
    """
    moments = _public_works(language, now).values_list("published_at", flat=True)
    last, first = moments.first(), moments.reverse().first()
    if first is None or last is None:
        return []
    month, span = civil(first).date().replace(day=1), []
    while month <= civil(last).date():
        span.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    found: list[date] = []
    for start in range(0, len(span), MONTHS_AT_ONCE):
        chunk = span[start : start + MONTHS_AT_ONCE]
        are_there = spans_with_rows(
            public_versions(language, now), "work__published_at", [*map(month_bounds, chunk)]
        )
        found += compress(chunk, are_there)
    return found[::-1]


def siblings(page: StoryPage, now: datetime) -> list[StoryPage]:
    """Public versions of the same work in other languages, by language code."""
    rows = [row for row in versions_of(page.work) if row.live and row.pk != page.pk]
    rows.sort(key=lambda row: row.language)
    return [row for row in rows if page.work.is_public_at(now)]


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
