"""Reading, publishing and rebuilding, each as a ratio to a baseline of the same run.

Reads behind nginx with the generated configuration are compared with nginx on plain files, the
embedded layer with pages that Wagtail renders for every request. Server CPU is read from /proc,
so that the load of this measuring program does not count. Several sizes are measured one after
the other; the last row's ratio says whether publishing costs more on a larger site.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import servers
from bench.database import server_database
from bench.hugo import rebuild_rates
from bench.reporting import progress, report

CONNECTIONS = (1, 16, 64)
ROUNDS = 5
#: One second of reading varies by a tenth; the worst of nine medians is to say something.
READING_ROUNDS = 11
GOALS = {
    "nginx_to_plain": (0.95, "least"),
    "nginx_p99_ms_at_16": (5.0, "most"),
    "nginx_p99_ms_at_16_with_office": (5.0, "most"),
    "embedded_cpu_us": (100.0, "most"),
    "dynamic_to_embedded": (60.0, "least"),
    "story_visible_median_s": (0.1, "most"),
    "all_visible_median_s": (0.3, "most"),
    "rebuild_pages_per_second": (700.0, "least"),
    "rebuild_peak_mb": (800.0, "most"),
    "large_to_small": (1.3, "most"),
}


def measure(stories: int, reads: int, edits: int, home: Path) -> dict[str, Any]:
    """All figures of one size.

    Args:
        stories: Works on the site.
        reads: Reads of each kind over one connection.
        edits: Publications measured.
        home: Folder of the throwaway site.
    """
    from django.core.management import call_command

    from bench.stories import fill
    from nhipcau.common import clock
    from nhipcau.config.preparation import collect_static, prepare

    prepare(progress)
    collect_static(progress)
    addresses = fill(stories, clock.now())
    port, front = servers.free_port(), servers.free_port()
    call_command("nginx", output=home / "site.conf", port=front, upstream=f"127.0.0.1:{port}")
    row: dict[str, Any] = {"stories": stories} | _rebuild()
    row |= _hugo(home / "hugo", row["rebuild_pages_per_second"])
    paths = {"story": addresses[-1], "front": "/vi/", "feed": "/vi/feed.atom"}
    row |= _nginx_reads(home, front, paths)
    with servers.serving(port) as process:
        servers.read_many(port, paths["story"], 200, process.pid)
        embedded = servers.read_many(port, paths["story"], reads, process.pid)
        row |= {f"embedded_{name}": value for name, value in embedded.items()}
        if servers.WRK is not None:
            for connections in CONNECTIONS:
                row[f"embedded_{connections}_cpu_us"] = servers.loaded_cpu_us(
                    port, paths["story"], connections, 2, process.pid
                )
            # What one slow reader costs is mostly waking up; wrk reads as fast as it can.
            row["embedded_cpu_us"] = max(row[f"embedded_{n}_cpu_us"] for n in CONNECTIONS)
        row["dynamic_cpu_us"] = dynamic_seconds(paths["story"], 50) * 1e6
        row["dynamic_to_embedded"] = row["dynamic_cpu_us"] / max(row["embedded_cpu_us"], 1.0)
        row |= _with_office(home, port, paths["story"])
        row |= _edits(port, edits)
    return row


def _rebuild() -> dict[str, float]:
    """A full rebuild as the operator starts it; what filled the site is not in its memory."""
    from nhipcau.common import clock
    from nhipcau.publishing.services import program_fingerprint, remember_release

    # Or the server would render everything once more when it starts.
    remember_release(fingerprint=program_fingerprint(), now=clock.now())
    began, cpu = time.perf_counter(), _all_cpu()
    process = subprocess.Popen(
        [sys.executable, "-m", "nhipcau", "snapshot", "rebuild", "--processes", "2", "--json"],
        stdout=subprocess.PIPE,
    )
    with servers.peak_memory(process.pid) as memory:
        output, _ = process.communicate()
    pages = json.loads(output)["rendered"]
    seconds = time.perf_counter() - began
    return {
        "rebuild_pages": pages,
        "rebuild_pages_per_second": pages / seconds,
        "rebuild_cpu_ms_per_page": (_all_cpu() - cpu) / pages * 1e3,
        "rebuild_peak_mb": memory[-1] / 1e6,
    }


def _hugo(folder: Path, pages_per_second: float) -> dict[str, float]:
    """Hugo on the same stories, and our rate as a part of its own."""
    row = rebuild_rates(folder)
    if not row:
        progress("Hugo is not installed: the rebuild is not compared with it.")
        return {}
    shutil.rmtree(folder)
    return row | {"rebuild_to_hugo": pages_per_second / row["hugo_pages_per_second"]}


def _all_cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _nginx_reads(home: Path, front: int, paths: dict[str, str]) -> dict[str, float]:
    """Rates behind the generated configuration and on plain files, in turn; the worst ratio."""
    if servers.NGINX is None or servers.WRK is None:
        progress("nginx or wrk is not installed: reads behind nginx are not measured.")
        return {}
    from django.conf import settings

    plain = servers.free_port()
    root = Path(settings.PUBLIC_ROOT) / "files"
    row: dict[str, float] = {}
    late = []
    with (
        servers.nginx(home, servers.plain_server(root, plain)),
        servers.nginx(home, f"include {home}/site.conf;"),
    ):
        for name, path in paths.items():
            for connections in CONNECTIONS:
                ratios, rates = [], []
                for number in range(READING_ROUNDS):
                    # Whoever is read second finds a warmer machine: they take turns.
                    order = (plain, front) if number % 2 else (front, plain)
                    said = {port: servers.load(port, path, connections, 1) for port in order}
                    base, ours = said[plain], said[front]
                    ratios.append(ours["per_second"] / base["per_second"])
                    rates.append(ours["per_second"])
                    if connections == 16:
                        late.append(ours["p99_ms"])
                row[f"nginx_{name}_{connections}_per_second"] = statistics.median(rates)
                row[f"nginx_{name}_{connections}_to_plain"] = statistics.median(ratios)
    row["nginx_to_plain"] = min(value for name, value in row.items() if name.endswith("_to_plain"))
    row["nginx_p99_ms_at_16"] = statistics.median(late)
    return row


def _with_office(home: Path, port: int, path: str) -> dict[str, float]:
    """Readers behind nginx while two people work in the back office."""
    if servers.NGINX is None or servers.WRK is None:
        return {}
    from nhipcau.accounts.enums import Role
    from nhipcau.accounts.tests.factories import make_user, signed_in

    cookies = []
    for _ in range(2):
        client = signed_in(make_user(Role.EDITOR))
        cookies.append(f"sessionid={client.cookies['sessionid'].value}")
    text = (home / "site.conf").read_text()
    front = int(text.split("listen ", 1)[1].split(";", 1)[0].rpartition(":")[2])
    with (
        servers.nginx(home, f"include {home}/site.conf;"),
        servers.working(port, cookies, "/admin/"),
    ):
        late = [servers.load(front, path, 16, 2)["p99_ms"] for _ in range(ROUNDS)]
    return {"nginx_p99_ms_at_16_with_office": statistics.median(late)}


def dynamic_seconds(address: str, count: int) -> float:
    """CPU seconds of Wagtail's own way: find the page, serve it, render it for every request."""
    from django.test import RequestFactory
    from wagtail.models import Page

    slug = address.strip("/").rpartition("/")[2]
    request = RequestFactory().get(address)
    began = time.process_time()
    for _ in range(count):
        Page.objects.get(slug=slug).specific.serve(request).render()
    return (time.process_time() - began) / count


