"""ninjs 3.1, the IPTC's news in JSON (https://iptc.org/standards/ninjs/)."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from nhipcau.publishing.enums import WireStatus
from nhipcau.publishing.selectors.entries import absolute
from nhipcau.publishing.selectors.wire import Picture, WireStory
from nhipcau.publishing.types import WireFeed

SCHEMA = "https://iptc.org/std/ninjs/ninjs-schema_3.1.json"
STANDARD = {"name": "ninjs", "version": "3.1", "schema": SCHEMA}


def item(story: WireStory, provider: str) -> bytes:
    """One item as a document of its own.

    Args:
        story: The story.
        provider: Name of the site.
    """
    return _bytes({"standard": STANDARD, **_properties(story, provider)})


def feed(about: WireFeed, stories: Sequence[WireStory]) -> bytes:
    """The latest items as one composite item, which is a valid ninjs document itself.

    Args:
        about: What the feed says of itself.
        stories: The latest change first.
    """
    return _bytes(
        {
            "standard": STANDARD,
            "uri": about.guid,
            "type": "composite",
            "profile": "latest",
            "representationType": "full",
            "versionCreated": _moment(about.updated_at),
            "language": about.language,
            "title": about.title,
            "associations": [
                {"name": f"item-{place}", **_properties(story, about.provider)}
                for place, story in enumerate(stories, 1)
            ],
        }
    )


def _properties(story: WireStory, provider: str) -> dict[str, Any]:
    record, entry = story.item, story.entry
    values: dict[str, Any] = {
        "uri": record.guid.urn,
        "type": "text",
        "representationType": "full",
        "version": str(record.number),
        "versionCreated": _moment(record.changed_at),
        "pubStatus": story.status.value,
        "language": record.language,
    }
    if story.first_created:
        values["firstCreated"] = _moment(story.first_created)
    if story.embargo_until:
        values["embargoedUntil"] = _moment(story.embargo_until)
    if story.note:
        values["edNote"] = story.note
    if story.headline:
        values["headlines"] = [
            {"role": "main", "contentType": "text/plain", "value": story.headline}
        ]
    if story.work:
        values["altIds"] = [{"role": "work", "value": story.work}]
    if entry is None or story.status != WireStatus.USABLE:
        return values
    return values | _content(story, provider)


def _content(story: WireStory, provider: str) -> dict[str, Any]:
    entry = story.entry
    assert entry is not None  # noqa: S101 - only usable stories come here
    values: dict[str, Any] = {
        "profile": "text-photo" if story.pictures else "text-only",
        "contentCreated": _moment(entry.published_at),
        "copyrightHolder": entry.publisher,
        "copyrightNotice": f"© {entry.publisher}",
        "usageTerms": entry.usage_terms,
        "bodies": [
            {
                "role": "main",
                "contentType": "application/xhtml+xml",
                "value": absolute(entry.lead_html + story.paragraphs),
            }
        ],
        "renditions": [{"name": "web", "href": entry.url, "contentType": "text/html"}],
        "infoSources": [{"name": story.source_name or provider, "role": "publisher"}],
    }
    if entry.summary:
        values["descriptions"] = [
            {"role": "summary", "contentType": "text/plain", "value": entry.summary}
        ]
    if entry.byline:
        values["by"] = entry.byline
    for name, things in (
        ("subjects", story.subjects),
        ("places", story.places),
        ("organisations", story.organisations),
    ):
        if things:
            values[name] = [
                {"name": thing.name, "rel": "about"} | ({"uri": thing.uri} if thing.uri else {})
                for thing in things
            ]
    associations = [_picture(picture, place) for place, picture in enumerate(story.pictures, 1)]
    if story.translation_of:
        associations.append(
            {"name": "source", "rel": "translationOf", "uri": story.translation_of, "type": "text"}
        )
    if associations:
        values["associations"] = associations
    return values


def _picture(picture: Picture, place: int) -> dict[str, Any]:
    descriptions = [("caption", picture.caption), ("alternative", picture.alternative_text)]
    values: dict[str, Any] = {
        "name": f"picture-{place}",
        "rel": "illustration",
        "uri": picture.uri,
        "type": "picture",
        "descriptions": [
            {"role": role, "contentType": "text/plain", "value": text}
            for role, text in descriptions
            if text
        ],
        "renditions": [
            {"name": f"{kind.partition('/')[2]}-{width}", "href": href, "contentType": kind}
            | {"width": width}
            for href, kind, width in picture.files
        ],
    }
    if picture.credit:
        values["by"] = picture.credit
    return values


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _bytes(values: dict[str, Any]) -> bytes:
    # Indented, it would take three times as long to write.
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
