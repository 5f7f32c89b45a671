"""Public copies of a photograph: time, memory and bytes, with AVIF and without it.

    python -m bench.copies [--photo FILE] [--megapixels 24 100] [--json]

Each photograph goes into an empty library in a process of its own and all its copies are made, as
the renderer makes them when it is published. Goals: with AVIF it takes at most twice the
processor's time, and a reader whose browser knows AVIF loads fewer bytes than one whose browser
knows WebP.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.database import throwaway_database
from bench.reporting import progress, report

MOST_TIMES_AS_LONG = 2.0
ROUNDS = 3
_STATUS = Path("/proc/self/status")


def _photograph(path: str, megapixels: int, folder: str) -> Path:
    """A JPEG of three by two with so many pixels.

    Args:
        path: Of what it shows; clouds of many sizes when empty.
        megapixels: Million pixels.
        folder: Where it is written.
    """
    import PIL.Image
    import PIL.ImageChops

    PIL.Image.MAX_IMAGE_PIXELS = None
    across = round((megapixels * 1.5e6) ** 0.5)
    size = (across, across * 2 // 3)
    if path:
        shown = PIL.Image.open(path).convert("RGB")
    else:
        shown = PIL.Image.new("RGB", (3000, 2000), "grey")
        for step in range(1, 9):
            # As in nature, what is half as large differs half as much.
            small = (3000 >> step, 2000 >> step)
            bands = [PIL.Image.effect_noise(small, 8 * step) for _band in range(3)]
            cloud = PIL.Image.merge("RGB", bands).resize(shown.size, PIL.Image.Resampling.BICUBIC)
            shown = PIL.ImageChops.add(shown, cloud, offset=-128)
    made = Path(folder, f"{megapixels}.jpg")
    shown.resize(size, PIL.Image.Resampling.BICUBIC).save(made, "JPEG", quality=92)
    return made


def _one(path: str) -> dict[str, Any]:
    """Make all copies of a photograph, several times."""
    from nhipcau.library.models import Image
    from nhipcau.library.rules.addresses import PUBLIC_COPIES
    from nhipcau.library.services.copies import public_bytes
    from nhipcau.library.services.photos import store_photo

    # Of the run before, whose files are gone.
    Image.objects.all().delete()
    image = store_photo(
        content=Path(path).read_bytes(), name="a.jpg", actor=None, caption="Ảnh", credit="Lan Anh"
    )
    before = _peak_megabytes()
    times = []
    for _round in range(ROUNDS):
        image.renditions.all().delete()
        began, sizes = time.process_time(), {}
        for copy in PUBLIC_COPIES:
            sizes[f"{copy.name}.{copy.format}"] = len(public_bytes(image, copy))
        times.append(time.process_time() - began)
    return {
        "cpu_seconds": statistics.median(times),
        "before_megabytes": before,
        "peak_megabytes": _peak_megabytes(),
        "bytes": sizes,
    }


def _peak_megabytes() -> float:
    """The most memory that this process has held; of its parent nothing counts."""
    (line,) = [row for row in _STATUS.read_text().splitlines() if row.startswith("VmHWM")]
    return int(line.split()[1]) / 1000


def _measured(path: Path, *options: str) -> dict[str, Any]:
    """What a process of its own tells."""
    child = subprocess.run(
        [sys.executable, "-m", "bench.copies", "--one", str(path), *options],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    told: dict[str, Any] = json.loads(child.stdout.splitlines()[-1])
    return told


def main(arguments: list[str] | None = None) -> int:
    """Measure."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.copies",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--photo", default="", help="what the photographs show")
    parser.add_argument("--megapixels", type=int, nargs="+", default=[24, 100])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    parser.add_argument("--without-avif", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        if options.without_avif:
            # As where Pillow was built without it.
            sys.modules["PIL._avif"] = None  # type: ignore[assignment]
        # One database beside the photographs, so that it is made once.
        with throwaway_database(keep=str(Path(options.one).with_name("bench.sqlite3"))):
            print(json.dumps(_one(options.one)))
        return 0
    rows = []
    with tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as folder:
        for megapixels in options.megapixels:
            path = _photograph(options.photo, megapixels, folder)
            progress(f"copies: {megapixels} megapixels, {path.stat().st_size / 1e6:.1f} MB")
            rows.append(_row(megapixels, _measured(path, "--without-avif"), _measured(path)))
    passed = all(
        row["times_as_long"] <= MOST_TIMES_AS_LONG and row["avif_to_webp_bytes"] < 1 for row in rows
    )
    return report("copies", rows, as_json=options.json, passed=passed)


def _row(megapixels: int, without: dict[str, Any], with_it: dict[str, Any]) -> dict[str, Any]:
    """Both measurements side by side."""
    sizes = with_it["bytes"]
    names = [name.removesuffix(".avif") for name in sizes if name.endswith(".avif")]
    avif = sum(sizes[f"{name}.avif"] for name in names)
    webp = sum(sizes[f"{name}.webp"] for name in names)
    return {
        "megapixels": megapixels,
        "files_without": len(without["bytes"]),
        "files": len(sizes),
        **{f"{key}_without": value for key, value in without.items() if key != "bytes"},
        **{key: value for key, value in with_it.items() if key != "bytes"},
        "times_as_long": with_it["cpu_seconds"] / without["cpu_seconds"],
        "kilobytes_without": sum(without["bytes"].values()) / 1e3,
        "kilobytes": sum(sizes.values()) / 1e3,
        "webp_kilobytes": webp / 1e3,
        "avif_kilobytes": avif / 1e3,
        "avif_to_webp_bytes": avif / webp if webp else 1.0,
    }


if __name__ == "__main__":
    sys.exit(main())
