"""Bringing in: what is understood of articles the readers were not written for, and its speed.

    python -m bench.ingest [--show] [--json]
    python -m bench.ingest --files 10000 --kills 5 [--database URL] [--json]

Every file of `bench.articles` is compared with its truth: headline, time to the minute and byline
exactly; captions and paragraphs each as a whole. The speed is that of reading, as a multiple of
what trafilatura alone takes for the same pages.

Goals: 95 of 100 headlines, times, bylines; captions and paragraphs at an F1 of 0.95.

With ``--files`` a folder of so many is brought in by ``nhipcau ingest``, once unbroken and once
killed with SIGKILL at random moments and called again. Goals: the same works, versions, revisions,
photographs and report; the progress bar counts to the end; memory stays under 500 MB.
"""

import argparse
import os
import sys
import time
from typing import Any

from bench.reporting import percentile, progress, report

GOAL = 0.95


def _f1(found: list[str], true: list[str]) -> float:
    """Agreement of two lists of texts, 0 to 1; two empty lists agree."""
    if not found and not true:
        return 1.0
    rest = list(true)
    hits = 0
    for text in found:
        if text in rest:
            rest.remove(text)
            hits += 1
    return 2 * hits / (len(found) + len(true))


def main(arguments: list[str] | None = None) -> int:
    """Measure."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.ingest",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--show", action="store_true", help="say what differs, on standard error")
    parser.add_argument("--files", type=int, default=0, help="bring in a folder of so many")
    parser.add_argument("--kills", type=int, default=5, help="how often the second run is killed")
    parser.add_argument("--database", default="", help="DATABASE_URL of a PostgreSQL server")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if options.files:
        from bench.ingest_killed import measure

        row = measure(options.files, options.kills, options.database)
        return report("ingest", [row], as_json=options.json, passed=row["met"])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.config.settings.test")
    import django

    django.setup()
    import trafilatura

    from bench.articles import cases
    from nhipcau.common.clock import civil
    from nhipcau.newsroom.ingest.registry import reader_for

    scores: dict[str, dict[str, list[float]]] = {}
    times: list[float] = []
    baseline: list[float] = []
    for case in cases():
        group = case.file.rsplit(".", 1)[-1].replace("htm", "html").replace("htmll", "html")
        began = time.perf_counter()
        try:
            story = reader_for(case.file).read(case.content, case.file)[0]
        except Exception as error:
            progress(f"{case.name}: {error!r}")
            story = None
        if group == "html":
            times.append(time.perf_counter() - began)
            began = time.perf_counter()
            trafilatura.extract(case.content, include_comments=False)
            baseline.append(time.perf_counter() - began)
        at = civil(story.published_at).isoformat() if story and story.published_at else ""
        found: dict[str, Any] = {
            "headline": story.headline if story else "",
            "time": at,
            "byline": story.byline if story else "",
            "captions": story.captions if story else [],
            "paragraphs": story.paragraphs if story else [],
        }
        for field, value in found.items():
            true = getattr(case, field)
            score = _f1(value, true) if isinstance(true, list) else float(value == true)
            scores.setdefault(group, {}).setdefault(field, []).append(score)
            scores.setdefault("all", {}).setdefault(field, []).append(score)
            if options.show and score < 1:
                progress(f"{group} · {case.name} · {field}: {score:.2f}")
                if isinstance(true, list):
                    progress("   missing " + repr([t for t in true if t not in value]))
                    progress("   surplus " + repr([t for t in value if t not in true]))
                else:
                    progress(f"   {value!r} instead of {true!r}")
    rows = []
    for group in sorted(scores):
        fields = scores[group]
        row: dict[str, Any] = {"format": group, "files": len(fields["headline"])}
        row |= {field: sum(values) / len(values) for field, values in fields.items()}
        row["times_trafilatura"] = (
            percentile(times, 0.5) / percentile(baseline, 0.5) if group == "html" else 0.0
        )
        rows.append(row)
    whole = next(row for row in rows if row["format"] == "all")
    passed = all(whole[field] >= GOAL for field in scores["all"])
    return report("ingest", rows, as_json=options.json, passed=passed)


if __name__ == "__main__":
    sys.exit(main())
