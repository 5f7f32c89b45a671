"""What a reader understood of a story."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from django.utils.functional import Promise

from nhipcau.common.clock import civil
from nhipcau.common.evidence import digest


class Kind(StrEnum):
    """What a block of a body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    QUOTE = "quote"
    TABLE = "table"


@dataclass(frozen=True)
class Photo:
    """A photograph that came with a story.

    Attributes:
        name: File name.
        content: The file itself.
    """

    name: str
    content: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the file."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Run:
    """A stretch of inline text.

    Attributes:
        text: Plain text.
        bold: Set in bold.
        italic: Set in italics.
        link: Address it leads to, http(s) only, or empty.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Block:
    """One part of a body.

    Attributes:
        kind: What it is.
        text: Plain text; for a caption, what stands under the photograph.
        runs: The same text with its emphasis, where the source had any.
        rows: Cells of a table, the first row its heading.
        credit: Credit of a photograph, if it is told apart from the caption.
        photo_name: Name or address of the photograph that the source refers to.
        photo: The photograph itself, once found.
    """

    kind: Kind
    text: str = ""
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    credit: str = ""
    photo_name: str = ""
    photo: Photo | None = None


@dataclass(frozen=True)
class Doubt:
    """Something that was not understood, or understood with a guess.

    Attributes:
        what: What is the matter, a sentence for the person.
        where: The piece of the source, shortened.
    """

    what: str | Promise
    where: str = ""


@dataclass(frozen=True)
class ParsedStory:
    """A story as a reader understood it.

    Attributes:
        headline: Plain text.
        lead: First paragraph, plain text.
        blocks: Everything after the lead, in its order.
        kicker: Line above the headline.
        byline: Author as printed.
        published_at: Aware moment in UTC, or ``None`` when the source does not say.
        source_name: Newspaper it comes from.
        source_address: Where it stands there.
        language: BCP 47 code, empty when the source does not say.
        section: Section as the source calls it.
        keywords: Words the source files it under.
        identifier: The source's own stable name of the item, such as a URI; empty for files.
        translation_of: Identifier of the item that this one translates.
        embargo_until: Aware moment in UTC before which the source forbids publication.
        not_understood: What a person should look at.
    """

    headline: str
    lead: str = ""
    blocks: tuple[Block, ...] = ()
    kicker: str = ""
    byline: str = ""
    published_at: datetime | None = None
    source_name: str = ""
    source_address: str = ""
    language: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    identifier: str = ""
    translation_of: str = ""
    embargo_until: datetime | None = None
    not_understood: tuple[Doubt, ...] = ()

    @property
    def paragraphs(self) -> list[str]:
        """Running text in its order, lead first, subheadings and quotations included."""
        texts = [
            block.text
            for block in self.blocks
            if block.kind in {Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTE}
        ]
        return [self.lead, *texts] if self.lead else texts

    @property
    def captions(self) -> list[str]:
        """Texts under photographs, in their order."""
        return [block.text for block in self.blocks if block.kind == Kind.CAPTION and block.text]

    @property
    def photos(self) -> list[Photo]:
        """The photographs that came with it."""
        return [block.photo for block in self.blocks if block.photo]

    def doubting(self, what: str | Promise, where: str = "") -> "ParsedStory":
        """The same story with one doubt more."""
        return replace(self, not_understood=(*self.not_understood, Doubt(what, where[:160])))

    def content_digest(self) -> str:
        """SHA-256 of what was understood, the same whatever the encoding or container."""
        return digest(
            {
                "headline": self.headline,
                "kicker": self.kicker,
                "lead": self.lead,
                "byline": self.byline,
                "published_at": self.published_at,
                "embargo_until": self.embargo_until,
                "source": [self.source_name, self.source_address],
                "language": self.language,
                "blocks": [
                    [
                        block.kind.value,
                        block.text,
                        [[run.text, run.bold, run.italic, run.link] for run in block.runs],
                        block.rows,
                        block.credit,
                        block.photo.digest if block.photo else "",
                    ]
                    for block in self.blocks
                ],
            }
        )

    def as_report(self) -> dict[str, Any]:
        """What the command prints of a story; the time is Vietnamese wall-clock time."""
        return {
            "headline": self.headline,
            "kicker": self.kicker,
            "published_at": civil(self.published_at).isoformat() if self.published_at else None,
            "byline": self.byline,
            "captions": self.captions,
            "paragraphs": self.paragraphs,
            "headings": [block.text for block in self.blocks if block.kind == Kind.HEADING],
            "tables": [block.rows for block in self.blocks if block.kind == Kind.TABLE],
            "photos": [photo.name for photo in self.photos],
            "language": self.language,
            "source_name": self.source_name,
            "source_address": self.source_address,
            "section": self.section,
            "keywords": list(self.keywords),
            "not_understood": [
                {"what": str(doubt.what), "where": doubt.where} for doubt in self.not_understood
            ],
        }
