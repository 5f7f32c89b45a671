"""Turning the pages of long lists without counting rows: by what the last row was."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.signing import BadSignature, Signer
from django.db.models import F, Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Order:
    """An order of rows; the database id settles ties and empty values come last.

    Attributes:
        field: Column.
        is_descending: Whether the largest comes first.
    """

    field: str
    is_descending: bool

    @classmethod
    def parse(cls, text: str) -> "Order":
        """Read an order as Django writes it, such as ``-created_at``."""
        return cls(text.lstrip("-"), text.startswith("-"))

    def terms(self, *, backwards: bool = False) -> list[Any]:
        """What to order by, in this order or the other way round.

        Nothing is said of empty values, so that an index serves it on both databases.
        """
        if self.is_descending != backwards:
            return [F(self.field).desc(), F("pk").desc()]
        return [F(self.field).asc(), F("pk").asc()]

    def beyond(self, value: Any, pk: int, *, backwards: bool) -> Q:
        """Rows that come after (or before) the row with a value and database id.

        Where the value is empty, those rows are among the empty ones alone.
        """
        verb = "lt" if self.is_descending != backwards else "gt"
        nearer = Q(**{f"pk__{verb}": pk})
        if value is None:
            return nearer
        # The first condition is what an index can use.
        return Q(**{f"{self.field}__{verb}e": value}) & (
            Q(**{f"{self.field}__{verb}": value}) | nearer
        )

    def stretches(
        self, rows: QuerySet[Row], value: Any, pk: int, *, backwards: bool
    ) -> Iterator[QuerySet[Row]]:
        """The rows of a list from a place in it, in stretches that each follow an index.

        Args:
            rows: All rows.
            value: Of the row from which to go on.
            pk: Its database id; 0 for the beginning.
            backwards: Whether to go towards the beginning.
        """
        terms = self.terms(backwards=backwards)
        if not getattr(rows.model._meta.get_field(self.field), "null", False):
            beyond = self.beyond(value, pk, backwards=backwards) if pk else Q()
            yield rows.filter(beyond).order_by(*terms)
            return
        # To ask for empty values last would sort all rows where the index has them first.
        for is_empty in (True, False) if backwards else (False, True):
            stretch = rows.filter(**{f"{self.field}__isnull": is_empty})
            if pk and is_empty == (value is None):
                stretch = stretch.filter(self.beyond(value, pk, backwards=backwards))
            elif pk and is_empty == backwards:
                continue
            yield stretch.order_by(*terms[is_empty:])


@dataclass(frozen=True)
class KeysetPage(Generic[Row]):
    """One page of a list.

    Attributes:
        rows: Its rows.
        previous: Cursor of the page before, empty on the first.
        next: Cursor of the page after, empty on the last.
    """

    rows: list[Row]
    previous: str
    next: str


def keyset_page(rows: QuerySet[Row], *, order: Order, cursor: str, size: int) -> KeysetPage[Row]:
    """Fetch one page.

    Args:
        rows: All rows of the list, in any order.
        order: In which they are shown.
        cursor: As given by the page before or after; anything else shows the first page.
        size: Rows a page.
    """
    backwards, value, pk = _read(cursor)
    page: list[Row] = []
    for stretch in order.stretches(rows, value, pk, backwards=backwards):
        page += stretch[: size + 1 - len(page)]
        if len(page) > size:
            break
    has_more = len(page) > size
    page = page[:size]
    if backwards:
        page.reverse()
    has_previous = has_more if backwards else bool(pk)
    has_next = True if backwards else has_more
    return KeysetPage(
        page,
        cursor_at(order, page[0], backwards=True) if page and has_previous else "",
        cursor_at(order, page[-1]) if page and has_next else "",
    )


def cursor_at(order: Order, row: Model, *, backwards: bool = False) -> str:
    """The cursor of the page that begins after a row, or ends before it.

    Args:
        order: In which the list is shown.
        row: The row.
        backwards: Whether the page lies before it.
    """
    value = getattr(row, order.field)
    kind = "m" if isinstance(value, datetime) else ""
    text = value.isoformat() if isinstance(value, datetime) else value
    return Signer(salt="newsroom.keyset").sign(json.dumps([backwards, kind, text, row.pk]))


def _read(cursor: str) -> tuple[bool, Any, int]:
    """Direction, value and database id of a cursor; no id when it is none of ours."""
    try:
        backwards, kind, value, pk = json.loads(Signer(salt="newsroom.keyset").unsign(cursor))
    except (BadSignature, ValueError):
        return False, None, 0
    return backwards, datetime.fromisoformat(value) if kind == "m" else value, pk
