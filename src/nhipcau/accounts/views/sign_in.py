"""Signing in, with a password or in the demo by one click, and the choice of language."""

from typing import Any

from allauth.account.views import LoginView, PasswordResetView
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from nhipcau.accounts import services
from nhipcau.accounts.adapters import BACKEND
from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.accounts.rules import is_demo_visitor
from nhipcau.accounts.selectors import can_send_mail, sample_people
from nhipcau.accounts.services.demo import sample_name


def may_use_demo(request: HttpRequest) -> bool:
    """Whether this visitor may sign in as a sample person."""
    return is_demo_visitor(
        is_demo=settings.NHIPCAU_DEMO,
        remote_address=request.META.get("REMOTE_ADDR", ""),
        host=request.META.get("HTTP_HOST", ""),
        is_forwarded="HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META,
    )


def safe_next(request: HttpRequest, default: str) -> str:
    """The address to go on to, if it is one of ours."""
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
        return address
    return reverse(default)


class SignInView(LoginView):
    """The sign-in page; in the demo with one button for each sample person."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the template asks for."""
        context = super().get_context_data(**kwargs)
        if may_use_demo(self.request):
            context["sample_people"] = [
                (person.uuid, sample_name(Role(role)))
                for person in sample_people()
                for role in person.role_names & set(Role.values)
            ]
        return context


class ResetPasswordView(PasswordResetView):
    """Asks for a letter with a password link; says so when no letters can be sent."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether letters can be sent."""
        return super().get_context_data(**kwargs) | {"can_send_mail": can_send_mail()}


sign_in = SignInView.as_view()
reset_password = ResetPasswordView.as_view()


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as a sample person; exists only in the demo and only at the same machine."""
    if not may_use_demo(request):
        raise Http404
    wanted = request.POST.get("person", "")
    user = next((person for person in sample_people() if str(person.uuid) == wanted), None)
    if user is None:
        raise Http404
    login(request, user, backend=BACKEND)
    return HttpResponseRedirect(safe_next(request, settings.LOGIN_REDIRECT_URL))


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Show the back office in another language, on this browser and for this person."""
    language = request.POST.get("language", "")
    if language not in dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES):
        raise Http404
    if isinstance(request.user, User):
        services.choose_language(user=request.user, language=language)
    response = HttpResponseRedirect(safe_next(request, "account_login"))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 60 * 60,
        path=reverse("wagtailadmin_home"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_GET
def session_holds(request: HttpRequest) -> JsonResponse:
    """Tell a script that the person is signed in, with a token for forms that are open.

    A sign-in in another tab makes the token of an open form invalid. Whoever is not signed in does
    not get here: the middleware answers 401.

    Args:
        request: The request.

    Returns:
        ``{"token": …}``.
    """
    return JsonResponse({"token": get_token(request)})


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Explain a form that came without a valid token, most often from an old tab.

    Args:
        request: The request.
        reason: Django's reason, for developers; not shown.
    """
    return render(request, "accounts/form_too_old.html", status=403)
