"""Speed of the desk with many works: every list and home, the search, and publishing.

Each page is asked for as a colleague's browser does; its time on the server and its queries are
counted. The baseline of the same run is the smallest page of the back office, the form of a new
password: it costs what every page costs, menu and session included.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from bench.database import add_database_arguments, throwaway_database
from bench.newsroom_fill import Newsroom, fill, kept
from bench.reporting import progress, report

LIST_GOAL_MS = 150.0
SEARCH_GOAL_MS = 200.0
PUBLISH_GOAL_MS = 100.0
QUERIES_GOAL = 60
# Publishing writes a page, its records and what readers' pages depend on. 34 of its statements are
# Wagtail's own: it checks every row that the page points to, twice, and looks for other slugs,
# comments, aliases and workflows. 8 begin and end transactions. The rest is ours.
PUBLISH_QUERIES_GOAL = 78
LIST = "wagtailsnippets_newsroom_work:list"


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 0 when the goals were met."""
    parser = argparse.ArgumentParser(prog="python -m bench.backoffice", description=__doc__)
    parser.add_argument("--works", type=int, default=3000)
    parser.add_argument("--english", type=int, help="English versions; a third of the works")
    parser.add_argument("--repeat", type=int, default=7)
    add_database_arguments(parser)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    translated = options.works // 3 if options.english is None else options.english
    with throwaway_database(options.database, options.keep) as connection:
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["testserver"]
        newsroom = kept(options.works, translated)
        if newsroom is None:
            began = time.perf_counter()
            newsroom = fill(options.works, translated)
            progress(f"Filled in {time.perf_counter() - began:.0f} s")
        # As a site does after migrations and every night.
        connection.cursor().execute("ANALYZE")
        rows = measure(newsroom, options.repeat)
    for row in rows:
        row |= {"works": options.works, "database": connection.vendor}
    return report("backoffice", rows, as_json=options.json, passed=all(r["met"] for r in rows))


def _works() -> str:
    """Address of the list of works."""
    from django.urls import reverse

    return reverse(LIST)


def measure(newsroom: Newsroom, repeat: int) -> list[dict[str, Any]]:
    """Every figure.

    Args:
        newsroom: What was written.
        repeat: How often each page is asked for; the median counts.
    """
    from nhipcau.accounts.tests.factories import signed_in

    clients = {role: signed_in(user) for role, user in newsroom.people.items()}
    baseline = _page(clients["editor"], "/admin/password/change/", repeat)["ms"]
    rows: list[dict[str, Any]] = []

    def add(
        name: str, figures: dict[str, Any], goal: float, queries_goal: int = QUERIES_GOAL
    ) -> None:
        met = figures["ms"] <= goal and figures["queries"] <= queries_goal
        rows.append(
            {
                "page": name,
                **figures,
                "goal_ms": goal,
                "ratio": figures["ms"] / baseline,
                "met": met,
            }
        )
        progress(
            f"{name}: {figures['ms']:.0f} ms, {figures['cpu_ms']:.0f} of processor, "
            f"{figures['queries']} queries"
        )

    for role, client in clients.items():
        add(f"home of {role}", _page(client, "/admin/", repeat), LIST_GOAL_MS)
    for name, role, query in _lists(newsroom):
        add(name, _page(clients[role], f"{_works()}?{query}", repeat), LIST_GOAL_MS)
    add("a page far down", _far_down(clients["editor"], repeat), LIST_GOAL_MS)
    for words in ("ca phe buon ma thuot", "đắk lắk", "khongcotu", "hoi nghi 3001"):
        figures = _page(clients["editor"], f"{_works()}?q={words}", repeat)
        add(f"search: {words}", figures, SEARCH_GOAL_MS)
    add("publish", _publishing(newsroom, repeat), PUBLISH_GOAL_MS, PUBLISH_QUERIES_GOAL)
    return rows


def _lists(newsroom: Newsroom) -> list[tuple[str, str, str]]:
    """Name, role and query of every list that is measured."""
    section = newsroom.published.section_id
    queries = {
        "works": "",
        "works by date of publication": "ordering=-published_at",
        "works by headline": "ordering=headline",
        "works by deadline": "ordering=deadline",
        "drafts": "state=draft",
        "awaiting approval": "state=awaiting",
        "public": "state=published",
        "withdrawn": "state=withdrawn",
        "late": "deadline=late",
        "not in English": "missing=en",
        "with English": "language=en",
        "of a section": f"section={section}",
        "of a topic": f"topics={newsroom.published.topics.first().pk}",
        "of a kind": f"information_kind={newsroom.published.information_kind_id}",
        "drafts of a section": f"state=draft&section={section}",
    }
    rows = [(name, "editor", query) for name, query in queries.items()]
    rows += [
        (f"works as {role} sees them", role, "")
        for role in ("reporter", "translator", "office", "leader")
    ]
    return rows


def _timed(act: Callable[[], Any], repeat: int) -> dict[str, Any]:
    """Median time and greatest number of queries of an act, after one that does not count."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    act()
    times, processor = [], []
    for _number in range(repeat):
        began, used = time.perf_counter(), time.process_time()
        act()
        times.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - used) * 1000)
    with CaptureQueriesContext(connection) as captured:
        act()
    return {
        "ms": statistics.median(times),
        "cpu_ms": statistics.median(processor),
        "worst_ms": max(times),
        "queries": len(captured),
    }


def _page(client: Any, address: str, repeat: int) -> dict[str, Any]:
    def ask() -> None:
        response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)

    return _timed(ask, repeat)


def _far_down(client: Any, repeat: int) -> dict[str, Any]:
    """The page that begins in the middle of all works."""
    from nhipcau.newsroom.models import Work
    from nhipcau.newsroom.selectors.keyset import Order, cursor_at

    works = Work.objects.order_by("-created_at", "-pk")
    middle = works[works.count() // 2]
    cursor = cursor_at(Order("created_at", True), middle)
    from urllib.parse import quote

    return _page(client, f"{_works()}?p={quote(cursor)}", repeat)


def _publishing(newsroom: Newsroom, repeat: int) -> dict[str, Any]:
    """From a decision to a public revision, as in a running site: search is indexed later."""
    from django.test import override_settings

    from nhipcau.config.settings.integrations.tasks import TASKS
    from nhipcau.newsroom.enums import ApprovalBasis
    from nhipcau.newsroom.services.publication import publish_from_archive
    from nhipcau.newsroom.services.works import create_work

    pages = [
        create_work(actor=None, headline=f"Bài mới {number}", lead="Một.")
        for number in range(repeat + 2)
    ]
    with override_settings(TASKS=TASKS):
        return _timed(
            lambda: publish_from_archive(page=pages.pop(), actor=None, basis=ApprovalBasis.SAMPLE),
            repeat,
        )


if __name__ == "__main__":
    sys.exit(main())
