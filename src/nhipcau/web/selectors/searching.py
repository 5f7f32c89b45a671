"""Search over what is published."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.utils.timezone import make_aware

from nhipcau.common.clock import CIVIL_ZONE
from nhipcau.newsroom.models import Section, StoryPage
from nhipcau.newsroom.rules.addresses import story_address
from nhipcau.web.models import SearchEntry
from nhipcau.web.rules import search
from nhipcau.web.search_index import backend

PAGE_SIZE = 20
#: Results that can be paged through; nobody reads further, and the work stays bounded.
MAX_RESULTS = 200
#: How many of the newest stories with the words are ranked; more when days narrow the search.
CANDIDATES = 1_500
CANDIDATES_OF_DAYS = 20_000


@dataclass(frozen=True)
class Filters:
    """What narrows a search.

    Attributes:
        language: BCP 47 code; empty for every language.
        section_id: Database id of a section, or ``None``.
        since: First civil day of publication.
        until: Last civil day of publication.
    """

    language: str = ""
    section_id: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Result:
    """One story found.

    Attributes:
        address: Its address.
        language: BCP 47 code.
        headline: Pieces of the headline with whether they are a hit.
        passage: Pieces of a passage with whether they are a hit.
        published_at: First publication.
        section: Name of its section in its language, possibly empty.
    """

    address: str
    language: str
    headline: list[tuple[str, bool]]
    passage: list[tuple[str, bool]]
    published_at: datetime
    section: str = ""


@dataclass(frozen=True)
class Found:
    """Answer of a search.

    Attributes:
        results: One page of results, the best first.
        total: How many there are, counted up to ``MAX_RESULTS`` + 1.
        terms: What was looked for.
    """

    results: list[Result]
    total: int
    terms: list[search.Term]


def find(query: str, filters: Filters, *, now: datetime, page: int = 1) -> Found:
    """Find public stories.

    Args:
        query: As the reader typed it.
        filters: What narrows the search.
        now: Moment (UTC); works under embargo at that moment are not found.
        page: Page of results from 1 on.

    Returns:
        Exact spelling first, then spelling without marks; newer first among equals.
    """
    terms = search.parse(query)
    if not terms:
        return Found([], 0, [])
    ids = _ranked_ids(terms, filters, now)
    shown = ids[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    entries = SearchEntry.objects.in_bulk(shown)
    slugs = dict(StoryPage.objects.filter(pk__in=shown).values_list("pk", "slug"))
    wanted = {entry.section_id for entry in entries.values() if entry.section_id}
    sections = Section.objects.prefetch_related("names").in_bulk(wanted)
    results = [
        Result(
            address=story_address(entries[pk].language, slugs[pk]),
            language=entries[pk].language,
            headline=search.mark(entries[pk].headline, terms),
            passage=search.mark(entries[pk].text, terms),
            published_at=entries[pk].published_at,
            section=sections[entries[pk].section_id].name(entries[pk].language)
            if entries[pk].section_id in sections
            else "",
        )
        for pk in shown
        if pk in entries and pk in slugs
    ]
    return Found(results, len(ids), terms)


def _ranked_ids(terms: list[search.Term], filters: Filters, now: datetime) -> list[int]:
    """Database ids of the versions found: exact spelling first, then without marks."""
    exact = _ids(terms, filters, now, is_exact=True)
    if len(exact) > MAX_RESULTS:
        return exact
    loose = _ids(terms, filters, now, is_exact=False)
    return list(dict.fromkeys([*exact, *loose]))[: MAX_RESULTS + 1]


def _ids(terms: list[search.Term], filters: Filters, now: datetime, *, is_exact: bool) -> list[int]:
    """Ids found in one of the two spellings, the best first."""
    has_days = filters.since is not None or filters.until is not None
    candidates, values = backend().candidates(
        terms,
        search.labels(filters.language, filters.section_id),
        is_exact=is_exact,
        limit=CANDIDATES_OF_DAYS if has_days else CANDIDATES,
    )
    conditions = ["w.withdrawn_at IS NULL", "(w.embargo_until IS NULL OR w.embargo_until <= %s)"]
    parameters: list[Any] = [*values, now]
    if filters.since:
        conditions.append("e.published_at >= %s")
        parameters.append(_midnight(filters.since))
    if filters.until:
        conditions.append("e.published_at < %s")
        parameters.append(_midnight(filters.until + timedelta(days=1)))
    sql = (
        f"SELECT i.page_id FROM ({candidates}) i"  # noqa: S608 (constants; values are parameters)
        " JOIN web_searchentry e ON e.page_id = i.page_id"
        " JOIN newsroom_storypage s ON s.page_ptr_id = i.page_id"
        " JOIN newsroom_work w ON w.id = s.work_id"
        f" WHERE {' AND '.join(conditions)}"
        f" ORDER BY i.score, e.published_at DESC, i.page_id LIMIT {MAX_RESULTS + 1}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [row[0] for row in cursor.fetchall()]


def _midnight(day: date) -> datetime:
    """First moment of a civil day."""
    return make_aware(datetime(day.year, day.month, day.day), CIVIL_ZONE)  # noqa: DTZ001


def suggestions(
    typed: str, language: str, *, now: datetime, limit: int = 8
) -> list[tuple[str, str]]:
    """Stories whose text holds what has been typed so far, its last word unfinished.

    Args:
        typed: As typed.
        language: BCP 47 code.
        now: Moment (UTC).
        limit: How many at most.

    Returns:
        Headlines and addresses, the best first.
    """
    text = typed.strip()
    if len(text) < 2 or '"' in text:
        return []
    ids = _ranked_ids(search.parse(f"{text}*"), Filters(language=language), now)[:limit]
    entries = SearchEntry.objects.in_bulk(ids)
    slugs = dict(StoryPage.objects.filter(pk__in=ids).values_list("pk", "slug"))
    return [
        (entries[pk].headline, story_address(language, slugs[pk]))
        for pk in ids
        if pk in entries and pk in slugs
    ]
