"""The servers that are measured, what they use, and the load on them."""

import getpass
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.reporting import percentile

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
WRK = shutil.which("wrk")
TICKS = os.sysconf("SC_CLK_TCK")
GZIP = {"Accept-Encoding": "gzip"}


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(other for child in children for other in family(int(child)))]


def cpu_seconds(pid: int) -> float:
    """CPU used so far by a process and its descendants."""
    total = 0
    for member in family(pid):
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def child_seconds(pid: int) -> dict[int, float]:
    """CPU used so far by each child of a process, with that child's own descendants."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return {}
    return {int(child): cpu_seconds(int(child)) for child in children}


def memory_bytes(pid: int) -> int:
    """Memory of a process and its descendants; pages they share count once (PSS)."""
    total = 0
    for member in family(pid):
        try:
            rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
        except OSError:
            continue
        if found := re.search(r"^Pss:\s+(\d+) kB", rollup, re.M):
            total += int(found[1]) * 1024
    return total


@contextmanager
def peak_memory(pid: int) -> Iterator[list[int]]:
    """Watch the memory of a process and its descendants; the last entry is the peak."""
    seen, ending = [0], threading.Event()

    def watch() -> None:
        while not ending.wait(0.5):
            seen.append(max(seen[-1], memory_bytes(pid)))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        ending.set()
        thread.join()


def get(port: int, path: str) -> tuple[int, bytes]:
    """Read one address anew."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": "identity"})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, body


def read_many(port: int, path: str, count: int, pid: int) -> dict[str, float]:
    """Read an address over one kept connection.

    The renderer, the worker and the scheduler are children of the same supervisor and go on with
    what they do; the child that answers is the one that used most.

    Returns:
        CPU of the server's processes in microseconds a read, reads a second, and the 99th
        percentile in milliseconds.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    times = []
    began, before = time.perf_counter(), child_seconds(pid)
    for _ in range(count):
        start = time.perf_counter()
        connection.request("GET", path, headers=GZIP)
        connection.getresponse().read()
        times.append(time.perf_counter() - start)
    used = _most_used(pid, before)
    connection.close()
    return {
        "cpu_us": used / count * 1e6,
        "per_second": count / (time.perf_counter() - began),
        "p99_ms": percentile(times, 0.99) * 1e3,
    }


def _most_used(pid: int, before: dict[int, float]) -> float:
    """CPU since then of the child that answers, which is the one that used most."""
    return max(seconds - before.get(child, 0.0) for child, seconds in child_seconds(pid).items())


def loaded_cpu_us(port: int, path: str, connections: int, seconds: int, pid: int) -> float:
    """CPU of the server's processes in microseconds a read, with many connections at once.

    Args:
        port: Where the site listens.
        path: The address read.
        connections: How many read at once.
        seconds: For how long.
        pid: The supervisor.
    """
    before = child_seconds(pid)
    rate = load(port, path, connections, seconds)["per_second"]
    return _most_used(pid, before) / (rate * seconds) * 1e6


def load(port: int, path: str, connections: int, seconds: int) -> dict[str, float]:
    """Read an address over many connections with wrk.

    Returns:
        Reads a second and the 99th percentile in milliseconds.

    Raises:
        RuntimeError: if an answer was not 200, or wrk said nothing.
    """
    result = subprocess.run(
        [
            str(WRK), "-t1", f"-c{connections}", f"-d{seconds}s", "--latency",
            "-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{port}{path}",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout  # fmt: skip
    rate = re.search(r"Requests/sec:\s+([\d.]+)", result)
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)", result)
    if rate is None or late is None or "Non-2xx" in result:
        raise RuntimeError(f"{path} was not read well:\n{result}")
    factor = {"us": 1e-3, "ms": 1.0, "s": 1e3}[late[2]]
    return {"per_second": float(rate[1]), "p99_ms": float(late[1]) * factor}


@contextmanager
def serving(port: int, workers: int = 1) -> Iterator[subprocess.Popen[bytes]]:
    """The site, running."""
    process = subprocess.Popen(
        [sys.executable, "-m", "nhipcau", "serve", "--port", str(port), "--workers", str(workers)],
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(1200):
            try:
                if b'"ready"' in get(port, "/readyz")[1]:
                    break
            except OSError:
                pass
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait()


@contextmanager
def nginx(home: Path, server: str) -> Iterator[int]:
    """An nginx with one worker around a server block or an include; yields its process id."""
    folder = home / f"nginx-{free_port()}"
    folder.mkdir()
    folders = " ".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"user {getpass.getuser()}; daemon off; pid {folder}/pid; error_log {folder}/error.log; "
        f"worker_processes 1; events {{ }} http {{ access_log off; sendfile on; "
        f"keepalive_requests 100000000; {folders} {server} }}"
    )
    process = subprocess.Popen(
        [str(NGINX), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL
    )
    time.sleep(0.5)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def plain_server(root: Path, port: int) -> str:
    """The simplest nginx server there is, over the same files: the baseline."""
    return (
        "types { text/html html; application/atom+xml atom; application/xml xml; } "
        f"server {{ listen 127.0.0.1:{port}; root {root}; gzip_static on; index index.html; }}"
    )


@contextmanager
def working(port: int, cookies: list[str], path: str) -> Iterator[None]:
    """People at work in the back office: each asks for a page as soon as the last one came."""
    ending = threading.Event()

    def work(cookie: str) -> None:
        while not ending.is_set():
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", path, headers={"Cookie": cookie})
            connection.getresponse().read()
            connection.close()

    threads = [threading.Thread(target=work, args=(cookie,)) for cookie in cookies]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ending.set()
        for thread in threads:
            thread.join()
