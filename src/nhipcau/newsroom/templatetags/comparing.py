"""Which two texts are compared."""

from typing import Any

from django import template
from wagtail.models import Revision

register = template.Library()


@register.simple_tag
def compared_revision(thing: Any, name: str) -> Revision | None:
    """The revision that an address of a comparison names, with whoever saved it.

    Args:
        thing: What has the revisions.
        name: A number, or one of Wagtail's words: earliest, latest, live.
    """
    revisions = thing.revisions.select_related("user")
    if name == "live":
        return revisions.filter(pk=thing.live_revision_id).first()
    if name in {"earliest", "latest"}:
        ordered = revisions.order_by("created_at", "pk")
        return ordered.first() if name == "earliest" else ordered.last()
    return revisions.filter(pk=name).first()
