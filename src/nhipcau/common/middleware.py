"""Middleware that every request passes."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from nhipcau.common.exceptions import DomainError, NotPermitted
from nhipcau.common.identifiers import short_id
from nhipcau.common.logs import request_id


class RequestIdentifierMiddleware:
    """Gives each request an identifier, for logs and for error pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with its identifier in the ``X-Request-ID`` header."""
        identifier = short_id()
        token = request_id.set(identifier)
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(token)
        response["X-Request-ID"] = identifier
        return response


class PublicPolicyMiddleware:
    """Gives whatever answers a reader the strict security policy of the public pages.

    The back office, and the pages on which an agency reports by a link, are Wagtail's and keep
    the policy of the middleware outside this one, which leaves alone what is already said.
    """

    NOT_PUBLIC = ("/admin/", "/bao-cao/")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; redirects, refusals and absent pages carry the policy too."""
        response = self.get_response(request)
        # Wagtail asks for a preview by the page's public address; the editor frames the answer.
        is_preview = getattr(request, "is_dummy", False)
        if not is_preview and not request.path.startswith(self.NOT_PUBLIC):
            response.setdefault("Content-Security-Policy", settings.PUBLIC_CONTENT_SECURITY_POLICY)
        return response


class DomainErrorMiddleware:
    """Tells a person in the back office what the rules did not allow; nothing else changes.

    A page request goes back to where it came from with the message; a request of a script gets
    the message as JSON.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a request that met a :class:`DomainError`; leave other errors alone."""
        if not isinstance(exception, DomainError):
            return None
        status = 403 if isinstance(exception, NotPermitted) else 409
        text = str(exception.message)
        if request.headers.get("X-Requested-With") or request.headers.get("HX-Request"):
            return JsonResponse({"code": exception.code, "message": text}, status=status)
        messages.error(request, text)
        referrer = request.headers.get("Referer", "")
        target = referrer if _is_own(request, referrer) else reverse("wagtailadmin_home")
        return redirect(target)


def _is_own(request: HttpRequest, address: str) -> bool:
    """Whether an address lies on this site."""
    return bool(address) and url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
