"""The outermost layer: readers' requests are answered from files alone.

It needs neither the database nor the renderer, so the site stays readable without them. What it
does not know it hands to Django.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from nhipcau.publishing.rules import conditions, locations, negotiation
from nhipcau.publishing.serving.representations import (
    HASHED_NAME,
    Folder,
    Headers,
    Representation,
)

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

STATUS_LINES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}
PAGE_CACHING = ("Cache-Control", "public, max-age=0, must-revalidate")
HASHED_CACHING = ("Cache-Control", "public, max-age=31536000, immutable")
STATIC_CACHING = ("Cache-Control", "public, max-age=3600")
LANGUAGES_SECONDS = 2.0
#: A request with one of these may get something else than the whole file.
ASKS = frozenset({"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE"})


@dataclass(frozen=True)
class Site:
    """What the layer must know of the site.

    Attributes:
        public_root: Root of the store.
        static_root: Folder of collected static files.
        static_url: Their address, with slashes at both ends.
        languages: BCP 47 codes, the site's own language first.
        security_policy: Content security policy of public pages.
        dynamic_prefixes: Addresses that always belong to Django.
    """

    public_root: str
    static_root: str
    static_url: str
    languages: tuple[str, ...]
    security_policy: str
    dynamic_prefixes: tuple[str, ...]


class FilesFirst:
    """A WSGI application that serves stored files and asks another one for the rest."""

    def __init__(self, application: Application, site: Site) -> None:
        self.application = application
        self.site = site
        notes = f"{site.public_root}/notes"
        self._files = Folder(f"{site.public_root}/files", notes)
        self._gone = Folder(f"{site.public_root}/gone", notes)
        self._static = Folder(site.static_root)
        self._safety: Headers = [
            ("Content-Security-Policy", site.security_policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ]
        self._static_safety: Headers = [("X-Content-Type-Options", "nosniff")]
        self._live_languages: tuple[float, tuple[str, ...]] = (0.0, ())

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request (PEP 3333)."""
        method = environ["REQUEST_METHOD"]
        path = environ.get("PATH_INFO", "") or "/"
        if not path.isascii():
            path = path.encode("latin-1", "replace").decode("utf-8", "replace")
        if path == "/healthz" and method in {"GET", "HEAD"}:
            return _healthy(method, start_response)
        if method not in {"GET", "HEAD"} or path.startswith(self.site.dynamic_prefixes):
            return self.application(environ, start_response)
        if not locations.is_storable(path):
            return self._not_found_or_ask(environ, start_response, path)
        if path.startswith(self.site.static_url):
            return self._answer_static(environ, start_response, path)
        codings = negotiation.accepted_codings(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if "HTTP_RANGE" in environ:
            # A part of a compressed page helps nobody; photographs have no other form anyway.
            codings = ()
        name = path[1:] + locations.INDEX if path.endswith("/") else path[1:]
        if (found := self._files.open(name, codings)) is not None:
            return self._send(environ, start_response, found, 200, self._safety, PAGE_CACHING)
        return self._answer_absent(environ, start_response, path, name, codings)

    def _answer_static(
        self, environ: dict[str, Any], start_response: StartResponse, path: str
    ) -> Iterable[bytes]:
        name = path[len(self.site.static_url) :]
        codings = negotiation.accepted_codings(environ.get("HTTP_ACCEPT_ENCODING", ""))
        found = self._static.open(name, () if "HTTP_RANGE" in environ else codings)
        if found is None:
            return self.application(environ, start_response)
        caching = HASHED_CACHING if HASHED_NAME.search(name) else STATIC_CACHING
        return self._send(environ, start_response, found, 200, self._static_safety, caching)

    def _answer_absent(
        self,
        environ: dict[str, Any],
        start_response: StartResponse,
        path: str,
        name: str,
        codings: tuple[str, ...],
    ) -> Iterable[bytes]:
        if (redirect := self._files.redirect(name)) is not None:
            return self._redirect(start_response, *redirect)
        if (found := self._gone.open(name, codings)) is not None:
            return self._send(environ, start_response, found, 410, self._safety, PAGE_CACHING)
        if path == "/" and (languages := self._languages_with_front_page()):
            accepted = environ.get("HTTP_ACCEPT_LANGUAGE", "")
            language = negotiation.preferred_language(accepted, languages)
            return self._redirect(start_response, 302, f"/{language}/", vary="Accept-Language")
        if not path.endswith("/") and self._exists_as_folder(path):
            query = environ.get("QUERY_STRING", "")
            location = quote(f"{path}/")
            return self._redirect(start_response, 301, f"{location}?{query}" if query else location)
        return self._not_found_or_ask(environ, start_response, path)

    def _exists_as_folder(self, path: str) -> bool:
        for folder in (self._files, self._gone):
            if (found := folder.open(f"{path[1:]}/{locations.INDEX}", ())) is not None:
                found.close()
                return True
        return self._files.redirect(f"{path[1:]}/{locations.INDEX}") is not None

    def _languages_with_front_page(self) -> tuple[str, ...]:
        checked, languages = self._live_languages
        if time.monotonic() - checked > LANGUAGES_SECONDS or not languages:
            languages = tuple(
                language
                for language in self.site.languages
                if self._is_stored(f"{language}/{locations.INDEX}")
            )
            self._live_languages = (time.monotonic(), languages)
        return languages

    def _is_stored(self, name: str) -> bool:
        found = self._files.open(name, ())
        if found is not None:
            found.close()
        return found is not None

    def _redirect(
        self, start_response: StartResponse, status: int, location: str, vary: str = ""
    ) -> Iterable[bytes]:
        headers = [
            ("Location", location),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", "0"),
            PAGE_CACHING,
            *self._safety,
        ]
        if vary:
            headers.append(("Vary", vary))
        start_response(STATUS_LINES[status], headers)
        return [b""]

    def _not_found_or_ask(
        self, environ: dict[str, Any], start_response: StartResponse, path: str
    ) -> Iterable[bytes]:
        """Ask Django; where it knows nothing either, send the stored page that says so."""
        answer: list[Any] = []

        def remember(status: str, headers: Headers, exc_info: Any = None) -> Callable[..., None]:
            answer[:] = [status, headers]
            return lambda data: None

        body = self.application(environ, remember)
        if answer and answer[0].startswith("404"):
            page = self._files.open(f"{self._language_of(environ, path)}/404.html", ())
            if page is not None:
                if (close := getattr(body, "close", None)) is not None:
                    close()
                # Of the request only the method counts: conditions and ranges are about pages.
                asked = {"REQUEST_METHOD": environ["REQUEST_METHOD"]}
                return self._send(asked, start_response, page, 404, self._safety, PAGE_CACHING)
        start_response(*answer)
        return body

    def _language_of(self, environ: dict[str, Any], path: str) -> str:
        first = path.split("/", 2)[1] if "/" in path else ""
        if first in self.site.languages:
            return first
        languages = self._languages_with_front_page() or self.site.languages
        return negotiation.preferred_language(environ.get("HTTP_ACCEPT_LANGUAGE", ""), languages)

    def _send(
        self,
        environ: dict[str, Any],
        start_response: StartResponse,
        found: Representation,
        status: int,
        safety: Headers,
        caching: tuple[str, str],
    ) -> Iterable[bytes]:
        is_whole = status == 200 and environ.keys().isdisjoint(ASKS)
        if is_whole and found.headers is not None and found.body is not None:
            # The server may do with the list what it likes (PEP 3333).
            start_response(STATUS_LINES[200], found.headers.copy())
            return [found.body if environ["REQUEST_METHOD"] == "GET" else b""]
        details = found.details
        headers = [("ETag", details.etag), ("Last-Modified", details.modified)]
        if details.varies:
            headers.append(("Vary", "Accept-Encoding"))
        if not any(name.lower() == "cache-control" for name, _ in details.headers):
            headers.append(caching)
        if status == 200 and conditions.is_not_modified(
            etag=details.etag,
            modified_seconds=found.modified_seconds,
            if_none_match=environ.get("HTTP_IF_NONE_MATCH", ""),
            if_modified_since=environ.get("HTTP_IF_MODIFIED_SINCE", ""),
        ):
            found.close()
            start_response(STATUS_LINES[304], headers)
            return [b""]
        headers += [("Content-Type", details.content_type), *details.headers, *safety]
        start, end = 0, found.size_bytes
        if status == 200:
            headers.append(("Accept-Ranges", "bytes"))
            try:
                part = _part(environ, found)
            except ValueError:
                found.close()
                headers.append(("Content-Range", f"bytes */{found.size_bytes}"))
                start_response(STATUS_LINES[416], [*headers, ("Content-Length", "0")])
                return [b""]
            if part is not None:
                start, end = part
                status = 206
                headers.append(("Content-Range", f"bytes {start}-{end - 1}/{found.size_bytes}"))
        if found.coding:
            headers.append(("Content-Encoding", found.coding))
        headers.append(("Content-Length", str(end - start)))
        if is_whole:
            found.headers = headers.copy()
        start_response(STATUS_LINES[status], headers)
        if environ.get("REQUEST_METHOD") == "HEAD":
            found.close()
            return [b""]
        if found.body is None:
            return found.pieces(start, end)
        return [found.body if end - start == found.size_bytes else found.body[start:end]]


def _part(environ: dict[str, Any], found: Representation) -> tuple[int, int] | None:
    wanted = environ.get("HTTP_RANGE")
    if not wanted or environ.get("REQUEST_METHOD") != "GET":
        return None
    applies = conditions.range_applies(
        etag=found.details.etag,
        modified_seconds=found.modified_seconds,
        if_range=environ.get("HTTP_IF_RANGE", ""),
    )
    return conditions.byte_range(wanted, found.size_bytes) if applies else None


def _healthy(method: str, start_response: StartResponse) -> Sequence[bytes]:
    body = b'{"status": "alive"}\n'
    start_response(
        STATUS_LINES[200],
        [
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
        ],
    )
    return [body if method == "GET" else b""]
