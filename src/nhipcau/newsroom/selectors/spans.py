"""Which spans of time have anything in them, asked by one question for all of them.

Django compiles every ``Exists`` of a query by itself, and the database would read each of them
again; for the months of an archive both took far longer than the answers.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# Stand for the bounds while the query is compiled; nothing was published then.
_START, _END = datetime(1, 1, 2, tzinfo=UTC), datetime(1, 1, 3, tzinfo=UTC)


def spans_with_rows(
    rows: QuerySet[Any], moment: str, spans: Sequence[tuple[datetime, datetime]]
) -> list[bool]:
    """Whether there are rows in each span.

    Args:
        rows: Where to look.
        moment: Lookup of the rows' moment, such as ``work__published_at``.
        spans: First moment of each and first moment after it; at most a few hundred.
    """
    if not spans:
        return []
    one = rows.filter(**{f"{moment}__gte": _START, f"{moment}__lt": _END}).order_by()
    sql, compiled = one.values("pk")[:1].query.sql_with_params()
    adapt = connection.ops.adapt_datetimefield_value
    columns: dict[Any, str] = {adapt(_START): "span.starts", adapt(_END): "span.ends"}
    parameters = [part for number, span in enumerate(spans) for part in (number, *map(adapt, span))]
    first, *parts = sql.split("%s")
    question = first
    for value, part in zip(compiled, parts, strict=True):
        # Parameters that are not bounds may be of types that cannot be looked up.
        column = columns.get(value) if isinstance(value, str | datetime) else None
        question += (column or "%s") + part
        if column is None:
            parameters.append(value)
    rows_of_spans = ", ".join(["(%s, %s, %s)"] * len(spans))
    # The text is Django's own; all values are parameters. Asked as a condition, PostgreSQL would
    # read all rows once and hold each against all spans.
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH span(number, starts, ends) AS (VALUES {rows_of_spans}) "  # noqa: S608
            f"SELECT span.number, EXISTS ({question}) FROM span ORDER BY span.number",
            parameters,
        )
        return [bool(is_there) for _, is_there in cursor.fetchall()]
