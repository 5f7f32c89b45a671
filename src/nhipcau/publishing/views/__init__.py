"""Addresses of the publisher that Django answers."""

from django.http import HttpRequest, JsonResponse

from nhipcau.common import clock
from nhipcau.publishing import selectors
from nhipcau.publishing.views.absent import absent

__all__ = ["absent", "ready"]


def ready(request: HttpRequest) -> JsonResponse:
    """Whether everything behind the public pages works, for the operator's monitoring.

    Returns:
        JSON with one entry a check; status 503 when one of them is bad.
    """
    checks = selectors.readiness(now=clock.now())
    is_ready = all(check["ok"] for check in checks.values())
    response = JsonResponse(
        {"status": "ready" if is_ready else "not ready", "checks": checks},
        status=200 if is_ready else 503,
    )
    response["Cache-Control"] = "no-store"
    return response
