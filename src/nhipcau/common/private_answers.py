"""Files that colleagues are sent before readers have them."""

from django.http import FileResponse


def for_colleagues(response: FileResponse) -> FileResponse:
    """Keep what is not public yet out of shared caches and from being run as something else.

    Args:
        response: A file that only colleagues may have.
    """
    response["Cache-Control"] = "private, max-age=3600"
    response["X-Content-Type-Options"] = "nosniff"
    return response
