"""What every request to the back office passes: its language and the second factor."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from nhipcau.accounts.models import User
from nhipcau.accounts.permissions import ENTER_BACK_OFFICE
from nhipcau.accounts.rules import Verdict, second_factor_verdict
from nhipcau.accounts.selectors import Factors, factors_of, has_shown_factor

# Sign out, choose a language, and what the sign-in pages need to look right.
ALWAYS_OPEN = frozenset(
    {
        "account_login",
        "account_logout",
        "accounts_language",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    }
)
OPEN_TO = {
    Verdict.PASS: frozenset[str](),
    Verdict.ENROL: frozenset(
        {
            "account_reauthenticate",
            "mfa_activate_totp",
            "mfa_add_webauthn",
            "mfa_index",
            "mfa_view_recovery_codes",
            "mfa_download_recovery_codes",
        }
    ),
    Verdict.VERIFY: frozenset({"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}),
}
# The pages about one's own account look like sign-in pages until one may enter the back office.
ENTRANCE_LAYOUT = "accounts/layouts/entrance.html"
MANAGE_LAYOUT = "accounts/layouts/manage.html"
# People who may not enter the back office may still look after their own account.
OWN_ACCOUNT = ("account_", "mfa_")
# Pages for people who are not signed in yet.
ENTRANCE = ("account_", "accounts_", "mfa_")


def is_back_office(request: HttpRequest) -> bool:
    """Whether the address belongs to the back office."""
    return request.path.startswith(reverse("wagtailadmin_home"))


def wants_machine_answer(request: HttpRequest) -> bool:
    """Whether a script asked, which a redirect to a form would only confuse."""
    return (
        request.headers.get("X-Requested-With") == "XMLHttpRequest"
        or "HX-Request" in request.headers
        or request.content_type == "application/json"
        or not request.accepts("text/html")
    )


class BackOfficeLanguageMiddleware:
    """Shows the back office in Vietnamese unless English was chosen.

    What the browser prefers does not count: its settings are mostly nobody's choice. A language
    kept in the person's profile counts before one chosen on this browser. Wagtail applies it too,
    yet only while a view answers: refusals and pages that are not there come after.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        if is_back_office(request):
            profile = getattr(request.user, "wagtail_userprofile", None)
            kept = profile.preferred_language if profile else ""
            chosen = kept or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
            permitted = dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
            language = chosen if chosen in permitted else settings.WAGTAILADMIN_DEFAULT_LANGUAGE
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.get_response(request)


class SecondFactorMiddleware:
    """Lets into the back office only sessions that are verified as their role demands."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    # Untyped because it marks the request, as middleware does.
    def process_view(
        self, request: Any, view: Any, arguments: Any, keywords: Any
    ) -> HttpResponse | None:
        """Stop a request to the back office whose session is not good enough.

        Other addresses are left to their views, and so are pages for anonymous visitors.
        """
        request.second_factor, request.account_layout = Verdict.PASS, ENTRANCE_LAYOUT
        user = request.user
        if not is_back_office(request):
            return None
        name = request.resolver_match.url_name or ""
        if not isinstance(user, User):
            return self._ask_to_sign_in(request, name)
        factors = factors_of(user)
        verdict = request.second_factor = second_factor_verdict(
            roles=user.role_names,
            is_superuser=user.is_superuser,
            demanded_of=settings.NHIPCAU_MFA_ROLES,
            has_factor=factors.has_any,
            is_verified=has_shown_factor(request, factors),
            is_demo_sample=settings.NHIPCAU_DEMO and user.is_sample,
        )
        if name in ALWAYS_OPEN or name in OPEN_TO[verdict]:
            return None
        if verdict is not Verdict.PASS:
            return self._lead_to_factor(request, verdict, factors)
        if user.has_perm(ENTER_BACK_OFFICE):
            request.account_layout = MANAGE_LAYOUT
        elif not name.startswith(OWN_ACCOUNT):
            return self._refuse(request)
        return None

    def _ask_to_sign_in(self, request: HttpRequest, name: str) -> HttpResponse | None:
        """Tell a script that the session is over; a page would lead to the sign-in form."""
        is_entrance = name in ALWAYS_OPEN or name.startswith(ENTRANCE)
        if is_entrance or not wants_machine_answer(request):
            return None
        message = _("You are not signed in any more.")
        response = JsonResponse({"error": "sign_in", "message": message}, status=401)
        response["HX-Redirect"] = reverse("account_login")
        return response

    def _lead_to_factor(
        self, request: HttpRequest, verdict: Verdict, factors: Factors
    ) -> HttpResponse:
        """Send the person to set up or show a second factor."""
        if verdict is Verdict.ENROL:
            target, status = "mfa_index", 403
            message = _("Set up a second factor first.")
        else:
            only_keys = "totp" not in factors.types
            target = "mfa_reauthenticate_webauthn" if only_keys else "mfa_reauthenticate"
            status, message = 401, _("Confirm with your second factor first.")
        if wants_machine_answer(request):
            response = JsonResponse({"error": verdict.value, "message": message}, status=status)
            response["HX-Redirect"] = reverse(target)
            return response
        back = request.get_full_path() if request.method == "GET" else reverse("wagtailadmin_home")
        return redirect_to_login(back, login_url=reverse(target))

    def _refuse(self, request: HttpRequest) -> HttpResponse:
        """Tell a person without any role that nobody has let them in yet."""
        if wants_machine_answer(request):
            return JsonResponse({"error": "no_role"}, status=403)
        return render(request, "accounts/no_access.html", status=403)
