"""NewsML-G2 of the IPTC: news items, packages and messages that hold them."""

import re
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from nhipcau.common.text import nfc
from nhipcau.newsroom.ingest.encodings import decode
from nhipcau.newsroom.ingest.exceptions import (
    DamagedSource,
    DangerousSource,
    EmptySource,
    NoStory,
    SourceTooLarge,
    UnreadableSource,
)
from nhipcau.newsroom.ingest.moments import from_iso
from nhipcau.newsroom.ingest.phrases import tidy
from nhipcau.newsroom.ingest.readers.html import fragment_blocks
from nhipcau.newsroom.ingest.readers.plain_text import Layout, finish
from nhipcau.newsroom.ingest.types import Block, Kind, ParsedStory

LIMIT_BYTES = 20_000_000
NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PICTURES = ("picture", "graphic", "video", "audio")
_WITHDRAWN = frozenset({"canceled", "withheld"})


def read(data: bytes, name: str = "") -> list[ParsedStory]:
    """Read every text item of a file.

    Args:
        data: The file.
        name: Its name, for messages only.

    Returns:
        The stories.

    Raises:
        UnreadableSource: if it is too large, no well-formed NewsML-G2, declares entities, or
            holds no story.
    """
    if len(data) > LIMIT_BYTES:
        raise SourceTooLarge(len(data), LIMIT_BYTES)
    if not data.strip():
        raise EmptySource
    root = parse(data)
    items = [item for item in root.iter(_tag("newsItem")) if not _is_picture(item)]
    if not items:
        raise NoStory
    pictures = [item for item in root.iter(_tag("newsItem")) if _is_picture(item)]
    return [_story(item, pictures if len(items) == 1 else []) for item in items]


def parse(data: bytes) -> Any:
    """The root element; nothing outside the file is ever loaded.

    Raises:
        DangerousSource: if it has a document type, in which entities are declared.
        DamagedSource: if it is not well-formed.
    """
    head = data[:100_000]
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or "<!DOCTYPE".encode("utf-16-le") in head:
        raise DangerousSource(
            _("The XML file declares entities or a document type. Export it without them.")
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data).text)
        try:
            return etree.fromstring(text.encode(), parser)
        except etree.XMLSyntaxError:
            raise DamagedSource from error


def _tag(name: str) -> str:
    """An element name of NewsML-G2."""
    return f"{{{NAMESPACE}}}{name}"


def _find(element: Any, path: str) -> Any:
    """The first element at a path of NewsML-G2 names."""
    return element.find("/".join(_tag(name) for name in path.split("/")))


def _text(element: Any) -> str:
    """The tidy text of an element; empty for none."""
    return "" if element is None else tidy(nfc("".join(element.itertext())))


def _code(element: Any) -> str:
    """The local part of a concept's code, such as ``text`` of ``ninat:text``."""
    if element is None:
        return ""
    value = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return re.split(r"[:/]", value)[-1].lower()


def _is_picture(item: Any) -> bool:
    """Whether an item is a photograph or a film on its own."""
    return _code(_find(item, "itemMeta/itemClass")) in _PICTURES


def _story(item: Any, pictures: list[Any]) -> ParsedStory:
    """The story of one news item.

    Raises:
        UnreadableSource: if the source has withdrawn it.
        NoStory: if it has no headline or no text.
    """
    if _code(_find(item, "itemMeta/pubStatus")) in _WITHDRAWN:
        raise UnreadableSource(_("The source has withdrawn or withheld this item."))
    meta = _find(item, "contentMeta")
    layout = Layout(headline=_headline(item, meta))
    for path in ("itemMeta/firstCreated", "contentMeta/contentCreated", "itemMeta/versionCreated"):
        layout.moment = layout.moment or from_iso(_text(_find(item, path)))
    layout.bylines = [_text(_find(item, "contentMeta/by"))] if meta is not None else []
    layout.bylines = [name for name in layout.bylines if name] or _creators(meta)
    layout.source_name = _name(_find(item, "itemMeta/provider")) or _name(
        _find(item, "contentMeta/infoSource")
    )
    subjects = meta.findall(_tag("subject")) if meta is not None else []
    words = [_text(word) for word in (meta.findall(_tag("keyword")) if meta is not None else [])]
    layout.keywords = tuple(filter(None, [*words, *map(_name, subjects)]))
    blocks = _blocks(item) + [_picture(picture) for picture in pictures]
    story = finish(layout, blocks)
    embargo = from_iso(_text(_find(item, "itemMeta/embargoed")))
    return replace(
        story,
        language=_language(item, meta),
        identifier=(item.get("guid") or "")[:290],
        translation_of=_translation_of(item)[:290],
        embargo_until=embargo.at if embargo else None,
    )


