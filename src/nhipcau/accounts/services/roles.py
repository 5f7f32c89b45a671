"""Roles as groups with the permissions that the apps declared."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from nhipcau.accounts.enums import Role
from nhipcau.accounts.permissions import granted


def ensure_roles(*, using: str = "default") -> frozenset[str]:
    """Make the group of every role and give it exactly the permissions declared for it.

    What the program declares is the whole truth about a role's rights to models, so a right that
    a new version withdraws is taken away. Rights to pages and collections are not touched.

    Args:
        using: Alias of the database.

    Returns:
        Declared permissions that do not exist in the database (yet): none in a migrated one.
    """
    declared = granted()
    wanted = frozenset().union(*declared.values())
    known = {
        f"{app_label}.{codename}": pk
        for pk, app_label, codename in Permission.objects.using(using)
        .filter(codename__in={name.split(".")[1] for name in wanted})
        .values_list("pk", "content_type__app_label", "codename")
    }
    with transaction.atomic(using=using):
        for role in Role:
            group, _ = Group.objects.using(using).get_or_create(name=role.value)
            group.permissions.set({known[name] for name in declared[role] if name in known})
    return wanted - known.keys()
