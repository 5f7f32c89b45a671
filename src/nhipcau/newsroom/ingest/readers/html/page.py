"""A newspaper's page as a story."""

import re
from dataclasses import replace
from typing import Any

import lxml.html
import trafilatura
from django.utils.translation import gettext as _
from lxml import etree

from nhipcau.newsroom.ingest.encodings import decode, vietnamese_share
from nhipcau.newsroom.ingest.exceptions import (
    DangerousSource,
    NoStory,
    SourceTooLarge,
    UnreadableSource,
)
from nhipcau.newsroom.ingest.moment_lines import split_moment_line
from nhipcau.newsroom.ingest.phrases import (
    byline,
    is_button,
    is_footer,
    is_invitation,
    keywords,
    same_text,
    source_name,
    tidy,
)
from nhipcau.newsroom.ingest.readers.html import facts, marks
from nhipcau.newsroom.ingest.readers.html.blocks import (
    is_photo_with_caption,
    is_picture_table,
    join_captions,
    walk,
    walk_alone,
)
from nhipcau.newsroom.ingest.readers.plain_text import (
    ADDRESS,
    Layout,
    finish,
    note_encoding,
)
from nhipcau.newsroom.ingest.types import Block, Doubt, Kind, ParsedStory

LIMIT_BYTES = 10_000_000
LIMIT_ELEMENTS = 20_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_RUNNING = frozenset({Kind.PARAGRAPH, Kind.QUOTE})
SHORTEST_BODY = 120


def parse(text: str) -> Any:
    """The page's root element.

    Raises:
        DangerousSource: if it declares entities.
        UnreadableSource: if it has no element at all.
    """
    if re.search(r"<!ENTITY", text[:20_000], re.I):
        raise DangerousSource
    parser = lxml.html.HTMLParser(remove_comments=True, no_network=True, encoding="utf-8")
    try:
        return lxml.html.document_fromstring(
            _DECLARATION.sub("", text).encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSource from error


def read(data: bytes, name: str = "") -> list[ParsedStory]:
    """Read the story of a page.

    Args:
        data: The file.
        name: Its name, for messages only.

    Returns:
        One story.

    Raises:
        UnreadableSource: if it is too large, not text, or holds no story.
    """
    if len(data) > LIMIT_BYTES:
        raise SourceTooLarge(len(data), LIMIT_BYTES)
    charset = _CHARSET.search(data[:4096])
    decoded = decode(data, charset[1].decode("ascii") if charset else "")
    tree = parse(decoded.text)
    if sum(1 for _element in tree.iter()) > LIMIT_ELEMENTS:
        raise UnreadableSource(
            _("The page has more parts than an article has. Save the article's own page.")
        )
    known = facts.metadata(tree)
    title, title_element = facts.headline(tree, known)
    paper = known.first("og:site_name") or known.linked("publisher")
    if not title:
        raise NoStory
    layout = Layout(headline=title, source_name=paper[:200])
    layout.source_address = facts.canonical_address(tree, known)
    visible = facts.visible_moment(tree, title_element)
    layout.moment = facts.choose_moment(facts.machine_moment(tree, known), visible)
    layout.kicker = _kicker(tree, title)
    layout.section = known.first("article:section") or known.linked("articleSection")
    words = known.first("news_keywords", "keywords", "article:tag")
    layout.keywords = tuple(word for word in map(tidy, re.split(r"[,;]", words)) if word)
    blocks = _body(tree, title_element, decoded.text)
    lead = _lead(tree, title_element, blocks)
    beside = visible[2] if visible else ""
    if paper_named := source_name(beside):
        layout.source_name, beside = paper_named, ""
    named = facts.author(tree, known, paper) or beside
    blocks, trailing = _trim(blocks, layout, lead, named)
    named = named or ("" if trailing else facts.labelled_author(tree))
    layout.bylines = [named] if named else trailing
    if not layout.bylines:
        machine = facts.machine_author(known, paper)
        layout.bylines = [machine] if machine else []
    if lead:
        blocks.insert(0, Block(Kind.PARAGRAPH, lead))
    story = finish(layout, blocks)
    story = replace(
        story,
        language=_language(tree, story),
        identifier=story.source_address[:290],
    )
    return [note_encoding(story, decoded)]


def fragment_blocks(html: str) -> list[Block]:
    """The blocks of a piece of HTML that is nothing but a story's text.

    Args:
        html: Such as the body of a ninjs item.
    """
    tree = parse(f"<html><body><div>{html}</div></body></html>")
    return join_captions(list(walk(tree.find(".//body"))))


def _language(tree: Any, story: ParsedStory) -> str:
    """The language of the text: Vietnamese if it reads so, else what the page says."""
    text = " ".join(story.paragraphs)
    marked = sum(not letter.isascii() for letter in text)
    if marked > len(text) * 0.08 and vietnamese_share(text) > 0.8:
        return "vi"
    said = str(tree.get("lang") or "").strip()
    return said if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][\w-]+)?", said) else ""


