"""Roles are groups with exactly the declared permissions."""

import pytest
from django.contrib.auth.models import Group, Permission

from nhipcau.accounts import permissions
from nhipcau.accounts.enums import Role
from nhipcau.accounts.services import ensure_roles


@pytest.fixture
def declared(monkeypatch):
    monkeypatch.setattr(
        permissions, "_granted", {role: set(names) for role, names in permissions._granted.items()}
    )
    for role in Role:
        permissions._granted.setdefault(role, set())
    return permissions


def test_every_role_exists_after_migration_and_enters_the_back_office(user_with_role):
    for role in Role:
        user = user_with_role(role)
        assert user.has_role(role)
        assert user.has_perm("wagtailadmin.access_admin")


@pytest.mark.django_db
def test_declared_permissions_exist():
    assert ensure_roles() == frozenset()


def test_a_grant_reaches_its_role_only(declared, user_with_role):
    declared.grant(Role.EDITOR, "accounts.view_user")
    ensure_roles()
    assert user_with_role(Role.EDITOR).has_perm("accounts.view_user")
    assert not user_with_role(Role.TRANSLATOR).has_perm("accounts.view_user")


@pytest.mark.django_db
def test_a_right_given_by_hand_does_not_survive_and_repeating_changes_nothing():
    group = Group.objects.get(name=Role.REPORTER)
    before = set(group.permissions.all())
    group.permissions.add(Permission.objects.get(codename="delete_user"))
    ensure_roles()
    ensure_roles()
    assert set(group.permissions.all()) == before
    assert Group.objects.filter(name__in=Role.values).count() == len(Role)


@pytest.mark.django_db
def test_unknown_permissions_are_reported(declared):
    declared.grant(Role.EDITOR, "accounts.fly_user")
    assert ensure_roles() == {"accounts.fly_user"}


def test_a_name_without_app_is_refused(declared):
    with pytest.raises(ValueError, match=r"app_label\.codename"):
        declared.grant(Role.EDITOR, "change_user")


def test_clients_are_signed_in(client_as):
    client = client_as(Role.EDITOR)
    assert client.get("/admin/").status_code == 200
    assert client.user.has_role(Role.EDITOR)
