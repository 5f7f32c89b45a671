"""Search over what is published."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import F

from nhipcau.newsroom.models import Section, StoryPage, Work
from nhipcau.newsroom.rules.addresses import story_address
from nhipcau.web.models import SearchEntry
from nhipcau.web.rules import search
from nhipcau.web.search_index import Span, backend

PAGE_SIZE = 20
#: Results that can be paged through; nobody reads further, and the work stays bounded.
MAX_RESULTS = 200


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
        is_together: Whether only stories are listed in which the words stand together as typed.
        elsewhere: How many more stories hold all words in different places; ``None`` when there
            are too many to count.
    """

    results: list[Result]
    total: int
    terms: list[search.Term]
    is_together: bool = False
    elsewhere: int | None = 0


def find(
    query: str, filters: Filters, *, now: datetime, page: int = 1, anywhere: bool = False
) -> Found:
    """Find public stories.

    A Vietnamese word is often several syllables that are common by themselves: ``don ca tai tu``
    means one thing, and a story with the four syllables apart is not about it. So when the words
    stand together in any story, only such stories are found, unless all are asked for.

    Args:
        query: As the reader typed it.
        filters: What narrows the search.
        now: Moment (UTC); works under embargo at that moment are not found.
        page: Page of results from 1 on.
        anywhere: Whether the words may stand in different places of a story.

    Returns:
        Exact spelling first, then spelling without marks; newer first among equals.
    """
    terms = search.parse(query)
    if not terms:
        return Found([], 0, [])
    limit, count_to = min(page * PAGE_SIZE, MAX_RESULTS), MAX_RESULTS + 1
    # Who uses quotation marks has said what belongs together.
    phrase = [] if anywhere or '"' in query else search.as_phrase(terms)
    ids, total = (
        _ranked_ids(_ways_together(phrase), filters, now, limit, count_to) if phrase else ([], 0)
    )
    is_together, elsewhere = total > 0, None
    if not is_together:
        ids, total = _ranked_ids(_ways(terms), filters, now, limit, count_to)
    elif total < count_to:
        _newest, everywhere = _ranked_ids(_ways(terms)[-1:], filters, now, count_to)
        elsewhere = everywhere - total if everywhere < count_to else None
    shown = ids[(page - 1) * PAGE_SIZE :]
    # A work that is withdrawn leaves the index; one that has not left it yet is not shown.
    there = SearchEntry.objects.filter(page__work__withdrawn_at__isnull=True)
    entries = there.annotate(slug=F("page__slug")).in_bulk(shown)
    wanted = {entry.section_id for entry in entries.values() if entry.section_id}
    sections = Section.objects.prefetch_related("names").in_bulk(wanted)
    marker = search.Marker(phrase if is_together else terms)
    results = [
        Result(
            address=story_address(entries[pk].language, entries[pk].slug),
            language=entries[pk].language,
            headline=marker.mark(entries[pk].headline),
            passage=marker.mark(entries[pk].text),
            published_at=entries[pk].published_at,
            section=sections[entries[pk].section_id].name(entries[pk].language)
            if entries[pk].section_id in sections
            else "",
        )
        for pk in shown
        if pk in entries
    ]
    return Found(results, total, terms, is_together, elsewhere if is_together else 0)


def _ranked_ids(
    ways: list[list[search.Atom]], filters: Filters, now: datetime, limit: int, count_to: int = 0
) -> tuple[list[int], int]:
    """Database ids of the versions found, the best first.

    Newer comes first among equals, so that reading stops as soon as enough has been found.

    Args:
        ways: What the index is asked for one after the other; the last finds what any finds.
        filters: What narrows the search.
        now: Moment (UTC).
        limit: How many ids at most.
        count_to: How far to count the others.

    Returns:
        The ids, and how many there are, counted up to ``count_to``.
    """
    index, hidden = backend(), _under_embargo(now)
    marks = [search.Atom((label,)) for label in search.labels(filters.language, filters.section_id)]
    span = Span(
        search.position(filters.since) if filters.since else None,
        search.position(filters.until + timedelta(days=1)) - 1 if filters.until else None,
    )
    at_most = max(limit, count_to)

    def ids(atoms: list[search.Atom], most: int) -> list[int]:
        sql, values = index.newest([*atoms, *marks], span, hidden)
        with connection.cursor() as cursor:
            cursor.execute(f"{sql} LIMIT {most}", values)
            return [search.page_of(row[0]) for row in cursor.fetchall()]

    found: dict[int, None] = {}
    most = at_most if index.is_read_at_once else limit
    with index.reading():
        for atoms in ways:
            found |= dict.fromkeys(ids(atoms, most))
            if len(found) >= limit:
                break
        if limit <= len(found) < at_most:
            # Whatever is found in any way is found in the last: it tells how many there are.
            found |= dict.fromkeys(ids(ways[-1], at_most))
    return list(found)[:limit], min(len(found), at_most)


def _ways(terms: list[search.Term]) -> list[list[search.Atom]]:
    """What finds words that may stand apart, the best first.

    Exact spelling comes before spelling without marks; within each, words in the headline come
    first, then words that stand together as typed, then words anywhere.
    """
    phrase = search.as_phrase(terms)
    ways = []
    for is_exact in (True, False):
        ways.append(search.atoms(terms, is_exact=is_exact, in_headline=True))
        ways += [search.atoms(phrase, is_exact=is_exact)] if phrase else []
        ways.append(search.atoms(terms, is_exact=is_exact))
    return ways


def _ways_together(phrase: list[search.Term]) -> list[list[search.Atom]]:
    """What finds words only where they stand together, in the same order."""
    return [
        search.atoms(phrase, is_exact=is_exact, in_headline=in_headline)
        for is_exact in (True, False)
        for in_headline in (True, False)
    ]


def _under_embargo(now: datetime) -> list[int]:
    """Ids of versions that are under embargo; asked at every search, since it ends by itself."""
    works = Work.objects.filter(embargo_until__gt=now)
    return list(StoryPage.objects.filter(work__in=works).values_list("pk", flat=True))


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
    ids, _total = _ranked_ids(
        _ways(search.parse(f"{text}*")), Filters(language=language), now, limit
    )
    there = SearchEntry.objects.filter(page__work__withdrawn_at__isnull=True)
    entries = there.annotate(slug=F("page__slug")).defer("text").in_bulk(ids)
    return [
        (entries[pk].headline, story_address(language, entries[pk].slug))
        for pk in ids
        if pk in entries
    ]
