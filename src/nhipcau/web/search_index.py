"""The full-text index beside :class:`SearchEntry`: FTS5 on SQLite, ``tsvector`` on PostgreSQL."""

from collections.abc import Sequence
from typing import Protocol

from django.db import connection

from nhipcau.web.rules.search import Term, exact_text, folded_text

# The table is made by a migration of this app.
TABLE = "web_searchindex"
# What counts more: headline before text, exact before folded; labels do not count.
_WEIGHTS = "12.0, 4.0, 3.0, 1.0, 0.0"


class Backend(Protocol):
    """What search asks of a database."""

    def write(self, page_id: int, headline: str, text: str, labels: Sequence[str]) -> None:
        """Put a page into the index, or replace it.

        Args:
            page_id: Database id of the version.
            headline: Kicker and headline.
            text: Lead and body, plain text.
            labels: Words of letters and digits by which a search may be narrowed.
        """

    def remove(self, page_ids: Sequence[int]) -> None:
        """Take pages out of the index."""

    def candidates(
        self, terms: Sequence[Term], labels: Sequence[str], *, is_exact: bool, limit: int
    ) -> tuple[str, list[object]]:
        """The query's SQL and parameters.

        Args:
            terms: What must be found.
            labels: What pages must bear.
            is_exact: Whether only the exact spelling counts.
            limit: How many pages are looked at, the newest first, so that a word that stands
                in every story costs no more than others.

        Returns:
            SQL of rows (``page_id``, ``score``), the smaller the score the better.
        """


def _columns(headline: str, text: str) -> list[str]:
    return [exact_text(headline), exact_text(text), folded_text(headline), folded_text(text)]


class SqliteIndex:
    """FTS5; the words are split and folded by us, so its tokenizer has nothing to do."""

    def write(self, page_id: int, headline: str, text: str, labels: Sequence[str]) -> None:
        """Put a page into the index, or replace it."""
        self.remove([page_id])
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {TABLE} (rowid, exact_headline, exact_text, folded_headline,"  # noqa: S608
                " folded_text, labels) VALUES (%s, %s, %s, %s, %s, %s)",
                [page_id, *_columns(headline, text), " ".join(labels)],
            )

    def remove(self, page_ids: Sequence[int]) -> None:
        """Take pages out of the index."""
        with connection.cursor() as cursor:
            for page_id in page_ids:
                cursor.execute(f"DELETE FROM {TABLE} WHERE rowid = %s", [page_id])  # noqa: S608

    def candidates(
        self, terms: Sequence[Term], labels: Sequence[str], *, is_exact: bool, limit: int
    ) -> tuple[str, list[object]]:
        """See :class:`Backend`; bm25 is negative."""
        parts = [self._term(term, is_exact=is_exact) for term in terms]
        parts += [f'labels : "{label}"' for label in labels]
        return (
            f"SELECT rowid AS page_id, bm25({TABLE}, {_WEIGHTS}) AS score FROM {TABLE}"  # noqa: S608
            f" WHERE {TABLE} MATCH %s ORDER BY rowid DESC LIMIT {limit}",
            [" AND ".join(parts)],
        )

    def _term(self, term: Term, *, is_exact: bool) -> str:
        star = "*" if term.is_prefix else ""
        if is_exact:
            return f'{{exact_headline exact_text}} : "{" ".join(term.words)}"{star}'
        return f'{{folded_headline folded_text}} : "{" ".join(term.folded)}"{star}'


class PostgresIndex:
    """Two weighted ``tsvector`` columns in the configuration ``simple``, and the labels."""

    def write(self, page_id: int, headline: str, text: str, labels: Sequence[str]) -> None:
        """Put a page into the index, or replace it."""
        vector = "setweight(to_tsvector('simple', %s), 'A') || to_tsvector('simple', %s)"
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {TABLE} (page_id, exact, folded, labels)"  # noqa: S608
                f" VALUES (%s, {vector}, {vector}, %s) ON CONFLICT (page_id) DO UPDATE SET"
                " exact = excluded.exact, folded = excluded.folded, labels = excluded.labels",
                [page_id, *_columns(headline, text), list(labels)],
            )

    def remove(self, page_ids: Sequence[int]) -> None:
        """Take pages out of the index."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {TABLE} WHERE page_id = ANY(%s)",  # noqa: S608
                [list(page_ids)],
            )

    def candidates(
        self, terms: Sequence[Term], labels: Sequence[str], *, is_exact: bool, limit: int
    ) -> tuple[str, list[object]]:
        """See :class:`Backend`."""
        query = " & ".join(
            self._query(term.words if is_exact else term.folded, term) for term in terms
        )
        column = "exact" if is_exact else "folded"
        return (
            # The newest are chosen before any is ranked: ranking is what costs.
            f"SELECT c.page_id, -ts_rank('{{0.1, 0.2, 0.4, 1.0}}', c.{column}, q) AS score"  # noqa: S608
            f" FROM (SELECT page_id, {column} FROM {TABLE}, to_tsquery('simple', %s) q"
            f" WHERE {column} @@ q AND labels @> %s ORDER BY page_id DESC LIMIT {limit}) c,"
            " to_tsquery('simple', %s) q",
            [query, list(labels), query],
        )

    def _query(self, words: Sequence[str], term: Term) -> str:
        quoted = [f"'{word}'" for word in words]
        if term.is_prefix:
            quoted[-1] += ":*"
        return f"({' <-> '.join(quoted)})"


def backend() -> Backend:
    """The index of the database in use."""
    return PostgresIndex() if connection.vendor == "postgresql" else SqliteIndex()