def _edits(port: int, edits: int) -> dict[str, Any]:
    """From the end of the transaction to what readers see, and what the transaction took."""
    from nhipcau.web.rules.addresses import page_address

    publishing, own, everywhere = [], [], []
    slowest: dict[str, list[float]] = {}
    for number in range(edits + 1):
        marker = f"mốc{time.time_ns() // 1000}"
        began = time.perf_counter()
        address, section = _write_marked(marker)
        publishing.append(time.perf_counter() - began)
        search = f"{page_address('search', 'vi')}?q={marker.replace('ố', '%E1%BB%91')}"
        places = {
            "story": address,
            "front": "/vi/",
            "list": "/vi/tin-tuc/",
            "section": section,
            "feed": "/vi/feed.atom",
            "sitemap": "/news-sitemap.xml",
            "search": search,
        }
        seen = until_visible(port, places, marker)
        if number == 0:
            continue  # the first one warms up
        own.append(seen["story"])
        everywhere.append(max(seen.values()))
        for name, seconds in seen.items():
            slowest.setdefault(name, []).append(seconds)
    return {
        "publish_call_median_s": statistics.median(publishing[1:]),
        "story_visible_median_s": statistics.median(own),
        "all_visible_median_s": statistics.median(everywhere),
        **{f"{name}_visible_s": statistics.median(values) for name, values in slowest.items()},
    }


