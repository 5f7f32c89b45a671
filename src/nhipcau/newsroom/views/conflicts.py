"""Two people on one text: whoever saves second is told, and both texts stay."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _


def note_conflict(request: HttpRequest, page: Any) -> None:
    """Remember, before a text is saved, whether somebody saved it since it was opened.

    Args:
        request: The request that saves.
        page: The text as it is now.
    """
    if request.method != "POST":
        return
    seen = request.POST.get("overwrite_revision_id") or request.POST.get("loaded_revision_id")
    latest = page.latest_revision_id
    if seen and latest and seen != str(latest):
        request.newsroom_overtaken_revision = latest


def tell_conflict(request: HttpRequest, page: Any) -> None:
    """Tell the second person, with the way to what differs.

    Args:
        request: The request that saved.
        page: The text.
    """
    theirs = getattr(request, "newsroom_overtaken_revision", None)
    if theirs is None:
        return
    page.refresh_from_db(fields=["latest_revision"])
    address = reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, theirs, page.latest_revision_id]
    )
    messages.warning(
        request,
        format_html(
            '{} <a href="{}">{}</a>',
            _(
                "A colleague saved this text while you were writing. Both texts are kept; yours is "
                "now the newest."
            ),
            address,
            _("Compare the two and take over what is missing"),
        ),
    )
