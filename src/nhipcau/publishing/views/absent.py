"""What Django answers where nothing is stored."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.defaults import page_not_found

from nhipcau.common import clock, surfaces
from nhipcau.common.public_answers import public_answer
from nhipcau.publishing.enums import MarkKind
from nhipcau.publishing.models import DirtyMark, StaleAddress
from nhipcau.publishing.rules import locations


def absent(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that still waits to be stored, as after a restore; else say 404.

    The renderer may need minutes for a large site, and meanwhile no reader shall be told that a
    page does not exist. What the address answers is the same as what will be stored.

    Args:
        request: Any request that no other view has answered.
        exception: Why not.
    """
    address = request.path
    if request.method in {"GET", "HEAD"} and _is_waiting(address):
        rendered = surfaces.registry.render(address, clock.now())
        if rendered.status != 404:
            return _response(address, rendered)
    return page_not_found(request, exception)


def _is_waiting(address: str) -> bool:
    """Whether the renderer has an address before it, or has only been told of it."""
    return locations.is_storable(address) and (
        StaleAddress.objects.filter(address=address, is_dead=False).exists()
        or DirtyMark.objects.filter(kind=MarkKind.ADDRESS, name=address).exists()
    )


def _response(address: str, rendered: surfaces.Rendered) -> HttpResponse:
    first = address.split("/")[1]
    response = public_answer(
        rendered.body,
        # What belongs to no language, such as the list of sitemaps, has the site's own.
        language=first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        status=rendered.status,
        content_type=rendered.content_type,
    )
    for name, value in rendered.headers:
        response[name] = value
    if rendered.location:
        response["Location"] = rendered.location
    return response