def _headline(item: Any, meta: Any) -> str:
    """The headline, else the item's title."""
    headlines = meta.findall(_tag("headline")) if meta is not None else []
    main = [one for one in headlines if "main" in (one.get("role") or "main")]
    return next((text for one in [*main, *headlines] if (text := _text(one))), "") or _text(
        _find(item, "itemMeta/title")
    )


def _name(element: Any) -> str:
    """The name of a concept, else its literal."""
    if element is None:
        return ""
    return _text(_find(element, "name")) or tidy(element.get("literal") or "")


def _creators(meta: Any) -> list[str]:
    """Names of the people who made it."""
    creators = meta.findall(_tag("creator")) if meta is not None else []
    return [name for name in map(_name, creators) if name]


def _language(item: Any, meta: Any) -> str:
    """BCP 47 code of the text."""
    said = None if meta is None else _find(meta, "language")
    if said is not None and said.get("tag"):
        return str(said.get("tag"))
    return str(item.get(_LANGUAGE) or "")


def _translation_of(item: Any) -> str:
    """The identifier of the item that this one translates."""
    for link in item.iter(_tag("link")):
        if "translat" in (link.get("rel") or "").lower():
            return str(link.get("residref") or link.get("href") or "")
    return ""


def _blocks(item: Any) -> list[Block]:
    """The body: XHTML or NITF in line, else plain text."""
    content = _find(item, "contentSet")
    if content is None:
        return []
    for inline in content.findall(_tag("inlineXML")):
        bodies = [
            element
            for element in inline.iter()
            if isinstance(element.tag, str)
            and etree.QName(element).localname in {"body", "body.content"}
        ]
        root = bodies[-1] if bodies else inline
        html = "".join(_as_html(child) for child in root)
        if blocks := fragment_blocks(html):
            return blocks
    for inline in content.findall(_tag("inlineData")):
        lines = [tidy(nfc(line)) for line in (inline.text or "").split("\n")]
        if any(lines):
            return [Block(Kind.PARAGRAPH, line) for line in lines if line]
    return []


# NITF's own names for what HTML has other names for.
_NITF = {"hl1": "h2", "hl2": "h3", "media": "figure", "media-caption": "figcaption", "block": "div"}


def _as_html(element: Any) -> str:
    """An element without namespaces, NITF names as HTML ones."""
    if not isinstance(element.tag, str):
        return ""
    for one in element.iter():
        if isinstance(one.tag, str):
            name = etree.QName(one).localname
            if name == "media-reference":
                one.attrib["src"] = one.get("source") or ""
            one.tag = {"media-reference": "img"}.get(name) or _NITF.get(name, name)
    etree.cleanup_namespaces(element)
    return etree.tostring(element, encoding="unicode", method="html")


def _picture(item: Any) -> Block:
    """A photograph that came in the same message."""
    meta = _find(item, "contentMeta")
    description = _find(item, "contentMeta/description")
    remote = item.find(f".//{_tag('remoteContent')}")
    return Block(
        Kind.CAPTION,
        _text(description) or _headline(item, meta),
        credit=_text(_find(item, "contentMeta/by")) or _text(_find(item, "contentMeta/creditline")),
        photo_name="" if remote is None else str(remote.get("href") or ""),
    )
