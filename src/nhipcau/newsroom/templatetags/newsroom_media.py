"""Addresses of what a story offers besides photographs."""

from pathlib import PurePosixPath
from typing import Any

from django import template

from nhipcau.library.rules import public_address
from nhipcau.newsroom.rules.addresses import file_media_type, public_file_address

register = template.Library()


@register.simple_tag
def file_address(medium: Any) -> str:
    """Public address of a recording or document of the library."""
    return public_file_address(medium.uuid, medium.file.name)


@register.simple_tag
def media_type(medium: Any) -> str:
    """Media type of a recording or document, from the ending of its name."""
    return file_media_type(medium.file.name)


@register.simple_tag
def file_kind(medium: Any) -> str:
    """Ending of a file's name in capitals, such as ``PDF``."""
    return PurePosixPath(medium.file.name).suffix.lstrip(".").upper()


@register.simple_tag
def poster_address(image: Any) -> str:
    """Address of the still that stands for a video before it plays."""
    return public_address(image.uuid, 960, "jpeg")
