"""News items in JSON: ninjs 3.1 of the IPTC, its earlier versions, plain objects, JSON Lines."""

import json
import re
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from nhipcau.common.text import nfc
from nhipcau.newsroom.ingest.encodings import decode
from nhipcau.newsroom.ingest.exceptions import (
    DamagedSource,
    NoStory,
    SourceTooLarge,
    UnreadableSource,
)
from nhipcau.newsroom.ingest.moments import Moment, from_iso
from nhipcau.newsroom.ingest.phrases import tidy
from nhipcau.newsroom.ingest.readers.html import fragment_blocks
from nhipcau.newsroom.ingest.readers.plain_text import Layout, caption_of, finish
from nhipcau.newsroom.ingest.types import Block, Kind, ParsedStory

LIMIT_BYTES = 40_000_000
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|figure|img|blockquote|ul|table)\b", re.I)
_BODY_NAMES = (
    "body_xhtml", "body_html", "body", "content", "articleBody", "body_text", "text",
)  # fmt: skip
_PICTURES = frozenset({"picture", "graphic", "video", "audio"})


def read(data: bytes, name: str = "") -> list[ParsedStory]:
    """Read one item, or a list of items.

    Args:
        data: The file.
        name: Its name, for messages only.

    Returns:
        The stories.

    Raises:
        UnreadableSource: if it is too large, no JSON, or an item holds no story.
    """
    if len(data) > LIMIT_BYTES:
        raise SourceTooLarge(len(data), LIMIT_BYTES)
    content = parse(decode(data).text)
    if isinstance(content, dict) and isinstance(content.get("items"), list):
        content = content["items"]
    items = content if isinstance(content, list) else [content]
    return [story_of(item) for item in items if not _is_picture(item)] or _nothing()


