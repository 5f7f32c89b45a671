"""A real nginx with the generated configuration, and no application behind it."""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from django.core.management import call_command

from nhipcau.common import clock
from nhipcau.common.surfaces import Rendered
from nhipcau.publishing.services import drain
from nhipcau.publishing.services.nginx import write_redirects
from nhipcau.publishing.services.store import site_store
from nhipcau.publishing.tests.small_site import START

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed."),
]


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def get(small, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    (tmp_path / "static").mkdir()
    (tmp_path / "static/site.0123456789ab.css").write_text("body{}")
    with clock.fixed_time(START):
        small.add("một")
        drain()
        small.add("rút", state="withdrawn")
        moved = small.add("dời")
        long_name = "ten-rat-dai-" * 12 + "cuoi"
        moved.old_slugs, moved.slug = ["so-3", long_name], "moi"
        small.announce(moved, "so-3", long_name)
        drain()
    site_store().publish([("/vi/404.html", Rendered(body=b"khong thay"), START)])
    port = free_port()
    site = tmp_path / "site.conf"
    call_command("nginx", port=port, upstream=f"127.0.0.1:{free_port()}", output=site)
    main = tmp_path / "nginx.conf"
    main.write_text(
        f"user {_owner()};\ndaemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;\n"
        "worker_processes 1; events { }\n"
        f"http {{ access_log off; client_body_temp_path {tmp_path}/t1; proxy_temp_path "
        f"{tmp_path}/t2; fastcgi_temp_path {tmp_path}/t3; uwsgi_temp_path {tmp_path}/t4; "
        f"scgi_temp_path {tmp_path}/t5; include {site}; }}\n"
    )
    process = subprocess.Popen([NGINX, "-c", str(main)], stderr=subprocess.PIPE)
    opener = urllib.request.build_opener(Stay)

    def get(path, **headers):
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
        try:
            with opener.open(request, timeout=60) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            return error.code, dict(error.headers), error.read()

    for _ in range(100):
        assert process.poll() is None, process.stderr.read().decode()
        try:
            get("/vi/")
            break
        except urllib.error.URLError:
            time.sleep(0.05)
    yield get
    process.terminate()
    process.wait()


def _owner() -> str:
    import getpass

    return getpass.getuser()


def test_readers_are_served_while_nothing_else_runs(get, settings):
    page = settings.PUBLIC_ROOT / "files/vi/ghi-chu/so-1/index.html"
    status, headers, body = get("/vi/ghi-chu/so-1/")
    assert (status, body) == (200, page.read_bytes())
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    status, headers, body = get("/vi/ghi-chu/so-1/", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert body == page.with_name("index.html.gz").read_bytes()
    status, headers, _ = get("/vi/ghi-chu/so-1/", **{"If-None-Match": get("/vi/")[1]["ETag"]})
    assert status == 200
    own = get("/vi/ghi-chu/so-1/")[1]["ETag"]
    assert get("/vi/ghi-chu/so-1/", **{"If-None-Match": own})[0] == 304
    assert get("/vi/ghi-chu/so-2/")[0] == 410
    assert get("/vi/ghi-chu/so-2/")[2] == b"withdrawn"
    assert get("/vi/ghi-chu/so-3/")[0] == 301
    assert get("/vi/ghi-chu/so-3/")[1]["Location"].endswith("/vi/ghi-chu/moi/")
    assert get("/vi/ghi-chu/so-1")[0] == 301
    assert get("/vi/khong/")[::2] == (404, b"khong thay")
    assert get("/vi/index.html")[0] == 404
    assert get("/", **{"Accept-Language": "en"})[1]["Location"].endswith("/en/")
    assert "immutable" in get("/static/site.0123456789ab.css")[1]["Cache-Control"]
    assert get("/admin/")[0] == 502


def test_map_is_written_only_when_redirects_change(small, settings):
    assert write_redirects()
    assert not write_redirects()
