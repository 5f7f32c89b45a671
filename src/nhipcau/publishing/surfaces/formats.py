"""Feeds as bytes: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from lxml import etree
from lxml.builder import ElementMaker

from nhipcau.publishing.rules.xml_text import xml_text
from nhipcau.publishing.selectors.entries import Entry

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself.

    Attributes:
        guid: Its permanent name.
        title: Its name.
        language: BCP 47 code.
        page_url: The page it goes with.
        url: Its own address.
        updated_at: When any of it last changed.
        withdrawn: Names of withdrawn versions, with the moment.
    """

    guid: str
    title: str
    language: str
    page_url: str
    url: str
    updated_at: datetime
    withdrawn: tuple[tuple[str, datetime], ...] = ()


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def atom(feed: Feed, items: Sequence[Entry]) -> bytes:
    """Write an Atom feed; withdrawn stories are named (RFC 6721), so that others drop them.

    Args:
        feed: What the feed says of itself.
        items: Newest first.
    """
    make = ElementMaker(namespace=ATOM, nsmap={None: ATOM, "at": TOMBSTONES})
    root = make.feed(
        make.id(feed.guid),
        make.title(xml_text(feed.title)),
        make.updated(_moment(feed.updated_at)),
        make.link(rel="self", type="application/atom+xml", href=feed.url),
        make.link(rel="alternate", type="text/html", href=feed.page_url),
        make.author(make.name(xml_text(feed.title) or "-")),
        make.generator("Nhịp Cầu"),
        {"{http://www.w3.org/XML/1998/namespace}lang": feed.language},
    )
    for item in items:
        entry = make.entry(
            make.id(item.guid),
            make.title(xml_text(item.headline)),
            make.published(_moment(item.published_at)),
            make.updated(_moment(item.updated_at)),
            make.link(rel="alternate", type="text/html", href=item.url),
            make.author(make.name(xml_text(item.byline or item.publisher))),
            *(make.category(term=xml_text(section)) for section in item.sections),
            make.summary(xml_text(item.summary)),
            make.content(xml_text(item.content), type="html"),
            make.rights(xml_text(item.publisher)),
        )
        root.append(entry)
    for guid, moment in feed.withdrawn:
        etree.SubElement(
            root, f"{{{TOMBSTONES}}}deleted-entry", {"ref": guid, "when": _moment(moment)}
        )
    return _serialise(root)


def rss(feed: Feed, items: Sequence[Entry]) -> bytes:
    """Write an RSS 2.0 feed.

    Args:
        feed: What the feed says of itself.
        items: Newest first.
    """
    make = ElementMaker(nsmap={"atom": ATOM, "content": CONTENT, "dc": DUBLIN_CORE})
    channel = make.channel(
        make.title(xml_text(feed.title)),
        make.link(feed.page_url),
        make.description(xml_text(feed.title)),
        make.language(feed.language),
        make.lastBuildDate(_mail_date(feed.updated_at)),
        make.generator("Nhịp Cầu"),
    )
    etree.SubElement(
        channel,
        f"{{{ATOM}}}link",
        {"rel": "self", "type": "application/rss+xml", "href": feed.url},
    )
    for item in items:
        entry = make.item(
            make.title(xml_text(item.headline)),
            make.link(item.url),
            make.guid(item.guid, isPermaLink="false"),
            make.pubDate(_mail_date(item.published_at)),
            *(make.category(xml_text(section)) for section in item.sections),
            make.description(xml_text(item.summary)),
        )
        etree.SubElement(entry, f"{{{DUBLIN_CORE}}}creator").text = xml_text(
            item.byline or item.publisher
        )
        etree.SubElement(entry, f"{{{CONTENT}}}encoded").text = etree.CDATA(
            xml_text(item.content).replace("]]>", "]]&gt;")
        )
        channel.append(entry)
    return _serialise(make.rss(channel, version="2.0"))


def json_feed(feed: Feed, items: Sequence[Entry]) -> bytes:
    """Write a JSON Feed (jsonfeed.org, version 1.1).

    Args:
        feed: What the feed says of itself.
        items: Newest first.
    """
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "language": feed.language,
            "home_page_url": feed.page_url,
            "feed_url": feed.url,
            "items": [
                {
                    "id": item.guid,
                    "url": item.url,
                    "title": item.headline,
                    "summary": item.summary,
                    "content_html": item.content,
                    "language": item.language,
                    "date_published": _moment(item.published_at),
                    "date_modified": _moment(item.updated_at),
                    "authors": [{"name": item.byline or item.publisher}],
                    "tags": list(item.sections),
                }
                for item in items
            ],
        },
        ensure_ascii=False,
        indent=1,
    ).encode()


def _mail_date(value: datetime) -> str:
    return format_datetime(value.astimezone(UTC), usegmt=True)
