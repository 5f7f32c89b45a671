"""How allauth behaves here. The only module that reaches into allauth's internals."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import login
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.users.models import UserProfile

from nhipcau.accounts.models import User
from nhipcau.accounts.rules import Verdict

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def sign_in_with_new_password(request: HttpRequest, user: User) -> None:
    """Sign in somebody who has just set the password of a new account."""
    login(request, user, backend=BACKEND)
    record_authentication(request, user, method="password", email=user.email)


def remember_new_factor(request: HttpRequest, user: User, factor: Authenticator) -> None:
    """Count the setting up of a factor as having shown it, so that it isn't asked for at once."""
    record_authentication(request, user, method="mfa", id=factor.pk, type=factor.type)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation only; letters are in the language of their reader."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy("The e-mail address or the password is not right."),
        "enter_current_password": gettext_lazy("This is not your current password."),
        "incorrect_password": gettext_lazy("The password is not right."),
        "invalid_password_reset": gettext_lazy("This link does not work any more."),
        "too_many_login_attempts": gettext_lazy(
            "There were too many attempts in a short time. Wait five minutes, then try again."
        ),
        "rate_limited": gettext_lazy(
            "There were too many attempts in a short time. Wait five minutes, then try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Signing in a moment ago is as good as confirming the password again."""
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0.0)
        return time.time() - latest >= app_settings.REAUTHENTICATION_TIMEOUT

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        """Offer no password where a second factor is what is missing."""
        methods = super().get_reauthentication_methods(user)
        if getattr(self.request, "second_factor", Verdict.PASS) is Verdict.VERIFY:
            methods = [method for method in methods if method["id"] != "reauthenticate"]
        return methods

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a letter in the language that its reader chose."""
        reader = context.get("user") or User.objects.filter(email__iexact=email).first()
        profile = UserProfile.objects.filter(user=reader).first() if reader else None
        language = (profile and profile.preferred_language) or translation.get_language()
        with translation.override(language):
            super().send_mail(template_prefix, email, context)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Everybody is signed out after a change of password, here too."""
        return self.get_logout_redirect_url(request)


class MFAAdapter(DefaultMFAAdapter):
    """Names of keys and texts in our own words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("This code is not right. Type the newest one shown."),
    }

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """Suggest a name for a new passkey."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)d") % {"number": number}
