"""Headline, time, author and address of a page, from its metadata and from what readers see."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from nhipcau.common.clock import civil
from nhipcau.common.text import fold
from nhipcau.newsroom.ingest.moment_lines import split_moment_line
from nhipcau.newsroom.ingest.moments import Moment, find_moment, from_iso
from nhipcau.newsroom.ingest.phrases import (
    byline,
    is_person,
    labelled_byline,
    same_text,
    tidy,
)
from nhipcau.newsroom.ingest.readers.html import marks

_ARTICLE_TYPES = ("newsarticle", "article", "reportagenewsarticle", "blogposting", "report")
_TITLE_SUFFIX = re.compile(r"\s+[|\-–—»·]\s+[^|–—»·]{2,60}$")
_TIME_TAGS = ("time", "span", "div", "p", "td", "li", "em", "i", "small", "font", "b")
_AUTHOR_TAGS = ("span", "div", "p", "a", "strong", "b", "td", "em", "li", "address", "dd", "h5")
_STORY_FOOT = re.compile(r"(?:article|detail|post|entry|story|longform|news)-?\w*-*foot")
# A bar with author and time has no more text than this, in characters.
_LONGEST_BAR = 160
# An element with more parts than this is no time line.
_MOST_PARTS = 30
_UPDATED = re.compile(r"cap nhat|updated|sua lan cuoi")


@dataclass
class Metadata:
    """What the page says to machines.

    Attributes:
        values: ``meta`` elements by name, lower case, first occurrence.
        article: The article's JSON-LD object, empty when there is none.
    """

    values: dict[str, str] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        """The first of several ``meta`` values that is there."""
        return next((self.values[name] for name in names if self.values.get(name)), "")

    def linked(self, name: str) -> str:
        """A JSON-LD value as text, or the name of the object it is."""
        value = self.article.get(name)
        if isinstance(value, list):
            names = [_name(item) for item in value]
            return ", ".join(name for name in names if name)
        return _name(value)


def _name(value: Any) -> str:
    """The text or the name of a JSON-LD value."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    return tidy(str(value)) if isinstance(value, str | int) else ""


def metadata(tree: Any) -> Metadata:
    """Read what the page says to machines.

    Args:
        tree: The page's root element.
    """
    found = Metadata()
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = tidy(element.get("content") or "")
        if name and content:
            found.values.setdefault(name.lower().strip(), content)
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            for item in _linked_items(script.text):
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if not found.article and any(str(k).lower() in _ARTICLE_TYPES for k in kinds):
                    found.article = item
    return found


def _linked_items(text: str) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects of a script; broken JSON gives none."""
    try:
        data = json.loads(text.strip().strip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    stack = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            yield item
            stack.extend(value for key, value in item.items() if key in {"@graph", "mainEntity"})


def headline(tree: Any, known: Metadata) -> tuple[str, Any]:
    """The headline and its element.

    Args:
        tree: The page.
        known: What it says to machines.

    Returns:
        Text, and the element where readers see it or ``None``.
    """
    said = [
        text
        for text in (
            known.linked("headline"),
            known.first("og:title", "twitter:title", "title"),
            tidy(tree.findtext(".//title") or ""),
        )
        if text
    ]
    seen = [
        (element, text)
        for element in tree.iter("h1", "h2", "h3", "div", "p", "span", "td", "strong")
        if (element.tag == "h1" or marks.is_title(element))
        and 8 <= len(text := marks.text_of(element)) <= 300
        and not in_list(element)
    ]
    seen = [pair for pair in seen if not _in_site_header(pair[0])] or seen
    for element, text in seen:
        if any(_agrees(text, claim) for claim in said):
            return text, element
    ones = [pair for pair in seen if pair[0].tag == "h1"] or seen
    if ones:
        return ones[0][1], ones[0][0]
    claim = _TITLE_SUFFIX.sub("", said[0]) if said else ""
    return _drawn_headline(tree, claim) or (claim, None)


def _drawn_headline(tree: Any, claim: str) -> tuple[str, Any] | None:
    """The headline of a page that names no part of it: what is drawn large.

    Args:
        tree: The page.
        claim: What the page calls its title, which may be the paper's name on every page.
    """
    drawn = [
        (text, element)
        for element in tree.iter("font", "span", "b", "strong", "p", "div", "td")
        if marks.is_large(element)
        and 8 <= len(text := marks.text_of(element)) <= 300
        and not in_list(element)
    ]
    named = next((pair for pair in drawn if claim and _agrees(pair[0], claim)), None)
    if named or not drawn:
        return named
    # A word such as ``TIN`` stands somewhere in any text.
    is_shown = len(claim) > 15 and fold(claim) in fold(marks.text_of(tree.find(".//body")))
    return None if is_shown else drawn[0]


def _agrees(text: str, claim: str) -> bool:
    """Whether a visible text is what the page calls its title, perhaps with the paper's name."""
    plain, claimed = fold(text), fold(claim)
    return same_text(text, claim) or (len(plain) > 15 and claimed.startswith(plain))


