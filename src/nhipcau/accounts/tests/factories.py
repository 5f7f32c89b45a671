"""Sample colleagues for the tests of every app; they are named by role."""

from itertools import count
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from nhipcau.accounts.adapters import BACKEND
from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User

PASSWORD = "a-long-sample-password"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_number = count(1)


def make_user(*roles: Role, **fields: Any) -> User:
    """Make a colleague with these roles, whose password is ``PASSWORD``."""
    number = next(_number)
    name = roles[0].value if roles else "colleague"
    fields.setdefault("email", f"{name}-{number}@example.org")
    fields.setdefault("full_name", f"Sample {name} {number}")
    fields.setdefault("password", PASSWORD)
    user = User.objects.create_user(**fields)
    user.groups.set(Group.objects.filter(name__in=[role.value for role in roles]))
    return user


def give_totp(user: User) -> Authenticator:
    """Give a user an authenticator app with the secret ``TOTP_SECRET``."""
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": TOTP_SECRET}
    )


def signed_in(user: User, *, second_factor: bool = True) -> Client:
    """A client whose session is signed in, with a second factor unless told otherwise.

    The user is to be found as ``client.user``.
    """
    client = Client()
    client.force_login(user, backend=BACKEND)
    at = timezone.now().timestamp()
    methods: list[dict[str, Any]] = [{"method": "password", "at": at, "email": user.email}]
    if second_factor:
        factor = Authenticator.objects.filter(user=user).first() or give_totp(user)
        methods.append({"method": "mfa", "at": at, "id": factor.pk, "type": factor.type})
    session = client.session
    session["account_authentication_methods"] = methods
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    client.user = user
    return client
