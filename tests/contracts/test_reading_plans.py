"""Publishing one story must not read all others, whatever a database knows of its tables."""

import re

import pytest
from django.db import connection

from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work
from nhipcau.publishing.services.renderer import drain

STORIES = 60
#: How SQLite says that it goes through all pages, through those of a language, or in tree order.
EVERY_PAGE = re.compile(
    r"SCAN (wagtailcore_page|newsroom_storypage|newsroom_work)\b"
    r"|INDEX wagtailcore_page_(locale|content_type)_id_\w+ \(\w+=\?\)"
)


def believe_in_many() -> None:
    """Tell SQLite of a thousand times as many rows as there are, alike in the same columns."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT rowid, stat FROM sqlite_stat1")
        for row, stat in cursor.fetchall():
            rows, *alike = [int(number) for number in stat.split() if number.isdigit()]
            if rows >= STORIES:
                many = [number * 1000 if number > rows // 8 else number for number in alike]
                stat = " ".join(map(str, [rows * 1000, *many]))
                cursor.execute("UPDATE sqlite_stat1 SET stat = %s WHERE rowid = %s", [stat, row])
        cursor.execute("ANALYZE sqlite_schema")


def publish(number: int) -> None:
    page = create_work(actor=None, headline=f"Bài {number}", lead="Một.")
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)


def test_publishing_a_story_and_what_follows_begin_at_the_few_rows_concerned(site):
    if connection.vendor != "sqlite":
        pytest.skip("the plans of SQLite, which knows least of its tables, are looked at")
    for number in range(STORIES):
        publish(number)
    drain()
    believe_in_many()
    asked: dict[str, object] = {}

    def note(execute, sql, params, many, context):
        if sql.startswith("SELECT"):
            asked.setdefault(sql, params)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        publish(STORIES)
        assert drain() > 0
    assert asked
    reads_all = []
    with connection.cursor() as cursor:
        for sql, params in asked.items():
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            steps = [row[-1] for row in cursor.fetchall()]
            if any(map(EVERY_PAGE.search, steps)):
                reads_all.append((sql.partition(" FROM ")[2], steps))
    assert reads_all == []
