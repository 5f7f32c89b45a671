"""What a measure is, and the list of all of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils.functional import Promise

from nhipcau.common.clock import CIVIL_ZONE
from nhipcau.common.evidence import EvidenceReference
from nhipcau.programme.exceptions import UnknownMeasure


@dataclass(frozen=True)
class Query:
    """What to count.

    Attributes:
        start: First civil day.
        end: Last civil day.
        agency: Key of the one agency to count, ``None`` for all.
        within: Keys of the agencies beyond which nothing counts, ``None`` for no such limit.
        filters: Values of the measure's own filters by name.
    """

    start: date
    end: date
    agency: int | None = None
    within: frozenset[int] | None = None
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Record:
    """One thing that was counted, as a person sees it.

    Attributes:
        reference: What exactly it was, with a digest of the fields that matter.
        label: What to call it.
        day: The civil day it counts for.
        amount: What it adds; 1 for things that are counted.
        agency: Name of the agency it comes from, if any.
        address: Where to open it, empty when there is no page.
        note: Such as “unconfirmed”.
        attachments: Number of files behind it.
    """

    reference: EvidenceReference
    label: str
    day: date
    amount: Decimal = Decimal(1)
    agency: str = ""
    address: str = ""
    note: str = ""
    attachments: int = 0


@dataclass(frozen=True)
class Filter:
    """A way to narrow a measure.

    Attributes:
        name: Name in addresses.
        label: What a person reads.
        choices: Gives (value, label) pairs for a period.
        is_required: Whether the measure means nothing without it.
    """

    name: str
    label: str | Promise
    choices: Callable[[date, date], list[tuple[str, str]]]
    is_required: bool = False


@dataclass(frozen=True)
class Measure:
    """One thing that can be counted.

    Attributes:
        slug: Stable handle, part of addresses and of frozen figures.
        name: What is counted, translatable.
        unit: Its unit as ``npgettext_lazy("unit", "story", "stories")`` gives it, or nothing.
        records: Gives the rows for a query's own filters, each row once; days and agency are
            applied here.
        describe: Turns a row into a :class:`Record`.
        day: Path to the date or moment a row counts for.
        explanation: What counts and what does not, translatable.
        amount: Path to the number to add up; empty to count rows.
        agency: Path to the agency's key; empty when rows have none.
        filters: Ways to narrow it.
        day_is_moment: Whether ``day`` is a moment in UTC rather than a civil date.
        is_about_works: ``True`` counts works, ``False`` language versions, ``None`` neither.
    """

    slug: str
    name: str | Promise
    unit: str | Promise
    records: Callable[[Query], QuerySet[Any]]
    describe: Callable[[Any], Record]
    day: str
    explanation: str | Promise = ""
    amount: str = ""
    agency: str = ""
    filters: tuple[Filter, ...] = ()
    day_is_moment: bool = False
    is_about_works: bool | None = None

    def rows(self, query: Query) -> QuerySet[Any]:
        """Rows that count for a query, in a stable order.

        Args:
            query: What to count.
        """
        first: date | datetime = query.start
        last: date | datetime = query.end
        rows = self.records(query)
        if self.day_is_moment:
            first = datetime.combine(query.start, time.min, CIVIL_ZONE)
            last = datetime.combine(query.end + timedelta(days=1), time.min, CIVIL_ZONE)
            rows = rows.filter(**{f"{self.day}__gte": first, f"{self.day}__lt": last})
        else:
            rows = rows.filter(**{f"{self.day}__gte": first, f"{self.day}__lte": last})
        if query.agency is not None and self.agency:
            rows = rows.filter(**{self.agency: query.agency})
        if query.within is not None and self.agency:
            rows = rows.filter(**{f"{self.agency}__in": query.within})
        return rows.order_by(self.day, "pk")

    def evidence(self, query: Query) -> Iterator[Record]:
        """Everything that counts for a query, one record each."""
        for row in self.rows(query):
            yield self.describe(row)

    def value(self, query: Query) -> Decimal | None:
        """The figure.

        Returns:
            The count or the sum; ``None`` when there is no record at all.
        """
        rows = self.rows(query).order_by()
        aggregate: dict[str, Any] = {"records": _count(rows)}
        if self.amount:
            aggregate["total"] = Sum(self.amount)
        answer = rows.aggregate(**aggregate)
        if not answer["records"]:
            return None
        return Decimal(answer["total"] if self.amount else answer["records"])

    def by_month(self, query: Query) -> list[tuple[date, Decimal]]:
        """The figure of each month that has records, in order.

        Returns:
            First day of the month and its value; months without records are left out.
        """
        rows = self.rows(query).order_by()
        path = self.day
        if self.day_is_moment:
            path = "measure_month"
            rows = rows.annotate(measure_month=TruncMonth(self.day, tzinfo=CIVIL_ZONE))
        days = rows.values_list(path)
        groups = days.annotate(measure_value=self._aggregate(days)).order_by(path)
        # Civil days are few; SQLite would call Python for the month of every single row.
        months: dict[date, Decimal] = {}
        for day, value in groups:
            month = date(day.year, day.month, 1)
            months[month] = months.get(month, Decimal(0)) + Decimal(value)
        return list(months.items())

    def by_agency(self, query: Query) -> list[tuple[int, Decimal]]:
        """The figure of each agency that has records, the largest first.

        Returns:
            Key of the agency and its value; empty when rows have no agency.
        """
        if not self.agency:
            return []
        rows = self.rows(query).order_by().values(self.agency)
        groups = rows.annotate(measure_value=self._aggregate(rows)).order_by(
            "-measure_value", self.agency
        )
        return [
            (group[self.agency], Decimal(group["measure_value"]))
            for group in groups
            if group[self.agency] is not None
        ]

    def missing_filters(self, query: Query) -> list[Filter]:
        """Required filters that a query leaves open."""
        return [
            item for item in self.filters if item.is_required and not query.filters.get(item.name)
        ]

    def unit_of(self, value: Decimal | None) -> str:
        """The unit in the grammatical number of a value, as after “1” or “20”."""
        if not self.unit:
            return ""
        # The catalogues choose by whole numbers; what is no whole number is never one thing.
        return str(self.unit % (int(value) if value is not None and value == int(value) else 2))

    def _aggregate(self, rows: QuerySet[Any]) -> Any:
        return Sum(self.amount) if self.amount else _count(rows)


def _count(rows: QuerySet[Any]) -> Count:
    """Counts each row once, also where it is joined to several others, as a work to its versions.

    Databases count distinct keys by sorting them all, so they are asked to only where they must.
    """
    joins = [getattr(join, "join_field", None) for join in rows.query.alias_map.values()]
    is_repeated = any(field and (field.one_to_many or field.many_to_many) for field in joins)
    return Count("pk", distinct=is_repeated)


_measures: dict[str, Measure] = {}


def register(measure: Measure) -> None:
    """Add a measure; called once from an app's ``ready()``.

    Raises:
        ValueError: if another measure has that slug.
    """
    if measure.slug in _measures:
        raise ValueError(f"Two measures are called {measure.slug}.")
    _measures[measure.slug] = measure


def get(slug: str) -> Measure:
    """A measure by its slug.

    Raises:
        UnknownMeasure: if there is none.
    """
    try:
        return _measures[slug]
    except KeyError:
        raise UnknownMeasure from None


def all_measures() -> list[Measure]:
    """Every measure, in the order of registration."""
    return list(_measures.values())
