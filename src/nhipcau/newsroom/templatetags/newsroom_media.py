"""Addresses of what a story offers besides photographs."""

from pathlib import PurePosixPath
from typing import Any

from django import template

from nhipcau.library.rules import public_address
from nhipcau.newsroom.rules.addresses import file_media_type, public_file_address

register = template.Library()


@register.simple_tag(takes_context=True)
def file_address(context: dict[str, Any], medium: Any) -> str:
    """Address of a recording or document; ``media_base`` is as for photographs."""
    return context.get("media_base", "") + public_file_address(medium.uuid, medium.file.name)


@register.simple_tag
def media_type(medium: Any) -> str:
    """Media type of a recording or document, from the ending of its name."""
    return file_media_type(medium.file.name)


@register.simple_tag
def file_kind(medium: Any) -> str:
    """Ending of a file's name in capitals, such as ``PDF``."""
    return PurePosixPath(medium.file.name).suffix.lstrip(".").upper()


@register.simple_tag(takes_context=True)
def poster_address(context: dict[str, Any], image: Any) -> str:
    """Address of the still that stands for a video before it plays."""
    return context.get("media_base", "") + public_address(image.uuid, 960, "jpeg")
