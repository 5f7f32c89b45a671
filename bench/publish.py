"""Reading and publishing: embedded layer and nginx against dynamic rendering, change to visible.

Server CPU is read from /proc, so that the load of this measuring program does not count. The
baselines run in the same minute on the same files: nginx on plain files, and the same pages
rendered for every request.
"""

import argparse
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from bench.reporting import percentile, progress, report

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
TICKS = os.sysconf("SC_CLK_TCK")
EMBEDDED_GOAL_MICROSECONDS = 100
DYNAMIC_GOAL_RATIO = 60
OWN_PAGE_GOAL_SECONDS = 0.1
ALL_GOAL_SECONDS = 0.3


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(other for child in children for other in family(int(child)))]


def cpu_seconds(pid: int) -> float:
    """CPU used so far by a process and its descendants."""
    total = 0
    for member in family(pid):
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def get(port: int, path: str) -> bytes:
    """Read one address anew."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "identity"})
    body = connection.getresponse().read()
    connection.close()
    return body


def read_many(port: int, path: str, count: int, pid: int) -> dict[str, float]:
    """Read an address over one kept connection.

    Returns:
        Server CPU in microseconds a read, reads a second, and the 99th percentile in milliseconds.
    """
    with socket.create_connection(("127.0.0.1", port)) as connection:
        stream = connection.makefile("rb")
        request = (
            f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode()
        )
        times = []
        began, cpu = time.perf_counter(), cpu_seconds(pid)
        for _ in range(count):
            start = time.perf_counter()
            connection.sendall(request)
            length = 0
            while (line := stream.readline()) not in {b"\r\n", b""}:
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            stream.read(length)
            times.append(time.perf_counter() - start)
        used = cpu_seconds(pid) - cpu
    return {
        "cpu_us": used / count * 1e6,
        "per_second": count / (time.perf_counter() - began),
        "p99_ms": percentile(times, 0.99) * 1e3,
    }


@contextmanager
def serving(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The site, running."""
    process = subprocess.Popen(
        [sys.executable, "-m", "nhipcau", "serve", "--port", str(port), "--workers", "1"],
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                if b'"ready"' in get(port, "/readyz"):
                    break
                time.sleep(0.1)
            except OSError:
                time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait()


@contextmanager
def plain_nginx(root: Path, home: Path) -> Iterator[tuple[int, int] | None]:
    """A plain nginx over the same files: its port and process id, or nothing without nginx."""
    if NGINX is None:
        yield None
        return
    port, configuration = free_port(), home / "nginx.conf"
    folders = " ".join(
        f"{kind}_temp_path {home}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    configuration.write_text(
        f"user root; daemon off; pid {home}/pid; error_log {home}/error.log; worker_processes 1; "
        f"events {{ }} http {{ access_log off; keepalive_requests 10000000; {folders} "
        f"server {{ listen 127.0.0.1:{port}; "
        f"root {root}; gzip_static on; index index.html; }} }}"
    )
    process = subprocess.Popen([NGINX, "-c", str(configuration)], stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    try:
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def fill(stories: int) -> list[str]:
    """Write stories through the ordinary services; returns their addresses, the newest last."""
    from nhipcau.common import clock
    from nhipcau.newsroom.enums import ApprovalBasis
    from nhipcau.newsroom.services.publication import publish_from_archive
    from nhipcau.newsroom.services.works import create_work

    addresses = []
    for number in range(stories):
        page = create_work(
            actor=None,
            headline=f"Hội nghị thông tin đối ngoại số {number}",
            lead="Đoạn mở đầu của một bản tin dài vừa phải về công tác thông tin đối ngoại. " * 3,
            body=[
                ("paragraph", f"<p>Đoạn {part}. {'Nội dung của bản tin. ' * 20}</p>")
                for part in range(5)
            ],
            published_at=clock.now() - timedelta(hours=3 * (stories - number)),
        )
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
        addresses.append(page.address)
        if number % 100 == 99:
            progress(f"{number + 1} stories")
    return addresses


def until_visible(port: int, addresses: list[str], words: str) -> dict[str, float]:
    """Seconds until each address shows the words."""
    began, seen = time.perf_counter(), {}
    while len(seen) < len(addresses) and time.perf_counter() - began < 30:
        for address in addresses:
            if address not in seen and words in get(port, address).decode():
                seen[address] = time.perf_counter() - began
    return seen


def dynamic_seconds(address: str, count: int) -> float:
    """CPU seconds to render an address for every request."""
    from nhipcau.common import clock
    from nhipcau.common.surfaces import registry

    began = time.process_time()
    for _ in range(count):
        registry.render(address, clock.now())
    return (time.process_time() - began) / count


def measure(stories: int, reads: int, edits: int) -> tuple[dict[str, object], bool]:
    """All figures of one size.

    Args:
        stories: Stories on the site.
        reads: Reads of each kind.
        edits: Publications measured.

    Returns:
        The row, and whether every goal was met.
    """
    from django.conf import settings
    from django.core.management import call_command

    from nhipcau.common import clock
    from nhipcau.config.preparation import collect_static, prepare
    from nhipcau.publishing.services import rebuild

    prepare(progress)
    collect_static(progress)
    addresses = fill(stories)
    call_command("nginx", output=Path(settings.HOME) / "unused.conf")
    began = time.perf_counter()
    rebuilt = rebuild(now=clock.now, processes=2)
    seconds = time.perf_counter() - began
    story, port = addresses[-1], free_port()
    row: dict[str, object] = {"stories": stories, "rebuild_pages_per_second": rebuilt / seconds}
    with serving(port) as process:
        read_many(port, story, 200, process.pid)
        embedded = read_many(port, story, reads, process.pid)
        row |= {f"embedded_{name}": value for name, value in embedded.items()}
        row |= _edits(port, edits)
    with plain_nginx(Path(settings.PUBLIC_ROOT) / "files", Path(settings.HOME)) as found:
        if found is not None:
            plain = read_many(found[0], story, reads, found[1])
            row |= {f"nginx_{name}": value for name, value in plain.items()}
    row["dynamic_cpu_us"] = dynamic_seconds(story, 50) * 1e6
    row["dynamic_to_embedded"] = row["dynamic_cpu_us"] / embedded["cpu_us"]  # type: ignore[operator]
    passed = (
        embedded["cpu_us"] <= EMBEDDED_GOAL_MICROSECONDS
        and row["dynamic_to_embedded"] >= DYNAMIC_GOAL_RATIO  # type: ignore[operator]
        and row["own_page_median_s"] <= OWN_PAGE_GOAL_SECONDS  # type: ignore[operator]
        and row["all_median_s"] <= ALL_GOAL_SECONDS  # type: ignore[operator]
    )
    return row, passed


def _edits(port: int, edits: int) -> dict[str, object]:
    own, everywhere = [], []
    for _ in range(edits):
        marker = f"{time.time():.6f}"
        address = _write_marked(marker)
        seen = until_visible(
            port, [address, "/vi/", "/vi/tin-tuc/", "/vi/feed.atom", "/news-sitemap.xml"], marker
        )
        own.append(seen.get(address, 30.0))
        everywhere.append(max(seen.values()) if len(seen) == 5 else 30.0)
    return {
        "own_page_median_s": statistics.median(own),
        "all_median_s": statistics.median(everywhere),
    }


def _write_marked(marker: str) -> str:
    from nhipcau.common import clock
    from nhipcau.newsroom.enums import ApprovalBasis
    from nhipcau.newsroom.services.publication import publish_from_archive
    from nhipcau.newsroom.services.works import create_work

    page = create_work(
        actor=None, headline=f"Tin mới {marker}", lead="Mở đầu.", published_at=clock.now()
    )
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    return page.address


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--reads", type=int, default=5000)
    parser.add_argument("--edits", type=int, default=11)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as home:
        os.environ["NHIPCAU_HOME"] = home
        os.environ["NHIPCAU_LOG_LEVEL"] = "ERROR"
        os.environ["DJANGO_SETTINGS_MODULE"] = "nhipcau.config.settings.base"
        import django

        django.setup()
        row, passed = measure(options.stories, options.reads, options.edits)
    return report("publish", [row], as_json=options.json, passed=passed)


if __name__ == "__main__":
    sys.exit(main())
