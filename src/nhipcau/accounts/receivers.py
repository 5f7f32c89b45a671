"""What accounts does when something happens elsewhere."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.apps import AppConfig, apps
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import connections
from django.db.models.signals import post_migrate
from django.http import HttpRequest

from nhipcau.accounts.adapters import remember_new_factor
from nhipcau.accounts.enums import AuditCode
from nhipcau.accounts.models import User
from nhipcau.accounts.selectors import FACTOR_TYPES
from nhipcau.accounts.services import ensure_roles, record


def make_roles(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Make the roles once every app's permissions exist: after the last app was migrated.

    Args:
        sender: The app whose migrations ended; Django sends one signal for each app.
        using: Alias of the migrated database.
        **kwargs: Other arguments of the signal.
    """
    last = [app for app in apps.get_app_configs() if app.models_module is not None][-1]
    # A migration of a single app may leave the tables of the others unmade.
    if sender is last and Group._meta.db_table in connections[using].introspection.table_names():
        ensure_roles(using=using)


def on_sign_in(user: User, **kwargs: Any) -> None:
    """Log that somebody signed in."""
    record(code=AuditCode.SIGNED_IN, subject=user, actor=user)


def on_sign_out(user: User | None, **kwargs: Any) -> None:
    """Log that somebody signed out; a session that ended by itself has no user left."""
    if user is not None:
        record(code=AuditCode.SIGNED_OUT, subject=user, actor=user)


def on_sign_in_failed(credentials: dict[str, Any], **kwargs: Any) -> None:
    """Log a wrong password at the account it was tried on; guessed addresses are not kept."""
    address = credentials.get("email") or credentials.get("username") or ""
    if user := User.objects.filter(email__iexact=address).first():
        record(code=AuditCode.SIGN_IN_FAILED, subject=user, actor=None)


def on_factor_failed(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Log a wrong second factor."""
    data = {"type": authenticator.type}
    record(code=AuditCode.FACTOR_FAILED, subject=user, actor=None, data=data)


def on_factor_added(
    request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Log a new second factor; setting it up has shown it."""
    data = {"type": authenticator.type}
    record(code=AuditCode.FACTOR_ADDED, subject=user, actor=user, data=data)
    if authenticator.type in FACTOR_TYPES:
        remember_new_factor(request, user, authenticator)


def on_factor_removed(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Log that a second factor was removed by its owner."""
    data = {"type": authenticator.type}
    record(code=AuditCode.FACTOR_REMOVED, subject=user, actor=user, data=data)


def on_codes_renewed(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Log new recovery codes."""
    record(code=AuditCode.CODES_RENEWED, subject=user, actor=user)


def on_password_changed(user: User, **kwargs: Any) -> None:
    """Log a new password, whichever way it was set."""
    record(code=AuditCode.PASSWORD_CHANGED, subject=user, actor=user)


def connect() -> None:
    """Listen to what happens; called once from ``ready()``."""
    for signal, receiver in (
        (post_migrate, make_roles),
        (user_logged_in, on_sign_in),
        (user_logged_out, on_sign_out),
        (user_login_failed, on_sign_in_failed),
        (mfa.authentication_failed, on_factor_failed),
        (mfa.authenticator_added, on_factor_added),
        (mfa.authenticator_removed, on_factor_removed),
        (mfa.authenticator_reset, on_codes_renewed),
        (password_changed, on_password_changed),
        (password_set, on_password_changed),
        (password_reset, on_password_changed),
    ):
        signal.connect(receiver, dispatch_uid=f"accounts.{receiver.__name__}")
