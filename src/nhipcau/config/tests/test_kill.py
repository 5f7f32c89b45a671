"""``kill -9`` at random moments while stories are published: nothing is lost, nothing torn.

``python -m bench.kills`` does it for hundreds of publications, and kills the database as well.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from nhipcau.config.tests.running import PATIENCE_SECONDS, environment, run
from nhipcau.config.tests.test_serve import Site

# The served site has a database of its own.
pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only]
STORIES = 25
# Runs as a process of its own, as an editor's request would.
PUBLISH = """
import sys
import django
django.setup()
from nhipcau.newsroom.enums import ApprovalBasis
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import create_work
for number in range(int(sys.argv[1])):
    page = create_work(actor=None, headline=f"Tin {number}", lead="Đoạn mở đầu.",
                       body=[("paragraph", "<p>Nội dung.</p>")])
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    page.refresh_from_db()
    print(page.address, flush=True)
"""


def test_killing_children_during_publishes_loses_nothing(home, tmp_path):
    # What is published here must not reach the tests that share the home.
    home = shutil.copytree(home, tmp_path / "home", symlinks=True)
    chance = random.Random(1)
    site = Site(home)
    try:
        writer = subprocess.Popen(
            [sys.executable, "-c", PUBLISH, str(STORIES)],
            env=environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        killed = []
        while writer.poll() is None:
            child, pid = chance.choice(site.started())
            try:
                os.kill(pid, signal.SIGKILL)
                killed.append(child)
            except ProcessLookupError:
                pass  # an earlier one of the same child, dead already
            time.sleep(chance.uniform(0.05, 0.5))
        addresses = writer.stdout.read().split()
        assert writer.returncode == 0
        assert len(addresses) == STORIES
        assert "renderer" in killed

        site.wait_for(site.is_ready)
        site.wait_for(lambda: queue_is_empty(site))
        for address in addresses:
            status, body = site.get(address)
            assert status == 200, address
            assert b"</html>" in body, f"torn: {address}"
        news = site.get("/vi/tin-tuc/")[1].decode()
        assert addresses[-1] in news
    finally:
        site.process.terminate()
        site.process.wait(timeout=PATIENCE_SECONDS)
    verified = run(home, "snapshot", "verify", "--json")
    assert verified.returncode == 0, verified.stdout[-2000:] + verified.stderr[-2000:]


def queue_is_empty(site):
    status, body = site.get("/readyz")
    if status != 200:
        return False
    queue = json.loads(body)["checks"]["queue"]
    return queue["waiting"] == 0 and queue["dead"] == 0
