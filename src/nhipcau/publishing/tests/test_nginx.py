"""A real nginx with the generated configuration, and no application behind it."""

import pytest

from nhipcau.common import clock
from nhipcau.common.surfaces import Rendered
from nhipcau.publishing.services import drain
from nhipcau.publishing.services.nginx import write_redirects
from nhipcau.publishing.services.store import site_store
from nhipcau.publishing.tests.running_nginx import NGINX, getter, running_nginx
from nhipcau.publishing.tests.small_site import START

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed."),
]


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
    photograph = Rendered(body=b"photograph", content_type="image/avif")
    page = Rendered(body=b"khong thay")
    site_store().publish([("/vi/404.html", page, START), ("/media/a.avif", photograph, START)])
    with running_nginx(tmp_path) as port:
        ask = getter(f"http://127.0.0.1:{port}")

        def get(path, **headers):
            answer = ask(path, **headers)
            return answer.status, dict(answer.headers), answer.body

        yield get


def test_readers_are_served_while_nothing_else_runs(get, settings):
    page = settings.PUBLIC_ROOT / "files/vi/ghi-chu/so-1/index.html"
    status, headers, body = get("/vi/ghi-chu/so-1/")
    assert (status, body) == (200, page.read_bytes())
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    status, headers, body = get("/vi/ghi-chu/so-1/", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert body == page.with_name("index.html.gz").read_bytes()
    # nginx's own table of types may be older than the format.
    assert get("/media/a.avif")[1]["Content-Type"] == "image/avif"
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
