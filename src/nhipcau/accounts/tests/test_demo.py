"""The demo's sample people: one click, on this machine, and nowhere else."""

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.accounts.exceptions import NotTheDemo
from nhipcau.accounts.models import User
from nhipcau.accounts.services import create_demo_users

# Who may do what is decided in Python: nothing here is said in SQL that other tests do not say.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
HERE = {"HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1"}


@pytest.fixture
def people(settings):
    settings.NHIPCAU_DEMO = True
    return create_demo_users()


def enter(client, person, **where):
    address = reverse("accounts_demo_sign_in")
    return client.post(address, {"person": person.uuid}, **(HERE | where))


def test_outside_the_demo_nobody_is_made():
    with pytest.raises(NotTheDemo):
        create_demo_users()
    assert not User.objects.exists()


def test_one_person_a_role_named_by_it(people):
    assert set(people) == set(Role)
    assert people[Role.EDITOR].full_name == "Biên tập viên (mẫu)"
    assert not any(person.has_usable_password() for person in people.values())
    assert create_demo_users() == people


@pytest.mark.parametrize("role", list(Role))
def test_one_click_lets_in_without_second_factor(people, role):
    client = Client()
    page = client.get("/admin/login/", **HERE).content.decode()
    assert str(people[role].uuid) in page
    assert enter(client, people[role]).headers["Location"] == "/admin/"
    assert client.get("/admin/", **HERE).status_code == 200


@pytest.mark.parametrize(
    "where",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"HTTP_HOST": "tinh.example.vn"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
    ],
)
def test_nobody_from_elsewhere(people, settings, where):
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    page = client.get("/admin/login/", **(HERE | where)).content.decode()
    assert reverse("accounts_demo_sign_in") not in page
    assert enter(client, people[Role.EDITOR], **where).status_code == 404
    assert client.get("/admin/", **HERE).status_code == 302


def test_outside_the_demo_the_buttons_are_gone(people, settings):
    settings.NHIPCAU_DEMO = False
    client = Client()
    assert "demo-sign-in" not in client.get("/admin/login/", **HERE).content.decode()
    assert enter(client, people[Role.EDITOR]).status_code == 404


def test_sample_person_needs_a_second_factor_once_the_demo_is_over(people, settings):
    client = Client()
    enter(client, people[Role.EDITOR])
    settings.NHIPCAU_DEMO = False
    assert client.get("/admin/", **HERE).headers["Location"].startswith(reverse("mfa_index"))


def test_only_by_post_and_with_a_token(people):
    assert Client().get(reverse("accounts_demo_sign_in"), **HERE).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    assert enter(strict, people[Role.EDITOR]).status_code == 403


def test_only_sample_people(people, user_with_role):
    real = user_with_role(Role.ADMINISTRATOR)
    assert enter(Client(), real).status_code == 404
    address = reverse("accounts_demo_sign_in")
    assert Client().post(address, {"person": "nonsense"}, **HERE).status_code == 404
