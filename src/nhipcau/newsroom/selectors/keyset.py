"""Turning the pages of long lists without counting rows: by what the last row was."""

import json
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

    def terms(self, *, backwards: bool, is_nullable: bool) -> list[Any]:
        """What to order by, in this order or the other way round."""
        # Said only where it matters: an index serves the plain order on both databases.
        empty = {"nulls_first" if backwards else "nulls_last": True} if is_nullable else {}
        if self.is_descending != backwards:
            return [F(self.field).desc(**empty), F("pk").desc()]
        return [F(self.field).asc(**empty), F("pk").asc()]

    def beyond(self, value: Any, pk: int, *, backwards: bool) -> Q:
        """Rows that come after (or before) the row with a value and database id."""
        verb = "lt" if self.is_descending != backwards else "gt"
        nearer = Q(**{f"pk__{verb}": pk})
        if value is None:
            empty = Q(**{f"{self.field}__isnull": True}) & nearer
            return empty | Q(**{f"{self.field}__isnull": False}) if backwards else empty
        # The first condition is what an index can use.
        return Q(**{f"{self.field}__{verb}e": value}) & (
            Q(**{f"{self.field}__{verb}": value}) | nearer
        )


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
    is_nullable = bool(getattr(rows.model._meta.get_field(order.field), "null", False))
    found = rows
    if pk:
        condition = order.beyond(value, pk, backwards=backwards)
        if is_nullable and value is not None and not backwards:
            # Empty values come last, so they are beyond every other.
            condition |= Q(**{f"{order.field}__isnull": True})
        found = rows.filter(condition)
    page = list(
        found.order_by(*order.terms(backwards=backwards, is_nullable=is_nullable))[: size + 1]
    )
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
