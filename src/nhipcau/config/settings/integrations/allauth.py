"""Sign-in: by invitation only, with a second factor by role."""

from nhipcau.config import env

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "nhipcau.accounts.adapters.AccountAdapter"
MFA_ADAPTER = "nhipcau.accounts.adapters.MFAAdapter"
_FORMS = "nhipcau.accounts.forms."
ACCOUNT_FORMS = {
    "login": _FORMS + "SignInForm",
    "reauthenticate": _FORMS + "ReauthenticateForm",
    "change_password": _FORMS + "ChangePasswordForm",
    "set_password": _FORMS + "SetPasswordForm",
    "reset_password": _FORMS + "ResetPasswordForm",
    "reset_password_from_key": _FORMS + "ResetPasswordKeyForm",
}
MFA_FORMS = {
    "authenticate": _FORMS + "CodeForm",
    "reauthenticate": _FORMS + "CodeAgainForm",
    "activate_totp": _FORMS + "ActivateAppForm",
    "add_webauthn": _FORMS + "AddPasskeyForm",
    "edit_webauthn": _FORMS + "EditPasskeyForm",
}
# How many proxies in front of the program may be believed about where a request comes from.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("NHIPCAU_PROXIES")
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
# No letter to addresses that have no account: that would be a way to pester strangers.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# The administrator who invited vouches for the address.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A passkey stands for both factors, so the device must ask for a finger, a face or a PIN.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "accept_invitation": "20/m/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Browsers allow passkeys over plain HTTP on localhost only, which is where the demo lives.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = env.base_url().startswith("http://localhost")
MFA_TOTP_ISSUER = "Nhịp Cầu"
# One step of 30 seconds for a slow line or a clock that is off (RFC 6238, section 5.2).
MFA_TOTP_TOLERANCE = 1
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"

NHIPCAU_MFA_ROLES = env.names("NHIPCAU_MFA_ROLES")
