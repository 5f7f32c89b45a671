"""What the back office says of a photograph."""

from typing import Any

from django import template

from nhipcau.library.models import Image
from nhipcau.library.selectors import image_obstacles, look_alikes

register = template.Library()


@register.simple_tag
def image_notes(image: Image) -> dict[str, Any]:
    """What keeps a photograph from being published, and others that look the same."""
    return {
        "obstacles": image_obstacles(image).splitlines(),
        "look_alikes": look_alikes(image),
    }
