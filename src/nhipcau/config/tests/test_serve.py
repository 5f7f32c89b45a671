"""The running site as its operator sees it: real processes, really killed."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from nhipcau.config.processes.children import BLOCKING_THREADS
from nhipcau.config.tests.running import PATIENCE_SECONDS, command, environment

# The served site has a database of its own.
pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    def __init__(self, home):
        self.port = free_port()
        self.log = home / "serve.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command("serve", "--port", str(self.port), "--workers", "1"),
                env=environment(home),
                stderr=log,
                start_new_session=True,
            )
        self.wait_for(self.is_ready)

    def get(self, path):
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}{path}", timeout=60
            ) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError:
            return 0, b""

    def is_ready(self):
        return self.get("/readyz")[0] == 200

    def wait_for(self, condition):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.1)

    def started(self):
        lines = [line for line in self.log.read_text().splitlines() if "process_started" in line]
        return [(entry["child"], entry["pid"]) for entry in map(json.loads, lines)]

    def family(self):
        return [pid for _, pid in self.started()] + descendants(self.process.pid)


class SlowUpload:
    """A photograph of 60 MB on its way; the program reads as much of it as was sent."""

    def __init__(self, port):
        half = b"\xff" * 30_000_000
        start = (
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
            b"Content-Type: image/jpeg\r\n\r\n"
        )
        self.left = [half, half + b"\r\n--x--\r\n"]
        length = len(start) + sum(map(len, self.left))
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
        self.socket.sendall(
            b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            b"Cookie: csrftoken=" + b"a" * 32 + b"\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (length, start)
        )

    def send_half(self):
        self.socket.sendall(self.left.pop(0))

    def status(self):
        with self.socket, self.socket.makefile("rb") as answer:
            return int(answer.readline().split()[1])


def descendants(pid):
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True
    ).stdout.split()
    children = [int(word) for word in found]
    return children + [grand for child in children for grand in descendants(child)]


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def site(home):
    site = Site(home)
    yield site
    if site.process.poll() is None:
        site.process.kill()
    site.process.wait()


def test_killed_children__come_back_and_sigterm_ends_all(site):
    for _child, pid in site.started():
        os.kill(pid, signal.SIGKILL)
    site.wait_for(lambda: len(site.started()) >= 8)
    site.wait_for(site.is_ready)
    family = site.family()
    site.process.send_signal(signal.SIGTERM)
    assert site.process.wait(timeout=PATIENCE_SECONDS) == 0
    assert not [pid for pid in family if is_running(pid)]


def test_killed_parent__leaves_no_orphan(site):
    family = site.family()
    assert len(set(family)) == 5
    site.process.kill()
    site.process.wait()
    site.wait_for(lambda: not [pid for pid in family if is_running(pid)])


def test_killed_web_worker__is_replaced(site):
    web = dict(site.started())["web"]
    (worker,) = descendants(web)
    os.kill(worker, signal.SIGKILL)
    site.wait_for(lambda: descendants(web) not in ([worker], []))
    site.wait_for(lambda: site.get("/healthz")[0] == 200)


@pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="There is one processor for all.",
)
def test_web_worker__keeps_to_one_processor_and_so_does_its_successor(site):
    web = dict(site.started())["web"]
    (worker,) = descendants(web)
    place = os.sched_getaffinity(worker)
    assert len(place) == 1
    assert os.sched_getaffinity(web) == os.sched_getaffinity(0), "photographs use them all"
    os.kill(worker, signal.SIGKILL)
    site.wait_for(lambda: descendants(web) not in ([worker], []))
    site.wait_for(lambda: site.get("/healthz")[0] == 200)
    (successor,) = descendants(web)
    assert os.sched_getaffinity(successor) == place


def test_slow_uploads__do_not_hold_up_readers(site):
    site.wait_for(lambda: site.get("/vi/")[0] == 200)
    uploads = [SlowUpload(site.port) for _ in range(BLOCKING_THREADS - 1)]
    for upload in uploads:
        upload.send_half()
    for _ in range(20):
        assert site.get("/vi/")[0] == 200
        assert site.get("/admin/login/")[0] == 200
    for upload in uploads:
        upload.send_half()
        assert upload.status() == 403, "it came without the token of a form"


def test_taken_port__is_refused_in_a_sentence(home):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            command("serve", "--port", str(port)),
            env=environment(home),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
        )
    assert result.returncode == 1
    assert f"Port {port} is in use" in result.stderr
    assert "Traceback" not in result.stderr
