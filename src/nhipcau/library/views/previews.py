"""Copies of photographs for the back office; originals are never handed out here."""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from nhipcau.common.private_answers import for_colleagues
from nhipcau.library.models import Image
from nhipcau.library.rules import MEDIA_TYPES, parse_public_address
from nhipcau.library.services.copies import public_rendition

RENDITIONS = "images/"


def preview(request: HttpRequest, name: str) -> FileResponse:
    """Send a resized copy to a colleague; Wagtail asks for the sign-in before this is called.

    Args:
        request: The request.
        name: File name below the media folder.

    Raises:
        Http404: if it is no resized copy, or is not there.
    """
    if not name.startswith(RENDITIONS) or ".." in name:
        raise Http404
    try:
        file = default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation) as error:
        raise Http404 from error
    return for_colleagues(FileResponse(file))


def copy(request: HttpRequest, name: str) -> HttpResponse:
    """Send the copy that readers will get to a colleague who looks at a text before them.

    Args:
        request: The request.
        name: Last part of the copy's public address.

    Raises:
        Http404: if there is no such copy.
    """
    parsed = parse_public_address(f"/media/{name}")
    if parsed is None:
        raise Http404
    uuid, wanted = parsed
    rendition = public_rendition(get_object_or_404(Image, uuid=uuid), wanted)
    file = rendition.file.open("rb")
    return for_colleagues(FileResponse(file, content_type=MEDIA_TYPES[wanted.format]))
