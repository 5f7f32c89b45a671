"""Errors of accounts."""

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class AccountsError(DomainError):
    """Base of this app's errors."""

    code = "accounts.error"


class AlreadyAUser(AccountsError):
    """The address belongs to somebody who has an account."""

    code = "accounts.already_a_user"
    message = _(
        "Somebody with this e-mail address already has an account. Look in the list of users; "
        "a deactivated account can be activated again there."
    )


class AlreadyInvited(AccountsError):
    """The address has an invitation that still holds."""

    code = "accounts.already_invited"
    message = _(
        "This e-mail address has been invited already. Renew that invitation instead of making "
        "a second one."
    )


class InvitationNotUsable(AccountsError):
    """The invitation is unknown, used, revoked or too old."""

    code = "accounts.invitation_not_usable"
    message = _("This invitation can no longer be used.")


class LastAdministrator(AccountsError):
    """Nobody would be left to manage accounts."""

    code = "accounts.last_administrator"
    message = _("This is the last active administrator. Make somebody else an administrator first.")


class NotTheDemo(AccountsError):
    """Sample people exist in the demo only."""

    code = "accounts.not_the_demo"
    message = _("Sample people can only be made in the demo.")
