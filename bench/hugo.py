"""Hugo on the same stories: the yardstick for a full rebuild.

Its templates show what ours show, in a plain way: masthead with sections, the story, lists and
feeds by language and section. It writes no compressed forms, no wire items and no index of what
depends on what, so it has the easier task.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from html import escape
from pathlib import Path
from typing import Any

HUGO = shutil.which("hugo")
CONFIG = """\
baseURL = "https://nhipcau.example/"
defaultContentLanguage = "vi"
defaultContentLanguageInSubdir = true
disableKinds = ["term", "taxonomy"]
paginate = 30
[markup.goldmark.renderer]
unsafe = true
[languages.vi]
languageName = "Tiếng Việt"
title = "Tỉnh mẫu"
contentDir = "content/vi"
[languages.en]
languageName = "English"
title = "Sample Province"
contentDir = "content/en"
"""
BASE = """\
<!doctype html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }} - {{ site.Title }}</title><meta name="description" content="{{ .Params.lead }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}"\
 href="{{ .Permalink }}">{{ end }}
</head><body><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a><nav>
{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>
"""
SINGLE = """\
{{ define "main" }}<article><p>{{ .Params.kicker }}</p><h1>{{ .Title }}</h1>
<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">\
{{ .Date.Format "02/01/2006" }}</time>
<p>{{ .Params.lead }}</p>{{ .Content }}</article><aside>
{{ range first 4 .CurrentSection.RegularPages }}<a href="{{ .RelPermalink }}">\
{{ .Title }}</a>{{ end }}
</aside>{{ end }}
"""
LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ range first 30 .RegularPages }}<article>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.lead }}</p></article>
{{ end }}{{ end }}
"""


def rebuild_rates(folder: Path) -> dict[str, float]:
    """Let Hugo build the site's stories once.

    Args:
        folder: An empty folder for its source and what it makes.

    Returns:
        Pages and feeds a second, processor milliseconds of each and peak memory in megabytes;
        nothing where Hugo is not installed.
    """
    if HUGO is None:
        return {}
    _write_source(folder)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    # The system tells the largest of all children so far: so Hugo has a parent of its own.
    said = subprocess.run(
        [sys.executable, "-c", _MEASURED, HUGO, str(folder)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    pages = sum(
        name.endswith((".html", ".xml"))
        for _, _, names in os.walk(folder / "public")
        for name in names
    )
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "hugo_pages": pages,
        "hugo_pages_per_second": pages / seconds,
        "hugo_cpu_ms_per_page": used / pages * 1e3,
        "hugo_peak_mb": json.loads(said) / 1e3,
    }


_MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.argv[1], "--quiet", "--source", sys.argv[2]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _write_source(folder: Path) -> None:
    from nhipcau.newsroom.models import StoryPage

    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "config.toml").write_text(CONFIG)
    for name, text in (("baseof", BASE), ("single", SINGLE), ("list", LIST)):
        (layouts / f"{name}.html").write_text(text)
    made: set[Path] = set()
    rows = StoryPage.objects.select_related("locale", "work__section").order_by("pk")
    for page in rows.iterator(chunk_size=1000):
        place = folder / "content" / page.locale.language_code / page.work.section.code
        if place not in made:
            made.add(place)
            place.mkdir(parents=True)
            (place / "_index.md").write_text(f'+++\ntitle = "{page.work.section.code}"\n+++\n')
        (place / f"{page.work.short_id}.md").write_text(_source(page))


def _source(page: Any) -> str:
    head = {
        "title": page.title,
        "date": page.work.published_at.isoformat(),
        "kicker": page.kicker,
        "lead": page.lead,
    }
    blocks = page.body.raw_data
    body = [
        value if value.startswith("<") else f"<p>{escape(value)}</p>"
        for value in (re.sub(r"\s+", " ", str(block["value"])) for block in blocks)
    ]
    return json.dumps(head, ensure_ascii=False) + "\n\n" + "\n\n".join(body) + "\n"