def parse(text: str) -> Any:
    """JSON as Python values.

    Raises:
        DamagedSource: if it is none.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedSource(
            _("The file is not valid JSON: it is damaged or cut off. Export it again.")
        ) from error


def _nothing() -> list[ParsedStory]:
    """What a file without stories gives."""
    raise NoStory


def _is_picture(item: Any) -> bool:
    """Whether an item is a photograph on its own."""
    return isinstance(item, dict) and item.get("type") in _PICTURES


def _said(item: dict[str, Any], *names: str) -> str:
    """The first of several values that is text."""
    for name in names:
        value = item.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("literal") or value.get("value")
        if isinstance(value, list):
            value = ", ".join(filter(None, (_said({"v": part}, "v") for part in value)))
        if isinstance(value, str) and value.strip():
            return nfc(value.strip())
    return ""


def _by_role(item: dict[str, Any], name: str, roles: tuple[str, ...]) -> list[dict[str, Any]]:
    """Objects of a ninjs list with a role, in the order of the roles; those without come last."""
    values = [value for value in item.get(name) or [] if isinstance(value, dict)]

    def place(value: dict[str, Any]) -> int:
        role = str(value.get("role") or "").rsplit(":", 1)[-1].lower()
        return roles.index(role) if role in roles else len(roles)

    return sorted(values, key=place)


def _headline(item: dict[str, Any]) -> str:
    """The headline in any version of ninjs."""
    for value in _by_role(item, "headlines", ("main", "headline", "title")):
        if isinstance(value.get("value"), str) and value["value"].strip():
            return tidy(nfc(value["value"]))
    return tidy(_said(item, "headline", "title", "name"))


def _text(item: dict[str, Any]) -> str:
    """The body, marked up if there is such a form."""
    values = [
        value
        for value in _by_role(item, "bodies", ("richtext", "main", "body"))
        if isinstance(value.get("value"), str) and value["value"].strip()
    ]
    marked = [value for value in values if _MARKUP.search(value["value"])]
    if marked or values:
        return nfc((marked or values)[0]["value"])
    return _said(
        item, "body_xhtml", "body_html", "body", "content", "articleBody", "body_text", "text"
    )


def story_of(item: Any) -> ParsedStory:
    """The story of one item.

    Raises:
        UnreadableSource: if it is no object, or its publication was withdrawn.
        NoStory: if it has no headline or no text.
    """
    if not isinstance(item, dict):
        raise UnreadableSource(_("An item is not a JSON object."))
    status = str(item.get("pubStatus") or item.get("pubstatus") or "usable").lower()
    if status in {"canceled", "cancelled", "withheld"}:
        raise UnreadableSource(_("The source has withdrawn or withheld this item."))
    layout = Layout(headline=_headline(item))
    layout.moment = _moment(item)
    author = _said(item, "by", "byline", "author", "authors", "creator")
    layout.bylines = [tidy(author)] if author else []
    layout.source_name = _said(item, "source", "source_name", "provider", "copyrightHolder")
    infos = [value for value in item.get("infoSources") or [] if isinstance(value, dict)]
    layout.source_name = layout.source_name or next((_said(value, "name") for value in infos), "")
    layout.source_address = _address(item)
    layout.section = _said(item, "section", "category")
    layout.kicker = _kicker(item)
    layout.keywords = _keywords(item)
    blocks = _blocks(item)
    story = finish(layout, [*blocks, *_photos(item, blocks)])
    identifier = _said(item, "uri", "id", "guid") or story.source_address
    return replace(
        story,
        language=_said(item, "language", "lang", "inLanguage"),
        identifier=identifier[:290],
        translation_of=_translation_of(item)[:290],
        embargo_until=_embargo(item),
    )


def _moment(item: dict[str, Any]) -> Moment | None:
    """When it was published: the first version counts, not the latest."""
    names = (
        "published_at", "datePublished", "firstCreated", "firstcreated", "contentCreated",
        "contentcreated", "versionCreated", "versioncreated", "pubDate", "published", "date",
    )  # fmt: skip
    return next((moment for name in names if (moment := from_iso(_said(item, name)))), None)


def _embargo(item: dict[str, Any]) -> Any:
    """The moment before which it must not be published."""
    moment = from_iso(_said(item, "embargoed", "embargoUntil", "embargo_until"))
    return moment.at if moment else None


def _address(item: dict[str, Any]) -> str:
    """Where it stands at the source."""
    value = _said(item, "url", "source_address", "link", "canonical", "webUri")
    if not value:
        value = next(
            (
                str(one.get("href") or one.get("value") or "")
                for one in item.get("altIds") or []
                if isinstance(one, dict)
            ),
            "",
        )
    return value if value.startswith(("http://", "https://")) else ""


def _kicker(item: dict[str, Any]) -> str:
    """The line above the headline."""
    for value in item.get("headlines") or []:
        role = str(value.get("role") if isinstance(value, dict) else "").rsplit(":", 1)[-1].lower()
        if role in {"kicker", "overline", "slugline"}:
            return tidy(nfc(str(value.get("value") or "")))[:120]
    return _said(item, "kicker")[:120]


def _keywords(item: dict[str, Any]) -> tuple[str, ...]:
    """What the source files it under."""
    value = item.get("keywords")
    words = value if isinstance(value, list) else re.split(r"[,;]", str(value or ""))
    subjects = [one.get("name") for one in item.get("subjects") or item.get("subject") or []
                if isinstance(one, dict)]  # fmt: skip
    return tuple(tidy(nfc(str(word))) for word in [*words, *subjects] if word and str(word).strip())


def _translation_of(item: dict[str, Any]) -> str:
    """The identifier of the item that this one translates."""
    said = _said(item, "translation_of", "translationOf", "translatedFrom")
    if said:
        return said
    associations = item.get("associations") or []
    if isinstance(associations, dict):
        associations = [{"name": name, **value} for name, value in associations.items()
                        if isinstance(value, dict)]  # fmt: skip
    for value in associations:
        kind = f"{value.get('name') or ''} {value.get('rel') or ''}".lower()
        if "translat" in kind and value.get("uri"):
            return str(value["uri"])
    return ""


def _blocks(item: dict[str, Any]) -> list[Block]:
    """The lead and the body."""
    blocks: list[Block] = []
    lead = _said(item, "lead", "sapo", "summary_lead")
    if lead:
        blocks.append(Block(Kind.PARAGRAPH, tidy(lead)))
    paragraphs = item.get("paragraphs")
    if isinstance(paragraphs, list):
        texts = [tidy(nfc(str(text))) for text in paragraphs if str(text).strip()]
        texts = [text for text in texts if not blocks or text != blocks[0].text]
        blocks += [Block(Kind.PARAGRAPH, text) for text in texts]
        captions = [tidy(nfc(str(one))) for one in item.get("captions") or [] if one]
        return blocks + [Block(Kind.CAPTION, caption.strip("| ")) for caption in captions]
    text = _text(item)
    if _MARKUP.search(text):
        return blocks + fragment_blocks(text)
    for line in filter(None, map(tidy, text.split("\n"))):
        caption = caption_of(line) if line.endswith("|") else None
        blocks.append(Block(Kind.CAPTION, caption[0]) if caption else Block(Kind.PARAGRAPH, line))
    return blocks


def _photos(item: dict[str, Any], blocks: list[Block]) -> list[Block]:
    """Photographs that the item is associated with and that its body does not show already."""
    associations = item.get("associations") or []
    values = list(associations.values()) if isinstance(associations, dict) else associations
    shown = {block.photo_name for block in blocks}
    found = []
    for value in values:
        if not isinstance(value, dict) or value.get("type") not in {"picture", "graphic"}:
            continue
        renditions = value.get("renditions") or []
        if isinstance(renditions, dict):
            renditions = list(renditions.values())
        addresses = [str(one.get("href") or "") for one in renditions if isinstance(one, dict)]
        address = next(iter(addresses), "") or str(value.get("uri") or "")
        if shown & set(addresses):
            continue
        texts = [
            one.get("value")
            for one in _by_role(value, "descriptions", ("caption", "text", "main"))
            if isinstance(one.get("value"), str) and not _MARKUP.search(one["value"])
        ]
        text = (
            tidy(nfc(str(texts[0])))
            if texts
            else tidy(_said(value, "description_text", "caption", "headline") or _headline(value))
        )
        found.append(
            Block(Kind.CAPTION, text, photo_name=address, credit=_said(value, "by", "byline"))
        )
    return found
