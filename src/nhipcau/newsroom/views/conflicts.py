"""Two people on one text: whoever saves second is told, and both texts stay."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _


def note_conflict(request: HttpRequest, page: Any) -> None:
    """Remember, before a text is saved, whether a colleague saved it since it was opened.

    What the page saved by itself meanwhile is the person's own and no conflict.

    Args:
        request: The request that saves.
        page: The text as it is now.
    """
    if request.method != "POST":
        return
    seen = request.POST.get("overwrite_revision_id") or request.POST.get("loaded_revision_id", "")
    if not seen.isdecimal():
        return
    theirs = page.revisions.exclude(user=request.user.pk)
    newer = theirs.filter(pk__gt=int(seen))
    # A colleague whose page saves by itself writes again into the revision that was opened here.
    if opened_at := _moment(request.POST.get("loaded_revision_created_at", "")):
        newer |= theirs.filter(pk=int(seen), created_at__gt=opened_at)
    revision = newer.order_by("-pk").values_list("pk", flat=True).first()
    if revision is not None:
        request.newsroom_overtaken_revision = revision


def _moment(text: str) -> datetime | None:
    """The moment that a form says, ``None`` when it says none."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and is_aware(moment) else None


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
