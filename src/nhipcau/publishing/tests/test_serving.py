"""What a reader's program gets from the file layer, header by header."""

import gzip
import io
import tracemalloc
from datetime import UTC, datetime
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import brotli
import pytest

from nhipcau.common.surfaces import Rendered
from nhipcau.publishing.services import files_first
from nhipcau.publishing.services.store import Store
from nhipcau.publishing.serving.representations import KEPT_WHOLE_BYTES

MODIFIED = datetime(2020, 3, 4, 10, 14, tzinfo=UTC)
BODY = ("<p>Thông tin đối ngoại</p>" * 40).encode()


def django(environ, start_response):
    if environ["PATH_INFO"].startswith("/admin/"):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"django"]
    start_response("404 Not Found", [("Content-Type", "text/plain")])
    return [b"plain 404"]


class Answer:
    def __init__(self, status, headers, body):
        self.status = int(status.split()[0])
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body


@pytest.fixture
def store(settings, tmp_path):
    settings.PUBLIC_ROOT = tmp_path / "public"
    settings.STATIC_ROOT = tmp_path / "static"
    store = Store(settings.PUBLIC_ROOT, is_durable=False)
    store.publish(
        [
            ("/vi/", Rendered(body=BODY), MODIFIED),
            ("/en/", Rendered(body=BODY), MODIFIED),
            ("/vi/404.html", Rendered(body=b"khong thay"), MODIFIED),
            ("/en/404.html", Rendered(body=b"not found"), MODIFIED),
            ("/vi/cu/", Rendered(status=301, location="/vi/moi/"), MODIFIED),
            ("/vi/rut/", Rendered(status=410, body=b"withdrawn"), MODIFIED),
            (
                "/vi/feed.json",
                Rendered(
                    body=BODY,
                    content_type="application/feed+json; charset=utf-8",
                    headers=(("Link", "</vi/>; rel=alternate"),),
                ),
                MODIFIED,
            ),
            ("/media/anh.webp", Rendered(body=b"0123456789", content_type="image/webp"), MODIFIED),
        ]
    )
    return store


@pytest.fixture
def get(store):
    application = validator(files_first(django))

    def get(path="/vi/", method="GET", **headers):
        environ = {"REQUEST_METHOD": method, "SCRIPT_NAME": "", "PATH_INFO": path}
        environ["QUERY_STRING"] = ""
        setup_testing_defaults(environ)
        environ["wsgi.input"] = io.BytesIO()
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        seen = []

        def start_response(status, headers, exc_info=None):
            seen[:] = [status, headers]
            return lambda data: None

        result = application(environ, start_response)
        try:
            body = b"".join(result)
        finally:
            result.close()
        return Answer(*seen, body)

    return get


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", None),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0.1, gzip;q=0.9", "gzip"),
        ("br;q=0, gzip;q=0", None),
        ("*", "br"),
        ("*;q=0", None),
        ("identity, gzip;q=0.5", None),
        ("deflate", None),
        ("br;q=nonsense", None),
    ],
)
def test_encoding__follows_the_weights(get, accepted, coding):
    answer = get(accept_encoding=accepted)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert answer.headers.get("content-encoding") == coding
    assert unpack(answer.body) == BODY
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-length"] == str(len(answer.body))


def test_headers__of_a_page(get):
    answer = get()
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["last-modified"] == "Wed, 04 Mar 2020 10:14:00 GMT"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "referrer-policy" in answer.headers


def test_headers__a_page_brings_its_own(get):
    answer = get("/vi/feed.json")
    assert answer.headers["content-type"] == "application/feed+json; charset=utf-8"
    assert answer.headers["link"] == "</vi/>; rel=alternate"


def test_head__is_the_same_without_body(get):
    assert get(method="HEAD").headers == get().headers
    assert get(method="HEAD").body == b""


def test_condition__tag_wins_over_date(get):
    tag = get().headers["etag"]
    assert get(if_none_match=tag).status == 304
    assert get(if_none_match=f'"x", W/{tag}').status == 304
    assert get(if_none_match='"x"').status == 200
    assert get(if_none_match='"x"', if_modified_since="Wed, 04 Mar 2026 10:14:00 GMT").status == 200
    assert get(if_modified_since="Wed, 04 Mar 2020 10:14:00 GMT").status == 304
    assert get(if_modified_since="Wed, 04 Mar 2020 10:13:59 GMT").status == 200
    assert get(if_modified_since="yesterday").status == 200


