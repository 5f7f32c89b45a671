"""NewsML-G2 2.35 of the IPTC (https://iptc.org/standards/newsml-g2/)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from lxml import etree, html

from nhipcau.publishing.enums import WireStatus
from nhipcau.publishing.rules.xml_text import xml_text
from nhipcau.publishing.selectors.wire import Named, WireStory
from nhipcau.publishing.types import WireFeed

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# lxml wants None for the default name space, which its types do not know.
_NAMES: dict[Any, str] = {None: NAMESPACE}


def item(story: WireStory, provider: str, base: str) -> bytes:
    """One news item as a document of its own.

    Args:
        story: The story.
        provider: Name of the site.
        base: Its address.
    """
    return _bytes(_item(story, provider, base))


def feed(about: WireFeed, stories: Sequence[WireStory], base: str) -> bytes:
    """The latest items in one news message.

    Args:
        about: What the feed says of itself.
        stories: The latest change first; at least one, as the format demands.
        base: Address of the site.
    """
    root = etree.Element(_tag("newsMessage"), nsmap=_NAMES)
    header = _add(root, "header")
    _add(header, "sent", _moment(about.updated_at))
    _add(header, "sender", about.provider)
    _add(header, "origin", base)
    items = _add(root, "itemSet")
    items.extend(_item(story, about.provider, base) for story in stories)
    return _bytes(root)


def _item(story: WireStory, provider: str, base: str) -> etree._Element:
    record, entry = story.item, story.entry
    root = etree.Element(
        _tag("newsItem"),
        {
            "guid": record.guid.urn,
            "version": str(record.number),
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
            _LANGUAGE: record.language,
        },
        nsmap=_NAMES,
    )
    _add(root, "catalogRef", href=CATALOG)
    if entry is not None:
        rights = _add(root, "rightsInfo")
        _add(_add(rights, "copyrightHolder"), "name", entry.publisher)
        _add(rights, "copyrightNotice", f"© {entry.publisher}")
        _add(rights, "usageTerms", entry.usage_terms)
    _management(root, story, provider, base)
    if entry is not None and story.status == WireStatus.USABLE:
        _content(root, story)
    elif story.headline:
        _add(_add(root, "contentMeta"), "headline", story.headline)
    return root


def _management(root: etree._Element, story: WireStory, provider: str, base: str) -> None:
    """``itemMeta``: its elements stand in the order the schema lays down."""
    record, entry = story.item, story.entry
    meta = _add(root, "itemMeta")
    _add(meta, "itemClass", qcode="ninat:text")
    _add(_add(meta, "provider", uri=f"{base}/"), "name", provider)
    _add(meta, "versionCreated", _moment(record.changed_at))
    if story.first_created:
        _add(meta, "firstCreated", _moment(story.first_created))
    if story.embargo_until:
        _add(meta, "embargoed", _moment(story.embargo_until))
    _add(meta, "pubStatus", qcode=f"stat:{story.status.value}")
    _add(meta, "generator", "Nhịp Cầu")
    if story.headline:
        _add(meta, "title", story.headline)
    if story.note:
        _add(meta, "edNote", story.note)
    if story.work:
        _add(meta, "instanceOf", uri=story.work)
    if story.is_correction:
        _add(meta, "signal", qcode="sig:correction")
    if entry is not None:
        _add(meta, "altRep", entry.url, contenttype="text/html")
    if story.translation_of:
        _add(meta, "link", rel="irel:isTranslationOf", residref=story.translation_of)


def _content(root: etree._Element, story: WireStory) -> None:
    entry = story.entry
    assert entry is not None  # noqa: S101 - only usable stories come here
    meta = _add(root, "contentMeta")
    _add(meta, "contentCreated", _moment(entry.published_at))
    _add(meta, "contentModified", _moment(entry.updated_at))
    if story.source_name:
        _add(_add(meta, "infoSource"), "name", story.source_name)
    for organisation in story.organisations:
        _named(meta, "subject", organisation, "cpnat:organisation")
    for place in story.places:
        _named(meta, "subject", place, "cpnat:geoArea")
    for subject in story.subjects:
        _named(meta, "subject", subject, "cpnat:abstract")
    _add(meta, "language", tag=entry.language)
    _add(meta, "headline", entry.headline)
    if entry.byline:
        _add(meta, "by", entry.byline)
    if entry.summary:
        _add(meta, "description", entry.summary, role="drol:summary")
    inline = _add(_add(root, "contentSet"), "inlineXML", contenttype="application/xhtml+xml")
    inline.append(_document(entry.headline, entry.content))


def _named(meta: etree._Element, name: str, thing: Named, kind: str) -> None:
    attributes = {"type": kind} | (
        {"uri": thing.uri} if thing.uri else {"literal": xml_text(thing.name)}
    )
    _add(etree.SubElement(meta, _tag(name), attributes), "name", thing.name)


def _document(title: str, content: str) -> etree._Element:
    """The story's HTML as an XHTML document."""
    body = html.fragment_fromstring(xml_text(content), create_parent="body")
    html.html_to_xhtml(body)
    document = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML})  # type: ignore[dict-item]
    head = etree.SubElement(document, f"{{{XHTML}}}head")
    etree.SubElement(head, f"{{{XHTML}}}title").text = xml_text(title)
    document.append(body)
    return document


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, _tag(name), attributes)
    element.text = xml_text(text) or None
    return element


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
