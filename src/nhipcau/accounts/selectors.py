"""Reads of accounts."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import Invitation, User

FACTOR_TYPES = frozenset({Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN})


@dataclass(frozen=True)
class Factors:
    """What a person has for proving themselves a second time.

    Attributes:
        ids: Keys of all authenticators, sets of recovery codes included.
        types: Types of these, such as ``totp``.
    """

    ids: frozenset[int]
    types: frozenset[str]

    @property
    def has_any(self) -> bool:
        """Whether there is an authenticator app or a passkey; codes alone do not count."""
        return not self.types.isdisjoint(FACTOR_TYPES)


def factors_of(user: User) -> Factors:
    """The second factors of a person, in one query."""
    rows = list(Authenticator.objects.filter(user=user).values_list("pk", "type"))
    return Factors(frozenset(pk for pk, _ in rows), frozenset(kind for _, kind in rows))


def has_shown_factor(request: HttpRequest, factors: Factors) -> bool:
    """Whether the session was verified with a factor that the person still has."""
    return isinstance(request.user, User) and any(
        record.get("method") == "mfa" and record.get("id") in factors.ids
        for record in get_authentication_records(request, request.user)
    )


def administrators() -> QuerySet[User]:
    """Active people who can manage accounts."""
    return (
        User.objects.filter(is_active=True)
        .filter(Q(is_superuser=True) | Q(groups__name=Role.ADMINISTRATOR))
        .distinct()
    )


def open_invitations(now: datetime) -> QuerySet[Invitation]:
    """Invitations that still hold at a moment; the same decision as ``rules.invitation_state``."""
    return Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=now)


def can_send_mail() -> bool:
    """Whether e-mail leaves this machine; otherwise people hand links over themselves."""
    return not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")


def sample_people() -> QuerySet[User]:
    """The sample people of the demo who may sign in, in the order of the roles."""
    return User.objects.filter(is_sample=True, is_active=True).order_by("pk")
