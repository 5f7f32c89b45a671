"""A text that came back from approval: its author reads why where they work on it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from nhipcau.newsroom.selectors.returned import why_returned


def tell_returned(request: HttpRequest, page: Any) -> None:
    """Say above the editor who returned the text, and why.

    Args:
        request: The request that opens the editor.
        page: The version.
    """
    # The page also fetches parts of itself: they show no messages.
    if request.method == "GET" and not request.GET and (why := why_returned(page)):
        messages.warning(request, why)