def test_tags__differ_between_encodings_and_contents(get, store):
    tags = {get(accept_encoding=coding).headers["etag"] for coding in ("", "br", "gzip")}
    assert len(tags) == 3
    store.publish([("/vi/", Rendered(body=BODY + b"!"), MODIFIED)])
    assert get().headers["etag"] not in tags


def test_page_that_was_read__changes_and_goes_at_once(get, store):
    for body in (BODY, BODY.replace(b"tin", b"TIN"), BODY):
        store.publish([("/vi/tin/", Rendered(body=body), MODIFIED)])
        for coding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)):
            for method in ("GET", "HEAD", "GET"):
                answer = get("/vi/tin/", method=method, accept_encoding=coding)
                assert answer.status == 200
                assert method == "HEAD" or unpack(answer.body) == body
    tag = get("/vi/tin/").headers["etag"]
    assert get("/vi/tin/", if_none_match=tag).status == 304
    assert get("/vi/tin/", range="bytes=0-3").body == BODY[:4]
    store.publish([("/vi/tin/", Rendered(status=410, body=b"withdrawn"), MODIFIED)])
    assert (get("/vi/tin/").status, get("/vi/tin/").body) == (410, b"withdrawn")


def test_page_that_says_that_there_is_none__is_a_page_by_itself(get):
    for _ in range(2):
        assert get("/vi/404.html").status == 200
        assert get("/vi/khong/").status == 404
    assert get("/vi/khong/").headers.keys() == get("/vi/khong/", method="HEAD").headers.keys()
    assert "accept-ranges" not in get("/vi/khong/").headers


def test_pages_that_were_read__do_not_fill_memory(get, store):
    bodies = {f"/media/{number}.webp": bytes([number]) * 100_000 for number in range(200)}
    for address, body in bodies.items():
        store.publish([(address, Rendered(body=body, content_type="image/webp"), MODIFIED)])
    tracemalloc.start()
    for _ in range(2):
        assert all(get(address).body == body for address, body in bodies.items())
    kept_bytes, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept_bytes < KEPT_WHOLE_BYTES + 1_000_000


@pytest.mark.parametrize(
    ("wanted", "status", "body"),
    [
        ("bytes=0-3", 206, b"0123"),
        ("bytes=5-", 206, b"56789"),
        ("bytes=-2", 206, b"89"),
        ("bytes=-99", 206, b"0123456789"),
        ("bytes=8-99", 206, b"89"),
        ("bytes=10-", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=0-1,3-4", 200, b"0123456789"),
        ("bytes=3-1", 200, b"0123456789"),
        ("lines=1-2", 200, b"0123456789"),
        ("bytes=a-b", 200, b"0123456789"),
    ],
)
def test_range(get, wanted, status, body):
    answer = get("/media/anh.webp", range=wanted)
    assert (answer.status, answer.body) == (status, body)
    if status == 206:
        start = 10 - len(body) if wanted != "bytes=0-3" else 0
        assert answer.headers["content-range"] == f"bytes {start}-{start + len(body) - 1}/10"


def test_range__only_if_it_is_still_the_same_file(get):
    tag = get("/media/anh.webp").headers["etag"]
    assert get("/media/anh.webp", range="bytes=0-1", if_range=tag).status == 206
    assert get("/media/anh.webp", range="bytes=0-1", if_range='"other"').status == 200
    assert get("/media/anh.webp", range="bytes=0-1", if_range=f"W/{tag}").status == 200


def test_large_file__is_sent_in_pieces_and_in_part(get, store):
    body = bytes(range(256)) * 8192
    store.publish([("/media/a.mp4", Rendered(body=body, content_type="video/mp4"), MODIFIED)])
    assert get("/media/a.mp4").body == body
    assert get("/media/a.mp4", range="bytes=70000-150000").body == body[70000:150001]
    assert get("/media/a.mp4", method="HEAD").headers["content-length"] == str(len(body))


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "/vi/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("fr;q=0.9, vi;q=0.8", "/vi/"),
        ("de", "/en/"),
        ("vi-VN,vi;q=0.9,en;q=0.8", "/vi/"),
        ("*", "/vi/"),
        ("en;q=0, vi", "/vi/"),
    ],
)
def test_root__greets_in_a_language_that_has_a_front_page(get, accepted, language):
    answer = get("/", accept_language=accepted)
    assert (answer.status, answer.headers["location"]) == (302, language)
    assert answer.headers["vary"] == "Accept-Language"


