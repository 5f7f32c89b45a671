"""Which spans of time have anything in them, asked in one query that is compiled once.

Django compiles every ``Exists`` of a query by itself; for the months of an archive that took ten
times as long as the database needs to answer.
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
        spans: First moment of each and first moment after it; at most about a hundred.
    """
    if not spans:
        return []
    one = rows.filter(**{f"{moment}__gte": _START, f"{moment}__lt": _END}).order_by()
    sql, compiled = one.values("pk")[:1].query.sql_with_params()
    adapt = connection.ops.adapt_datetimefield_value
    bounds: dict[Any, int] = {adapt(_START): 0, adapt(_END): 1}
    # Parameters that are not bounds may be of types that cannot be looked up.
    places = [
        bounds.get(value) if isinstance(value, str | datetime) else None for value in compiled
    ]
    parameters = [
        value if place is None else adapt(span[place])
        for span in spans
        for value, place in zip(compiled, places, strict=True)
    ]
    # The text is Django's own; all values are parameters.
    questions = ", ".join([f"EXISTS ({sql})"] * len(spans))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {questions}", parameters)
        return [bool(value) for value in cursor.fetchone()]
