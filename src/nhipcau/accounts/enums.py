"""Roles of the office."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person does here; each is also a Wagtail group of that name."""

    ADMINISTRATOR = "administrator", _("Administrator")
    OFFICE = "office", _("Standing office")
    LEADER = "leader", _("Leader")
    EDITOR = "editor", _("Editor")
    REPORTER = "reporter", _("Reporter")
    TRANSLATOR = "translator", _("Translator")
    REVISER = "reviser", _("Foreign-language reviser")
    FOCAL_POINT = "focal_point", _("Focal point of an agency")


class InvitationState(models.TextChoices):
    """What an invitation is worth now."""

    OPEN = "open", _("Waiting for an answer")
    EXPIRED = "expired", _("Expired")
    ACCEPTED = "accepted", _("Accepted")
    REVOKED = "revoked", _("Revoked")


class AuditCode(models.TextChoices):
    """What accounts writes to the log; entries never expire."""

    SIGNED_IN = "accounts.signed_in", _("Sign in")
    SIGNED_OUT = "accounts.signed_out", _("Sign out")
    SIGN_IN_FAILED = "accounts.sign_in_failed", _("Failed sign-in")
    FACTOR_FAILED = "accounts.factor_failed", _("Wrong second factor")
    FACTOR_ADDED = "accounts.factor_added", _("Set up a second factor")
    FACTOR_REMOVED = "accounts.factor_removed", _("Remove a second factor")
    FACTORS_RESET = "accounts.factors_reset", _("Reset the second factors")
    CODES_RENEWED = "accounts.codes_renewed", _("Make new recovery codes")
    PASSWORD_CHANGED = "accounts.password_changed", _("Change the password")
    PASSWORD_LINK = "accounts.password_link", _("Make a password link")
    EMAIL_CHANGED = "accounts.email_changed", _("Change the e-mail address")
    ROLES_CHANGED = "accounts.roles_changed", _("Change the roles")
    ACTIVATED = "accounts.activated", _("Activate the account")
    DEACTIVATED = "accounts.deactivated", _("Deactivate the account")
    INVITED = "accounts.invited", _("Invite")
    INVITATION_RENEWED = "accounts.invitation_renewed", _("Renew the invitation")
    INVITATION_REVOKED = "accounts.invitation_revoked", _("Revoke the invitation")
    INVITATION_ACCEPTED = "accounts.invitation_accepted", _("Accept the invitation")
