"""A Word document as a story: what stands where in an office's paper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from nhipcau.common.text import fold
from nhipcau.newsroom.ingest.exceptions import EmptySource, SourceTooLarge
from nhipcau.newsroom.ingest.moment_lines import split_moment_line
from nhipcau.newsroom.ingest.moments import find_moment
from nhipcau.newsroom.ingest.phrases import (
    byline,
    has_credit,
    is_footer,
    is_genre,
    is_sentence,
    keywords,
    labelled_caption,
    source_name,
    tidy,
    without_label,
)
from nhipcau.newsroom.ingest.readers.docx.lines import Line, document_lines, open_document
from nhipcau.newsroom.ingest.readers.plain_text import Layout, finish
from nhipcau.newsroom.ingest.types import Block, Doubt, Kind, ParsedStory, Run

LIMIT_BYTES = 120_000_000
# Letterheads by Decree 30/2020/NĐ-CP (State) and Guide 36-HD/VPTW (Party).
_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc|"
    r"^dang cong san viet nam$"
)
_NUMBER = re.compile(r"^so\s*:?\s*[\d.…]*\s*[-/]\s*[\w/&\-….]+$")
_ISSUER = re.compile(
    r"^(?:ubnd|uy ban nhan dan|so|tinh uy|huyen uy|thanh uy|dang uy|ban|van phong|cong an|bo|"
    r"truong|phong|trung tam|hoi|lien hiep|lien minh)\b"
)
_PLACE_AND_DATE = re.compile(r"^[^,]{2,40},\s*ngay\s.+nam\s*20\d\d\.?$")
_RECIPIENTS = re.compile(r"^noi nhan\s*:?")
_CAPTION_LENGTH = 400
# A table of one column with fewer lines of text shows photographs or a note.
_FRAMED_LINES = 4


def read(data: bytes, name: str = "") -> list[ParsedStory]:
    """Read the story of a document.

    Args:
        data: The file.
        name: Its name, for messages only.

    Returns:
        One story, with the photographs that are embedded in it.

    Raises:
        UnreadableSource: if it is too large, damaged, dangerous, empty, or holds no story.
    """
    if len(data) > LIMIT_BYTES:
        raise SourceTooLarge(len(data), LIMIT_BYTES)
    if not data:
        raise EmptySource
    lines = [
        line for line in _unframed(document_lines(open_document(data))) if not _is_ornament(line)
    ]
    if not any(line.text or line.rows for line in lines):
        raise EmptySource
    layout = Layout()
    lines = _without_end(_without_letterhead(lines, layout), layout)
    blocks = _blocks(_after_head(lines, layout), layout)
    story = finish(layout, blocks)
    if any(line.is_legacy_font for line in lines):
        story = story.doubting(
            _(
                "The text was in a legacy font and was converted to Unicode. "
                "Check capital letters with marks."
            ),
            story.headline,
        )
    return [story]


def _unframed(lines: list[Line]) -> Iterator[Line]:
    """The lines, those of a table among them that only frames a text or puts photographs beside."""
    for line in lines:
        inner = [one for row in line.rows for cell in row for one in cell]
        is_frame = bool(line.rows) and all(len(row) == 1 for row in line.rows)
        if is_frame and sum(bool(one.text) for one in inner) >= _FRAMED_LINES:
            yield from _unframed(inner)
        elif _has_photos(line) and max(map(len, _texts_by_cell(line))) >= _FRAMED_LINES:
            for cell in (cell for row in line.rows for cell in row):
                has_photos = any(one.photos for one in cell)
                yield from [replace(line, rows=[[cell]])] if has_photos else _unframed(cell)
        else:
            yield line


def _texts_by_cell(line: Line) -> list[list[str]]:
    """The texts of each of a table's cells."""
    return [[one.text for one in cell if one.text] for row in line.rows for cell in row]


def _is_ornament(line: Line) -> bool:
    """Whether a line is a rule or asterisk that offices put under headings."""
    return bool(line.text) and not line.photos and not re.search(r"\w", line.text)


def _cell_texts(line: Line) -> list[str]:
    """All texts of a table's cells."""
    return [text for texts in _texts_by_cell(line) for text in texts]


def _without_letterhead(lines: list[Line], layout: Layout) -> list[Line]:
    """Leave out the official head of a document; its date counts as the story's."""
    kept = list(lines)
    while kept:
        first = kept[0]
        texts = _cell_texts(first) if first.rows else [first.text]
        folded = [fold(text) for text in texts]
        is_head = any(_LETTERHEAD.search(text) for text in folded)
        if not first.rows:
            is_head = is_head or (
                bool(
                    _NUMBER.match(folded[0])
                    or _PLACE_AND_DATE.match(folded[0])
                    or not re.search(r"\w", first.text)
                    or (_ISSUER.match(folded[0]) and first.text.isupper() and _head_follows(kept))
                )
                and not first.photos
            )
        if not is_head:
            break
        for text in texts:
            if _PLACE_AND_DATE.match(fold(text)) and layout.moment is None:
                layout.moment = find_moment(text)
        kept.pop(0)
    return kept


