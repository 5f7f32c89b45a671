"""What the back office says of a photograph."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nhipcau.library.models import Image
from nhipcau.library.selectors import crops, image_obstacles, look_alikes

register = template.Library()


@register.simple_tag
def image_notes(image: Image) -> dict[str, Any]:
    """What keeps a photograph from being published, and others that look the same."""
    return {
        "obstacles": image_obstacles(image).splitlines(),
        "look_alikes": look_alikes(image),
    }


@register.filter
def with_crops(html: SafeString, image: Image) -> SafeString:
    """Wagtail's form of a photograph, with what readers see of it below the focal point's choice.

    Args:
        html: The form.
        image: The photograph.
    """
    shown = render_to_string("library/crops.html", {"image": image, "crops": crops(image)})
    chooser, below, rest = html.partition('<div class="w-grid md:w-grid-cols-3 w-gap-2">')
    return SafeString(f"{chooser}{shown}{below}{rest}")


@register.filter
def with_named_upload(html: SafeString) -> SafeString:
    """Wagtail's page of a bulk upload with a name for the field that takes the files (WCAG 4.1.2).

    Args:
        html: The page's main part.
    """
    named = format_html('id="fileupload" aria-label="{}"', _("Files to upload"))
    return SafeString(html.replace('id="fileupload"', named))
