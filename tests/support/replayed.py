"""What a fixture writes into the database, written once and put back for every later test.

Making a site takes some 450 queries; putting its rows back takes a few dozen.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, connection, transaction

Row = tuple[object, ...]
_known: dict[str, list["Change"]] = {}


@dataclass(frozen=True)
class Change:
    """What became different in one table.

    Attributes:
        table: Its name.
        gone: Keys, by their column, of rows that were deleted or changed.
        columns: Names of the columns.
        new: Rows that were added or changed.
    """

    table: str
    gone: tuple[str, list[object]]
    columns: list[str]
    new: list[Row]

    def apply(self) -> None:
        """Do it again."""
        quote = connection.ops.quote_name
        key, gone = self.gone
        with connection.cursor() as cursor:
            if gone:
                marks = ", ".join(["%s"] * len(gone))
                cursor.execute(
                    f"DELETE FROM {quote(self.table)} WHERE {quote(key)} IN ({marks})", gone
                )
            if self.new:
                names = ", ".join(map(quote, self.columns))
                marks = ", ".join(["%s"] * len(self.columns))
                cursor.executemany(
                    f"INSERT INTO {quote(self.table)} ({names}) VALUES ({marks})", self.new
                )


def replayed(name: str, write: Callable[[], object]) -> None:
    """Write what ``write`` writes, from memory when this process has done it before.

    Args:
        name: Which content this is.
        write: Writes it within the test's transaction, the same each time.
    """
    if name in _known:
        try:
            with transaction.atomic():
                for change in _known[name]:
                    change.apply()
        except IntegrityError:
            # The test wrote something of its own before, in the same places.
            write()
        return
    before = _contents()
    write()
    _known[name] = [
        change
        for table, (columns, rows) in _contents().items()
        if (change := _change(table, columns, before.get(table, (columns, []))[1], rows))
    ]


def _change(table: str, columns: list[str], before: list[Row], after: list[Row]) -> Change | None:
    """The difference between two states of a table, by its first column, its key."""
    known = {repr(row) for row in before}
    kept = {repr(row) for row in after}
    gone = [row[0] for row in before if repr(row) not in kept]
    new = [row for row in after if repr(row) not in known]
    return Change(table, (columns[0], gone), columns, new) if gone or new else None


def _contents() -> dict[str, tuple[list[str], list[Row]]]:
    """Columns and rows of all tables, but for search indexes, which follow by triggers."""
    found: dict[str, tuple[list[str], list[Row]]] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "_fts" in table or "searchindex" in table or table == "sqlite_sequence":
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description or ()]
            found[table] = (columns, cursor.fetchall())
    return found
