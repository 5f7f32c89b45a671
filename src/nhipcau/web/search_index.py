"""The full-text index beside :class:`SearchEntry`: FTS5 on SQLite, ``tsvector`` on PostgreSQL.

Both hold the same lexemes (``rules.search``) under the same positions, which grow with the day of
publication. So both answer with the newest first and in the same order, and a word that stands in
every story costs no more than another: reading stops when enough has been found.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db import connection, transaction

from nhipcau.web.rules.search import PAGE_MASK, Atom, day_of, is_pair, position, year_label

# The table is made by a migration of this app.
TABLE = "web_searchindex"
#: So many of the newest stories are asked before all others, on PostgreSQL.
NEWEST = 2_000

#: Memory in which FTS5 sorts what is written, usually and while the whole index is filled.
USUAL_BYTES = 1 << 20
FILLING_BYTES = 64 << 20
#: A position and the lexemes of the story there.
Row = tuple[int, Sequence[str]]


@dataclass(frozen=True)
class Span:
    """Positions between which stories are looked for.

    Attributes:
        first: The smallest, or ``None``.
        last: The largest, or ``None``.
    """

    first: int | None = None
    last: int | None = None

    def conditions(self, column: str) -> tuple[list[str], list[Any]]:
        """SQL conditions on a column, and their parameters."""
        bounds = [(">=", self.first), ("<=", self.last)]
        given = [(sign, bound) for sign, bound in bounds if bound is not None]
        return [f"{column} {sign} %s" for sign, _bound in given], [bound for _sign, bound in given]


class Backend(Protocol):
    """What search asks of a database.

    Attributes:
        is_read_at_once: Whether few stories cost about as much as many.
    """

    is_read_at_once: bool

    def write(self, rows: Iterable[Row]) -> None:
        """Put stories into the index.

        Args:
            rows: Positions that are free (:func:`nhipcau.web.rules.search.position`), each with
                the lexemes of its story (:func:`nhipcau.web.rules.search.lexemes`).
        """

    def filling(self) -> AbstractContextManager[object]:
        """A block, inside a transaction, within which an empty index is filled."""

    def is_empty(self) -> bool:
        """Whether it holds no story."""

    def remove(self, places: Sequence[int]) -> None:
        """Take stories out of the index."""

    def reading(self) -> AbstractContextManager[object]:
        """A block within which the index is asked."""

    def newest(
        self, atoms: Sequence[Atom], span: Span, hidden: Sequence[int]
    ) -> tuple[str, list[Any]]:
        """The SQL and parameters of stories found, the newest first.

        Args:
            atoms: What must all be found.
            span: Between which positions.
            hidden: Database ids of versions that may not be shown.

        Returns:
            SQL of rows (``position``), to which a ``LIMIT`` may be put; reading stops there.
        """


class SqliteIndex:
    """FTS5; words are split and folded by us, so its tokenizer has nothing to do."""

    is_read_at_once = False

    def write(self, rows: Iterable[Row]) -> None:
        """Put stories into the index at positions that are free."""
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (rowid, lexemes) VALUES (%s, %s)",  # noqa: S608
                [(place, " ".join(lexemes)) for place, lexemes in rows],
            )

    @contextmanager
    def filling(self) -> Iterator[None]:
        """A block within which an empty index is filled.

        Many stories are sorted in memory at a time, and what was written in parts is put together
        at the end, so that readers look into one list a word.
        """
        with connection.cursor() as cursor:
            tell = f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('hashsize', %s)"  # noqa: S608
            cursor.execute(tell, [FILLING_BYTES])
            yield
            cursor.execute(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')")  # noqa: S608
            cursor.execute(tell, [USUAL_BYTES])

    def is_empty(self) -> bool:
        """Whether it holds no story."""
        return _is_empty()

    def remove(self, places: Sequence[int]) -> None:
        """Take stories out of the index."""
        with connection.cursor() as cursor:
            for place in places:
                cursor.execute(f"DELETE FROM {TABLE} WHERE rowid = %s", [place])  # noqa: S608

    def reading(self) -> AbstractContextManager[object]:
        """A block within which the index is asked."""
        return nullcontext()

    def newest(
        self, atoms: Sequence[Atom], span: Span, hidden: Sequence[int]
    ) -> tuple[str, list[Any]]:
        """See :class:`Backend`; FTS5 walks its lists backwards from the newest."""
        match = " AND ".join(
            f'"{" ".join(atom.lexemes)}"{"*" if atom.is_prefix else ""}' for atom in atoms
        )
        bounds, values = span.conditions("rowid")
        where = [f"{TABLE} MATCH %s", *bounds]
        if hidden:
            places = ", ".join(["%s"] * len(hidden))
            where.append(f"(rowid & {PAGE_MASK}) NOT IN ({places})")
        return (
            f"SELECT rowid FROM {TABLE} WHERE {' AND '.join(where)} ORDER BY rowid DESC",  # noqa: S608
            [match, *values, *hidden],
        )


class PostgresIndex:
    """One ``tsvector`` made of our lexemes, past PostgreSQL's own parsers.

    An instance answers one search: it remembers which years were asked first.
    """

    is_read_at_once = True

    def __init__(self) -> None:
        self._cuts: dict[Span, range] = {}

    def write(self, rows: Iterable[Row]) -> None:
        """Put stories into the index at positions that are free."""
        with (
            connection.cursor() as cursor,
            cursor.copy(f"COPY {TABLE} (position, lexemes) FROM STDIN") as copy,
        ):
            for place, lexemes in rows:
                copy.write_row((place, self._vector(lexemes)))

    def _vector(self, lexemes: Sequence[str]) -> str:
        """Lexemes as PostgreSQL writes a ``tsvector``."""
        # Places matter to pairs only; without them the other lexemes take half the room.
        numbers: dict[str, list[str]] = {}
        for number, lexeme in enumerate(lexemes, start=1):
            numbers.setdefault(lexeme, []).extend([str(number)] if is_pair(lexeme) else [])
        return " ".join(
            f"'{lexeme}'" + (f":{','.join(found)}" if found else "")
            for lexeme, found in numbers.items()
        )

    @contextmanager
    def filling(self) -> Iterator[None]:
        """A block within which an empty index is filled.

        Its words are sorted once at the end instead of being put into their lists story by story.
        """
        with connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX {TABLE}_lexemes")
            yield
            cursor.execute(f"CREATE INDEX {TABLE}_lexemes ON {TABLE} USING gin (lexemes)")

    def is_empty(self) -> bool:
        """Whether it holds no story."""
        return _is_empty()

    def remove(self, places: Sequence[int]) -> None:
        """Take stories out of the index."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {TABLE} WHERE position = ANY(%s)",  # noqa: S608
                [list(places)],
            )

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A block within which the index is asked.

        The planner does not know that reading a vector means fetching it from beside the table:
        measured with 60,000 stories, walking 7,000 rows took 45 ms where the index takes 3.
        """
        is_inside_another = connection.in_atomic_block
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            yield
            if is_inside_another:
                cursor.execute("SET LOCAL enable_seqscan = on")

    def newest(
        self, atoms: Sequence[Atom], span: Span, hidden: Sequence[int]
    ) -> tuple[str, list[Any]]:
        """See :class:`Backend`.

        A GIN index knows no order: it names every story with the words. So the newest years are
        asked first, by their label, and all others only when those held too few. Whether pairs of
        words follow each other is asked row by row, in order, since that needs the whole vector.
        """
        wanted = " & ".join(
            self._lexeme(atom, index) for atom in atoms for index in range(len(atom.lexemes))
        )
        phrases = [self._phrase(atom) for atom in atoms if len(atom.lexemes) > 1]
        where = ["TRUE", *["lexemes @@ %s::tsquery"] * len(phrases)]
        if hidden:
            where.append(f"(position & {PAGE_MASK}) <> ALL(%s)")
        sqls, values = [], list[Any]()
        for part, match in self._parts(span, wanted):
            # The sum keeps the planner from walking the positions instead of asking the index.
            bounds, limits = part.conditions("position + 0")
            sqls.append(
                f"(SELECT position FROM (SELECT position, lexemes FROM {TABLE}"  # noqa: S608
                f" WHERE {' AND '.join(['lexemes @@ %s::tsquery', *bounds])}"
                f" ORDER BY position + 0 DESC OFFSET 0) newest WHERE {' AND '.join(where)})"
            )
            values += [match, *limits, *phrases, *([list(hidden)] if hidden else [])]
        return " UNION ALL ".join(sqls), values

    def _parts(self, span: Span, wanted: str) -> list[tuple[Span, str]]:
        """The spans to ask one after the other, the newest first, with what is wanted in each."""
        if span not in self._cuts:
            self._cuts[span] = self._cut(span)
        years = self._cuts[span]
        if not years:
            return [(span, wanted)]
        start = position(date(years[0], 1, 1))
        labels = " | ".join(f"'{year_label(year)}'" for year in years)
        newest = Span(max(start, span.first or start), span.last)
        parts = [(newest, f"{wanted} & ({labels})")]
        if span.first is None or span.first < start:
            parts.append((Span(span.first, start - 1), wanted))
        return parts

    def _cut(self, span: Span) -> range:
        """The newest years of a span that hold enough stories; empty when all do not."""
        bounds, values = span.conditions("position")
        rows = f"SELECT position FROM {TABLE} WHERE {' AND '.join(['TRUE', *bounds])}"  # noqa: S608
        rows += " ORDER BY position DESC"
        with connection.cursor() as cursor:
            cursor.execute(
                f"({rows} LIMIT 1) UNION ALL ({rows} OFFSET {NEWEST} LIMIT 1)", values + values
            )
            days = [day_of(row[0]) for row in cursor.fetchall()]
        return range(days[1].year, days[0].year + 1) if len(days) > 1 else range(0)

    def _lexeme(self, atom: Atom, index: int) -> str:
        is_open = atom.is_prefix and index == len(atom.lexemes) - 1
        return f"'{atom.lexemes[index]}'{':*' if is_open else ''}"

    def _phrase(self, atom: Atom) -> str:
        return " <-> ".join(self._lexeme(atom, index) for index in range(len(atom.lexemes)))


def _is_empty() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {TABLE} LIMIT 1")  # noqa: S608
        return cursor.fetchone() is None


def backend() -> Backend:
    """The index of the database in use."""
    return PostgresIndex() if connection.vendor == "postgresql" else SqliteIndex()
