"""Which months have stories: one query for all of them, with exact bounds."""

from datetime import UTC, datetime, timedelta

import pytest

from nhipcau.newsroom.models import Work
from nhipcau.newsroom.selectors.spans import spans_with_rows
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db

START = datetime(2026, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def _days(count: int) -> list[tuple[datetime, datetime]]:
    return [(START + number * DAY, START + (number + 1) * DAY) for number in range(count)]


def test_spans_with_rows__the_first_moment_belongs_to_a_span_and_the_last_does_not(
    site, django_assert_num_queries
):
    for moment in (START, START + 3 * DAY, START + 5 * DAY - timedelta(microseconds=1)):
        create_work(actor=None, headline="Tin", published_at=moment)
    with django_assert_num_queries(1):
        found = spans_with_rows(Work.objects.all(), "published_at", _days(7))
    assert found == [True, False, False, True, True, False, False]


def test_spans_with_rows__looks_only_among_the_rows_it_is_given(site):
    work = create_work(actor=None, headline="Tin", published_at=START).work
    others = Work.objects.exclude(pk=work.pk).filter(created_at__gte=START)
    assert spans_with_rows(others, "published_at", _days(2)) == [False, False]
    assert spans_with_rows(others, "published_at", []) == []
