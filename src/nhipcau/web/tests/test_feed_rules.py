"""The sample site's feeds by the rules of the W3C's feed validator and of jsonfeed.org 1.1."""

import json
import re
from collections import Counter
from datetime import datetime
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree, html

from nhipcau.common.surfaces import registry
from nhipcau.web.tests.conftest import NOW

pytestmark = pytest.mark.django_db
BASE = "http://localhost:8000"
NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")
# What readers' programs take out of others' texts, or should.
UNSAFE = "script iframe object embed style meta base form input link".split()


@pytest.fixture
def feeds(sample_site) -> dict[str, bytes]:
    """Every feed of the site that has something to say, by its address."""
    found = {}
    for address in registry.addresses(NOW):
        if address.endswith(("/feed.atom", "/feed.rss", "/feed.json")):
            rendered = registry.render(address, NOW)
            assert rendered.status == 200, address
            found[address] = rendered.body
    assert {address.partition("/feed.")[2] for address in found} == {"atom", "rss", "json"}
    assert len(found) > 20
    return found


def wrong_content(content: str) -> list[str]:
    """What a validator warns of in the HTML of an entry."""
    root = html.fragment_fromstring(content, create_parent="div")
    wrong = [element.tag for element in root.iter(*UNSAFE)]
    for element in root.iter(etree.Element):
        wrong += [name for name in element.attrib if name == "style" or name.startswith("on")]
    wrong += [
        link
        for element, attribute, link, _ in root.iterlinks()
        if not re.match(r"(https?|mailto|tel):", link)
        and not (attribute == "href" and link.startswith("#"))
    ]
    return wrong


def is_plain(text: str | None) -> bool:
    """Whether a text that is shown as it stands has words and no HTML."""
    return bool(text and text.strip()) and not re.search(r"<[a-z/]|&(amp|lt|gt|quot|#\d+);", text)


def is_past(moment: str) -> bool:
    return bool(RFC_3339.fullmatch(moment)) and datetime.fromisoformat(moment) <= NOW


def atom_complaints(address: str, body: bytes) -> list[str]:
    feed = etree.fromstring(body)

    def told(element, path):
        return element.xpath(path, namespaces=NAMES)

    wrong = [] if feed.tag == f"{{{NAMES['a']}}}feed" else ["root"]
    if told(feed, "a:link[@rel='self']/@href") != [BASE + address]:
        wrong.append("self")
    entries = told(feed, "a:entry")
    for element in [feed, *entries]:
        for name in ("id", "title", "updated", "author"):
            if len(told(element, f"a:{name}")) != 1:
                wrong.append(f"{name} is not there once")
        if not re.match(r"[a-z]+:\S+$", told(element, "string(a:id)")):
            wrong.append("id is no address")
        if not is_plain(told(element, "string(a:title)")):
            wrong.append("title")
        if not told(element, "string(a:author/a:name)").strip():
            wrong.append("author without a name")
        wrong += [one for one in told(element, "a:updated/text()") if not is_past(one)]
        wrong += [one for one in told(element, "a:link/@href") if not one.startswith(BASE)]
    for entry in entries:
        if not told(entry, "string(a:published)") <= told(entry, "string(a:updated)"):
            wrong.append("changed before it was published")
        if told(entry, "a:content/@type") != ["html"]:
            wrong.append("content")
        if not is_plain(told(entry, "string(a:summary)")):
            wrong.append("summary")
        wrong += wrong_content(told(entry, "string(a:content)"))
    ids = Counter(told(feed, "a:entry/a:id/text()"))
    return wrong + [f"{one} comes twice" for one, count in ids.items() if count > 1]


def rss_complaints(address: str, body: bytes) -> list[str]:
    root = etree.fromstring(body)
    (channel,) = root.findall("channel")

    def told(element, path):
        return element.xpath(path, namespaces=NAMES)

    wrong = [] if (root.tag, root.get("version")) == ("rss", "2.0") else ["root"]
    if told(channel, "a:link[@rel='self'][@type='application/rss+xml']/@href") != [BASE + address]:
        wrong.append("self")
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        if len(told(channel, f"{name}[string()]")) != 1:
            wrong.append(f"{name} is not there once")
    if not re.fullmatch(r"[a-z]{2}(-[a-z]+)?", told(channel, "string(language)")):
        wrong.append("language")
    moments = told(root, "//lastBuildDate/text() | //pubDate/text()")
    wrong += [
        one for one in moments if not RFC_822.fullmatch(one) or parsedate_to_datetime(one) > NOW
    ]
    for item in told(channel, "item"):
        for name in ("title", "link", "guid", "pubDate", "description", "dc:creator"):
            if len(told(item, f"{name}[string()]")) != 1:
                wrong.append(f"{name} of an item is not there once")
        if not told(item, "string(link)").startswith(BASE):
            wrong.append("link of an item")
        if told(item, "string(guid/@isPermaLink)") != "false":
            wrong.append("guid is no address")
        if not is_plain(told(item, "string(title)")):
            wrong.append("title of an item")
        wrong += wrong_content(told(item, "string(content:encoded)"))
    ids = Counter(told(channel, "item/guid/text()"))
    return wrong + [f"{one} comes twice" for one, count in ids.items() if count > 1]


def json_complaints(address: str, body: bytes) -> list[str]:
    feed = json.loads(body)
    wrong = []
    if feed["version"] != "https://jsonfeed.org/version/1.1" or not is_plain(feed["title"]):
        wrong.append("version or title")
    if feed["feed_url"] != BASE + address or not feed["home_page_url"].startswith(BASE):
        wrong.append("addresses")
    for item in feed["items"]:
        if not (isinstance(item["id"], str) and item["url"].startswith(BASE)):
            wrong.append("id or url of an item")
        if not all(is_past(item[name]) for name in ("date_published", "date_modified")):
            wrong.append("moments of an item")
        if not all(author["name"] for author in item["authors"]):
            wrong.append("author of an item")
        wrong += wrong_content(item["content_html"])
    ids = Counter(item["id"] for item in feed["items"])
    return wrong + [f"{one} comes twice" for one, count in ids.items() if count > 1]


CHECKS = {"atom": atom_complaints, "rss": rss_complaints, "json": json_complaints}


def test_every_feed_keeps_the_rules(feeds):
    complaints = {
        address: wrong
        for address, body in feeds.items()
        if (wrong := CHECKS[address.rpartition(".")[2]](address, body))
    }
    assert complaints == {}


@pytest.mark.parametrize("ending", CHECKS)
def test_a_feed_that_breaks_a_rule_is_complained_of(feeds, ending):
    address = f"/vi/feed.{ending}"
    body, complaints = feeds[address], CHECKS[ending]
    assert complaints(f"/vi/other.{ending}", body), "it names another address as its own"
    assert body != (late := body.replace(b"2025", b"2099"))
    assert complaints(address, late), "its stories are of the future"