def until_visible(port: int, places: dict[str, str], words: str) -> dict[str, float]:
    """Seconds until each place shows the words; 30 for one that never does."""
    began, seen = time.perf_counter(), {}
    while len(seen) < len(places) and time.perf_counter() - began < 30:
        for name, address in places.items():
            if name not in seen:
                status, body = servers.get(port, address)
                if status == 200 and words in body.decode():
                    seen[name] = time.perf_counter() - began
    return {name: seen.get(name, 30.0) for name in places}


def _write_marked(marker: str) -> tuple[str, str]:
    from nhipcau.common import clock
    from nhipcau.newsroom.enums import ApprovalBasis
    from nhipcau.newsroom.models import SectionName
    from nhipcau.newsroom.rules.addresses import section_address
    from nhipcau.newsroom.services.publication import publish_from_archive
    from nhipcau.newsroom.services.works import create_work

    name = SectionName.objects.filter(language="vi").order_by("pk").first()
    page = create_work(
        actor=None,
        headline=f"Tin {marker}",
        lead="Mở đầu.",
        body=[("paragraph", "<p>Nội dung của bản tin.</p>")] * 5,
        published_at=clock.now(),
    )
    page.work.section_id = name.section_id
    page.work.save()
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return page.address, section_address("vi", name.slug)


def _is_met(name: str, value: float) -> bool:
    goal, kind = GOALS[name]
    return value >= goal if kind == "least" else value <= goal


def _one_size(stories: int, options: argparse.Namespace) -> dict[str, Any]:
    with (
        # Half a million files: one that a dying process still writes must not cost the figures.
        tempfile.TemporaryDirectory(prefix="nhipcau-bench-", ignore_cleanup_errors=True) as home,
        server_database(options.database) as url,
    ):
        os.environ["DATABASE_URL"] = url
        os.environ["NHIPCAU_HOME"] = home
        os.environ["NHIPCAU_LOG_LEVEL"] = "ERROR"
        os.environ["NHIPCAU_LANGUAGES"] = "vi,en"
        os.environ["DJANGO_SETTINGS_MODULE"] = "nhipcau.config.settings.base"
        import django

        django.setup()
        from django.db import connection, connections

        row = measure(stories, options.reads, options.edits, Path(home))
        row["database"] = connection.vendor
        connections.close_all()
        # Taking half a million files away takes minutes, in which somebody may lose patience.
        progress(json.dumps(row))
        return row


def _in_a_process(stories: int, options: argparse.Namespace) -> dict[str, Any]:
    """Each size has a site of its own, and a process has one site."""
    command = [
        sys.executable, "-m", "bench.publish", "--json", "--stories", str(stories),
        "--reads", str(options.reads), "--edits", str(options.edits),
        "--database", options.database,
    ]  # fmt: skip
    output = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout
    row = dict(json.loads(output)["rows"][0])
    del row["large_to_small"]
    return row


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=[1000])
    parser.add_argument("--reads", type=int, default=5000)
    parser.add_argument("--edits", type=int, default=11)
    parser.add_argument("--database", default="", help="DATABASE_URL of a PostgreSQL server")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if len(options.stories) == 1:
        rows = [_one_size(options.stories[0], options)]
    else:
        rows = [_in_a_process(stories, options) for stories in sorted(options.stories)]
        first, last = rows[0], rows[-1]
        last["large_to_small"] = last["all_visible_median_s"] / first["all_visible_median_s"]
    missed = sorted(
        {name for row in rows for name in GOALS if name in row and not _is_met(name, row[name])}
    )
    for row in rows:
        row["missed"] = ", ".join(missed)
        row.setdefault("large_to_small", "-")
    return report("publish", rows, as_json=options.json, passed=not missed)


if __name__ == "__main__":
    sys.exit(main())