def _in_site_header(element: Any) -> bool:
    """Whether an element stands in the header of the whole site, where its name is."""
    return any(
        parent.tag == "header" and parent.getparent().tag == "body"
        for parent in element.iterancestors()
    )


def in_list(element: Any) -> bool:
    """Whether an element stands in a list of other stories."""
    return any(
        parent.tag in {"li", "nav", "aside", "footer"}
        # Some systems call the story's own column a sidebar; a list holds no headline of a page.
        or (marks.is_noise(parent) and parent.find(".//h1") is None)
        for parent in element.iterancestors()
        if parent.tag not in {"html", "body", "form"}
    )


def machine_moment(tree: Any, known: Metadata) -> Moment | None:
    """The time of publication that the page tells machines."""
    values = [
        known.linked("datePublished"),
        known.first(
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "pubdate",
            "publishdate",
            "publish-date",
            "dc.date.issued",
            "dc.date",
            "dc.created",
            "dcterms.created",
            "dcterms.date",
            "dcterms.issued",
            "datecreated",
            "og:published_time",
            "parsely-pub-date",
            "publication_date",
            "date",
            "sailthru.date",
            "article:published",
        ),
    ]
    for element in tree.iter("time", "span", "div", "abbr"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            values.append(element.get("content") or element.get("datetime") or "")
    return next((moment for value in values if (moment := from_iso(value))), None)


def visible_moment(tree: Any, title: Any) -> tuple[Moment, bool, str] | None:
    """The time of publication that readers see.

    Args:
        tree: The page.
        title: The headline's element, or ``None``.

    Returns:
        The moment, whether it is called an update, and an author that stands on the same line.
    """
    order = {element: number for number, element in enumerate(tree.iter())}
    middle = order.get(title, 0)
    found = []
    for element in tree.iter(*_TIME_TAGS):
        if len(list(islice(element.iter(), _MOST_PARTS))) == _MOST_PARTS:
            continue
        text = marks.text_of(element)
        if not 6 <= len(text) <= 160 or in_list(element) or _is_page_clock(element, title):
            continue
        line = split_moment_line(text)
        moment = line[0] if line else None
        if marks.is_time(element):
            stamp = element.get("datetime") or element.get("title") or ""
            exact = from_iso(stamp) if moment is None or not moment.has_time else None
            moment = exact or moment or find_moment(text)
        if moment is None:
            continue
        distance = order[element] - middle
        # Below the headline is the rule.
        cost = distance if distance >= 0 else 40 - distance * 2
        found.append((not moment.has_time, cost, len(text), moment, element, line))
    if not found:
        return None
    _no_time, _cost, _size, moment, element, line = min(found, key=lambda item: item[:3])
    name = (line[1] if line else "") or _name_beside(element)
    return moment, bool(_UPDATED.search(fold(marks.text_of(element)))), name


def _name_beside(element: Any) -> str:
    """The author's name in the bar that shows the time, where nothing calls it so."""
    bar = element.getparent()
    if bar is None or len(list(islice(bar.iter(), _MOST_PARTS))) == _MOST_PARTS:
        return ""
    if len(marks.text_of(bar)) > _LONGEST_BAR:
        return ""
    for part in bar.iter("span", "a", "strong", "b", "p", "div", "em"):
        text = marks.text_of(part)
        if part is not element and len(text.split()) > 1 and is_person(text):
            return text
    return ""


def _is_page_clock(element: Any, title: Any) -> bool:
    """Whether an element stands in the page's own head, where today's date is shown."""
    around = set(title.iterancestors()) if title is not None else set()
    return any(
        parent not in around
        and (
            parent.tag in {"header", "nav"}
            or re.search(r"\b(?:header|top-?bar)\b", marks.hint(parent))
        )
        for parent in [element, *element.iterancestors()]
        if parent.tag not in {"html", "body"}
    ) and (title is None or not _is_after(element, title))


def _is_after(element: Any, other: Any) -> bool:
    """Whether an element stands after another in the page."""
    for node in element.getroottree().iter():
        if node is other:
            return True
        if node is element:
            return False
    return False


def choose_moment(
    machine: Moment | None, visible: tuple[Moment, bool, str] | None
) -> Moment | None:
    """Which of the two times counts.

    Machines are often told Vietnamese time as if it were UTC; then what readers see is right.
    """
    if machine is None or visible is None:
        return machine or (visible[0] if visible else None)
    seen, is_update, _author = visible
    if abs(seen.at - machine.at) > timedelta(days=2) and machine.has_time:
        # What we took for the time is another story's, or the page's own clock.
        return machine
    if not seen.has_time or (is_update and seen.at >= machine.at):
        wrong_zone = seen.at - machine.at == timedelta(hours=-7)
        if not seen.has_time or not wrong_zone:
            return machine if machine.has_time or not seen.has_time else seen
    if not machine.has_time:
        return seen if civil(seen.at).date() == civil(machine.at).date() else machine
    if abs(seen.at - machine.at) < timedelta(minutes=1):
        return machine
    return seen


def author(tree: Any, known: Metadata, paper: str) -> str:
    """The author that the page names outside its text.

    Args:
        tree: The page.
        known: What it says to machines.
        paper: The newspaper's name, which is no author.
    """
    for element in tree.iter(*_AUTHOR_TAGS):
        if not marks.is_author(element) or (in_list(element) and not _in_foot(element)):
            continue
        text = marks.text_of(element)
        line = split_moment_line(text) if len(text) < 120 else None
        name = line[1] if line else byline(text)
        if name and not same_text(name, paper):
            return name
    return ""


def _in_foot(element: Any) -> bool:
    """Whether an element stands at the foot of the story, where papers name the author."""
    around = [parent for parent in element.iterancestors() if marks.is_noise(parent)]
    return bool(around) and all(_STORY_FOOT.search(marks.hint(parent)) for parent in around)


def labelled_author(tree: Any) -> str:
    """The author whom a short text outside the story names with a label.

    Args:
        tree: The page.
    """
    for element in tree.iter("p", "div", "span", "td", "strong", "dd"):
        if len(list(islice(element.iter(), _MOST_PARTS))) == _MOST_PARTS or in_list(element):
            continue
        text = marks.text_of(element)
        name = labelled_byline(text) if len(text) < 120 else None
        if name:
            return name
    return ""


def machine_author(known: Metadata, paper: str) -> str:
    """The author that the page tells machines, unless it is the newspaper or its system."""
    for value in (known.linked("author"), known.first("author", "article:author", "dc.creator")):
        name = byline(value) if value and not value.startswith("http") else ""
        if name and not same_text(name, paper) and fold(name) not in {"admin", "administrator"}:
            return name
    return ""


def canonical_address(tree: Any, known: Metadata) -> str:
    """The page's lasting address, if it names one that is not the front page's."""
    values = [
        *(link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"),
        known.first("og:url"),
        known.linked("url"),
        known.linked("mainEntityOfPage"),
    ]
    for value in values:
        parts = urlsplit(value.strip())
        if parts.scheme in {"http", "https"} and (parts.path.strip("/") or parts.query):
            return value.strip()
    return ""
