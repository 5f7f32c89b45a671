"""nginx in front: files without the application, redirects from a map, the rest passed on."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string

from nhipcau.publishing.models import StoredAnswer
from nhipcau.publishing.rules import locations

REDIRECTS = "redirects.map"
FORM_BYTES = 1_000_000


@dataclass(frozen=True)
class Server:
    """How one nginx is to be set up for this site.

    Attributes:
        upstream: Host and port of ``nhipcau serve``.
        port: Port for HTTP.
        tls_port: Port for HTTPS; used with a certificate only.
        certificate: File of the certificate and those above it; without one there is no HTTPS.
        certificate_key: File of its key.
        acme_root: Folder in which certbot puts its answers to the certificates' authority.
        has_brotli: Whether nginx has the brotli module.
        has_ipv6: Whether it listens at IPv6 addresses too.
    """

    upstream: str = "127.0.0.1:8000"
    port: int = 80
    tls_port: int = 443
    certificate: Path | None = None
    certificate_key: Path | None = None
    acme_root: Path = Path("/var/www/html")
    has_brotli: bool = False
    has_ipv6: bool = True


def configuration(server: Server) -> str:
    """The configuration of one nginx server for this site.

    Args:
        server: Where it listens and what it has.

    Returns:
        Text of a file for ``sites-enabled``.
    """
    types: dict[str, list[str]] = {}
    named = {}
    for ending, content_type in locations.MEDIA_TYPES.items():
        if ending.startswith("."):
            types.setdefault(content_type, []).append(ending[1:])
        else:
            named[ending.replace(".", "\\.")] = content_type
    address = urlsplit(settings.NHIPCAU_BASE_URL)
    languages = [code for code, _ in settings.LANGUAGES]
    return render_to_string(
        "publishing/nginx.conf",
        {
            "public_root": settings.PUBLIC_ROOT,
            "static_root": settings.STATIC_ROOT,
            "static_url": settings.STATIC_URL,
            "redirects": redirects_path(),
            "server_name": address.hostname,
            "scheme": address.scheme,
            "base_url": settings.NHIPCAU_BASE_URL,
            "addresses": ["", "[::]:"] if server.has_ipv6 else [""],
            "server": server,
            "types": types,
            "named": named,
            "unknown_type": locations.UNKNOWN_TYPE,
            "languages": languages,
            "security_policy": settings.PUBLIC_CONTENT_SECURITY_POLICY,
            # With what a form says besides its files.
            "largest_body_bytes": settings.LARGEST_UPLOAD_BYTES + FORM_BYTES,
            "prefixes": settings.DYNAMIC_PREFIXES,
        },
    )


def redirects_path() -> Path:
    """Where the map of redirects lies; nginx reads it when it is reloaded."""
    return Path(settings.PUBLIC_ROOT) / "nginx" / REDIRECTS


def write_redirects() -> bool:
    """Bring the map of redirects up to date; many changes make one new file.

    Until nginx is reloaded a new redirect is answered by the application.

    Returns:
        Whether the file changed, so that nginx should be reloaded.
    """
    lines = [
        f"{_quoted(address)} {_quoted(location)};\n"
        for address, location in StoredAnswer.objects.filter(status__in=[301, 302])
        .order_by("address")
        .values_list("address", "location")
        .iterator()
    ]
    path, body = redirects_path(), "".join(lines).encode()
    if path.exists() and path.read_bytes() == body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{REDIRECTS}.{os.getpid()}")
    draft.write_bytes(body)
    os.replace(draft, path)
    return True


def _quoted(text: str) -> str:
    """A string as nginx reads it; a dollar sign would begin a variable and cannot be escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "%24")
    return f'"{escaped}"'
