"""A real nginx between readers and an application that tells what it was asked."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.management import CommandError, call_command

from nhipcau.common import clock
from nhipcau.common.surfaces import Rendered
from nhipcau.publishing.services.store import site_store
from nhipcau.publishing.tests.running_nginx import NGINX, free_port, getter, running_nginx
from nhipcau.publishing.tests.small_site import START

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed."),
]


class Telling(BaseHTTPRequestHandler):
    """Answers with what it was asked, under headers such as the back office's."""

    def answer(self):
        length = int(self.headers.get("Content-Length", 0))
        asked = {
            "method": self.command,
            "path": self.path,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "body": self.rfile.read(length)[:100].decode(),
        }
        body = json.dumps(asked).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "frame-ancestors 'self'")
        self.send_header("Cache-Control", "private, no-store")
        self.send_header("Referrer-Policy", "same-origin")
        self.send_header("Vary", "Cookie")
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *arguments):
        """Be quiet."""


@pytest.fixture
def upstream():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Telling)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def stored(settings, tmp_path):
    settings.PUBLIC_ROOT = tmp_path / "public"
    settings.STATIC_ROOT = tmp_path / "static"
    site_store().publish(
        [
            ("/vi/", Rendered(body=b"trang nhat"), START),
            ("/vi/feed.atom", Rendered(body=b"<feed/>"), START),
            ("/vi/404.html", Rendered(body=b"khong thay"), START),
        ]
    )


@pytest.fixture
def get(stored, upstream, tmp_path):
    with running_nginx(tmp_path, upstream=upstream) as port:
        yield getter(f"http://127.0.0.1:{port}")


@pytest.mark.parametrize("path", ["/admin/pages/", "/vi/tim-kiem/?q=x", "/vi/khong"])
def test_application__its_answers_bear_its_own_headers_alone(get, path):
    answer = get(path)
    assert answer.status == 200
    assert answer.headers.get_all("Content-Security-Policy") == ["frame-ancestors 'self'"]
    assert answer.headers.get_all("Cache-Control") == ["private, no-store"]
    assert answer.headers.get_all("Referrer-Policy") == ["same-origin"]
    assert answer.headers.get_all("Vary") == ["Cookie"]
    assert json.loads(answer.body)["path"] == path


def test_application__gets_forms_sent_to_the_address_of_a_file(get):
    answer = get("/vi/?a=1", method="POST", data=b"x=1")
    asked = json.loads(answer.body)
    assert (asked["method"], asked["path"], asked["body"]) == ("POST", "/vi/?a=1", "x=1")
    assert answer.headers.get_all("Cache-Control") == ["private, no-store"]


def test_application__learns_who_asks_from_nginx_alone(get):
    asked = json.loads(get("/admin/", **{"X-Forwarded-For": "192.0.2.7"}).body)
    # The last one counts (NHIPCAU_PROXIES=1); what a reader's program claims stands before it.
    assert asked["headers"]["x-forwarded-for"] == "192.0.2.7, 127.0.0.1"
    asked = json.loads(get("/admin/", **{"X-Forwarded-Proto": "https"}).body)
    assert asked["headers"]["x-forwarded-proto"] == "http"


def test_application__learns_the_port_that_browsers_send_forms_from(get):
    asked = json.loads(get("/admin/", Host="mau.example.vn:8080").body)
    assert asked["headers"]["host"] == "mau.example.vn:8080"


def test_uploads__of_the_size_that_the_form_allows_reach_the_application(get, settings):
    body = b"x" * 70_000_000
    assert len(body) < settings.LARGEST_UPLOAD_BYTES
    assert get("/admin/upload/", method="POST", data=body).status == 200
    assert get("/vi/bao-loi/", method="POST", data=body).status == 413


def test_methods_that_nobody_serves__are_refused(get):
    assert [get("/vi/", method=method).status for method in ("TRACE", "CONNECT")] == [501, 501]


def test_redirects__stay_at_this_site_whatever_host_is_named(get):
    assert get("/vi", Host="elsewhere.example").headers["Location"] == "/vi/"
    assert get("/", Host="elsewhere.example").headers["Location"] == "/vi/"


def test_folder_without_a_page__is_not_there(get, settings):
    (settings.PUBLIC_ROOT / "files/theme").mkdir()
    answer = get("/theme/")
    assert (answer.status, answer.body) == (404, b"khong thay")


def test_ipv6__readers_are_served(stored, tmp_path):
    with running_nginx(tmp_path) as port:
        assert getter(f"http://[::1]:{port}")("/vi/").body == b"trang nhat"


def test_configuration__holds_nothing_that_the_program_may_change_later(stored, tmp_path):
    """nginx reads it as root; of what the program's user may write it reads redirects alone."""
    call_command("nginx", output=tmp_path / "site.conf")
    included = [
        line.split()[1].rstrip(";")
        for line in (tmp_path / "site.conf").read_text().splitlines()
        if line.split()[:1] == ["include"]
    ]
    assert included == [str(tmp_path / "public/nginx/redirects.map")]


@pytest.fixture
def certificate(tmp_path):
    """A certificate that its own key signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mau.example.vn")])
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(clock.now() - timedelta(days=1))
        .not_valid_after(clock.now() + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    (tmp_path / "site.crt").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "site.key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return tmp_path / "site.crt", tmp_path / "site.key"


def test_certificate__readers_are_led_to_https(stored, upstream, certificate, settings, tmp_path):
    settings.NHIPCAU_BASE_URL = "https://mau.example.vn"
    challenges = tmp_path / "acme/.well-known/acme-challenge"
    challenges.mkdir(parents=True)
    (challenges / "token").write_text("proof")
    secure = free_port()
    options = {
        "upstream": upstream,
        "tls_port": secure,
        "certificate": certificate[0],
        "certificate_key": certificate[1],
        "acme_root": tmp_path / "acme",
    }
    with running_nginx(tmp_path, **options) as port:
        plain = getter(f"http://127.0.0.1:{port}")
        answer = plain("/vi/%0d%0aX-Injected:1/?a=b", Host="elsewhere.example")
        assert answer.status == 301
        assert answer.headers["Location"] == "https://mau.example.vn/vi/%0d%0aX-Injected:1/?a=b"
        assert plain("/.well-known/acme-challenge/token").body == b"proof"
        get = getter(f"https://127.0.0.1:{secure}")
        assert get("/vi/").body == b"trang nhat"
        asked = json.loads(get("/admin/").body)
        assert asked["headers"]["x-forwarded-proto"] == "https"


def test_certificate__the_first_one_can_be_had(stored, tmp_path):
    challenges = tmp_path / "acme/.well-known/acme-challenge"
    challenges.mkdir(parents=True)
    (challenges / "token").write_text("proof")
    with running_nginx(tmp_path, acme_root=tmp_path / "acme") as port:
        assert getter(f"http://127.0.0.1:{port}")("/.well-known/acme-challenge/token").body == (
            b"proof"
        )


def test_certificate__needs_its_key_and_an_address_with_https(stored, settings, tmp_path):
    with pytest.raises(CommandError, match="together"):
        call_command("nginx", certificate=tmp_path / "a")
    settings.NHIPCAU_BASE_URL = "http://mau.example.vn"
    with pytest.raises(CommandError, match="https://"):
        call_command("nginx", certificate=tmp_path / "a", certificate_key=tmp_path / "b")