def _head_follows(lines: Sequence[Line]) -> bool:
    """Whether the State's or Party's name stands within the next lines."""
    return any(_LETTERHEAD.search(fold(line.text)) for line in lines[1:6])


def _without_end(lines: list[Line], layout: Layout) -> list[Line]:
    """Leave out recipients and signature; the name that signs is the author."""
    for at, line in enumerate(lines):
        texts = _cell_texts(line) if line.rows else [line.text]
        if at and any(_RECIPIENTS.match(fold(text)) for text in texts):
            last = [text for one in lines[at:] for text in (_cell_texts(one) or [one.text]) if text]
            name = byline(last[-1]) if last else None
            if name and not last[-1].startswith("-"):
                layout.bylines.append(name)
            layout.doubts.append(
                Doubt(_("The list of recipients and the signature were left out."), texts[0][:160])
            )
            return lines[:at]
    if len(lines) > 2 and lines[-1].rows and not _has_photos(lines[-1]):
        name = _signature(lines[-1])
        if name:
            layout.bylines.append(name)
            return lines[:-1]
    return lines


def _signature(line: Line) -> str:
    """The name in a table that is nothing but a signature."""
    texts = _cell_texts(line)
    is_short = len(line.rows) <= 3 and all(len(text) < 60 for text in texts)
    return (byline(texts[-1]) or "") if texts and is_short and len(texts) <= 4 else ""


def _has_photos(line: Line) -> bool:
    """Whether a table holds photographs."""
    return any(inner.photos for row in line.rows for cell in row for inner in cell)


def _is_title(line: Line) -> bool:
    """Whether a line is set as a title."""
    is_named = line.style in {"title", "heading 1", "tiêu đề", "đầu đề"}
    is_set = line.alignment == "center" and (line.is_bold or line.text.isupper())
    return is_named or is_set or (line.is_bold and not is_sentence(line.text))


def _after_head(lines: list[Line], layout: Layout) -> list[Line]:
    """Find headline, kicker, time and author at the top; return the other lines."""
    rest = list(lines)
    before: list[Line] = []
    while rest and (rest[0].rows or not rest[0].text):
        before.append(rest.pop(0))
    while len(rest) > 1:
        first = rest[0]
        moment = split_moment_line(first.text)
        if is_genre(first.text):
            layout.kicker = first.text.rstrip(": ")
        elif moment:
            layout.moment = moment[0]
        elif not _is_title(first) and len(first.text) <= 45 and _is_title(rest[1]):
            layout.kicker = first.text
        else:
            break
        rest.pop(0)
    if not rest:
        return before
    title = rest.pop(0)
    layout.headline = without_label(title.text)
    # A long headline is often set on several lines of the same kind.
    while (
        rest
        and _is_title(title)
        and title.alignment == "center"
        and rest[0].alignment == "center"
        and rest[0].is_bold == title.is_bold
        and rest[0].text.isupper() == title.text.isupper()
        and not rest[0].photos
        and not is_sentence(layout.headline)
        and not split_moment_line(rest[0].text)
        and not (byline(rest[0].text) and not rest[0].text.isupper())
        and _is_title(rest[0])
        and len(layout.headline) + len(rest[0].text) < 250
    ):
        layout.headline += " " + rest.pop(0).text
    while len(rest) > 1 and rest[0].text and not rest[0].photos:
        line = rest[0]
        moment = split_moment_line(line.text.strip("()"))
        name = None if layout.bylines else byline(line.text)
        if moment:
            layout.moment = moment[0]
            layout.bylines += [moment[1]] if moment[1] else []
        elif _PLACE_AND_DATE.match(fold(line.text)):
            layout.moment = layout.moment or find_moment(line.text)
        elif name and (line.alignment in {"center", "right"} or line.is_italic or line.is_bold):
            layout.bylines.append(name)
        else:
            break
        rest.pop(0)
    return before + rest


def _blocks(lines: list[Line], layout: Layout) -> list[Block]:
    """The body's blocks; the authors at its end are taken off."""
    lines, authors = _without_authors(lines, layout)
    layout.bylines += [name for name in authors if name not in layout.bylines]
    blocks: list[Block] = []
    for line in lines:
        if line.rows:
            blocks += _table(line)
            continue
        if is_footer(line.text):
            break
        words = keywords(line.text)
        if words is not None:
            layout.keywords += words
            continue
        if _takes_caption(blocks) and not line.photos and _is_caption(line):
            _give_caption(blocks, labelled_caption(line.text) or line.text)
            continue
        blocks += [Block(Kind.CAPTION, photo=photo, photo_name=photo.name) for photo in line.photos]
        if not line.text:
            continue
        if line.photos and len(line.text) <= _CAPTION_LENGTH and line.photos:
            _give_caption(blocks, line.text)
        elif len(line.text) < _CAPTION_LENGTH and (
            line.style == "caption" or labelled_caption(line.text) or _is_loose_caption(line)
        ):
            blocks.append(Block(Kind.CAPTION, labelled_caption(line.text) or line.text.strip("| ")))
        elif _is_heading(line) and any(block.kind == Kind.PARAGRAPH for block in blocks):
            blocks.append(Block(Kind.HEADING, line.text))
        else:
            kind = Kind.QUOTE if "quote" in line.style else Kind.PARAGRAPH
            blocks.append(Block(kind, line.text, runs=_emphasis(line)))
    return blocks


