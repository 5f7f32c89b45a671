"""Text as copied from a newspaper's page: headline, time, paragraphs, captions, byline, footer.

The form: the headline; a line with the time; paragraphs, of which the first is the lead; lines
that end in ``|`` are captions at the place of their photographs; the author; the comment footer.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from django.utils.translation import gettext as _

from nhipcau.newsroom.ingest.encodings import Decoded, decode
from nhipcau.newsroom.ingest.exceptions import EmptySource, NoStory, SourceTooLarge
from nhipcau.newsroom.ingest.moment_lines import split_moment_line
from nhipcau.newsroom.ingest.moments import Moment, read_moment
from nhipcau.newsroom.ingest.phrases import (
    byline,
    has_credit,
    is_button,
    is_footer,
    is_genre,
    is_sentence,
    keywords,
    labelled_caption,
    looks_like_heading,
    same_text,
    source_name,
    tidy,
    without_label,
)
from nhipcau.newsroom.ingest.types import Block, Doubt, Kind, ParsedStory

LIMIT_BYTES = 5_000_000
LANGUAGE = "vi"
_BREADCRUMB = re.compile(r"^(?:trang chủ|home)\b|[>»›]", re.I)
ADDRESS = re.compile(r"^(?:(?:nguồn|link|source|url)\s*:?\s*)?(https?://\S+)$", re.I)
_PHOTO_FILE = re.compile(
    r"^\[?(?P<name>[\w \-./]+\.(?:jpe?g|png|webp|tiff?))\]?\s*[:|\-–]?\s*(?P<text>.*)$", re.I
)
_MARKDOWN_PHOTO = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
_MARKDOWN_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_HEAD_LINES = 8


@dataclass
class Layout:
    """What the lines of a text turned out to be, while reading.

    Attributes:
        headline: Plain text.
        kicker: Line above the headline.
        section: From a line of the page's path.
        moment: When it was published.
        bylines: Authors in their order.
        body: Lines of the body.
        keywords: What it is filed under.
        source_name: Newspaper it comes from.
        source_address: Where it stands there.
        doubts: What was not understood.
    """

    headline: str = ""
    kicker: str = ""
    section: str = ""
    moment: Moment | None = None
    bylines: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    keywords: tuple[str, ...] = ()
    source_name: str = ""
    source_address: str = ""
    doubts: list[Doubt] = field(default_factory=list)


def read(data: bytes, name: str = "") -> list[ParsedStory]:
    """Read one story.

    Args:
        data: The file.
        name: Its name, for messages only.

    Returns:
        One story.

    Raises:
        UnreadableSource: if it is too large, not text, empty, or holds no story.
    """
    if len(data) > LIMIT_BYTES:
        raise SourceTooLarge(len(data), LIMIT_BYTES)
    decoded = decode(data)
    lines = decoded.text.split("\n")
    if name.lower().endswith(".md") or any(line.startswith("# ") for line in lines[:3]):
        lines = [_without_markdown(line) for line in lines]
    story = read_lines(unwrap(lines))
    return [note_encoding(story, decoded)]


def _without_markdown(line: str) -> str:
    """A line of Markdown as plain text; a photograph becomes its file name and caption."""
    line = _MARKDOWN_PHOTO.sub(r"\2: \1", line.strip())
    line = _MARKDOWN_LINK.sub(r"\1", line)
    return re.sub(
        r"^#{1,6}\s+|^>\s+|(?<!\w)(\*\*|__|\*|_)(?=\S)|(?<=\S)(\*\*|__|\*|_)(?!\w)", "", line
    )


def note_encoding(story: ParsedStory, decoded: Decoded) -> ParsedStory:
    """Ask for a look at texts that were converted from a legacy font."""
    if not decoded.is_legacy_font:
        return story
    return story.doubting(
        _(
            "The text was in the legacy font code %(code)s and was converted to Unicode. "
            "Check capital letters with marks."
        )
        % {"code": decoded.encoding},
        story.headline,
    )


def unwrap(lines: list[str]) -> list[str]:
    """Join lines that were broken at a fixed width; a blank line ends a paragraph there.

    Args:
        lines: As in the file.

    Returns:
        One line a paragraph, without blank ones.
    """
    blocks: list[list[str]] = [[]]
    for line in map(tidy, lines):
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    inner = [line for block in blocks for line in block[:-1]]
    is_wrapped = (
        len(blocks) > 3
        and len(inner) > 4
        and 45 <= median(map(len, inner)) <= 100
        and max(map(len, inner)) <= 120
        and sum(map(is_sentence, inner)) < len(inner) * 0.35
    )
    if not is_wrapped:
        return [line for block in blocks for line in block]
    joined: list[str] = []
    for block in blocks:
        # Headline, time and author stand on lines of their own even in wrapped text.
        if any(read_moment(line) or byline(line) for line in block):
            joined += block
        elif block:
            joined.append(" ".join(block))
    return joined


def read_lines(lines: list[str]) -> ParsedStory:
    """Understand lines of text.

    Args:
        lines: Tidy lines, none empty.

    Raises:
        EmptySource: if there is no line.
        NoStory: if there is a headline but no paragraph, or neither.
    """
    lines = [line for line in lines if line.strip("|*-_=~ ") and not is_button(line)]
    if not lines:
        raise EmptySource
    layout = Layout()
    while len(lines) > 2 and is_genre(lines[0]):
        layout.kicker = lines.pop(0).rstrip(": ")
    rest = _read_head(lines, layout)
    _read_body(rest, layout)
    return _assemble(layout)


def _read_head(lines: list[str], layout: Layout) -> list[str]:
    """Find headline, kicker, time and author at the top; return the other lines."""
    at = next(
        (
            position
            for position, line in enumerate(lines[:_HEAD_LINES])
            if split_moment_line(line) is not None
        ),
        None,
    )
    head, rest = ([], lines) if at is None else (lines[:at], lines[at + 1 :])
    if at is not None:
        found = split_moment_line(lines[at])
        if found:
            layout.moment = found[0]
            layout.bylines += [found[1]] if found[1] else []
    if not head:
        head, rest = rest[:1], rest[1:]
    if not head:
        raise NoStory
    while len(head) > 1 and _is_above_headline(head[0], head[1]):
        above = head.pop(0)
        if _BREADCRUMB.search(above):
            layout.section = re.split(r"[>»›/]", above)[-1].strip()
        else:
            layout.kicker = above
    layout.headline = without_label(head[0].strip("|*# "))
    tail = []
    for line in head[1:]:
        name = byline(line)
        if name and not layout.bylines:
            layout.bylines.append(name)
        else:
            tail.append(line)
    if rest and not tail and not layout.bylines and len(rest) > 2 and at is not None:
        name = byline(rest[0])
        if name:
            layout.bylines.append(name)
            rest = rest[1:]
    return tail + rest


def _is_above_headline(line: str, following: str) -> bool:
    """Whether a line stands above the headline rather than being it."""
    if _BREADCRUMB.search(line):
        return True
    is_short = len(line) <= 45 and len(line.split()) <= 7 and not is_sentence(line)
    return is_short and len(following) > len(line) and not is_sentence(following)


def _read_body(lines: list[str], layout: Layout) -> None:
    """Cut off the footer, then the author and what else stands at the end."""
    kept: list[str] = []
    for line in lines:
        if is_footer(line):
            break
        words = keywords(line)
        if words is not None:
            layout.keywords += words
            continue
        address = ADDRESS.match(line)
        if address:
            layout.source_address = address[1]
            continue
        if kept and layout.moment is None and (found := split_moment_line(line)):
            layout.moment = found[0]
            layout.bylines += [found[1]] if found[1] else []
            continue
        kept.append(line)
    trailing: list[str] = []
    while len(kept) > 1 and len(trailing) < 3:
        last = kept[-1]
        name = None if last.endswith("|") else byline(last)
        if not name:
            break
        kept.pop()
        trailing.insert(0, name)
        layout.source_name = layout.source_name or source_name(last)
    layout.bylines += [name for name in trailing if name not in layout.bylines]
    layout.body = kept


def caption_of(line: str, following: str = "") -> tuple[str, str] | None:
    """The caption that a line is, with the name of its photograph if the line gives one.

    Args:
        line: A line of the body.
        following: The next line, empty at the end.
    """
    if line.endswith("|"):
        return line.strip("| "), ""
    file = _PHOTO_FILE.match(line)
    if file:
        return file["text"].strip("| "), file["name"].strip()
    if labelled := labelled_caption(line):
        return labelled, ""
    if len(line) < 260 and has_credit(line):
        return line, ""
    return None


def _table(lines: list[str], start: int) -> list[list[str]]:
    """Rows of a table that begins at a line: lines with inner bars and equally many cells."""
    rows: list[list[str]] = []
    for line in lines[start:]:
        cells = [tidy(cell) for cell in line.strip("|").split("|")]
        if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return rows if len(rows) > 1 else []


def _assemble(layout: Layout) -> ParsedStory:
    """Make the story of what the lines turned out to be."""
    blocks: list[Block] = []
    position = 0
    while position < len(layout.body):
        line = layout.body[position]
        rows = _table(layout.body, position)
        if rows:
            is_rule = [all(not cell.strip("-: ") for cell in row) for row in rows]
            kept = tuple(tuple(row) for row, rule in zip(rows, is_rule, strict=True) if not rule)
            blocks.append(Block(Kind.TABLE, rows=kept))
            position += len(rows)
            continue
        caption = caption_of(line)
        if caption:
            texts = [tidy(text) for text in caption[0].split("|")] or [""]
            blocks += [
                Block(Kind.CAPTION, text, photo_name=caption[1])
                for text in texts
                if text or caption[1]
            ]
        else:
            following = layout.body[position + 1 : position + 2]
            is_heading = bool(
                blocks
                and following
                and looks_like_heading(line)
                and not caption_of(following[0])
                and len(following[0]) > len(line)
            )
            blocks.append(Block(Kind.HEADING if is_heading else Kind.PARAGRAPH, line))
        position += 1
    return finish(layout, blocks)


def finish(layout: Layout, blocks: list[Block]) -> ParsedStory:
    """Take the lead out of the blocks and say what is missing.

    Args:
        layout: Everything but the body.
        blocks: The body, lead included.

    Raises:
        NoStory: if there is no paragraph.
    """
    lead_at = next((at for at, block in enumerate(blocks) if block.kind == Kind.PARAGRAPH), None)
    if not layout.headline or lead_at is None:
        raise NoStory
    if same_text(blocks[lead_at].text, layout.headline):
        del blocks[lead_at]
        return finish(layout, blocks)
    lead = without_label(blocks.pop(lead_at).text)
    story = ParsedStory(
        headline=layout.headline,
        kicker=layout.kicker,
        lead=lead,
        blocks=tuple(blocks),
        byline=", ".join(layout.bylines),
        published_at=layout.moment.at if layout.moment else None,
        source_name=layout.source_name,
        source_address=layout.source_address,
        section=layout.section,
        keywords=layout.keywords,
        not_understood=tuple(layout.doubts),
    )
    if another := _another_article(blocks):
        what = _("The file seems to hold more than one article. Save each in a file of its own.")
        story = story.doubting(what, another)
    return judge(story, layout.moment)


def _another_article(blocks: list[Block]) -> str:
    """The headline of a second article among the blocks; empty when there is none."""
    running = [one.text for one in blocks if one.kind in {Kind.PARAGRAPH, Kind.HEADING}]
    for at, text in enumerate(running):
        if split_moment_line(text):
            return running[at - 1] if at else text
    for one, after in pairwise(blocks[:-1]):
        # An author ends an article; under a subheading that follows, another one begins.
        if one.kind == Kind.PARAGRAPH and after.kind == Kind.HEADING and byline(one.text):
            return after.text
    return ""


def judge(story: ParsedStory, moment: Moment | None) -> ParsedStory:
    """Note what a person should look at in any story, whatever its format.

    Args:
        story: As understood.
        moment: Where its time of publication comes from.
    """
    if moment is None:
        story = story.doubting(_("No date of publication was found."), story.headline)
    elif not moment.has_time:
        story = story.doubting(
            _("The source gives a date without a time of day; midnight was taken."), story.headline
        )
    if not story.byline:
        story = story.doubting(_("No author was found."), story.headline)
    if len(story.headline) > 255:
        story = replace(story, headline=story.headline[:254].rsplit(" ", 1)[0] + "…").doubting(
            _("The headline was longer than 255 characters and was cut."), story.headline
        )
    return story