def test_redirect_and_gone(get):
    moved = get("/vi/cu/")
    assert (moved.status, moved.headers["location"]) == (301, "/vi/moi/")
    gone = get("/vi/rut/", if_none_match="*")
    assert (gone.status, gone.body) == (410, b"withdrawn")
    assert get("/vi").headers["location"] == "/vi/"
    assert get("/vi/rut").headers["location"] == "/vi/rut/"


def test_not_found__speaks_the_language_of_the_address(get):
    assert get("/en/nothing/").status == 404
    assert get("/en/nothing/").body == b"not found"
    assert get("/nothing", accept_language="en").body == b"not found"
    assert get("/vi/khong/").body == b"khong thay"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret-key",
        "/vi/../../secret-key",
        "/vi/%2e%2e/secret-key",
        "//etc/passwd",
        "/vi/\x00",
        "/vi/index.html",
        "/vi/index.html.br",
        "/static/../secret-key",
        "/notes/vi/cu/index.html.json",
        "/files/vi/index.html",
        "/vi/\\..\\..",
        "/" + "a/" * 5000,
    ],
)
def test_hostile_path__finds_nothing(get, settings, path):
    settings.PUBLIC_ROOT.with_name("secret-key").write_text("secret")
    (settings.PUBLIC_ROOT / "secret-key").write_text("secret")
    answer = get(path)
    assert answer.status == 404
    assert b"secret" not in answer.body


def test_static__hashed_names_are_kept_for_ever(get, settings):
    folder = settings.STATIC_ROOT / "web"
    folder.mkdir(parents=True)
    (folder / "site.0123456789ab.css").write_bytes(b"body{}")
    (folder / "site.css").write_bytes(b"body{}")
    assert "immutable" in get("/static/web/site.0123456789ab.css").headers["cache-control"]
    assert get("/static/web/site.css").headers["cache-control"] == "public, max-age=3600"
    assert get("/static/web/site.css").headers["content-type"] == "text/css; charset=utf-8"
    assert get("/static/web/").status == 404


def test_django__gets_what_is_not_stored(get):
    assert get("/admin/").body == b"django"
    assert get("/vi/", method="POST").body == b"plain 404"


def test_healthz__needs_nobody(get):
    assert get("/healthz").body == b'{"status": "alive"}\n'


def test_head__of_an_absent_page_is_the_same_without_body(get):
    assert get("/vi/khong/").body == b"khong thay"
    answer = get("/vi/khong/", method="HEAD")
    assert (answer.status, answer.body) == (404, b"")
    assert answer.headers == get("/vi/khong/").headers


@pytest.mark.parametrize(
    "date",
    [
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Mon, 01 Jan 2020 00:00:00 +9999999999999999999999",
        "Mon, 99 Foo 2020 99:99:99 GMT",
    ],
)
def test_condition__of_nonsense_is_none(get, date):
    assert get(if_modified_since=date).status == 200
    assert get("/media/anh.webp", range="bytes=0-1", if_range=date).status == 200


@pytest.mark.parametrize("wanted", ["bytes=0-{}", "bytes=-{}", "bytes={}-"])
def test_range__of_nonsense_is_none(get, wanted):
    answer = get("/media/anh.webp", range=wanted.format("9" * 5000))
    assert (answer.status, answer.body) == (200, b"0123456789")


def test_memory__is_not_for_strangers_to_fill(get):
    def ask(number):
        long = f"{number}" + "x" * 100_000
        assert get(f"/{long}/").status == 404
        assert get("/", accept_encoding=long, accept_language=long).status == 302

    ask(0)
    tracemalloc.start()
    for number in range(1, 60):
        ask(number)
    grown_bytes, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown_bytes < 2_000_000, "sixty requests of 300 kB leave nothing behind"
