"""A real nginx on this machine with the generated configuration."""

import getpass
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPMessage
from pathlib import Path

from django.core.management import call_command

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")


@dataclass
class Answer:
    """What a reader's program got."""

    status: int
    headers: HTTPMessage
    body: bytes


Get = Callable[..., Answer]


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *arguments):
        return None


def free_port() -> int:
    """A port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def getter(base: str) -> Get:
    """A function that asks a server for a path.

    Args:
        base: Scheme, host and port.
    """
    unverified = ssl._create_unverified_context()
    opener = urllib.request.build_opener(Stay, urllib.request.HTTPSHandler(context=unverified))

    def get(path: str, *, method: str = "GET", data: bytes | None = None, **headers) -> Answer:
        request = urllib.request.Request(f"{base}{path}", data, headers, method=method)
        try:
            with opener.open(request, timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())

    return get


@contextmanager
def running_nginx(folder: Path, **options) -> Iterator[int]:
    """nginx with the configuration that `nhipcau nginx` writes.

    Args:
        folder: For its files.
        options: Of the command.

    Yields:
        Its port for HTTP.
    """
    port = options.setdefault("port", free_port())
    options.setdefault("upstream", f"127.0.0.1:{free_port()}")
    site, main = folder / "site.conf", folder / "nginx.conf"
    call_command("nginx", output=site, **options)
    paths = " ".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main.write_text(
        f"user {getpass.getuser()};\n"
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        "worker_processes 1; events { }\n"
        f"http {{ access_log off; {paths} include {site}; }}\n"
    )
    process = subprocess.Popen([str(NGINX), "-c", str(main)], stderr=subprocess.PIPE)
    for _ in range(200):
        assert process.poll() is None, process.stderr.read().decode()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()
