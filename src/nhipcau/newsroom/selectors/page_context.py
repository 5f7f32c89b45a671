"""What public pages that list stories have in common."""

from datetime import date, datetime
from typing import Any

from nhipcau.common.surfaces import chrome
from nhipcau.newsroom.rules.addresses import share_address
from nhipcau.newsroom.selectors import public


def list_key(language: str) -> str:
    """Surrogate key of what lists all stories of a language, such as the front page."""
    return f"list:news:{language}"


def month_key(language: str, month: date) -> str:
    """Surrogate key of the archive of a month (any day of it) in a language."""
    return f"{list_key(language)}:{month:%Y-%m}"


def group_key(language: str, kind: str, pk: int) -> str:
    """Surrogate key of the lists of what belongs to something.

    Args:
        language: BCP 47 code.
        kind: ``section``, ``topic`` or ``place``.
        pk: Its database id.
    """
    return f"{list_key(language)}:{kind}:{pk}"


def shared_context(
    language: str, address: str, now: datetime, same_kind: dict[str, str]
) -> dict[str, Any]:
    """Base context of a page that exists in every language.

    Args:
        language: BCP 47 code.
        address: The page's own path.
        now: Moment rendered for.
        same_kind: Address of the same page by language; languages without one are missing.
    """
    return {
        "language": language,
        "address": address,
        "now": now,
        "chrome": chrome(language, address, now),
        "share_image": share_address(language),
        "alternates": [
            {
                "language": code,
                "address": same_kind.get(code, ""),
                "is_missing": code not in same_kind,
                "is_current": code == language,
            }
            for code in public.languages()
        ],
    }
