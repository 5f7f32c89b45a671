"""Photographs: two hundred uploads in a row, some broken, some of a hundred megapixels.

    python -m bench.photos [--count 200] [--json]
    python -m bench.photos --served [--count 200] [--at-once 200] [--json]

They go through the back office's own bulk upload, as a person signed in. Goals: every good one is
kept, every bad one is explained, and the process never holds more than 500 MB.

With ``--served`` they go all at once to the site as `make run` serves it, half from a colleague who
reads Vietnamese and half from one who reads English; then the limit is for all processes together,
memory that they share counted once.
"""

import argparse
import http.client
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from bench import servers
from bench.database import throwaway_database
from bench.reporting import percentile, progress, report

LIMIT_BYTES = 500_000_000
HUGE_EVERY, BROKEN_EVERY = 40, 8
_HUGE = """
import sys
import PIL.Image
noise = PIL.Image.effect_noise((3000, 2100), 40).resize((12_000, 8_400)).convert("RGB")
noise.save(sys.stdout.buffer, "JPEG", quality=30)
"""


def _files(count: int) -> Any:
    """Names, contents and whether each is good, made one at a time."""
    import PIL.Image

    chance = random.Random(5)
    huge = b""
    for number in range(count):
        if number % HUGE_EVERY == 7:
            if not huge:
                # In a process of its own: its memory is not the product's.
                huge = subprocess.run(
                    [sys.executable, "-c", _HUGE], capture_output=True, check=True
                ).stdout
            # Bytes after the end of the picture make it another file.
            yield f"huge-{number}.jpg", huge + number.to_bytes(4, "big"), True
            continue
        out = BytesIO()
        noise = PIL.Image.effect_noise((750, 500), 20 + number % 60).resize((3000, 2000))
        noise.convert("RGB").save(out, "JPEG", quality=85)
        content = out.getvalue()
        if number % BROKEN_EVERY == 3:
            kind = chance.randrange(4)
            text = "Không phải ảnh, chỉ là chữ.\n".encode() * 500
            content = (content[: len(content) // 3], b"", os.urandom(50_000), text)[kind]
            yield f"broken-{number}.jpg", content, False
        else:
            yield f"photo-{number}.jpg", content, True


def main(arguments: list[str] | None = None) -> int:
    """Measure."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.photos",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--served", action="store_true", help="all at once, to the real server")
    parser.add_argument("--at-once", type=int, default=200, help="connections, with --served")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.served:
        row = _measure_served(options.count, options.at_once)
    else:
        with throwaway_database():
            row = _measure(options.count)
    passed = (
        row["kept"] == row["good"]
        and row["explained"] == row["bad"]
        and row["peak_megabytes"] * 1e6 <= LIMIT_BYTES
    )
    return report("photos", [row], as_json=options.json, passed=passed)


def _measure(count: int) -> dict[str, Any]:
    """Upload and count."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.urls import reverse

    from nhipcau.accounts.enums import Role
    from nhipcau.accounts.tests.factories import make_user, signed_in
    from nhipcau.library.models import Image
    from nhipcau.web.services.structure import ensure_site

    ensure_site(languages=["vi", "en"], publisher_names={"vi": "Ban", "en": "Committee"})
    client = signed_in(make_user(Role.EDITOR))
    address = reverse("wagtailimages:add_multiple")
    good = bad = explained = 0
    times = []
    for number, (name, content, is_good) in enumerate(_files(count)):
        good, bad = good + is_good, bad + (not is_good)
        began = time.perf_counter()
        answer = client.post(
            address,
            {"title": name, "files[]": SimpleUploadedFile(name, content), "collection": 1},
            headers={"x-requested-with": "XMLHttpRequest"},
            SERVER_NAME="localhost",
        ).json()
        times.append(time.perf_counter() - began)
        explained += bool(not answer["success"] and answer.get("error_message"))
        if number % 50 == 49:
            progress(f"photos: {number + 1} of {count}")
    return {
        "uploads": count,
        "good": good,
        "kept": Image.objects.count(),
        "bad": bad,
        "explained": explained,
        "p50_seconds": percentile(times, 0.5),
        "slowest_seconds": max(times),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
    }


@dataclass(frozen=True)
class Colleague:
    """Somebody signed in, in a browser of their own.

    Attributes:
        port: Where the site is served.
        cookie: Of the session and the form.
        token: Of the form.
    """

    port: int
    cookie: str
    token: str

    def upload(self, address: str, name: str, content: bytes) -> tuple[float, dict[str, Any]]:
        """Send one file as the page of the bulk upload does; seconds and the answer."""
        edge = "edge-of-a-part"
        fields = (
            f'--{edge}\r\nContent-Disposition: form-data; name="title"\r\n\r\n{name}\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="collection"\r\n\r\n1\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="files[]"; filename="{name}"\r\n'
            "Content-Type: image/jpeg\r\n\r\n"
        )
        body = fields.encode() + content + f"\r\n--{edge}--\r\n".encode()
        headers = {
            "Content-Type": f"multipart/form-data; boundary={edge}",
            "Cookie": self.cookie,
            "X-CSRFToken": self.token,
            "X-Requested-With": "XMLHttpRequest",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=1800)
        began = time.perf_counter()
        connection.request("POST", address, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{name}: {answer.status} {text[:300]!r}")
        return time.perf_counter() - began, json.loads(text)


def _colleague(port: int, address: str, language: str) -> Colleague:
    """An editor who reads a language, with the bulk upload's page open."""
    from wagtail.users.models import UserProfile

    from nhipcau.accounts.enums import Role
    from nhipcau.accounts.tests.factories import make_user, signed_in

    user = make_user(Role.EDITOR)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    cookie = f"sessionid={signed_in(user).cookies['sessionid'].value}"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    given = answer.headers.get_all("Set-Cookie") or []
    token = next(part.split("=")[1].split(";")[0] for part in given if "csrftoken=" in part)
    return Colleague(port, f"{cookie}; csrftoken={token}", token)


def _measure_served(count: int, at_once: int) -> dict[str, Any]:
    """Upload everything at the same moment to a site that is served."""
    with tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as folder:
        os.environ |= {
            "NHIPCAU_HOME": folder,
            "DJANGO_SETTINGS_MODULE": "nhipcau.config.settings.base",
            "NHIPCAU_LOG_LEVEL": "ERROR",
        }
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.urls import reverse

        from nhipcau.config.preparation import prepare
        from nhipcau.library.models import Image

        prepare(progress)
        port, address = servers.free_port(), reverse("wagtailimages:add_multiple")
        with servers.serving(port, workers=2) as process:
            languages = ("vi", "en")
            colleagues = [_colleague(port, address, language) for language in languages]
            sends: list[tuple[str, bool, Callable[[], tuple[float, dict[str, Any]]]]] = []
            for number, (name, content, is_good) in enumerate(_files(count)):
                turn = number // BROKEN_EVERY % 2
                send = partial(colleagues[turn].upload, address, name, content)
                sends.append((languages[turn], is_good, send))
            progress(f"photos: {count} are ready")
            idle = servers.memory_bytes(process.pid)
            with (
                servers.peak_memory(process.pid) as peak,
                ThreadPoolExecutor(at_once) as pool,
            ):
                began = time.perf_counter()
                answers = list(pool.map(lambda send: send[2](), sends))
                whole = time.perf_counter() - began
            kept = Image.objects.count()
    said: dict[str, set[str]] = {language: set() for language in languages}
    explained = 0
    for (language, is_good, _send), (_seconds, answer) in zip(sends, answers, strict=True):
        if not is_good and not answer["success"] and answer.get("error_message"):
            explained += 1
            said[language].add(answer["error_message"].strip())
    for language, sentences in said.items():
        for sentence in sorted(sentences):
            progress(f"{language}: {sentence}")
    good = sum(is_good for _language, is_good, _send in sends)
    times = [seconds for seconds, _answer in answers]
    return {
        "uploads": count,
        "at_once": at_once,
        "good": good,
        "kept": kept,
        "bad": count - good,
        "explained": explained,
        "seconds": whole,
        "p50_seconds": percentile(times, 0.5),
        "slowest_seconds": max(times),
        "idle_megabytes": idle / 1e6,
        "peak_megabytes": peak[-1] / 1e6,
    }


if __name__ == "__main__":
    sys.exit(main())
