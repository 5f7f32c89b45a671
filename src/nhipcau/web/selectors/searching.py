"""Search over what is published."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection

from nhipcau.newsroom.models import Section, StoryPage
from nhipcau.newsroom.rules.addresses import story_address
from nhipcau.web.models import SearchEntry
from nhipcau.web.rules import search
from nhipcau.web.search_index import Backend, Span, backend

PAGE_SIZE = 20
#: Results that can be paged through; nobody reads further, and the work stays bounded.
MAX_RESULTS = 200
# Asked of the work at every search, since an embargo ends by itself.
_PUBLIC = (
    "EXISTS (SELECT 1 FROM newsroom_storypage s JOIN newsroom_work w ON w.id = s.work_id"
    " WHERE s.page_ptr_id = {page_id} AND w.withdrawn_at IS NULL"
    " AND (w.embargo_until IS NULL OR w.embargo_until <= %s))"
)


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


def _ranked_ids(
    terms: list[search.Term], filters: Filters, now: datetime, limit: int = MAX_RESULTS + 1
) -> list[int]:
    """Database ids of the versions found, the best first.

    Exact spelling comes before spelling without marks; within each, words in the headline come
    first, then words that stand together as typed, then words anywhere. Newer comes first among
    equals, so that reading stops as soon as enough has been found.
    """
    index = backend()
    marks = [search.Atom((label,)) for label in search.labels(filters.language, filters.section_id)]
    span = Span(
        search.position(filters.since) if filters.since else None,
        search.position(filters.until + timedelta(days=1)) - 1 if filters.until else None,
    )
    phrase = search.as_phrase(terms)
    ways = []
    for is_exact in (True, False):
        ways.append(search.atoms(terms, is_exact=is_exact, in_headline=True))
        ways += [search.atoms(phrase, is_exact=is_exact)] if phrase else []
        ways.append(search.atoms(terms, is_exact=is_exact))
    found: dict[int, None] = {}
    with index.reading():
        for atoms in ways:
            found |= dict.fromkeys(_ids(index, [*atoms, *marks], span, now, limit))
            if len(found) >= limit:
                break
    return list(found)[:limit]


def _ids(
    index: Backend, atoms: list[search.Atom], span: Span, now: datetime, limit: int
) -> list[int]:
    """Ids of the newest public stories that hold all of some atoms."""
    sql, values = index.newest(atoms, span, public=_PUBLIC, parameters=[now])
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT {limit}", values)
        return [search.page_of(row[0]) for row in cursor.fetchall()]


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
    ids = _ranked_ids(search.parse(f"{text}*"), Filters(language=language), now, limit)
    entries = SearchEntry.objects.in_bulk(ids)
    slugs = dict(StoryPage.objects.filter(pk__in=ids).values_list("pk", "slug"))
    return [
        (entries[pk].headline, story_address(language, slugs[pk]))
        for pk in ids
        if pk in entries and pk in slugs
    ]