def _kicker(tree: Any, title: str) -> str:
    """The line above the headline."""
    for element in tree.iter("h1", "h2", "h3", "h4", "p", "div", "span"):
        text = marks.text_of(element) if marks.is_kicker(element) else ""
        if 2 <= len(text) <= 120 and not same_text(text, title) and not facts.in_list(element):
            return text
    return ""


def _paragraph_text(element: Any) -> int:
    """How much running text stands directly in an element or in its paragraphs, in characters."""
    total = 0
    for child in element:
        if isinstance(child.tag, str) and child.tag in {"p", "div", "blockquote", "span"}:
            if child.tag == "p" or not any(True for _child in child.iterchildren("p", "div")):
                size = len(marks.text_of(child))
                total += size if size > 25 and not marks.is_noise(child) else 0
        elif isinstance(child.tag, str) and child.tag == "br":
            total += len((child.tail or "").strip())
    return int(total * (1 - marks.link_share(element)))


def _deep_text(element: Any) -> int:
    """How much running text stands anywhere below an element, in characters."""
    blocks = join_captions(list(walk(element)))
    return sum(len(block.text) for block in blocks if block.kind in _RUNNING)


def container(tree: Any) -> Any:
    """The element that holds the story's text, or ``None``.

    Elements that systems name as the body are preferred to those that merely hold most text.
    """
    named = [
        element
        for element in tree.iter("div", "section", "article", "td", "main")
        if (marks.is_body(element) or element.get("itemprop") == "articleBody")
        and not marks.is_noise(element)
    ]
    sizes = [(element, _deep_text(element)) for element in named]
    largest = max((size for _element, size in sizes), default=0)
    dense = max(
        tree.iter("div", "section", "article", "td", "main", "body"),
        key=_paragraph_text,
        default=None,
    )
    densest = _paragraph_text(dense) if dense is not None else 0
    if largest >= max(SHORTEST_BODY, densest * 0.6):
        # The innermost of nested bodies that still holds nearly everything.
        return [element for element, size in sizes if size >= largest * 0.85][-1]
    return dense if densest >= SHORTEST_BODY else _column(tree)


def _column(tree: Any) -> Any:
    """The cell that holds the story in a page made of tables, a row for each paragraph."""
    cells = [cell for cell in tree.iter("td") if cell.find(".//table") is not None]
    sizes = [(cell, _deep_text(cell)) for cell in cells if marks.link_share(cell) < 0.5]
    largest = max((size for _cell, size in sizes), default=0)
    if largest < SHORTEST_BODY:
        return None
    # The innermost that still holds nearly everything.
    return [cell for cell, size in sizes if size >= largest * 0.85][-1]


def _body(tree: Any, title: Any, html: str) -> list[Block]:
    """The blocks of the text, with those that merely repeat the headline left out."""
    element = container(tree)
    blocks = _before(tree, title, element) if element is not None else []
    blocks += join_captions(list(walk(element))) if element is not None else []
    size = sum(len(block.text) for block in blocks if block.kind in _RUNNING)
    if size < SHORTEST_BODY:
        extracted = trafilatura.extract(html, include_comments=False, favor_precision=True) or ""
        if len(extracted) > size:
            lines = [tidy(line) for line in extracted.split("\n")]
            blocks = [Block(Kind.PARAGRAPH, line.lstrip("- ")) for line in lines if line]
    return blocks


