"""Recordings and documents of a text that is not public yet, for colleagues who look at it."""

from django.http import FileResponse, Http404, HttpRequest

from nhipcau.common.private_answers import for_colleagues
from nhipcau.library.models import Document, Recording
from nhipcau.newsroom.rules.addresses import (
    file_media_type,
    parse_public_file_address,
    public_file_address,
)


def private_file(request: HttpRequest, name: str) -> FileResponse:
    """Send a file as readers will get it; Wagtail asks for the sign-in before this is called.

    Args:
        request: The request.
        name: Last part of the file's public address.

    Raises:
        Http404: if there is no such file.
    """
    uuid = parse_public_file_address(f"/media/files/{name}")
    if uuid is None:
        raise Http404
    found = (
        Recording.objects.filter(uuid=uuid).first() or Document.objects.filter(uuid=uuid).first()
    )
    if found is None or public_file_address(uuid, found.file.name) != f"/media/files/{name}":
        # Another ending would make the browser take the file for something that it is not.
        raise Http404
    media_type = file_media_type(found.file.name)
    return for_colleagues(FileResponse(found.file.open("rb"), content_type=media_type))
