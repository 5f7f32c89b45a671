"""Answers to readers that are made for a request instead of being served from files."""

from django.conf import settings
from django.http import HttpResponse

from nhipcau.common.surfaces import HTML


def public_answer(
    body: str | bytes, *, language: str, status: int = 200, content_type: str = HTML
) -> HttpResponse:
    """An answer with the public pages' own security policy, which nobody keeps.

    Args:
        body: What the reader gets.
        language: BCP 47 code of the body, several parted by commas. Without it Django would name
            the language that the reader's browser asked for.
        status: HTTP status.
        content_type: Media type with its charset.
    """
    response = HttpResponse(body, status=status, content_type=content_type)
    response["Content-Language"] = language
    response["Content-Security-Policy"] = settings.PUBLIC_CONTENT_SECURITY_POLICY
    response["Cache-Control"] = "no-store"
    return response
