"""Structured data for search engines and aggregators.

Source: schema.org ``NewsArticle`` and ``BreadcrumbList``, in JSON-LD 1.1.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any


def script_json(data: object) -> str:
    """JSON that can stand inside a ``<script>`` data block.

    Args:
        data: Plain values.

    Returns:
        JSON in which nothing can end the element or open a comment.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def breadcrumbs(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The way from the front page to a page.

    Args:
        trail: Labels and absolute addresses with host, the page itself last.
    """
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": label, "item": address}
            for position, (label, address) in enumerate(trail, start=1)
        ],
    }


def news_article(
    *,
    address: str,
    headline: str,
    description: str,
    language: str,
    published_at: datetime,
    modified_at: datetime,
    publisher: str,
    publisher_address: str,
    logo_address: str,
    policy_address: str,
    author: str = "",
    section: str = "",
    images: Sequence[str] = (),
    translated_from: str = "",
    corrections: Sequence[tuple[str, datetime]] = (),
    topics: Sequence[str] = (),
) -> dict[str, Any]:
    """A story.

    Args:
        address: Absolute address with host, as are all other addresses.
        headline: Headline as published.
        description: The lead.
        language: BCP 47 code.
        published_at: First publication.
        modified_at: Last change of the text.
        publisher: Name of the publishing body.
        publisher_address: The site's front page.
        logo_address: The publisher's mark.
        policy_address: The publisher's rules for corrections.
        author: Byline as printed; the publisher when empty.
        section: Name of the section.
        images: Addresses of pictures.
        translated_from: Address of the version it was translated from.
        corrections: Notes of correction with their times.
        topics: Names of the topics.
    """
    body: dict[str, Any] = {
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "url": address,
        "headline": headline[:110],
        "inLanguage": language,
        "datePublished": published_at.isoformat(timespec="seconds"),
        "dateModified": max(modified_at, published_at).isoformat(timespec="seconds"),
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": publisher,
            "url": publisher_address,
            "logo": logo_address,
            "correctionsPolicy": policy_address,
        },
        "author": {"@type": "Person", "name": author}
        if author
        else {"@type": "Organization", "name": publisher, "url": publisher_address},
        "isAccessibleForFree": True,
    }
    optional = {
        "description": description,
        "articleSection": section,
        "image": list(images),
        "translationOfWork": {"@id": translated_from} if translated_from else None,
        "keywords": list(topics),
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": text,
                "datePublished": moment.isoformat(timespec="seconds"),
            }
            for text, moment in corrections
        ],
    }
    return body | {name: value for name, value in optional.items() if value}


def graph(*things: dict[str, Any]) -> str:
    """Several things as one JSON-LD document, ready for a ``<script>`` data block."""
    return script_json({"@context": "https://schema.org", "@graph": list(things)})
