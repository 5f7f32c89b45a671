"""Sample people of the demo, one for each role, named by it."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from nhipcau.accounts.enums import Role
from nhipcau.accounts.exceptions import NotTheDemo
from nhipcau.accounts.models import User
from nhipcau.accounts.services.roles import ensure_roles

# RFC 2606 reserves this ending: no letter can ever reach anybody.
SAMPLE_DOMAIN = "sample.invalid"


def sample_name(role: Role) -> str:
    """What the sample person of a role is called in the language at work."""
    return _("%(role)s (sample)") % {"role": role.label}


def create_demo_users() -> dict[Role, User]:
    """Make the sample people, or find those made before.

    They have no password; the demo's sign-in page lets a visitor at the same machine in by one
    click. Call it again at will.

    Returns:
        The sample person of each role, ``Biên tập viên (mẫu)`` and so on.

    Raises:
        NotTheDemo: if the program was not started as the demo.
    """
    if not settings.NHIPCAU_DEMO:
        raise NotTheDemo
    people = {}
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        ensure_roles()
        for role in Role:
            email = f"{role.value.replace('_', '-')}@{SAMPLE_DOMAIN}"
            name = sample_name(role)
            user = User.objects.filter(email=email).first() or User.objects.create_user(
                email, full_name=name, is_sample=True
            )
            user.groups.set([Group.objects.get(name=role.value)])
            people[role] = user
    return people
