"""Forms of accounts."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.utils.functional import lazy
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import Invitation, User

_password_help = lazy(password_validators_help_text_html, SafeString)


class NewPasswordForm(forms.Form):
    """A new password, twice. How strong it is decides the service."""

    password1 = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_password_help(),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse two different passwords."""
        data = super().clean() or {}
        first, second = data.get("password1"), data.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords are not the same."))
        return data


class OwnNameForm(forms.ModelForm):
    """What people change about themselves."""

    class Meta:
        model = User
        fields = ["full_name", "job_title"]


def _roles_field() -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        coerce=Role,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What the person does here. Several roles add up."),
    )


def _language_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Language"),
        choices=settings.WAGTAILADMIN_PERMITTED_LANGUAGES,
        help_text=_("Language of letters and of the back office; the person can change it."),
    )


class UserForm(forms.ModelForm):
    """What administrators decide about a person."""

    roles = _roles_field()
    language = _language_field()
    field_order = ["full_name", "email", "job_title", "roles", "language", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].required = False
        self.fields["roles"].initial = sorted(self.instance.role_names & set(Role.values))
        profile = UserProfile.objects.filter(user=self.instance).first()
        chosen = profile.preferred_language if profile else ""
        self.fields["language"].initial = chosen or settings.WAGTAILADMIN_DEFAULT_LANGUAGE

    class Meta:
        model = User
        fields = ["full_name", "email", "job_title", "is_active"]


class InvitationForm(forms.ModelForm):
    """Whom to invite and to what."""

    roles = _roles_field()
    language = _language_field()
    field_order = ["email", "full_name", "job_title", "roles", "language"]

    class Meta:
        model = Invitation
        fields = ["email", "full_name", "job_title", "roles", "language"]


class OwnWords:
    """Gives allauth's fields the labels of the back office, outside the fields only."""

    labels = {
        "login": _("E-mail address"),
        "email": _("E-mail address"),
        "password": _("Password"),
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("The same password again"),
        "code": _("Authentication code"),
        "name": _("Name"),
        "passwordless": _("Sign in with this passkey alone"),
    }
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
        for name in self.fields.keys() & {"password", "oldpassword"}:
            # Allauth puts a link there, which our sign-in page has below the form.
            self.fields[name].help_text = ""


class SignInForm(OwnWords, account.LoginForm):
    """E-mail address and password."""


class ReauthenticateForm(OwnWords, account.ReauthenticateForm):
    """The password once more."""


class ChangePasswordForm(OwnWords, account.ChangePasswordForm):
    """The old password and a new one, twice."""


class SetPasswordForm(OwnWords, account.SetPasswordForm):
    """A first password, twice."""


class ResetPasswordForm(OwnWords, account.ResetPasswordForm):
    """The address that gets a link."""


class ResetPasswordKeyForm(OwnWords, account.ResetPasswordKeyForm):
    """A new password in place of a forgotten one."""


class CodeForm(OwnWords, mfa.AuthenticateForm):
    """A code of the authenticator app or a recovery code, at sign-in."""


class CodeAgainForm(OwnWords, mfa.ReauthenticateForm):
    """The same for somebody who is signed in."""


class ActivateAppForm(OwnWords, totp.ActivateTOTPForm):
    """The first code of a new authenticator app."""


class AddPasskeyForm(OwnWords, keys.AddWebAuthnForm):
    """Name and use of a new passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["passwordless"]
        field.initial = True
        field.help_text = _(
            "No password is asked for then, but the device must ask for a finger, a face or a PIN. "
            "Old security keys cannot do that: untick it for them."
        )


class EditPasskeyForm(OwnWords, keys.EditWebAuthnForm):
    """A new name for a passkey."""
