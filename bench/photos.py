"""Photographs: two hundred uploads in a row, some broken, some of a hundred megapixels.

    python -m bench.photos [--count 200] [--json]

They go through the back office's own bulk upload, as a person signed in. Goals: every good one is
kept, every bad one is explained, and the process never holds more than 500 MB.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import time
from io import BytesIO
from typing import Any

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
            kind = chance.randrange(3)
            content = (content[: len(content) // 3], b"", os.urandom(50_000))[kind]
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
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
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


if __name__ == "__main__":
    sys.exit(main())
