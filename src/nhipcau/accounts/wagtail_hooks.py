"""What accounts adds to Wagtail's back office."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from nhipcau.accounts.enums import AuditCode
from nhipcau.accounts.models import User
from nhipcau.accounts.viewsets import InvitationViewSet


@hooks.register("register_admin_viewset")
def invitations() -> InvitationViewSet:
    """The list of invitations."""
    return InvitationViewSet("accounts_invitations", url_prefix="invitations")


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Names of what accounts writes to the log."""
    for code in AuditCode:
        actions.register_action(code.value, code.label, code.label)


@hooks.register("register_account_menu_item")
def second_factor_item(request: HttpRequest) -> dict[str, str]:
    """The way from the account page to the second factors."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor"),
        "help_text": _("Authenticator app, passkeys and recovery codes."),
    }


@hooks.register("register_account_menu_item")
def password_item(request: HttpRequest) -> dict[str, str]:
    """The way from the account page to a new password."""
    return {
        "url": reverse("account_change_password"),
        "label": _("Change the password"),
        "help_text": _("You are then signed out everywhere."),
    }


@hooks.register("before_bulk_action")
def no_bulk_actions_on_people(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Keep Wagtail's bulk actions, deleting among them, away from people.

    Raises:
        PermissionDenied: always for users; our pages change them one by one, with their checks.
    """
    if objects and isinstance(objects[0], User):
        raise PermissionDenied
