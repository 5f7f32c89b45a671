"""Reading the sample's texts.

A work is one file: lines of ``name: value``, then for each language a line ``=== code`` and the
text: ``^`` kicker, ``#`` headline, ``!`` caption and alternative text of the picture with ``|``
between them, ``##`` subheading; paragraphs stand between empty lines and the first is the lead.
"""

from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path

from nhipcau.common.clock import CIVIL_ZONE

FOLDER = Path(__file__).resolve().parent / "works"


@dataclass
class SampleVersion:
    """One language version.

    Attributes:
        language: BCP 47 code.
        kicker: Line above the headline.
        headline: Headline.
        lead: First paragraph.
        caption: Caption of the picture.
        alternative_text: What the picture shows.
        body: Blocks after the picture, as (type, value).
    """

    language: str
    kicker: str = ""
    headline: str = ""
    lead: str = ""
    caption: str = ""
    alternative_text: str = ""
    body: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class SampleWork:
    """A work with its versions.

    Attributes:
        code: Stable name, from the file's name.
        section: Code of the section.
        published_at: First publication.
        picture: Name of the scene.
        places: Codes of places.
        agencies: Codes of agencies.
        kind: Code of the kind of information.
        form: Code of the form.
        versions: The source language first.
    """

    code: str
    section: str
    published_at: datetime
    picture: str
    places: list[str]
    agencies: list[str]
    kind: str
    form: str
    versions: list[SampleVersion]


def read_works() -> list[SampleWork]:
    """All works of the sample, in the order of their file names."""
    return [read_work(path) for path in sorted(FOLDER.glob("*.txt"))]


def read_work(path: Path) -> SampleWork:
    """Read a file.

    Raises:
        KeyError: if a required line is missing.
    """
    head, *texts = path.read_text().split("\n=== ")
    values = dict(line.split(": ", 1) for line in head.strip().splitlines())
    return SampleWork(
        code=path.stem.split("-", 1)[1],
        section=values["section"],
        published_at=datetime.fromisoformat(values["published"]).replace(tzinfo=CIVIL_ZONE),
        picture=values["picture"],
        places=values.get("places", "").split(),
        agencies=values.get("agencies", "").split(),
        kind=values.get("kind", "image"),
        form=values.get("form", ""),
        versions=[_version(text) for text in texts],
    )


def _version(text: str) -> SampleVersion:
    """Read the text of one language."""
    language, _newline, rest = text.partition("\n")
    version = SampleVersion(language.strip())
    for part in filter(None, (part.strip() for part in rest.split("\n\n"))):
        for line in part.splitlines() if part[0] in "^#!" else [part.replace("\n", " ")]:
            _take(version, line)
    return version


def _take(version: SampleVersion, line: str) -> None:
    """Put one line where it belongs."""
    if line.startswith("^ "):
        version.kicker = line[2:]
    elif line.startswith("## "):
        version.body.append(("heading", line[3:]))
    elif line.startswith("# "):
        version.headline = line[2:]
    elif line.startswith("! "):
        version.caption, _bar, version.alternative_text = line[2:].partition(" | ")
    elif not version.lead:
        version.lead = line
    else:
        version.body.append(("paragraph", f"<p>{escape(line, quote=False)}</p>"))
