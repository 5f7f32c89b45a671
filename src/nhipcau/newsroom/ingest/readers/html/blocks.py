"""The blocks of a story's text among the elements of a page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from nhipcau.newsroom.ingest.phrases import has_credit, is_sentence, tidy
from nhipcau.newsroom.ingest.readers.html import marks
from nhipcau.newsroom.ingest.types import Block, Kind, Run

_SMALL_IMAGE = re.compile(r"\b(?:icon|logo|avatar|emoji|sprite|pixel|tracking|1x1)\b", re.I)
_MORE = re.compile(r"^(?:>>|»|›|\+ |(?:xem thêm|đọc thêm|tin liên quan|mời xem|read more)\b)", re.I)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINE = "\x1f"  # a line break inside a paragraph, while its text is gathered
CAPTION_LENGTH = 400


def image_address(element: Any) -> str:
    """Where the photograph of an ``img`` element is; empty for icons and inline data."""
    names = ("data-original", "data-src", "data-lazy-src", "data-image", "src")
    address = next((element.get(name) for name in names if element.get(name)), "") or ""
    if address.startswith("data:"):
        address = (element.get("srcset") or element.get("data-srcset") or "").split(" ")[0]
    if not address or address.startswith("data:"):
        address = _address_without_scripts(element)
    sizes = [element.get(side) or "" for side in ("width", "height")]
    is_tiny = any(size.isdigit() and int(size) < 80 for size in sizes)
    if is_tiny or _SMALL_IMAGE.search(f"{address} {element.get('class') or ''}"):
        return ""
    return address.strip()


def _address_without_scripts(image: Any) -> str:
    """Where a photograph is by the ``noscript`` element that stands beside it."""
    following = image.getnext()
    if following is not None and following.tag == "noscript":
        inner = following.find(".//img")
        if inner is not None:
            return str(inner.get("src") or "")
        said = re.search(r"""<img[^>]+src=["']([^"']+)""", following.text or "")
        return said[1] if said else ""
    return ""


def has_blocks(element: Any) -> bool:
    """Whether an element holds other block elements."""
    return any(
        isinstance(child.tag, str) and child.tag in marks.BLOCK_TAGS
        for child in element.iterdescendants()
    )


def is_picture_table(element: Any) -> bool:
    """Whether a table only puts a caption under a photograph, as older systems do."""
    if element.find(".//table") is not None:
        return False
    images = [image for image in element.iter("img", "amp-img") if image_address(image)]
    return bool(images) and len(marks.text_of(element)) <= CAPTION_LENGTH * len(images)


def is_photo_with_caption(element: Any) -> bool:
    """Whether a box named for photographs holds some, and one short paragraph below them."""
    if not marks.is_photo_box(element) or not any(
        image_address(one) for one in element.iter("img")
    ):
        return False
    paragraphs = [one for one in element.iter("p") if marks.text_of(one)]
    return len(paragraphs) == 1 and len(marks.text_of(element)) <= CAPTION_LENGTH


def walk(element: Any) -> Iterator[Block]:
    """The blocks below an element, in their order.

    Args:
        element: The container of the story's text.

    Yields:
        Blocks; a photograph comes as a caption block whose text may be empty, and the text of a
        caption that stands in an element of its own follows as a block of its own with the
        credit ``?``, for :func:`join_captions` to put together.
    """
    pending: list[Any] = []
    if element.text and element.text.strip():
        pending.append(element.text)
    for child in element:
        if not isinstance(child.tag, str):
            if child.tail:
                pending.append(child.tail)
            continue
        if child.tag in marks.BLOCK_TAGS or _holds_image_block(child):
            yield from _loose(pending, element)
            pending = []
            yield from _block(child)
        else:
            pending.append(child)
        if child.tail:
            pending.append(child.tail)
    yield from _loose(pending, element)


def walk_alone(element: Any) -> Iterator[Block]:
    """The blocks of a figure or table that stands outside the story's text."""
    yield from _block(element)


def _holds_image_block(element: Any) -> bool:
    """Whether an inline element is there for blocks inside it, as in a link around a figure."""
    return element.tag not in {"br", "img", "amp-img"} and has_blocks(element)


def _block(element: Any) -> Iterator[Block]:
    """The blocks of one block element."""
    if marks.is_noise(element) and not (
        element.tag in {"p", "figure"} and not marks.is_hidden(element)
    ):
        return
    if marks.is_related_box(element):
        return
    if element.tag == "table":
        yield from _table(element)
    elif element.tag == "figure" or is_photo_with_caption(element):
        yield from _figure(element)
    elif marks.is_caption(element) and len(marks.text_of(element)) <= CAPTION_LENGTH * 2:
        yield from _photos(element)
        text = marks.text_of(element)
        if text:
            yield Block(Kind.CAPTION, text, credit="?")
    elif element.tag in _TITLES:
        text = marks.text_of(element)
        yield from _photos(element)
        if text and marks.link_share(element) < 0.9:
            yield Block(Kind.PARAGRAPH if is_sentence(text) else Kind.HEADING, text)
    elif element.tag == "blockquote":
        for block in walk(element):
            yield replace(block, kind=Kind.QUOTE) if block.kind == Kind.PARAGRAPH else block
    elif element.tag in {"ul", "ol"}:
        if marks.link_share(element) < 0.7:
            for item in element.iter("li"):
                yield from walk(item)
    elif has_blocks(element):
        yield from walk(element)
    else:
        yield from _loose([element.text or "", *_children(element)], element)


def _children(element: Any) -> Iterator[Any]:
    """Child elements and the texts between them."""
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _figure(element: Any) -> Iterator[Block]:
    """A figure: its photographs, the caption at the last one."""
    addresses = _addresses(element)
    captions = list(element.iter("figcaption"))
    texts = [marks.text_of(caption) for caption in captions] or [
        marks.text_of(child)
        for child in element.iter("p", "div", "span")
        if marks.is_caption(child) or (element.tag == "div" and child.tag == "p")
    ]
    texts = [text for text in texts if text]
    if not addresses:
        if element.find(".//iframe") is None and element.find(".//video") is None:
            yield from walk(element)
        return
    for number, address in enumerate(addresses):
        # One caption for several photographs stands under the last.
        offset = len(addresses) - len(texts)
        text = texts[number - offset] if 0 <= number - offset < len(texts) else ""
        yield Block(Kind.CAPTION, text, photo_name=address)


def _addresses(element: Any) -> list[str]:
    """Addresses of the photographs below an element, each once."""
    found = (image_address(image) for image in element.iter("img", "amp-img"))
    return list(dict.fromkeys(address for address in found if address))


def _photos(element: Any) -> Iterator[Block]:
    """Photographs without their captions."""
    for address in _addresses(element):
        yield Block(Kind.CAPTION, photo_name=address)


def _table(element: Any) -> Iterator[Block]:
    """A table: a photograph with its caption, a mere frame, or figures."""
    if is_picture_table(element):
        yield from _photos(element)
        for cell in element.iter("td", "th", "caption"):
            if cell.find(".//td") is None and (text := marks.text_of(cell)):
                yield Block(Kind.CAPTION, text, credit="?")
        return
    rows = []
    for row in element.iter("tr"):
        cells = tuple(marks.text_of(cell) for cell in row if cell.tag in {"td", "th"})
        if any(cells):
            rows.append(cells)
    is_frame = not rows or max(map(len, rows)) < 2 or element.find(".//table") is not None
    if is_frame or any(len(cell) > 900 for row in rows for cell in row):
        for cell in element.iter("td", "th"):
            if next(cell.iterancestors("table"), None) is element:
                yield from walk(cell)
        return
    yield Block(Kind.TABLE, rows=tuple(rows))


def _loose(parts: list[Any], parent: Any) -> Iterator[Block]:
    """Paragraphs made of text and inline elements, cut at double line breaks."""
    if not parts:
        return
    runs: list[Run] = []
    images: list[str] = []
    for part in parts:
        if isinstance(part, str):
            runs.append(Run(part))
        elif not marks.is_noise(part):
            _inline(part, runs, images, bold=False, italic=False, link="")
    pieces = _split_lines(runs, is_paragraph=parent.tag == "p")
    is_centred = (
        parent.tag == "center"
        or parent.get("align") == "center"
        or bool(_CENTRED.search(parent.get("style") or ""))
    )
    for address in images:
        yield Block(Kind.CAPTION, photo_name=address)
    for piece in pieces:
        text = tidy("".join(run.text for run in piece))
        if not text or (_MORE.match(text) and len(text) < 200):
            continue
        worded = [run for run in piece if run.text.strip()]
        if all(run.link for run in worded) and len(worded) == 1 and not is_sentence(text):
            continue
        is_italic = all(run.italic for run in worded)
        is_bold = all(run.bold for run in worded)
        looks_like_caption = len(text) <= CAPTION_LENGTH and (
            images or is_italic or is_centred or has_credit(text)
        )
        if looks_like_caption and (images or (has_credit(text) and is_italic)):
            yield Block(Kind.CAPTION, text, credit="?")
        elif is_bold and len(text) <= 120 and not is_sentence(text):
            yield Block(Kind.HEADING, text)
        else:
            # A mark for join_captions: this could be a caption if a photograph stands before it.
            credit = "?" if looks_like_caption else ""
            yield Block(Kind.PARAGRAPH, text, runs=_tidy_runs(piece), credit=credit)


def _inline(
    element: Any, runs: list[Run], images: list[str], *, bold: bool, italic: bool, link: str
) -> None:
    """Gather the runs and photographs of an inline element."""
    if element.tag == "br":
        runs.append(Run(_LINE))
        return
    if element.tag in {"img", "amp-img"}:
        if address := image_address(element):
            images.append(address)
        return
    if element.tag in marks.SKIPPED_TAGS or marks.is_hidden(element):
        return
    style = (element.get("style") or "").replace(" ", "").lower()
    bold = bold or element.tag in {"b", "strong"} or "font-weight:bold" in style
    italic = italic or element.tag in {"i", "em"} or "font-style:italic" in style
    if element.tag == "a":
        address = (element.get("href") or "").strip()
        link = address if address.startswith(("http://", "https://")) else link
    if element.text:
        runs.append(Run(element.text, bold, italic, link))
    for child in element:
        if isinstance(child.tag, str):
            _inline(child, runs, images, bold=bold, italic=italic, link=link)
        if child.tail:
            runs.append(Run(child.tail, bold, italic, link))


def _split_lines(runs: list[Run], *, is_paragraph: bool) -> list[list[Run]]:
    """Cut runs where lines break, unless the breaks only wrap short lines of one paragraph."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == _LINE:
            lines.append([])
        else:
            lines[-1].append(run)
    texts = ["".join(run.text for run in line).strip() for line in lines]
    sentences = sum(is_sentence(text) for text in texts if text)
    worded = sum(bool(text) for text in texts)
    if is_paragraph and worded > 1 and sentences < worded - 1 and "" not in texts[1:-1]:
        joined: list[Run] = []
        for line in lines:
            joined += [*line, Run(" ")]
        return [joined]
    return lines


def _tidy_runs(runs: list[Run]) -> tuple[Run, ...]:
    """Runs with single blanks, joined where emphasis is the same; empty when there is none."""
    if not any(run.bold or run.italic or run.link for run in runs):
        return ()
    tidied: list[Run] = []
    for run in runs:
        text = re.sub(r"\s+", " ", run.text)
        if tidied and tidied[-1].text.endswith(" "):
            text = text.lstrip()
        if not text:
            continue
        if tidied and replace(tidied[-1], text="") == replace(run, text=""):
            tidied[-1] = replace(tidied[-1], text=tidied[-1].text + text)
        else:
            tidied.append(replace(run, text=text))
    if tidied:
        tidied[0] = replace(tidied[0], text=tidied[0].text.lstrip())
        tidied[-1] = replace(tidied[-1], text=tidied[-1].text.rstrip())
    return tuple(run for run in tidied if run.text)


def join_captions(blocks: list[Block]) -> list[Block]:
    """Put photographs and the captions that follow them together.

    Args:
        blocks: As :func:`walk` yields them.

    Returns:
        The blocks without the mark ``?`` in the credit.
    """
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        waits = last is not None and last.kind == Kind.CAPTION and not last.text and last.photo_name
        if block.credit == "?" and last is not None and waits:
            joined[-1] = replace(last, text=block.text)
        else:
            joined.append(replace(block, credit="" if block.credit == "?" else block.credit))
    return joined
