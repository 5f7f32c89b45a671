"""What the standing pages show."""

from datetime import datetime
from typing import Any

from nhipcau.agencies.enums import AgencyKind, PlaceKind
from nhipcau.agencies.models import Agency, Place
from nhipcau.agencies.selectors import site_publisher
from nhipcau.common.clock import civil
from nhipcau.common.reading import once_a_batch
from nhipcau.newsroom.rules.addresses import place_address
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.cards import first_image_id
from nhipcau.newsroom.selectors.corrections import (
    corrections_key,
    public_corrections,
    withdrawals,
)
from nhipcau.newsroom.selectors.page_context import list_key
from nhipcau.web.models import KeyFigure

GALLERY_SIZE = 60
# How many of the latest stories are looked through for pictures.
GALLERY_STORIES = 200


def committee(language: str, now: datetime) -> dict[str, Any]:
    """The committee's members today, and the bodies that no longer exist.

    Args:
        language: BCP 47 code.
        now: Moment rendered for.

    Returns:
        ``groups`` (label and bodies with name, Vietnamese name and website) and ``former``.
    """
    day = civil(now).date()
    agencies = list(Agency.objects.prefetch_related("names", "successors__names"))
    groups = []
    for kind, label in AgencyKind.choices:
        bodies = [
            _body(agency, language, now)
            for agency in agencies
            if agency.kind == kind and agency.is_committee_member and agency.is_valid_on(day)
        ]
        if bodies:
            groups.append({"label": label, "bodies": bodies})
    former = [
        _body(agency, language, now)
        for agency in agencies
        if agency.valid_to and agency.valid_to < day and not agency.is_publisher
    ]
    publisher = site_publisher()
    return {
        "publisher_name": publisher.name(language, day) or publisher.name("vi", day),
        "publisher_original": publisher.name("vi", day),
        "groups": groups,
        "former": former,
    }


def _body(agency: Agency, language: str, now: datetime) -> dict[str, Any]:
    """A body as the committee's page shows it."""
    day = civil(now).date()
    name = agency.name(language, day)
    return {
        "name": name or agency.name("vi", day),
        "name_language": language if name else "vi",
        "original": agency.name("vi", day) if name and language != "vi" else "",
        "website": agency.website,
        "valid_to": agency.valid_to,
        "successors": [
            {
                "name": successor.name(language, day) or successor.name("vi", day),
            }
            for successor in agency.successors.all()
        ],
    }


def figures(language: str) -> list[dict[str, Any]]:
    """The key figures that have been written in a language."""
    shown = []
    for figure in KeyFigure.objects.prefetch_related("texts"):
        text = figure.text(language)
        if text:
            shown.append(
                {
                    "figure": figure,
                    "value": text.value,
                    "label": text.label,
                    "source": text.source_name or figure.source_name,
                    "source_language": language if text.source_name else "vi",
                }
            )
    return shown


def gallery(
    language: str, now: datetime, stories: int = GALLERY_STORIES
) -> tuple[list[dict[str, Any]], set[str], datetime | None]:
    """Photographs of the latest public stories, each once.

    Several pages show them; the caller may change what it is given.

    Args:
        language: BCP 47 code.
        now: Moment (UTC).
        stories: How many of the latest stories are looked through.

    Returns:
        Pictures (image, caption, alternative text, credit, story's address and headline), the
        surrogate keys they depend on, and when an embargo's end changes them.
    """
    pictures, keys, until = _gallery(language, now, stories)
    return list(pictures), set(keys), until


@once_a_batch
def _gallery(
    language: str, now: datetime, stories: int
) -> tuple[list[dict[str, Any]], set[str], datetime | None]:
    pictures: list[dict[str, Any]] = []
    keys = {list_key(language)}
    seen: set[int] = set()
    for page in public.latest_versions(language, now, stories):
        if first_image_id(page) is None:
            continue
        for block in page.body:
            if block.block_type != "photo" or not block.value["image"]:
                continue
            image = block.value["image"]
            if image.pk in seen or len(pictures) >= GALLERY_SIZE:
                continue
            seen.add(image.pk)
            keys |= {page.work.key, f"image:{image.pk}"}
            if not image.may_be_shown():
                continue
            pictures.append(
                {
                    "image": image,
                    "caption": block.value["caption"],
                    "alternative_text": block.value["alternative_text"] or block.value["caption"],
                    "credit": block.value["credit"] or image.credit,
                    "address": page.address,
                    "headline": page.title,
                }
            )
    return pictures, keys, public.next_embargo_end(language, now)


def glossary(language: str, now: datetime) -> list[dict[str, Any]]:
    """Official names of bodies and places, Vietnamese beside the language of the page.

    Args:
        language: BCP 47 code; on the Vietnamese page English stands beside Vietnamese.
        now: Moment rendered for.

    Returns:
        Two groups, ``agencies`` and ``places``, of rows with name, translation and last day.
    """
    day = civil(now).date()
    other = "en" if language == "vi" else language
    groups: list[dict[str, Any]] = []
    for code, things in (
        ("agencies", Agency.objects.prefetch_related("names")),
        ("places", Place.objects.prefetch_related("names").exclude(kind=PlaceKind.COUNTRY)),
    ):
        rows = [
            {
                "name": thing.name("vi", day),
                "translation": thing.name(other, day),
                "valid_to": thing.valid_to if thing.valid_to and thing.valid_to < day else None,
                "address": place_address(language, thing.code)
                if code == "places" and thing.name(language, day)
                else "",
            }
            for thing in things
            if thing.name(other, day)
        ]
        groups.append({"code": code, "other": other, "rows": rows})
    return groups


def correction_log(language: str, now: datetime) -> tuple[list[dict[str, Any]], set[str]]:
    """Corrections and withdrawals of a language, the latest first, and the keys of their list.

    Args:
        language: BCP 47 code.
        now: Moment rendered for.

    Returns:
        Rows of address, headline, moment, text and whether the story was withdrawn.
    """
    rows = [
        {
            "address": f"{row.page.address}#correction-{row.uuid}",
            "headline": row.page.title,
            "moment": row.published_at,
            "text": row.text,
            "is_withdrawal": False,
        }
        for row in public_corrections(language, now)
    ]
    rows += [
        {
            "address": page.address,
            "headline": page.title,
            "moment": page.work.withdrawn_at,
            "text": page.work.withdrawal_reason,
            "is_withdrawal": True,
        }
        for page in withdrawals(language)
    ]
    rows.sort(key=lambda row: row["moment"], reverse=True)
    return rows, {list_key(language), corrections_key(language)}