def _without_authors(lines: list[Line], layout: Layout) -> tuple[list[Line], list[str]]:
    """The lines without the authors at their end, and these."""
    kept = list(lines)
    authors: list[str] = []
    while len(authors) < 3:
        at = _last_words(kept)
        if at < 1 or kept[at].rows:
            break
        text = kept[at].text
        moment = split_moment_line(text)
        if moment or _PLACE_AND_DATE.match(fold(text)):
            layout.moment = layout.moment or (moment[0] if moment else find_moment(text))
            del kept[at]
            continue
        name = byline(text)
        if not name or _takes_caption_at(kept[: at + 1]):
            break
        layout.source_name = layout.source_name or source_name(text)
        authors.insert(0, name)
        del kept[at]
    return kept, authors


def _last_words(lines: list[Line]) -> int:
    """Where the last line stands that is neither a photograph nor its caption."""
    at = len(lines) - 1
    while at > 0:
        if lines[at].photos or lines[at].in_text_box or (lines[at].rows and _has_photos(lines[at])):
            at -= 1
        elif lines[at - 1].photos and _is_caption(lines[at]):
            at -= 2
        else:
            break
    return at


def _takes_caption_at(lines: list[Line]) -> bool:
    """Whether the last line stands under a photograph, so that it names who is shown."""
    return len(lines) > 1 and bool(lines[-2].photos) and lines[-1].is_italic


def _is_caption(line: Line) -> bool:
    """Whether a line that follows a photograph is its caption."""
    return len(line.text) <= _CAPTION_LENGTH and (
        line.style == "caption"
        or line.in_text_box
        or line.is_italic
        or line.alignment == "center"
        or line.text.endswith("|")
        or has_credit(line.text)
        or bool(labelled_caption(line.text))
    )


def _is_loose_caption(line: Line) -> bool:
    """Whether a line is a caption although no photograph stands before it."""
    return line.text.endswith("|") or (line.is_italic and has_credit(line.text))


def _is_heading(line: Line) -> bool:
    """Whether a line is set as a subheading."""
    is_set = line.is_bold and len(line.text) <= 120 and not is_sentence(line.text)
    return line.style.startswith("heading") or is_set


def _takes_caption(blocks: list[Block]) -> bool:
    """Whether the last block is a photograph without a caption."""
    return bool(blocks) and blocks[-1].kind == Kind.CAPTION and not blocks[-1].text


def _give_caption(blocks: list[Block], text: str) -> None:
    """Put a caption under the last photograph."""
    last = blocks[-1]
    blocks[-1] = Block(Kind.CAPTION, text.strip("| "), photo=last.photo, photo_name=last.photo_name)


def _emphasis(line: Line) -> tuple[Run, ...]:
    """The runs of a line where part of it is emphasised; empty when it is all of one kind."""
    kinds = {(run.bold, run.italic, run.link) for run in line.runs if run.text.strip()}
    if len(kinds) < 2:
        return ()
    runs: list[Run] = []
    for run in line.runs:
        text = re.sub(r"\s+", " ", run.text)
        last = runs[-1] if runs else None
        if last and (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link):
            runs[-1] = Run(last.text + text, run.bold, run.italic, run.link)
        else:
            runs.append(Run(text, run.bold, run.italic, run.link))
    return tuple(runs)


def _table(line: Line) -> list[Block]:
    """A table: photographs with captions, a frame around text, or figures."""
    cells = [cell for row in line.rows for cell in row]
    if _has_photos(line):
        blocks: list[Block] = []
        columns = max(len(row) for row in line.rows)
        photos = [photo for cell in cells for inner in cell for photo in inner.photos]
        texts = [
            tidy(" ".join(inner.text for inner in cell if inner.text))
            for cell in cells
            if any(inner.text for inner in cell)
        ]
        if columns > 1 and len(texts) not in {0, 1, len(photos)}:
            texts = [" ".join(texts)]
        for number, photo in enumerate(photos):
            # One caption for several photographs stands under the last.
            at = number - (len(photos) - len(texts))
            text = texts[at] if 0 <= at < len(texts) else ""
            blocks.append(Block(Kind.CAPTION, text, photo=photo, photo_name=photo.name))
        return blocks
    if len(cells) == 1 or all(len(row) < 2 for row in line.rows):
        return [
            Block(Kind.PARAGRAPH, inner.text, runs=_emphasis(inner))
            for cell in cells
            for inner in cell
            if inner.text
        ]
    rows = tuple(
        tuple(tidy(" ".join(inner.text for inner in cell)) for cell in row) for row in line.rows
    )
    return [Block(Kind.TABLE, rows=rows)]