def _before(tree: Any, title: Any, container: Any) -> list[Block]:
    """Photographs between headline and text, where papers show the first one."""
    if title is None:
        return []
    order = {element: number for number, element in enumerate(tree.iter())}
    start, end = order[title], order[container]
    blocks: list[Block] = []
    last = start
    for element in tree.iter("figure", "table", "div"):
        at = order[element]
        is_between = last < at < end and element not in set(container.iterancestors())
        if not is_between or facts.in_list(element) or marks.is_related_box(element):
            continue
        if (
            element.tag == "figure"
            or (element.tag == "table" and is_picture_table(element))
            or is_photo_with_caption(element)
        ):
            blocks += walk_alone(element)
            last = max(order[inner] for inner in element.iter() if inner in order)
    return [block for block in join_captions(blocks) if block.kind == Kind.CAPTION]


def _lead(tree: Any, title: Any, blocks: list[Block]) -> str:
    """The lead where the page shows it apart from the text, else empty."""
    order = {element: number for number, element in enumerate(tree.iter())}
    start = order.get(title, 0)
    found: list[tuple[int, str]] = []
    for element in tree.iter("div", "p", "h2", "h3", "h4", "strong", "span", "section"):
        if order[element] < start or not marks.is_lead(element) or facts.in_list(element):
            continue
        for listed in element.findall(".//ul"):
            listed.drop_tree()
        text = marks.text_of(element)
        if 30 <= len(text) <= 1500:
            found.append((order[element], text))
    return min(found)[1] if found else ""


def _from_headline(blocks: list[Block], headline: str) -> list[Block]:
    """The blocks after the headline, where the text's element holds it too."""
    for at, block in enumerate(blocks):
        if block.kind in _RUNNING | {Kind.HEADING} and same_text(block.text, headline):
            before = sum(len(one.text) for one in blocks[:at])
            return blocks[at + 1 :] if before < sum(len(b.text) for b in blocks) / 4 else blocks
    return blocks


def _footer_at(blocks: list[Block]) -> int:
    """Where the story ends and the page's own matter begins.

    A line such as ``Tin liên quan`` in the middle of a story is a box, not its end.
    """
    total = sum(len(block.text) for block in blocks if block.kind in _RUNNING)
    seen = 0
    for at, block in enumerate(blocks):
        is_line = block.kind in {Kind.PARAGRAPH, Kind.HEADING}
        if is_line and is_footer(block.text) and seen > total * 0.6:
            return at
        seen += len(block.text) if block.kind in _RUNNING else 0
    return len(blocks)


def _trim(
    blocks: list[Block], layout: Layout, lead: str, named: str
) -> tuple[list[Block], list[str]]:
    """Leave out what is not the story's text, and take the authors off its end.

    Args:
        blocks: The text as it stands in the page.
        layout: Receives time, keywords and source where they stand in the text.
        lead: The lead that stands apart, so that the text does not repeat it.
        named: The author that the page names elsewhere, for the same reason.

    Returns:
        The blocks, and authors from the end of the text.
    """
    kept: list[Block] = []
    blocks = _from_headline(blocks, layout.headline)
    for block in blocks[: _footer_at(blocks)]:
        text = block.text
        if block.kind != Kind.TABLE and not text and not block.photo_name:
            continue
        if block.kind in _RUNNING | {Kind.HEADING}:
            words = keywords(text)
            if words is not None:
                layout.keywords = layout.keywords or words
                continue
            line = split_moment_line(text)
            if line:
                layout.moment = layout.moment or line[0]
                continue
            repeats = same_text(text, layout.headline) or (lead and same_text(text, lead))
            if repeats or is_button(text) or not re.search(r"\w", text):
                continue
            if is_footer(text) or is_invitation(text) or (named and byline(text) == named):
                continue
            if address := ADDRESS.match(text):
                layout.source_address = layout.source_address or address[1]
                continue
            if layout.kicker and same_text(text, layout.kicker):
                continue
        kept.append(block)
    authors: list[str] = []
    while kept and len(authors) < 3:
        at = len(kept) - 1
        while at > 0 and kept[at].kind == Kind.CAPTION and not kept[at].text:
            at -= 1
        last = kept[at]
        name = byline(last.text) if last.kind in _RUNNING | {Kind.HEADING} else None
        if not name or len(kept) < 2:
            break
        del kept[at]
        authors.insert(0, name)
        layout.source_name = source_name(last.text) or layout.source_name
    while kept and kept[-1].kind == Kind.HEADING:
        what = _("A heading at the end of the page, under which nothing stands, was left out.")
        layout.doubts.append(Doubt(what, kept.pop().text))
    return kept, authors
