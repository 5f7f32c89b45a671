"""Public addresses of stories, lists and archives. Published ones never change."""

import mimetypes
import re
from datetime import date
from pathlib import PurePosixPath
from uuid import UUID

_FILE = re.compile(r"/media/files/(?P<uuid>[0-9a-f]{32})(?:\.[a-z0-9]+)?")

# The slug of the news index in each language; English for languages not listed.
NEWS_SLUGS = {
    "vi": "tin-tuc",
    "en": "news",
    "fr": "actualites",
    "de": "nachrichten",
    "es": "noticias",
}


def news_slug(language: str) -> str:
    """Slug of the news index in a language (BCP 47)."""
    return NEWS_SLUGS.get(language, "news")


def news_address(language: str) -> str:
    """Address of the list of latest news, such as ``/vi/tin-tuc/``."""
    return f"/{language}/{news_slug(language)}/"


def story_address(language: str, slug: str) -> str:
    """Address of a story.

    Args:
        language: BCP 47 code of the version.
        slug: The page's slug, which ends in the work's short id.
    """
    return f"{news_address(language)}{slug}/"


def month_address(language: str, month: date) -> str:
    """Address of the archive of a month.

    Args:
        language: BCP 47 code.
        month: Any day of the month, civil date.
    """
    return f"{news_address(language)}{month:%Y/%m}/"


# Lists of a section, of a topic and of a place, in each language; English for languages not listed.
SECTION_SLUGS = {"vi": "chuyen-muc", "en": "sections", "fr": "rubriques"}
TOPIC_SLUGS = {"vi": "chu-de", "en": "topics", "fr": "themes"}
PLACE_SLUGS = {"vi": "dia-danh", "en": "places", "fr": "lieux"}


def section_address(language: str, slug: str) -> str:
    """Address of a section's list.

    Args:
        language: BCP 47 code.
        slug: The section's slug in that language.
    """
    return f"/{language}/{SECTION_SLUGS.get(language, SECTION_SLUGS['en'])}/{slug}/"


def topic_address(language: str, slug: str) -> str:
    """Address of a topic's list.

    Args:
        language: BCP 47 code.
        slug: The topic's slug in that language.
    """
    return f"/{language}/{TOPIC_SLUGS.get(language, TOPIC_SLUGS['en'])}/{slug}/"


def place_address(language: str, code: str) -> str:
    """Address of the list of works about a place.

    Args:
        language: BCP 47 code.
        code: The place's code, the same in every language.
    """
    return f"/{language}/{PLACE_SLUGS.get(language, PLACE_SLUGS['en'])}/{code}/"


def share_address(language: str, section_code: str = "") -> str:
    """Address of the picture that stands for a story without a photograph where it is shared.

    Args:
        language: BCP 47 code.
        section_code: Code of its section; empty for the site itself.
    """
    return f"/share/{language}{f'-{section_code}' if section_code else ''}.png"


#: Readers on a bad line cannot fetch more; the renderer holds a file in memory.
PUBLIC_FILE_BYTES = 64_000_000


def public_file_address(uuid: UUID, name: str) -> str:
    """Address of the public copy of a recording or document.

    Args:
        uuid: Its identifier in the library.
        name: Name of the stored file, whose ending is kept.
    """
    return f"/media/files/{uuid.hex}{PurePosixPath(name).suffix.lower()}"


def parse_public_file_address(address: str) -> UUID | None:
    """Identifier of the recording or document at an address; ``None`` for other addresses."""
    match = _FILE.fullmatch(address)
    return UUID(match["uuid"]) if match else None


def file_media_type(name: str) -> str:
    """Media type by the ending of a file's name."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
