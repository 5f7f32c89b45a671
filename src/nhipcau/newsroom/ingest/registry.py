"""Which reader reads which file; adding a format is adding one row here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import PurePosixPath
from typing import BinaryIO

from nhipcau.common.exceptions import DomainError
from nhipcau.common.secrecy import refuse_classified, refuse_classified_texts
from nhipcau.newsroom.ingest.companions import attach
from nhipcau.newsroom.ingest.encodings import decode
from nhipcau.newsroom.ingest.exceptions import (
    EmptySource,
    OtherDocument,
    PackedSource,
    SourceTooLarge,
    UnknownFormat,
    UnreadableSource,
)
from nhipcau.newsroom.ingest.readers import docx, html, news_json, newsml, plain_text
from nhipcau.newsroom.ingest.sources import Source
from nhipcau.newsroom.ingest.types import ParsedStory, Photo

Read = Callable[[bytes, str], list[ParsedStory]]


@dataclass(frozen=True)
class Reader:
    """One format.

    Attributes:
        name: Its name in reports.
        suffixes: File name endings, lower case with dot.
        limit_bytes: Larger files are refused unread.
        read: Turns bytes and a file name into stories.
    """

    name: str
    suffixes: frozenset[str]
    limit_bytes: int
    read: Read


READERS = (
    Reader(
        "text",
        frozenset({".txt", ".text", ".md"}),
        plain_text.LIMIT_BYTES,
        plain_text.read,
    ),
    Reader("html", frozenset({".html", ".htm", ".xhtml"}), html.LIMIT_BYTES, html.read),
    Reader("docx", frozenset({".docx"}), docx.LIMIT_BYTES, docx.read),
    Reader("json", frozenset({".json", ".ninjs"}), news_json.LIMIT_BYTES, news_json.read),
    Reader("newsml-g2", frozenset({".xml", ".newsml"}), newsml.LIMIT_BYTES, newsml.read),
)

DOCUMENT_SUFFIXES = frozenset({".doc", ".dot", ".rtf", ".odt", ".wps", ".pages"})
PACKED_SUFFIXES = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"})
#: Files that hold one item on each line; they may be of any size.
LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
LIMIT_LINE_BYTES = 10_000_000


@dataclass(frozen=True)
class Item:
    """One story of a source, or why there is none.

    Attributes:
        source: How the person knows the file, with the line where it holds several stories.
        key: Stable name for finding the work again.
        story: What was understood; ``None`` when it failed.
        error: Why it failed.
    """

    source: str
    key: str
    story: ParsedStory | None = None
    error: Exception | None = None


def reader_for(name: str) -> Reader:
    """The reader of a file by its name.

    Raises:
        OtherDocument: if Word can save it in a form that is read.
        PackedSource: if it must be unpacked first.
        UnknownFormat: if no reader knows the ending.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in DOCUMENT_SUFFIXES:
        raise OtherDocument
    if suffix in PACKED_SUFFIXES:
        raise PackedSource
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    raise UnknownFormat


def read_source(source: Source) -> Iterator[Item]:
    """Read everything that a source holds, one story at a time.

    Args:
        source: A file.

    Yields:
        Stories with their photographs, and failures; never raises for bad input.
    """
    try:
        if source.error:
            raise source.error
        if PurePosixPath(source.name).suffix.lower() in LINE_SUFFIXES:
            yield from _lines(source)
            return
        reader = reader_for(source.name)
        if source.size_bytes > reader.limit_bytes:
            raise SourceTooLarge(source.size_bytes, reader.limit_bytes)
        content = source.load()
        refuse_classified(source.name, content)
        stories = reader.read(content, source.name)
    except (DomainError, OSError, MemoryError) as error:
        yield Item(source.label, source.key, error=_told(error))
        return
    for number, story in enumerate(stories, start=1):
        yield _with_photos(source, story, number=number if len(stories) > 1 else 0)


def _lines(source: Source) -> Iterator[Item]:
    """The items of a file that holds one on each line; a broken line stops no other."""
    stream = source.path.open("rb") if source.path else BytesIO(source.load())
    found = False
    with stream:
        for number in count(1):
            line = stream.readline(LIMIT_LINE_BYTES + 1)
            if not line:
                break
            if not line.strip():
                continue
            found = True
            label = f"{source.label}#{number}"
            try:
                if len(line) > LIMIT_LINE_BYTES:
                    _skip_line(stream)
                    raise SourceTooLarge(len(line), LIMIT_LINE_BYTES)
                story = news_json.story_of(news_json.parse(decode(line).text))
            except DomainError as error:
                yield Item(label, source.key, error=error)
                continue
            yield _with_photos(source, story, number=number)
    if not found:
        raise EmptySource


def _skip_line(stream: BinaryIO) -> None:
    """Read on to the end of a line that is too long to be kept."""
    while (part := stream.readline(1_000_000)) and not part.endswith(b"\n"):
        pass


def _told(error: Exception) -> Exception:
    """An error that has words for the person."""
    return error if isinstance(error, DomainError) else UnreadableSource()


def _name_among_others(story: ParsedStory) -> str:
    """What a story without an identifier is called in a file that holds several.

    Not its place: a line put before it would take its work over. The headline and its time stay
    when a text is corrected; short items that share a headline and have no time differ in the lead.
    """
    distinct = story.published_at.isoformat() if story.published_at else story.lead
    return sha256(f"{story.headline}\n{distinct}".encode()).hexdigest()[:24]


def _with_photos(source: Source, story: ParsedStory, number: int) -> Item:
    """The item of one story; ``number`` is its place among several, 0 when it is alone."""
    label = f"{source.label}#{number}" if number else source.label
    key = f"id:{story.identifier}" if story.identifier else source.key
    if number and not story.identifier:
        key = f"{key}#{_name_among_others(story)}"

    def find(name: str) -> Photo | None:
        photo = source.find_photo(name)
        if photo:
            refuse_classified(photo.name, photo.content)
        return photo

    try:
        refuse_classified_texts(_texts(story))
        story = attach(story, find=find, beside=() if number else source.beside)
    except SourceTooLarge as error:
        story = story.doubting(str(error.message), story.headline)
    except DomainError as error:
        return Item(label, key, error=error)
    return Item(label, key, story)


def _texts(story: ParsedStory) -> Iterator[str]:
    """Every text of a story, for the search for secrecy marks."""
    yield from (story.kicker, story.headline, story.lead, story.byline, *story.keywords)
    for block in story.blocks:
        yield block.text
        yield from (cell for row in block.rows for cell in row)
