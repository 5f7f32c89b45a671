"""Pages around signing in."""

from nhipcau.accounts.views.account import AccountView
from nhipcau.accounts.views.invitation import accept_invitation
from nhipcau.accounts.views.sign_in import (
    choose_language,
    demo_sign_in,
    form_too_old,
    reset_password,
    session_holds,
    sign_in,
)

__all__ = [
    "AccountView",
    "accept_invitation",
    "choose_language",
    "demo_sign_in",
    "form_too_old",
    "reset_password",
    "session_holds",
    "sign_in",
]
