"""Invitations: the only way to an account."""

import logging
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from hashlib import sha256
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from nhipcau.accounts.enums import AuditCode, InvitationState, Role
from nhipcau.accounts.exceptions import AlreadyAUser, AlreadyInvited, InvitationNotUsable
from nhipcau.accounts.models import Invitation, User
from nhipcau.accounts.permissions import require_right
from nhipcau.accounts.services.audit import record
from nhipcau.accounts.services.users import choose_language
from nhipcau.accounts.types import Actor

logger = logging.getLogger(__name__)

VALID_DAYS = 7


def _digest(token: str) -> str:
    """What is kept of a secret. It is 256 random bits, so that a plain hash is enough."""
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(
    *,
    actor: Actor,
    email: str,
    full_name: str,
    roles: Collection[Role],
    now: datetime,
    job_title: str = "",
    language: str = "vi",
    valid_days: int = VALID_DAYS,
    makes_superuser: bool = False,
) -> tuple[Invitation, str]:
    """Invite somebody to make an account. Sends nothing: see :func:`send_invitation`.

    Args:
        actor: Who invites; only the program itself may invite administrators of the machine.
        email: The person's address, any letter case.
        full_name: The person's name as colleagues shall see it.
        roles: Roles the account will have.
        now: The moment of inviting.
        job_title: Title or post, may be empty.
        language: Language of the letter and the account, ``vi`` or ``en``.
        valid_days: How many days the link works.
        makes_superuser: Whether the account administers the machine.

    Returns:
        The invitation and the secret of its link, which is kept nowhere.

    Raises:
        NotPermitted: if the actor may not invite.
        AlreadyAUser: if the address has an account.
        AlreadyInvited: if it has an invitation that still holds.
    """
    require_right(actor, "accounts.add_invitation", machine=makes_superuser)
    email = User.objects.normalize_email(email).lower()
    if User.objects.filter(email=email).exists():
        raise AlreadyAUser
    earlier = Invitation.objects.select_for_update().filter(email=email)
    if any(invitation.state_at(now) is InvitationState.OPEN for invitation in earlier):
        raise AlreadyInvited
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=email,
        full_name=full_name,
        job_title=job_title,
        roles=[Role(role).value for role in roles],
        language=language,
        makes_superuser=makes_superuser,
        invited_by=actor if isinstance(actor, User) else None,
        created_at=now,
        expires_at=now + timedelta(days=valid_days),
        token_digest=_digest(token),
    )
    record(
        code=AuditCode.INVITED, subject=invitation, actor=actor, data={"roles": invitation.roles}
    )
    return invitation, token


@transaction.atomic
def renew(
    *, actor: Actor, invitation: Invitation, now: datetime, valid_days: int = VALID_DAYS
) -> tuple[Invitation, str]:
    """Give an unused invitation a new link and a new term; the old link stops working.

    Args:
        actor: Who renews it.
        invitation: An open, expired or revoked invitation.
        now: The moment of renewing.
        valid_days: How many days the new link works.

    Raises:
        NotPermitted: if the actor may not manage invitations.
        InvitationNotUsable: if it has been accepted.
        AlreadyAUser: if the address has got an account in another way.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    require_right(actor, "accounts.change_invitation", machine=invitation.makes_superuser)
    if invitation.accepted_at:
        raise InvitationNotUsable
    if User.objects.filter(email=invitation.email).exists():
        raise AlreadyAUser
    token = secrets.token_urlsafe(32)
    invitation.token_digest = _digest(token)
    invitation.expires_at = now + timedelta(days=valid_days)
    invitation.revoked_at = None
    invitation.save(update_fields=["token_digest", "expires_at", "revoked_at"])
    record(code=AuditCode.INVITATION_RENEWED, subject=invitation, actor=actor)
    return invitation, token


@transaction.atomic
def revoke_invitation(*, actor: Actor, invitation: Invitation, now: datetime) -> Invitation:
    """Take an invitation back: its link stops working.

    Raises:
        NotPermitted: if the actor may not manage invitations.
        InvitationNotUsable: if it has been accepted or revoked before.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    require_right(actor, "accounts.change_invitation", machine=invitation.makes_superuser)
    if invitation.accepted_at or invitation.revoked_at:
        raise InvitationNotUsable
    invitation.revoked_at = now
    invitation.save(update_fields=["revoked_at"])
    record(code=AuditCode.INVITATION_REVOKED, subject=invitation, actor=actor)
    return invitation


def open_invitation(*, token: str, now: datetime) -> Invitation:
    """Find the invitation that a link stands for.

    Raises:
        InvitationNotUsable: if there is none, or it was used or revoked, or is too old.
    """
    invitation = Invitation.objects.filter(token_digest=_digest(token)).first()
    if invitation is None or invitation.state_at(now) is not InvitationState.OPEN:
        raise InvitationNotUsable
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, password: str, now: datetime) -> User:
    """Make the account that an invitation promises.

    Args:
        token: The secret of the link.
        password: The person's new password.
        now: The moment of accepting.

    Returns:
        The new user.

    Raises:
        InvitationNotUsable: if the link does not work any more.
        ValidationError: if the password is too weak; the invitation stays open.
    """
    found = open_invitation(token=token, now=now)
    invitation = Invitation.objects.select_for_update().get(pk=found.pk)
    if invitation.state_at(now) is not InvitationState.OPEN:
        raise InvitationNotUsable
    if User.objects.filter(email=invitation.email).exists():
        raise InvitationNotUsable
    user = User(
        email=invitation.email,
        full_name=invitation.full_name,
        job_title=invitation.job_title,
        is_superuser=invitation.makes_superuser,
    )
    validate_password(password, user)
    user.set_password(password)
    user.save()
    user.groups.set(Group.objects.filter(name__in=invitation.roles))
    choose_language(user=user, language=invitation.language)
    invitation.accepted_at, invitation.user = now, user
    invitation.save(update_fields=["accepted_at", "user"])
    record(code=AuditCode.INVITATION_ACCEPTED, subject=invitation, actor=user)
    record(
        code=AuditCode.ROLES_CHANGED,
        subject=user,
        actor=invitation.invited_by,
        data={"given": sorted(invitation.roles), "taken": []},
    )
    return user


def invitation_link(token: str) -> str:
    """The address that an invited person opens."""
    path = reverse("accounts_accept_invitation", kwargs={"token": token})
    return f"{settings.NHIPCAU_BASE_URL}{path}"


def send_invitation(*, invitation: Invitation, token: str) -> bool:
    """Send the letter, in the invited person's language. Call it outside a transaction.

    Args:
        invitation: The invitation.
        token: The secret that ``invite`` or ``renew`` returned.

    Returns:
        Whether the mail server took the letter; if not, hand the link over yourself.
    """
    with override(invitation.language):
        text = render_to_string(
            "accounts/email/invitation.txt",
            {"invitation": invitation, "link": invitation_link(token)},
        )
        subject = _("Invitation to the external-information desk")
    try:
        send_mail(subject, text.strip() + "\n", None, [invitation.email])
    except (OSError, SMTPException):
        logger.exception(
            "An invitation could not be sent.",
            extra={"event": "invitation_not_sent", "invitation": str(invitation.uuid)},
        )
        return False
    return True
