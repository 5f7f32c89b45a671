"""Small copies of photographs for the back office; originals are never handed out here."""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest

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
    response = FileResponse(file)
    response["Cache-Control"] = "private, max-age=3600"
    response["X-Content-Type-Options"] = "nosniff"
    return response
