"""What ``nhipcau check`` looks at in accounts."""

from collections.abc import Iterator
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nhipcau.accounts.enums import Role
from nhipcau.accounts.rules import EVERY_ROLE
from nhipcau.accounts.selectors import (
    FACTOR_TYPES,
    administrators,
    open_invitations,
    sample_people,
)
from nhipcau.common.health import Finding, Severity


def administrators_exist(now: datetime) -> Iterator[Finding]:
    """Somebody can manage accounts, and shows a second factor."""
    people = administrators()
    if people.filter(is_sample=False).exists() or settings.NHIPCAU_DEMO:
        pass
    elif open_invitations(now).filter(makes_superuser=True).exists():
        yield Finding(
            "accounts.administrator_invited",
            Severity.NOTE,
            _("The administrator has been invited but has not made the account yet."),
            _("If the link is lost or too old, run: nhipcau setup"),
        )
    else:
        yield Finding(
            "accounts.no_administrator",
            Severity.PROBLEM,
            _("Nobody can manage accounts: there is no active administrator."),
            _("Run: nhipcau setup"),
        )
    with_factor = Authenticator.objects.filter(type__in=FACTOR_TYPES).values("user")
    bare = people.filter(is_sample=False).exclude(pk__in=with_factor).count()
    if bare:
        yield Finding(
            "accounts.administrator_without_factor",
            Severity.NOTE,
            ngettext(
                "%(count)d administrator has not set up a second factor yet.",
                "%(count)d administrators have not set up a second factor yet.",
                bare,
            )
            % {"count": bare},
            _("They are asked for it at the next sign-in."),
        )


def second_factor_is_demanded(now: datetime) -> Iterator[Finding]:
    """The setting names roles that exist, administrators among them."""
    named = set(settings.NHIPCAU_MFA_ROLES)
    unknown = named - set(Role.values) - {EVERY_ROLE}
    if unknown:
        yield Finding(
            "accounts.unknown_role",
            Severity.PROBLEM,
            _("NHIPCAU_MFA_ROLES names a role that does not exist: %(roles)s.")
            % {"roles": ", ".join(sorted(unknown))},
            _("Roles are: %(roles)s.") % {"roles": ", ".join(Role.values)},
        )
    if named.isdisjoint({Role.ADMINISTRATOR.value, EVERY_ROLE}):
        yield Finding(
            "accounts.administrators_without_demand",
            Severity.PROBLEM,
            _("Administrators may sign in with a password alone."),
            _("Add administrator to NHIPCAU_MFA_ROLES."),
        )


def no_sample_people(now: datetime) -> Iterator[Finding]:
    """A real site has no sample people who could act."""
    if not settings.NHIPCAU_DEMO and sample_people().exists():
        yield Finding(
            "accounts.sample_people",
            Severity.NOTE,
            _("Sample people of the demo are among the users. They cannot sign in."),
            _("Deactivate them in the list of users, or start with an empty home folder."),
        )


def roles_are_complete(now: datetime) -> Iterator[Finding]:
    """Every role is there, as a group."""
    have = set(Group.objects.values_list("name", flat=True))
    if missing := set(Role.values) - have:
        yield Finding(
            "accounts.missing_role",
            Severity.PROBLEM,
            _("Roles are missing in the database: %(roles)s.")
            % {"roles": ", ".join(sorted(missing))},
            _("Run: nhipcau migrate"),
        )


CHECKS = (
    ("accounts.administrators", administrators_exist),
    ("accounts.second_factor", second_factor_is_demanded),
    ("accounts.sample_people", no_sample_people),
    ("accounts.roles", roles_are_complete),
)
