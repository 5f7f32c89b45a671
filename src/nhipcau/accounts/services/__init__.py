"""Every write to accounts."""

from nhipcau.accounts.services.audit import record
from nhipcau.accounts.services.demo import create_demo_users
from nhipcau.accounts.services.invitations import (
    accept_invitation,
    invitation_link,
    invite,
    open_invitation,
    renew,
    revoke_invitation,
    send_invitation,
)
from nhipcau.accounts.services.roles import ensure_roles
from nhipcau.accounts.services.users import (
    change_user,
    choose_language,
    password_link,
    reset_second_factors,
)

__all__ = [
    "accept_invitation",
    "change_user",
    "choose_language",
    "create_demo_users",
    "ensure_roles",
    "invitation_link",
    "invite",
    "open_invitation",
    "password_link",
    "record",
    "renew",
    "reset_second_factors",
    "revoke_invitation",
    "send_invitation",
]
