"""Changes to people's accounts."""

from collections.abc import Collection

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse
from wagtail.users.models import UserProfile

from nhipcau.accounts.enums import AuditCode, Role
from nhipcau.accounts.exceptions import AlreadyAUser, LastAdministrator
from nhipcau.accounts.models import User
from nhipcau.accounts.permissions import require_right
from nhipcau.accounts.selectors import administrators
from nhipcau.accounts.services.audit import record
from nhipcau.accounts.types import Actor


def _changeable(user: User, actor: Actor) -> User:
    """Load a person for writing, after checking that the actor may change them."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require_right(actor, "accounts.change_user", user)
    return user


@transaction.atomic
def change_user(
    *,
    actor: Actor,
    user: User,
    full_name: str,
    email: str,
    job_title: str,
    roles: Collection[Role],
    is_active: bool,
    language: str,
) -> User:
    """Change what administrators decide about a person.

    Args:
        actor: Who changes it.
        user: The person.
        full_name: Name as colleagues see it.
        email: Address to sign in with, any letter case.
        job_title: Title or post, may be empty.
        roles: All roles the person shall have.
        is_active: Whether the person may sign in; if not, open sessions end at once.
        language: Language of the back office for the person, ``vi`` or ``en``.

    Raises:
        NotPermitted: if the actor may not change this person.
        AlreadyAUser: if the address belongs to somebody else.
        LastAdministrator: if nobody could manage accounts any more.
    """
    user = _changeable(user, actor)
    was_active = user.is_active
    old, new = user.role_names & set(Role.values), {Role(role).value for role in roles}
    user.full_name, user.job_title, user.is_active = full_name, job_title, is_active
    email = User.objects.normalize_email(email).lower()
    if email != user.email:
        if User.objects.filter(email=email).exists():
            raise AlreadyAUser
        data = {"from": user.email, "to": email}
        record(code=AuditCode.EMAIL_CHANGED, subject=user, actor=actor, data=data)
        user.email = email
    user.save(update_fields=["full_name", "email", "job_title", "is_active"])
    if old != new:
        user.groups.remove(*Group.objects.filter(name__in=old - new))
        user.groups.add(*Group.objects.filter(name__in=new - old))
        record(
            code=AuditCode.ROLES_CHANGED,
            subject=user,
            actor=actor,
            data={"given": sorted(new - old), "taken": sorted(old - new)},
        )
    if was_active != is_active:
        code = AuditCode.ACTIVATED if is_active else AuditCode.DEACTIVATED
        record(code=code, subject=user, actor=actor)
    if not administrators().exists():
        raise LastAdministrator
    choose_language(user=user, language=language)
    return User.objects.get(pk=user.pk)


def choose_language(*, user: User, language: str) -> None:
    """Keep the language in which a person sees the back office.

    Args:
        user: The person.
        language: ``vi`` or ``en``.

    Raises:
        ValueError: if the back office does not speak it.
    """
    if language not in dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES):
        raise ValueError(f"The back office does not speak “{language}”.")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})


@transaction.atomic
def reset_second_factors(*, actor: Actor, user: User) -> int:
    """Take away all second factors of a person who has lost them.

    Open sessions can do nothing until the person has set up a new one.

    Returns:
        How many factors were taken away.

    Raises:
        NotPermitted: if the actor may not change this person.
    """
    user = _changeable(user, actor)
    count, _ = Authenticator.objects.filter(user=user).delete()
    record(code=AuditCode.FACTORS_RESET, subject=user, actor=actor, data={"count": count})
    return count


def password_link(*, actor: Actor, user: User) -> str:
    """Make a link with which a person sets a new password; it works once and for three days.

    Raises:
        NotPermitted: if the actor may not change this person.
    """
    require_right(actor, "accounts.change_user", user)
    token = default_token_generator.make_token(user)
    record(code=AuditCode.PASSWORD_LINK, subject=user, actor=actor)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": token},
    )
    return f"{settings.NHIPCAU_BASE_URL}{path}"
