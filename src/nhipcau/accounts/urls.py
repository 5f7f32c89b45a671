"""Sign-in addresses, below ``/admin/`` and before Wagtail's own, which they hide.

Only those pages of allauth are routed that the office needs: no sign-up, no change of e-mail, no
outside accounts. A page that is not listed here does not exist.
"""

from functools import wraps

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import path, re_path
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access
from wagtail.admin.localization import get_localized_response
from wagtail.utils.urlpatterns import decorate_urlpatterns

from nhipcau.accounts import views


def in_own_language(view):
    """Show a page in the language that the signed-in person chose."""

    @wraps(view)
    def localised(request, *args, **kwargs):
        return get_localized_response(view, request, *args, **kwargs)

    return localised


urlpatterns = [
    path("login/", views.sign_in, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("session/", views.session_holds, name="session_holds"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("language/", views.choose_language, name="accounts_language"),
    path("demo-sign-in/", views.demo_sign_in, name="accounts_demo_sign_in"),
    path("invitation/<str:token>/", views.accept_invitation, name="accounts_accept_invitation"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", views.reset_password, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("2fa/", mfa.index, name="mfa_index"),
    path("2fa/authenticate/", mfa.authenticate, name="mfa_authenticate"),
    path("2fa/reauthenticate/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("2fa/app/activate/", totp.activate_totp, name="mfa_activate_totp"),
    path("2fa/app/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("2fa/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("2fa/codes/download/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("2fa/passkeys/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("2fa/passkeys/add/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("2fa/passkeys/login/", keys.login_webauthn, name="mfa_login_webauthn"),
    path(
        "2fa/passkeys/reauthenticate/",
        keys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("2fa/passkeys/<int:pk>/remove/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("2fa/passkeys/<int:pk>/edit/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "account/",
        require_admin_access(views.AccountView.as_view()),
        name="wagtailadmin_account",
    ),
    # Wagtail's own pages for a forgotten password would let in without a second factor.
    re_path(r"^password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
]
urlpatterns = decorate_urlpatterns(urlpatterns, in_own_language)
