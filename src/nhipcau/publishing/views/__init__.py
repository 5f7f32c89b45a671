"""Addresses of the publisher that Django answers."""

from ipaddress import ip_address

from django.http import HttpRequest, JsonResponse

from nhipcau.common import clock
from nhipcau.publishing import selectors
from nhipcau.publishing.views.absent import absent

__all__ = ["absent", "ready"]


def _is_from_this_machine(request: HttpRequest) -> bool:
    """Whether nobody passed the request on and it came from no other machine."""
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def ready(request: HttpRequest) -> JsonResponse:
    """Whether everything behind the public pages works, for the operator's monitoring.

    Returns:
        JSON with one entry a check; status 503 when one of them is bad. The figures, such as free
        bytes of the disk, are for who asks on this machine; strangers learn what is well.
    """
    checks = selectors.readiness(now=clock.now())
    is_ready = all(check["ok"] for check in checks.values())
    if not _is_from_this_machine(request):
        checks = {name: {"ok": check["ok"]} for name, check in checks.items()}
    response = JsonResponse(
        {"status": "ready" if is_ready else "not ready", "checks": checks},
        status=200 if is_ready else 503,
    )
    response["Cache-Control"] = "no-store"
    return response
